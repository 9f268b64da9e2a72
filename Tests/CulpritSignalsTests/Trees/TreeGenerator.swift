import CulpritSignals

/// Makes trees of errors at random, the same ones from the same seed.
struct TreeGenerator {
  /// What the language that prints them can hang on an error.
  struct Language {
    var types: [String]
    /// How a cause hangs on an error; empty where the language prints none.
    var causes: [ParsedLink.Relation] = [.cause]
    /// Class of an error that holds several; nil where the language has none.
    var group: String?
    /// An error that has branches has a cause too.
    var groupsHaveCauses = false
    var suppresses = false
    var messages: [String] = TreeGenerator.messages
    var hasProperties = false
  }

  private var random: SeededGenerator
  private let language: Language
  private var line = 0

  init(seed: UInt64, _ language: Language) {
    random = SeededGenerator(seed: seed)
    self.language = language
  }

  /// Up to seven levels and some twenty errors.
  mutating func tree() -> ErrorTree { tree(depth: Int.random(in: 0...6, using: &random), budget: 20) }

  private mutating func tree(depth: Int, budget: Int) -> ErrorTree {
    let isGroup = language.group != nil && depth > 0 && Int.random(in: 0..<4, using: &random) == 0
    var tree = ErrorTree(
      type: isGroup ? language.group ?? "" : pick(language.types), message: pick(language.messages),
      frames: (0..<Int.random(in: 1...3, using: &random)).map { _ in nextLine() })
    if language.hasProperties, Int.random(in: 0..<3, using: &random) == 0 {
      tree.status = pick([401, 403, 429, 500])
      tree.code = pick(["invalid_api_key", "E_42", "rate_limit_exceeded"])
    }
    guard depth > 0 else { return tree }
    if !language.causes.isEmpty, !isGroup || language.groupsHaveCauses && Bool.random(using: &random) {
      add(language.causes.count == 1 ? language.causes[0] : pick(language.causes), to: &tree, depth, budget)
    }
    if isGroup {
      for _ in 0..<Int.random(in: 2...3, using: &random) { add(.grouped, to: &tree, depth, budget) }
    }
    if language.suppresses, Int.random(in: 0..<4, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...2, using: &random) { add(.suppressed, to: &tree, depth, budget) }
    }
    return tree
  }

  private mutating func add(_ relation: ParsedLink.Relation, to tree: inout ErrorTree, _ depth: Int, _ budget: Int) {
    guard tree.count < budget else { return }
    let isShort = relation == .suppressed || relation == .grouped && Bool.random(using: &random)
    let below = isShort ? Int.random(in: 0..<min(depth, 3), using: &random) : depth - 1
    let child = self.tree(depth: below, budget: budget / 2)
    tree.children.append(ErrorTree.Child(relation: relation, tree: child))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func nextLine() -> Int {
    line += 1
    return line
  }

  /// What people and providers write, with what is hard about it: several lines, JSON, names of other
  /// classes, brackets at the end.
  static let messages = [
    "model gateway failed",
    "step research failed: see above",
    "no such key: sk-proj-Qr7v********Zt4A (invalid_api_key)",
    "could not ask the model\nmodel: gpt-4o-mini\nattempts: 3",
    "refused\n\nHelp: https://example.test/KEYS",
    "{\n  \"error\": {\n    \"message\": \"no such key\",\n    \"param\": null\n  }\n}",
    "KeyError: 'choices' in the answer",
    "Zugriff verweigert – Schlüssel ungültig 🔑",
    "caused by the gateway, which timed out",
    "unexpected token < in JSON at position 0",
    "2 of 3 steps failed",
    "plan 'north' (day 1) was rejected [again]",
  ]
}
