import CulpritIntake
import CulpritSignals

extension Tally: Stored where Fact: Stored {
  package func write(to state: inout StateWriter) { state.write(count, first, last) }
  package init(from state: inout StateReader) throws(StateDamage) {
    let count: Int = try state.read()
    guard let tally = Self(count: count, first: try state.read(), last: try state.read()) else {
      throw StateDamage()
    }
    self = tally
  }
}

extension WorkMark: Stored {
  package func write(to state: inout StateWriter) { state.write(origin, work) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(origin: try state.read(), work: try state.read())
  }
}

extension WriterMark: Stored {
  package func write(to state: inout StateWriter) { origin.write(to: &state) }
  package init(from state: inout StateReader) throws(StateDamage) { self.init(origin: try state.read()) }
}

extension Ledger.ColumnKey: Stored {
  package func write(to state: inout StateWriter) { state.write(source, container, place, value) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(
      source: try state.read(), container: try state.read(), place: try state.read(), value: try state.read())
  }
}

extension ColumnTally: Stored {
  package func write(to state: inout StateWriter) { state.write(count, sentences, names) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(count: try state.read(), sentences: try state.read(), names: try state.read())
  }
}

extension Ledger: Stored {
  package func write(to state: inout StateWriter) {
    state.write(
      Array(failures.values), Array(bareChains.values), Array(claims.values), Array(requests.values),
      Array(announcements.values), Array(events.values), Array(work.values), Array(writers.values), columns,
      Array(mentions))
  }

  /// Keys are made of the facts again.
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init()
    failures = try Self.table(&state) { Self.key($0) }
    bareChains = try Self.table(&state) { Self.key($0) }
    claims = try Self.table(&state) { Self.key($0) }
    requests = try Self.table(&state) {
      RequestKey(writer: $0.origin.writer, host: $0.host, status: $0.status)
    }
    announcements = try Self.table(&state) { Self.key($0) }
    events = try Self.table(&state) {
      EventKey(writer: $0.origin.writer, pattern: $0.pattern, variable: $0.variable, subject: $0.subject)
    }
    work = try Self.table(&state) { WorkKey(writer: $0.origin.writer, template: $0.work.template) }
    writers = try Self.table(&state) { $0.origin.writer }
    columns = try state.read()
    mentions = Set(try state.read([String].self))
  }

  private static func table<Key: Hashable, Fact: Stored>(
    _ state: inout StateReader, key: (Fact) -> Key
  ) throws(StateDamage) -> [Key: Tally<Fact>] {
    let tallies: [Tally<Fact>] = try state.read()
    return Dictionary(tallies.map { (key($0.last), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension LineNumbers: Stored {
  package func write(to state: inout StateWriter) { state.write(cellSize, newlines, files) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self.init(cellSize: try state.read())
    newlines = try state.read()
    files = try state.read()
  }
}
