package import Culprit

/// Reads standard input while others still write to it, and tells events as they are decided.
package struct StreamFollower {
  private var analyzer: Analyzer
  private let name: String

  /// - Parameter name: what a report calls standard input.
  package init(analyzer: Analyzer, name: String) {
    self.analyzer = analyzer
    self.name = name
  }

  /// Milliseconds after which a silent stream is looked at, and signals are.
  private static let tick = 100

  /// Ends with the stream, with Ctrl-C or SIGTERM, or when `tell` has nobody to tell it to.
  ///
  /// Gives the analyzer with all that came. What turns out to be packed is read to its end without events.
  /// - Parameter tell: takes events, at least one, and the processes that they speak of; false where they
  ///   reach nobody.
  package mutating func run(tell: ([Event], [ProcessSummary]) -> Bool) -> Analyzer {
    var signals = StopSignals()
    // What a pipe holds; more is never there at once.
    var block = [UInt8](repeating: 0, count: 64 << 10)
    let head = readHead(&signals, with: &block)
    guard Packing(head: head.span) == .none && TextCheck.isText(head.span) else {
      // Ctrl-C ends this one at once: there is no stream to end.
      _ = consume signals
      var feeder = SourceFeeder(analyzer: analyzer)
      feeder.feed(standardInput: name, after: head)
      return feeder.analyzer
    }
    feed(head.span)
    var nextLook: Int64 = 0
    while !signals.came() {
      if FileDescriptor.standardInput.isReadable(within: Self.tick) {
        let count = read(into: &block)
        if count == 0 { break }
        feed(block.span.extracting(..<count))
      }
      let start = Machine.steadyClock
      guard start >= nextLook else { continue }
      analyzer.advance(to: Moment(nanoseconds: start))
      let events = analyzer.events()
      if !events.isEmpty && !tell(events, analyzer.toldProcesses) { break }
      // Looking takes a fifth of the time at most, so that the writer is never held up for long.
      nextLook = start + 5 * (Machine.steadyClock - start)
    }
    return analyzer
  }

  /// The first bytes: enough to tell what they are, or what came before the first pause.
  private mutating func readHead(
    _ signals: inout StopSignals, with block: inout [UInt8]
  ) -> [UInt8] {
    var head: [UInt8] = []
    while head.count < Packing.headSize && !signals.came() {
      if FileDescriptor.standardInput.isReadable(within: Self.tick) {
        let count = read(into: &block)
        if count == 0 { break }
        head += block[..<count]
      } else if !head.isEmpty {
        break
      }
    }
    return head
  }

  /// Reads what is there and gives the number of bytes; 0 at the end.
  private mutating func read(into block: inout [UInt8]) -> Int {
    do throws(SystemError) {
      return try FileDescriptor.standardInput.read(into: &block)
    } catch {
      analyzer.skip(SourceProblem(error).skipped(source: name, after: 0))
      return 0
    }
  }

  private mutating func feed(_ bytes: Span<UInt8>) {
    analyzer.advance(to: .now)
    analyzer.feed(bytes, from: name)
  }
}

extension Moment {
  /// By a clock that nobody sets.
  fileprivate static var now: Moment { Moment(nanoseconds: Machine.steadyClock) }
}
