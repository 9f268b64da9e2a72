import CulpritIntake
import CulpritJSON
import CulpritSignals

/// A record without header whose lines are those of `text`.
func textRecord(_ text: String, level: Level? = nil, format: String = "plain") -> Record {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
    index, line in
    Record.Line(place: Place(source: "test.log", offset: index, newlinesInCell: index), text: String(line))
  }
  return Record(
    place: lines[0].place, writer: Writer(source: "test.log", format: format), level: level, message: text,
    lines: lines)
}

/// A record that is one JSON object.
func jsonRecord(_ json: String) -> Record {
  let place = Place(source: "test.log", offset: 0, newlinesInCell: 0)
  let structure = JSONReader.object(inLine: json)
  let message = ["message", "msg", "event"].lazy.compactMap { structure?[$0]?.string }.first ?? ""
  return Record(
    place: place, writer: Writer(source: "test.log", format: "json"), message: message,
    lines: [.init(place: place, text: json)], structure: structure)
}

extension ParsedChain {
  /// `Outer > cause Inner`; the branches of one link in brackets, separated by a bar.
  var outline: String { outline(of: 0) }

  private func outline(of index: Int) -> String {
    let link = links[index]
    let name =
      link.relation == .outermost ? link.qualifiedType : "\(link.relation.rawValue) \(link.qualifiedType)"
    let children = links.indices.filter { links[$0].parent == index }.map { outline(of: $0) }
    switch children.count {
    case 0: return name
    case 1: return "\(name) > \(children[0])"
    default: return "\(name) > [\(children.joined(separator: " | "))]"
    }
  }

  func link(_ type: String) -> ParsedLink? { links.first { $0.type == type } }
}

func outlines(_ record: Record) -> [String] {
  ChainParser().chains(in: record).map(\.outline)
}
