import CulpritDiagnosis
import CulpritIntake

/// A source that is being fed.
struct OpenSource: Sendable {
  /// What the caller calls it.
  let key: String
  /// What a report calls it.
  let name: String
  /// Others read the rest of it.
  let isPart: Bool
  var reader: SourceReader
  /// What its records told so far: part of the deployment when the source is closed.
  var facts = Ledger()
  /// Records that tell a credential failure outside of the time that was asked for.
  var failuresOutside = 0
}

/// Those that are being fed. An array, because what stands in one is changed where it is; a dictionary moves
/// its values in and out.
struct OpenSources: Sendable {
  private var sources: [OpenSource] = []
  private var indices: [String: Int] = [:]

  func index(of key: String) -> Int? { indices[key] }

  subscript(index: Int) -> OpenSource {
    _read { yield sources[index] }
    _modify { yield &sources[index] }
  }

  /// Adds one, in the place of that which has its key, and gives its index until one is removed.
  @discardableResult
  mutating func add(_ source: OpenSource) -> Int {
    if let index = indices[source.key] {
      sources[index] = source
      return index
    }
    indices[source.key] = sources.count
    sources.append(source)
    return sources.count - 1
  }

  mutating func remove(at index: Int) -> OpenSource {
    sources.swapAt(index, sources.count - 1)
    let removed = sources.removeLast()
    indices[removed.key] = nil
    if index < sources.count { indices[sources[index].key] = index }
    return removed
  }

  /// Sorted by what the caller calls them.
  var inOrder: [OpenSource] { sources.sorted { $0.key < $1.key } }
}
