import CulpritJSON

/// Where a collector's object keeps what it says of a program's line.
///
/// Paths step into objects at each dot; of several the first that is there counts.
struct CollectorShape: Sendable {
  /// Without one member of each of these lists the object is of another shape.
  var needs: [[String]]
  var text: [String]
  /// A stack, which follows the text where the text does not hold it.
  var stack: [String] = []
  var service: [String] = []
  var container: [String] = []
  var host: [String] = []
  var pid: [String] = []
  var stream: [String] = []
  var level: [String] = []
  var time: [String] = []
  /// An object of labels, which tell where the line comes from.
  var labels: [String] = []

  /// The program's line with its origin; nil where the object is of another shape.
  func peel(_ object: JSONValue, _ line: EnvelopedLine) -> PeeledLine? {
    guard let text = text(in: object) else { return nil }
    var peeled = PeeledLine(text: text)
    peeled.text.removeLastNewline()
    peeled.origin = origin(in: object)
    peeled.level = Self.first(level, in: object).flatMap { LevelWord.any($0) }
    PrefixPattern.readTime(Self.first(time, in: object), line, into: &peeled)
    return peeled
  }

  private func text(in object: JSONValue) -> String? {
    guard needs.allSatisfy({ names in names.contains { Self.value(at: $0, in: object) != nil } }),
      var text = text.lazy.compactMap({ Self.value(at: $0, in: object)?.string }).first
    else { return nil }
    if let stack = Self.first(stack, in: object), !text.containsText(stack) { text += "\n" + stack }
    return text
  }

  private func origin(in object: JSONValue) -> Origin {
    var origin = Origin()
    // Docker's own names begin with a slash.
    origin.service = Self.first(service, in: object).map { $0.lastIndex(of: "/") == $0.startIndex ? String($0.dropFirst()) : $0 }
    origin.container = Self.first(container, in: object)
    origin.host = Self.first(host, in: object)
    origin.pid = Self.first(pid, in: object).flatMap { Int($0) }
    origin.stream = Self.first(stream, in: object)
    guard let labels = labels.lazy.compactMap({ Self.value(at: $0, in: object) }).first else { return origin }
    origin.add(StreamLabels.origin { StreamLabels.value($0, in: labels) })
    return origin
  }

  /// The first of them that is text or a number, and not empty.
  private static func first(_ paths: [String], in object: JSONValue) -> String? {
    paths.lazy.compactMap { path -> String? in
      switch value(at: path, in: object) {
      case .string(let text) where !text.isEmpty: text
      case .number(let digits): digits
      default: nil
      }
    }.first
  }

  private static func value(at path: String, in object: JSONValue) -> JSONValue? {
    if let value = object[path] { return value == .null ? nil : value }
    guard path.utf8.contains(UInt8(ascii: ".")), let value = object.value(at: path), value != .null else { return nil }
    return value
  }
}
