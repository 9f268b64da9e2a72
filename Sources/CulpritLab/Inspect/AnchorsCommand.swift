import Culprit
import CulpritRules
import CulpritScan
import Foundation

/// `culprit-lab anchors`: what Scan looks for, and how often it stands in the logs of a corpus.
struct AnchorsCommand {
  static let usage = """
    culprit-lab anchors FOLDER... how many lines of the files in these folders hold each anchor
    """

  private let folders: [String]

  init(_ words: [String]) throws {
    let arguments = try Arguments(words, options: [], flags: [])
    guard !arguments.paths.isEmpty else { throw Arguments.Problem(message: "give a folder") }
    folders = arguments.paths
  }

  func run() throws -> Int32 {
    let anchors = Rules.builtIn.set.anchors
    let plans = anchors.map { ScanPlan(anchors: [$0]) }
    var lines = Array(repeating: 0, count: anchors.count)
    var bytes = 0
    var hits: [Hit] = []
    for file in files() {
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else { continue }
      let text = [UInt8](data)
      bytes += text.count
      for (index, plan) in plans.enumerated() {
        hits.removeAll(keepingCapacity: true)
        _ = plan.scan(text.span, in: 0..<text.count, into: &hits)
        lines[index] += hits.count
      }
    }
    print("\(bytes) bytes")
    for (anchor, count) in zip(anchors, lines).sorted(by: { $0.1 > $1.1 }) {
      let share = String(format: "%9.2f a MB", Double(count) / max(1, Double(bytes)) * 1e6)
      print("\(String(repeating: " ", count: max(0, 8 - String(count).count)))\(count) \(share)  \(anchor.kind)  \(anchor.text)")
    }
    return 0
  }

  /// Archives are read as they lie there: what is packed in them is not counted.
  private func files() -> [String] {
    folders.flatMap { folder -> [String] in
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      return names.filter { !$0.hasSuffix("label.json") }.map { folder + "/" + $0 }
    }
  }
}
