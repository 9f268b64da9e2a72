import CulpritSignals

/// An error with what hangs on it, as a program of some language has it in memory.
struct ErrorTree: Hashable {
  var type: String
  /// May have several lines.
  var message: String
  var status: Int?
  var code: String?
  /// Line numbers of its frames, outermost first; the first of a program's lines is 1.
  var frames: [Int]
  var children: [Child] = []

  struct Child: Hashable {
    var relation: ParsedLink.Relation
    var tree: ErrorTree
  }

  var cause: ErrorTree? { children.first { $0.relation == .cause || $0.relation == .during }?.tree }
  var branches: [ErrorTree] { children.filter { $0.relation == .grouped }.map(\.tree) }
  var suppressed: [ErrorTree] { children.filter { $0.relation == .suppressed }.map(\.tree) }
  var count: Int { children.reduce(1) { $0 + $1.tree.count } }
}

/// What a print of an error can tell.
struct Expressed: OptionSet {
  let rawValue: Int
  static let properties = Expressed(rawValue: 1)
  static let frames = Expressed(rawValue: 2)
}

extension ErrorTree {
  /// One line an error, indented below the one that it hangs on.
  func outline(_ expressed: Expressed, relation: ParsedLink.Relation = .outermost, depth: Int = 0) -> String {
    var line = String(repeating: "  ", count: depth) + "\(relation.rawValue) \(type): \(message.oneLine)"
    if expressed.contains(.properties) {
      line += " \(status.map(String.init) ?? "-") \(code ?? "-")"
    }
    if expressed.contains(.frames) { line += " \(frames)" }
    let rest = children.map { $0.tree.outline(expressed, relation: $0.relation, depth: depth + 1) }
    return ([line] + rest).joined(separator: "\n")
  }
}

extension ParsedChain {
  func outline(_ expressed: Expressed, from index: Int = 0, depth: Int = 0) -> String {
    let link = links[index]
    var line =
      String(repeating: "  ", count: depth)
      + "\(link.relation.rawValue) \(link.qualifiedType): \(link.message.oneLine)"
    if expressed.contains(.properties) {
      line += " \(link.properties["status"] ?? "-") \(link.properties["code"] ?? "-")"
    }
    if expressed.contains(.frames) { line += " \(link.frames.compactMap(\.line))" }
    let rest = links.indices.filter { links[$0].parent == index }
      .map { outline(expressed, from: $0, depth: depth + 1) }
    return ([line] + rest).joined(separator: "\n")
  }
}

extension String {
  /// White space at the ends of lines and blank lines are the printer's.
  var oneLine: String {
    split(separator: "\n").map { line in
      String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }.joined(separator: "⏎")
  }

  func indented(by count: Int) -> String {
    let margin = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : margin + $0 }
      .joined(separator: "\n")
  }
}
