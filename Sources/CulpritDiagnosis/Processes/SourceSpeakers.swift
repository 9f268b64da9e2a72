import CulpritIntake
import CulpritSignals

/// Which processes speak in a source, and whether their headers say so.
///
/// A record without a pid is of none whose headers always print one, but for the lines below those headers.
struct SourceSpeakers {
  /// All processes whose pids are known.
  private(set) var keys: Set<Process.Key> = []
  /// Those that named their pid in the text of a banner, under a header that has none.
  private var unmarked: Set<Process.Key> = []
  /// Formats of headers in which the pid of a process stands.
  private var formats: [Process.Key: Set<String>] = [:]

  /// A record whose header tells the pid.
  mutating func add(_ key: Process.Key, format: String) {
    keys.insert(key)
    formats[key, default: []].insert(format)
  }

  /// A banner whose text tells the pid.
  mutating func add(banner key: Process.Key) {
    keys.insert(key)
    unmarked.insert(key)
  }

  /// The one process that can have written a record without a pid; nil where none or several can.
  func only(for writer: Writer) -> Process.Key? {
    let isHeaded = writer.format != "plain" && writer.format != "tagged"
    if let only = keys.first, keys.count == 1 {
      // Its own headers are of another format: whoever prints this one is another program.
      return isHeaded && !unmarked.contains(only) && !(formats[only] ?? []).contains(writer.format) ? nil : only
    }
    guard let first = unmarked.first, unmarked.count == 1 else { return nil }
    let others = keys.subtracting(unmarked).filter { formats[$0]?.contains(writer.format) ?? false }
    return others.isEmpty ? first : nil
  }
}
