package import CulpritIntake
import CulpritJSON
import CulpritRegex

/// The text of a record that is searched, with the way back from its offsets to the lines.
package struct RecordText: Sendable {
  /// Message, then the strings of a structured record that the message does not hold.
  package let text: String
  private let record: Record
  private let messageEnd: Int
  private let newlines: [Int]

  /// Strings of structured records beyond this many bytes in all are left out.
  private static let structureLimit = 64 << 10

  package init(_ record: Record) {
    self.record = record
    var text = record.message
    messageEnd = text.utf8.count
    if let structure = record.structure {
      var leaves: [String] = []
      Self.collect(structure, name: "", depth: 0, into: &leaves)
      for leaf in leaves where text.utf8.count < Self.structureLimit {
        let quoted = leaf.split(separator: "=", maxSplits: 1).last.map(String.init) ?? leaf
        // What is long is compared by nothing: naming it twice costs less than looking for it.
        if quoted.utf8.count > 1_000 || !record.message.containsBytes(quoted) { text += "\n" + leaf }
      }
    }
    self.text = text
    var newlines: [Int] = []
    for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") { newlines.append(offset) }
    self.newlines = newlines
  }

  /// The line on which the byte stands, as far as the record's text follows its lines.
  package func place(of offset: Int) -> Place {
    guard offset <= messageEnd else { return record.place }
    let line = newlines.firstIndex { $0 >= offset } ?? newlines.count
    // A panel's text and a decoded message have other lines than the source: the share of the way is near enough.
    let count = newlines.count + 1
    let index = record.panelTitle == nil || count >= record.lines.count
      ? min(line, record.lines.count - 1) : line * record.lines.count / max(count, 1)
    return record.lines.indices.contains(index) ? record.lines[index].place : record.place
  }

  /// The line of text around the offset.
  package func line(around offset: Int) -> String {
    let start = newlines.last { $0 < offset }.map { $0 + 1 } ?? 0
    let end = newlines.first { $0 >= offset } ?? text.utf8.count
    return text.slice(start..<max(start, end))
  }

  /// Scalars as `path=value`, strings that are long enough to say something as they are.
  private static func collect(_ value: JSONValue, name: String, depth: Int, into leaves: inout [String]) {
    guard depth < 8, leaves.count < 400 else { return }
    switch value {
    case .object(let members):
      for member in members {
        let path = name.isEmpty ? member.name : "\(name).\(member.name)"
        collect(member.value, name: path, depth: depth + 1, into: &leaves)
      }
    case .array(let elements):
      for element in elements { collect(element, name: name, depth: depth + 1, into: &leaves) }
    case .string(let text): leaves.append("\(name)=\(text)")
    case .number(let text): leaves.append("\(name)=\(text)")
    case .bool(let flag): leaves.append("\(name)=\(flag)")
    case .null: leaves.append("\(name)=null")
    }
  }
}
