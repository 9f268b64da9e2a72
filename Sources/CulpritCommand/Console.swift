import CulpritReport
import CulpritSources

/// Standard output for results, standard error for everything else.
struct Console: Sendable {
  /// Nobody reads standard output any more: what is still written goes nowhere, without a word.
  private(set) var isClosed = false
  /// Standard output could not be written to, as on a full disk.
  private(set) var hasFailed = false

  mutating func print(_ text: String) {
    guard !isClosed && !hasFailed else { return }
    do throws(SystemError) {
      try FileDescriptor.standardOutput.write(Array(text.utf8))
    } catch {
      if error.isBrokenPipe {
        isClosed = true
      } else {
        hasFailed = true
        tell("standard output", error.text)
      }
    }
  }

  /// `place: error: message`, for people.
  func tell(_ place: String, _ message: String) {
    note("\(place): error: \(message)")
  }

  /// A line on standard error; control characters of names would be orders to the terminal.
  func note(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let clean = lines.map { DisplayText.cleaned(String($0)) + "\n" }.joined()
    // Where standard error is closed there is nobody to tell.
    try? FileDescriptor.standardError.write(Array(clean.utf8))
  }
}
