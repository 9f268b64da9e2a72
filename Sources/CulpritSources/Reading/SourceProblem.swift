package import Culprit

/// Why a source, or the rest of it, was not read.
package struct SourceProblem: Error, Hashable, Sendable {
  package var reason: Report.Skipped.Reason
  /// Lower case, no full stop.
  package var detail: String

  init(_ reason: Report.Skipped.Reason, _ detail: String) {
    self.reason = reason
    self.detail = detail
  }

  init(_ error: SystemError) {
    self.init(error.isMissing ? .missing : .unreadable, error.text)
  }

  /// libarchive has one code for all that is broken; its message (English, never translated) tells how.
  init(archiveMessage: String) {
    let text = archiveMessage.lowercased()
    // The last two are LZMA_BUF_ERROR and Z_BUF_ERROR: the input ended before its end mark.
    let unfinished = ["truncated", "premature end", "no progress is possible", "failed (-5)"]
    if unfinished.contains(where: text.contains) {
      self.init(.truncated, "ends in the middle of its packed data")
    } else if text.contains("passphrase") || text.contains("encrypt") {
      self.init(.encrypted, "is encrypted")
    } else {
      self.init(.corrupt, "cannot be unpacked: \(text)")
    }
  }

  /// - Parameter offset: bytes of the source that were read before, and are analysed.
  func skipped(source: String, after offset: Int) -> Report.Skipped {
    Report.Skipped(
      source: source, offset: offset > 0 ? offset : nil, bytes: nil, reason: reason, detail: detail)
  }
}
