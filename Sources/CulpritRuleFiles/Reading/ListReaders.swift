import CulpritRules
import CulpritScan

/// Reads `signals.yaml`: a list of names and sentences.
struct SignalReader {
  let context: FileContext
  static let keys = ["name", "sentence", "speaks_for", "impact", "remedy"]

  func read(_ root: YAMLNode) -> (signals: [SignalDefinition], notes: [SignalNote]) {
    let read = entries(root)
    return (read.map(\.0), read.map(\.1))
  }

  private func entries(_ root: YAMLNode) -> [(SignalDefinition, SignalNote)] {
    var places: [String: FilePlace] = [:]
    return items(of: root, in: context).compactMap { node in
      guard let fields = FieldReader(node, of: "signal", known: Self.keys, in: context),
        let name = fields.required("name"), let sentence = fields.required("sentence")
      else { return nil }
      if let first = places.updateValue(name.place, forKey: name.text) {
        fields.report("signal '\(name.text)' stands on line \(first.line) already; keep one", at: name.place)
      }
      let signal = SignalName(rawValue: name.text)
      let note = SignalNote(
        name: signal, speaksFor: fields.texts("speaks_for").map(\.text), impact: fields.optional("impact")?.text,
        remedy: fields.optional("remedy")?.text)
      let remedy = SignalName.neighbours.contains(signal) ? note.remedy : nil
      return (SignalDefinition(name: signal, sentence: sentence.text, remedy: remedy), note)
    }
  }
}

/// Reads `anchors.yaml`: a list of tokens, their kinds and why each is rare.
struct AnchorReader {
  let context: FileContext
  /// Scan's cost grows with the number of anchors: see "Limits" of the scan plan.
  static let maximum = 64

  /// Anchors, and the words that stand for `neighbour`.
  func read(_ root: YAMLNode) -> (anchors: [Anchor], neighbourWords: [String]) {
    var anchors: [Anchor] = []
    var words: [String] = []
    for (text, kind) in rows(root) {
      if let kind = kind.anchor { anchors.append(Anchor(text: text, kind: kind)) } else { words.append(text) }
    }
    return (anchors, words)
  }

  private func rows(_ root: YAMLNode) -> [(text: String, kind: Kind)] {
    var places: [String: FilePlace] = [:]
    let nodes = items(of: root, in: context)
    let rows: [(text: String, kind: Kind)] = nodes.compactMap { node in
      guard let fields = FieldReader(node, of: "anchor", known: ["text", "kind", "reason"], in: context)
      else {
        return nil
      }
      let (text, kind, reason) = (fields.required("text"), kind(fields), fields.required("reason"))
      guard let text, let kind, reason != nil else { return nil }
      check(text, fields)
      if let first = places.updateValue(text.place, forKey: text.text) {
        fields.report("anchor '\(text.text)' stands on line \(first.line) already; keep one", at: text.place)
      }
      return (text.text, kind)
    }
    // Of context anchors and neighbours either are looked for.
    for left in [Kind.neighbour, .context] {
      let count = rows.count { $0.kind != left }
      guard count > Self.maximum else { continue }
      context.problems.report(
        "\(count) anchors, and Scan takes \(Self.maximum); drop those that other anchors reach too",
        at: nodes[Self.maximum].place, in: context.file)
    }
    return rows
  }

  private enum Kind: String {
    case failure, hint, context, neighbour

    var anchor: Anchor.Kind? {
      switch self {
      case .failure: .failure
      case .hint: .hint
      case .context: .context
      case .neighbour: nil
      }
    }
  }

  private func kind(_ fields: FieldReader) -> Kind? {
    guard let kind = fields.required("kind") else { return nil }
    if let known = Kind(rawValue: kind.text) { return known }
    fields.report("unknown kind '\(kind.text)'; write failure, hint, context or neighbour", at: kind.place)
    return nil
  }

  private func check(_ text: PlacedText, _ fields: FieldReader) {
    let bytes = text.text.utf8
    if !(3...32).contains(bytes.count) {
      fields.report("anchor '\(text.text)' has \(bytes.count) bytes; 3 to 32 are possible", at: text.place)
    }
    if !bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      fields.report(
        "anchor '\(text.text)' is not plain ASCII; take another part of the wording", at: text.place)
    }
    if text.text != text.text.lowercased() {
      fields.report(
        "anchor '\(text.text)' has capitals; Scan folds case, write it in lower case", at: text.place)
    }
  }
}

/// Reads `weights.yaml`: a factor for each class of evidence.
struct WeightReader {
  let context: FileContext

  func read(_ root: YAMLNode) -> [String: Double] {
    let known = CauseReader.evidenceClasses + ["unknown"]
    guard let fields = FieldReader(root, of: "list of weights", known: known, in: context) else { return [:] }
    var weights: [String: Double] = [:]
    for name in known {
      guard let text = fields.optional(name) else { continue }
      guard let weight = Double(text.text), weight > 0, weight <= 10 else {
        fields.report("weight '\(text.text)' is no factor; write a number above 0 and up to 10", at: text.place)
        continue
      }
      weights[name] = weight
    }
    return weights
  }
}

/// The items of a file that is one list; reports where it is none.
func items(of root: YAMLNode, in context: FileContext) -> [YAMLNode] {
  guard case .list(let items) = root.content else {
    context.problems.report(
      "this file is \(root.kindName), not a list; write '- ' before each entry", at: root.place,
      in: context.file)
    return []
  }
  return items
}
