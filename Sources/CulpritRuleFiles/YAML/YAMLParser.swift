import CYAML

/// A text that is no YAML, or YAML that rule files do not use.
struct YAMLProblem: Error {
  var place: FilePlace
  var message: String
}

/// libyaml over one text; gives its documents as trees of our own.
@safe struct YAMLParser: ~Copyable {
  // libyaml keeps a pointer to the parser in the parser itself and reads the input as it goes, so both
  // need an address that stays: they are allocated here and freed in `deinit`.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Nil where there is no memory.
  init?(_ bytes: [UInt8]) {
    unsafe parser = .allocate(capacity: 1)
    unsafe input = .allocate(capacity: bytes.count)
    unsafe _ = input.initialize(from: bytes)
    guard unsafe yaml_parser_initialize(parser) == 1 else { return nil }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The tree of the next document, nil at the end of the text.
  func nextDocument() throws(YAMLProblem) -> YAMLNode? {
    var document = unsafe yaml_document_t()
    guard unsafe yaml_parser_load(parser, &document) == 1 else { throw problem() }
    defer { unsafe yaml_document_delete(&document) }
    guard unsafe yaml_document_get_root_node(&document) != nil else { return nil }
    var tree = unsafe YAMLTree(document)
    return try tree.node(1)
  }

  private func problem() -> YAMLProblem {
    let words = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "unreadable"
    guard unsafe parser.pointee.error != YAML_READER_ERROR else {
      // The reader works before lines are counted: it knows an offset only.
      let before = unsafe input.prefix(Int(parser.pointee.problem_offset))
      let line = unsafe before.count { $0 == UInt8(ascii: "\n") } + 1
      return YAMLProblem(
        place: FilePlace(line: line, column: 1), message: "not UTF-8: \(words); save the file as UTF-8")
    }
    return unsafe YAMLProblem(
      place: FilePlace(parser.pointee.problem_mark),
      message: "not YAML: \(words); look at this line and the one before it")
  }
}

/// Turns one libyaml document into a tree; bounded in depth, each node once.
@safe private struct YAMLTree {
  /// Outlived by the document that `nextDocument` deletes when the tree is made.
  private var document: yaml_document_t
  /// Numbers of the nodes so far: an alias would bring one back.
  private var seen: Set<CInt> = []
  /// Rule files nest seven deep.
  private static let maximumDepth = 24

  init(_ document: yaml_document_t) {
    unsafe self.document = document
  }

  /// Nodes count from 1, which is the root (yaml_document_get_node).
  mutating func node(_ number: CInt, depth: Int = 0) throws(YAMLProblem) -> YAMLNode {
    guard let node = unsafe yaml_document_get_node(&document, number)?.pointee else {
      preconditionFailure("libyaml names only nodes that it has")
    }
    let place = unsafe FilePlace(node.start_mark)
    guard depth < Self.maximumDepth else {
      throw YAMLProblem(place: place, message: "nested too deep; no rule needs more than a few levels")
    }
    guard seen.insert(number).inserted else {
      throw YAMLProblem(
        place: place, message: "used again by an alias ('*name'); write it out where it is used")
    }
    switch unsafe node.type {
    case YAML_SEQUENCE_NODE:
      return try unsafe YAMLNode(place: place, content: .list(list(itemNumbers(of: node), depth: depth + 1)))
    case YAML_MAPPING_NODE:
      return try unsafe YAMLNode(
        place: place, content: .mapping(mapping(pairNumbers(of: node), depth: depth + 1)))
    default:
      return unsafe YAMLNode(place: place, content: text(of: node))
    }
  }

  private func text(of node: yaml_node_t) -> YAMLNode.Content {
    let scalar = unsafe node.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let style: YAMLNode.Style =
      switch unsafe scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    return unsafe .text(String(decoding: bytes, as: UTF8.self), style)
  }

  private func itemNumbers(of node: yaml_node_t) -> [CInt] {
    let stack = unsafe node.data.sequence.items
    guard let start = unsafe stack.start, let top = unsafe stack.top else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: top - start))
  }

  private func pairNumbers(of node: yaml_node_t) -> [(key: CInt, value: CInt)] {
    let stack = unsafe node.data.mapping.pairs
    guard let start = unsafe stack.start, let top = unsafe stack.top else { return [] }
    return unsafe UnsafeBufferPointer(start: start, count: top - start).map { ($0.key, $0.value) }
  }

  private mutating func list(_ numbers: [CInt], depth: Int) throws(YAMLProblem) -> [YAMLNode] {
    var items: [YAMLNode] = []
    for number in numbers { items.append(try node(number, depth: depth)) }
    return items
  }

  private mutating func mapping(
    _ numbers: [(key: CInt, value: CInt)], depth: Int
  ) throws(YAMLProblem) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    for pair in numbers {
      let key = try node(pair.key, depth: depth)
      entries.append(YAMLNode.Entry(key: key, value: try node(pair.value, depth: depth)))
    }
    return entries
  }
}

extension FilePlace {
  /// libyaml counts both from 0.
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
