import Foundation
import Testing

/// Logs of the corpus as an embedding program has them: names and bytes.
struct CorpusLogs: CustomTestStringConvertible, Sendable {
  var name: String
  var files: [File]

  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  var testDescription: String { name }
  var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  /// Every so-and-so-many-th case whose logs are not packed and have at most so many bytes, sorted by name.
  static func cases(every step: Int, upTo limit: Int) -> [CorpusLogs] {
    let areas = names(in: corpus).flatMap { area in
      names(in: corpus.appending(path: area)).map { "\(area)/\($0)" }
    }
    return stride(from: 0, to: areas.count, by: step).compactMap { index in
      guard let logs = CorpusLogs(areas[index]), logs.size <= limit else { return nil }
      return logs
    }
  }

  private init?(_ name: String) {
    let folder = Self.corpus.appending(path: name)
    self.name = name
    files = Self.names(in: folder).filter { $0 != "label.json" }.compactMap { file in
      (try? Data(contentsOf: folder.appending(path: file))).map { File(name: file, bytes: Array($0)) }
    }
    let isPacked = files.contains { $0.name.hasSuffix("gz") }
    guard !files.isEmpty && !isPacked else { return nil }
  }

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }
}
