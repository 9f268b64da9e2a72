import Culprit
import CulpritIntake
import CulpritRules
import CulpritSignals

/// `culprit-lab facts`: what Signals found in each record, to see which fact a diagnosis lacks.
struct FactsCommand {
  static let usage = """
    culprit-lab facts FILE...     what Signals found in each record that tells anything
    """

  private let rules = Rules.builtIn
  private let redactor: Redactor
  private let files: [String]

  init(_ words: [String]) throws {
    let arguments = try Arguments(words, options: [], flags: [])
    guard !arguments.paths.isEmpty else { throw Arguments.Problem(message: "give a file") }
    files = arguments.paths
    redactor = Redactor(providers: rules.set.providers)
  }

  func run() throws -> Int32 {
    var extractor = SignalExtractor(rules: rules.set)
    for file in files {
      for record in try RecordReader.records(of: file, rules: rules) {
        let facts = extractor.facts(of: record)
        let lines = Self.outline(of: facts)
        guard !lines.isEmpty else { continue }
        print("\(record.place.source)+\(record.place.offset)")
        for line in lines { print("  \(redactor.redact(line))") }
      }
    }
    return 0
  }

  /// Deeper than this, values are shown in one line.
  private static let depthLimit = 6

  /// Every member that holds something, one a line, indented by depth.
  private static func outline(of value: Any, depth: Int = 0) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    return Mirror(reflecting: value).children.flatMap { child -> [String] in
      let name = child.label ?? "-"
      // Where a record came from stands in its head, and `frame` shows it.
      guard name != "origin", name != "writer", !isEmpty(child.value) else { return [] }
      let mirror = Mirror(reflecting: child.value)
      let isLeaf = mirror.children.isEmpty || child.value is any CustomStringConvertible && !isList(mirror)
      if isLeaf || depth == depthLimit { return ["\(indent)\(name): \(child.value)"] }
      return ["\(indent)\(name)"] + outline(of: child.value, depth: depth + 1)
    }
  }

  private static func isList(_ mirror: Mirror) -> Bool {
    mirror.displayStyle == .collection || mirror.displayStyle == .dictionary || mirror.displayStyle == .optional
  }

  /// Nil, no elements, or false.
  private static func isEmpty(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .dictionary, .set: return mirror.children.isEmpty
    default: return value as? Bool == false || value as? String == ""
    }
  }
}
