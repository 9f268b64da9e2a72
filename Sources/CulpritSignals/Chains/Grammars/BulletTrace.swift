import CulpritIntake
import CulpritRegex

/// tslog's pretty print: the class, two blanks and the message; `error stack:`; frames on two lines
/// that begin with `•`.
struct BulletTrace: ChainGrammar {
  private static let opening = CompiledPattern.constant(
    #"^\s*(?<type>[A-Za-z_$][\w$.]*)\s{1,4}(?<message>.*)$"#)

  func chain(in text: ChainText, at start: Int) -> ReadChain? {
    guard start + 1 < text.count, Self.isStack(text[start + 1].content), text[start].kind == .other,
      let match = Self.opening.firstMatch(in: text[start].text.firstBytes(ChainLimits.headBytes)),
      let type = match["type"], ErrorName(type).isClassShaped
    else { return nil }
    var root = ErrorNode(
      ErrorHead(name: ErrorName(type), message: match["message"] ?? ""), place: text[start].place)
    var index = start + 2
    root.frames = Self.frames(text, &index)
    var inner: [ErrorNode] = []
    while inner.count < ChainLimits.depth, index < text.count,
      let connector = CauseConnector(text[index].text)
    {
      guard let head = connector.head(.certain) else { break }
      var node = ErrorNode(head, place: text[index].place)
      index += 1
      if index < text.count, Self.isStack(text[index].content) { index += 1 }
      node.frames = Self.frames(text, &index)
      inner.append(node)
    }
    if let cause = ErrorNode.nested(inner) { root.children = [cause] }
    return ReadChain(root: root, end: index)
  }

  private static func isStack(_ content: String) -> Bool { content == "error stack:" }

  /// Pairs of `• file<tab>function` and `<tab>path:line`; innermost first as printed.
  private static func frames(_ text: ChainText, _ index: inout Int) -> [Frame] {
    var frames: [Frame] = []
    while index < text.count, text[index].content.begins("•") {
      let parts = text[index].text.utf8.split(separator: 0x09, maxSplits: 1)
      let function = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self).trimmed : nil
      index += 1
      guard index < text.count, !text[index].content.begins("•") else { continue }
      let place = text[index].content
      let colon = place.utf8.lastIndex(of: UInt8(ascii: ":"))
      let line = colon.flatMap { Int(place[place.utf8.index(after: $0)...]) }
      let file = line == nil ? place : colon.map { String(place[..<$0]) } ?? place
      if frames.count < ChainLimits.frames {
        frames.append(Frame(file: file, line: line, function: function))
      }
      index += 1
    }
    return frames.reversed()
  }
}
