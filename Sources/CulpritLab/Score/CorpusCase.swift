import Foundation

/// A folder with logs as a user has them, and the label that says what is wrong in them.
package struct CorpusCase: Sendable, CustomStringConvertible {
  /// Absolute.
  package var folder: String
  /// Name of the folder above it: `node`, `python`, `other`.
  package var area: String
  package var name: String
  package var label: Label
  /// Nobody looks at it while rules are written.
  package var isHeldBack: Bool
  /// Names in the folder but for the label, sorted by bytes; folders count as one path.
  package var files: [String]

  package var description: String { "\(area)/\(name)" }
}

/// Cases of a corpus, sorted by area and name.
package struct Corpus: Sendable {
  package var cases: [CorpusCase]

  package enum Problem: Error, CustomStringConvertible {
    case noCases(folder: String)
    case badLabel(file: String, reason: String)

    package var description: String {
      switch self {
      case .noCases(let folder): "\(folder): error: no folder with a label.json in it"
      case .badLabel(let file, let reason): "\(file): error: \(reason)"
      }
    }
  }

  /// Reads the labels below `folder`: a corpus, one area of it, or a single case.
  package init(at folder: String) throws {
    let heldBack = Self.heldBackFamilies(near: folder)
    cases = []
    for path in Self.caseFolders(below: folder) {
      let label = try Self.label(at: path + "/label.json")
      let parts = path.split(separator: "/").map(String.init)
      let area = parts.dropLast().last ?? ""
      let families = (label.family ?? "").split(separator: "+").map { "\(area)/\($0)" }
      let entries = try FileManager.default.contentsOfDirectory(atPath: path)
      cases.append(
        CorpusCase(
          folder: path, area: area, name: parts.last ?? "", label: label,
          isHeldBack: !heldBack.isDisjoint(with: families),
          files: entries.filter { $0 != "label.json" }.sorted(by: Self.precedes)))
    }
    if cases.isEmpty { throw Problem.noCases(folder: folder) }
  }

  private static func caseFolders(below folder: String) -> [String] {
    let root = URL(fileURLWithPath: folder).standardizedFileURL.path
    var level = [root]
    var found: [String] = []
    // A corpus has areas, an area has cases: nothing lies deeper, and logs of a case may be folders.
    for _ in 0...2 {
      found += level.filter { FileManager.default.fileExists(atPath: $0 + "/label.json") }
      level = level.filter { !found.contains($0) }.flatMap { parent in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.map { parent + "/" + $0 }
      }
    }
    return found.sorted(by: precedes)
  }

  /// By bytes, so that the order is the same in every locale.
  private static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  private static func label(at file: String) throws -> Label {
    do {
      return try JSONDecoder().decode(Label.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw Problem.badLabel(file: file, reason: "not a label: \(error)")
    }
  }

  /// `area/application` lines of `held-back.txt`, in the folder, above it, or two above (a single case).
  private static func heldBackFamilies(near folder: String) -> Set<String> {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    let places = [root, root.deletingLastPathComponent(), root.deletingLastPathComponent().deletingLastPathComponent()]
    for place in places {
      let file = place.appendingPathComponent("held-back.txt")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let lines = text.split(separator: "\n").map { $0.trimmingSpaces }
      return Set(lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(String.init))
    }
    return []
  }
}
