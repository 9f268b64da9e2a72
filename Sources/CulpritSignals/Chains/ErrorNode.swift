import CulpritIntake

/// One error while its chain is being read; becomes a link when the chain is finished.
struct ErrorNode {
  var name: ErrorName
  var message: String
  var relation: ParsedLink.Relation = .cause
  var properties: [String: String] = [:]
  /// Outermost first.
  var frames: [Frame] = []
  var place: Place
  var children: [ErrorNode] = []
  var printing = Printing.full
  /// Errors of its chain next to this one that were left out, because there are too many.
  var omitted = 0

  /// How the error was printed, which decides what a second printing of it adds.
  enum Printing {
    case full
    /// On a single line: types inside of its message became links, which a fuller printing does not do.
    case oneLine
    /// Inside of another error that only carries it between processes.
    case carried
  }

  init(_ head: ErrorHead, relation: ParsedLink.Relation = .cause, place: Place) {
    self.name = head.name
    self.message = head.message
    self.relation = relation
    self.place = place
    if let code = head.code { properties["code"] = code }
  }

  /// It hangs on the error above as its cause, not beside others.
  var isCause: Bool { relation != .grouped && relation != .suppressed }

  /// Whether both print one error: the same class, and messages of which one continues the other.
  func isSameError(as other: ErrorNode) -> Bool {
    guard name.type == other.name.type else { return false }
    let (a, b) = (message.comparable, other.message.comparable)
    return a.isEmpty || b.isEmpty || a.hasPrefix(b) || b.hasPrefix(a) || a.hasSuffix(b) || b.hasSuffix(a)
  }

  /// Takes over what the other printing of the same error has and this one lacks.
  mutating func absorb(_ other: ErrorNode) {
    if other.message.utf8.count > message.utf8.count || printing == .oneLine && other.printing != .oneLine {
      message = other.message
    }
    if name.qualifiedType.utf8.count < other.name.qualifiedType.utf8.count { name = other.name }
    properties.merge(other.properties) { own, _ in own }
    if frames.count < other.frames.count { frames = other.frames }
    switch (printing == .oneLine, other.printing == .oneLine) {
    case (true, false):
      children = other.children
      printing = .full
    case (false, true): break
    default: children = Self.fuller(children, other.children)
    }
  }

  /// Of two printings of the causes the one with more links, completed from the other.
  private static func fuller(_ a: [ErrorNode], _ b: [ErrorNode]) -> [ErrorNode] {
    var (more, less) = size(of: a) >= size(of: b) ? (a, b) : (b, a)
    for node in less {
      guard let index = more.firstIndex(where: { $0.isSameError(as: node) }) else { continue }
      more[index].absorb(node)
    }
    return more
  }

  private static func size(of nodes: [ErrorNode]) -> Int {
    nodes.reduce(0) { $0 + 1 + size(of: $1.children) }
  }

  /// Puts the other printing on the node of this tree that is the same error; false where there is
  /// none.
  mutating func absorbBelow(_ other: ErrorNode) -> Bool {
    if isSameError(as: other) {
      absorb(other)
      return true
    }
    for index in children.indices where children[index].absorbBelow(other) { return true }
    return false
  }

  /// One chain of errors that stand outermost first; the causes that they have already stay. Nil
  /// for none.
  static func nested(_ nodes: some BidirectionalCollection<ErrorNode>) -> ErrorNode? {
    var chain: ErrorNode?
    for var node in nodes.reversed() {
      if let inner = chain { node.children.insert(inner, at: 0) }
      chain = node
    }
    return chain
  }
}

extension String {
  /// For comparing printings of one message: without white space and without what may be cut at its
  /// end.
  fileprivate var comparable: String {
    var bytes: [UInt8] = []
    for byte in utf8.prefix(400) where byte > 0x20 && byte != UInt8(ascii: "\\") { bytes.append(byte) }
    return String(decoding: bytes.prefix(120), as: UTF8.self)
  }
}
