import Foundation
import Testing

/// A file of `Expected/` that an output is compared with.
struct ExpectedFile {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Expected")
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  /// With `RECORD_EXPECTED` in the environment the file is rewritten, and the test fails all the same.
  func check(_ output: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] != nil {
      try Data(output.utf8).write(to: file)
      Issue.record("\(name) was recorded anew: read the difference, then test again", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(output == expected, "\(name) differs; RECORD_EXPECTED=1 records it anew", sourceLocation: sourceLocation)
  }
}
