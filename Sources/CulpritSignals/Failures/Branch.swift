import CulpritIntake

/// A way through the tree of a chain: the links from the outermost down, with one branch of each group.
struct Branch {
  var links: [ParsedLink]
  /// The chain has no other branch.
  var isWhole: Bool
  /// All links of the chain, and where those of this branch stand among them.
  let chain: ParsedChain
  let indices: [Int]
  /// All that its links print.
  var text: String

  private init(links: [ParsedLink], at indices: [Int], of chain: ParsedChain) {
    self.links = links
    self.indices = indices
    self.chain = chain
    isWhole = links.count == chain.links.count
    text = links.map { link in
      ([link.qualifiedType + ": " + link.message] + link.properties.map { "\($0.key)=\($0.value)" }.sorted()).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  init(whole chain: ParsedChain) {
    self.init(links: chain.links, at: Array(chain.links.indices), of: chain)
  }

  /// Grouped errors are several failures, one a branch; suppressed ones stay with their parent.
  static func branches(of chain: ParsedChain) -> [Branch] {
    let groups = chain.links.indices.filter { chain.links[$0].relation == .grouped }
    guard groups.count > 1 else { return [Branch(whole: chain)] }
    return groups.prefix(32).map { top in
      var indices = ancestors(of: top, in: chain.links) + [top]
      var inside: Set<Int> = [top]
      for index in chain.links.indices where index > top {
        if let parent = chain.links[index].parent, inside.contains(parent) {
          inside.insert(index)
          indices.append(index)
        }
      }
      let renumbered = Dictionary(uniqueKeysWithValues: indices.enumerated().map { ($1, $0) })
      let links = indices.map { index -> ParsedLink in
        var link = chain.links[index]
        link.parent = link.parent.flatMap { renumbered[$0] }
        return link
      }
      return Branch(links: links, at: indices, of: chain)
    }
  }

  private static func ancestors(of index: Int, in links: [ParsedLink]) -> [Int] {
    var way: [Int] = []
    var at = links[index].parent
    while let parent = at, way.count < links.count {
      way.insert(parent, at: 0)
      at = links[parent].parent
    }
    return way
  }

  func holds(_ wording: String) -> Bool { isWhole || links.contains { $0.holds(wording) } }

  /// The link above the nearest `during` on the way up, unless a link up there repeats the wording: then the
  /// error was not handled but wrapped.
  func endOfHandling(_ index: Int, of wording: String) -> Int? {
    var at = index
    var ending: Int?
    while let parent = links[at].parent {
      if ending == nil, links[at].relation == .during { ending = parent }
      if links[parent].message.containsBytes(wording) { return nil }
      at = parent
    }
    return ending
  }
}

extension ParsedLink {
  func holds(_ wording: String) -> Bool {
    if message.containsBytes(wording) || qualifiedType.containsBytes(wording) { return true }
    return properties.contains { $0.value.containsBytes(wording) || "\($0.key)=\($0.value)".containsBytes(wording) }
  }
}
