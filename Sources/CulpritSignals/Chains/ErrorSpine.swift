/// The errors of one chain, of which each hangs on the next or the one before, however many they are.
///
/// A chain may be as deep as its record has lines, and a tree must not: the first and the last ones are
/// kept, and those between them counted.
struct ErrorSpine {
  /// In which order errors come.
  enum Order {
    case outermostFirst, innermostFirst
  }

  private(set) var nodes: [ErrorNode] = []
  private let order: Order
  private var omitted = 0

  private static let half = ChainLimits.depth / 2

  init(_ order: Order) { self.order = order }

  var last: ErrorNode? { nodes.last }
  var isEmpty: Bool { nodes.isEmpty }

  mutating func append(_ node: ErrorNode) {
    if nodes.count >= ChainLimits.depth {
      nodes.remove(at: Self.half)
      omitted += 1
    }
    nodes.append(node)
  }

  /// Changes the last one; does nothing where there is none.
  mutating func changeLast(_ change: (inout ErrorNode) -> Void) {
    guard let last = nodes.indices.last else { return }
    change(&nodes[last])
  }

  /// The outermost with all below it; nil for none. Causes that an error has already stay.
  func tree() -> ErrorNode? {
    var nodes = self.nodes
    if omitted > 0 { nodes[order == .outermostFirst ? Self.half - 1 : Self.half].omitted += omitted }
    return ErrorNode.nested(order == .outermostFirst ? nodes : nodes.reversed())
  }
}
