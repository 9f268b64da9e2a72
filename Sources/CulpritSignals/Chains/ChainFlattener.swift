import CulpritIntake

/// Makes the links of a chain out of its tree, within the limits.
///
/// Where there are too many, the middle of the way from the outermost to the innermost is left out, then
/// branches: the outermost is what the user saw, the innermost what failed.
struct ChainFlattener {
  private var links: [ParsedLink] = []
  private var omitted = 0

  static func flatten(_ chain: ReadChain, isLogged: Bool) -> ParsedChain {
    var flattener = ChainFlattener()
    let root = flattener.shortened(chain.root)
    flattener.add(root, parent: nil, depth: 0, room: ChainLimits.links)
    let isFatal = chain.outcome == .uncaught || chain.outcome == .uncaughtUnlessLogged && !isLogged
    return ParsedChain(links: flattener.links, isFatal: isFatal, omitted: flattener.omitted)
  }

  /// Leaves out the middle of the way along first children.
  private mutating func shortened(_ root: ErrorNode) -> ErrorNode {
    var way = [root]
    while let next = way[way.count - 1].children.first { way.append(next) }
    guard way.count > ChainLimits.depth else { return root }
    let half = ChainLimits.depth / 2
    for node in way[half..<(way.count - half)] {
      omitted += 1 + node.omitted + node.children.dropFirst().reduce(0) { $0 + $1.size }
    }
    var node = way[way.count - half]
    for var outer in way[..<half].reversed() {
      outer.children[0] = node
      node = outer
    }
    return node
  }

  /// `room`: how many links there may be in the end, those of the first children's way included.
  private mutating func add(_ node: ErrorNode, parent: Int?, depth: Int, room: Int) {
    var node = node
    node.foldNameless()
    ProviderFacts.add(to: &node)
    omitted += node.omitted
    let index = links.count
    links.append(
      ParsedLink(
        parent: parent, type: node.name.type, qualifiedType: node.name.qualifiedType, message: node.message,
        relation: parent == nil ? .outermost : node.relation, properties: node.properties,
        frames: Array(node.frames.prefix(ChainLimits.frames)), place: node.place))
    for child in node.children {
      guard links.count < room, depth + 1 < ChainLimits.depth else {
        omitted += child.size
        continue
      }
      add(child, parent: index, depth: depth + 1, room: room)
    }
  }
}

extension ErrorNode {
  /// A cause whose class was not printed is no link: its facts and its own causes are this error's.
  fileprivate mutating func foldNameless() {
    var folded = 0
    while let index = children.firstIndex(where: { $0.name == .none }), folded < ChainLimits.links {
      let nameless = children.remove(at: index)
      var facts = nameless
      facts.children = []
      absorbFacts(of: facts)
      children.insert(contentsOf: nameless.children, at: index)
      folded += 1
    }
  }

  /// Errors of the tree below it and itself, also those that were left out.
  var size: Int { children.reduce(1 + omitted) { $0 + $1.size } }
}
