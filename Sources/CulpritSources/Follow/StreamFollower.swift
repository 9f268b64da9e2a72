package import Culprit

/// Reads standard input while others still write to it, and tells events as they are decided.
package struct StreamFollower {
  private var analyzer: Analyzer
  private let name: String
  private let options: ReadingOptions

  /// - Parameter name: what a report calls standard input.
  package init(analyzer: Analyzer, name: String, options: ReadingOptions = ReadingOptions()) {
    self.analyzer = analyzer
    self.name = name
    self.options = options
  }

  /// Milliseconds after which a silent stream is looked at, and signals are.
  private static let tick = 20

  /// Bytes that a writer may be ahead: with the 64 KiB of a new pipe both sides wait for each other most of the time.
  private static let pipeSize = 1 << 20

  /// Ends with the stream, with Ctrl-C or SIGTERM, or when `tell` has nobody to tell it to.
  ///
  /// Gives the analyzer with all that came. What turns out to be packed is read to its end without events.
  package mutating func run(tell: (LiveMessage) -> Bool) -> Analyzer {
    var signals = StreamSignals()
    FileDescriptor.standardInput.enlargePipe(to: Self.pipeSize)
    var block = [UInt8](repeating: 0, count: Self.pipeSize / 4)
    guard let head = readHead(&signals, with: &block) else { return analyzer }
    guard Packing(head: head.span) == .none && TextCheck.isText(head.span) else {
      // Ctrl-C ends this one at once: there is no stream to end.
      _ = consume signals
      var feeder = SourceFeeder(analyzer: analyzer, options: options, budget: UnpackBudget(options.limits))
      feeder.feed(standardInput: name, after: head)
      return feeder.analyzer
    }
    analyzer.isEndless = true
    var file = RollingFile(source: name, begin: 0, partSize: RollingFile.streamedPart, for: analyzer)
    feed(head.span, to: &file)
    var nextLook: Int64 = 0
    while true {
      switch signals.next() {
      case .stop: return ended(file)
      case .report: if !tell(.report(analyzer.report())) { return ended(file) }
      case nil: break
      }
      if FileDescriptor.standardInput.isReadable(within: Self.tick) {
        let count = read(into: &block)
        if count == 0 { return ended(file) }
        feed(block.span.extracting(..<count), to: &file)
      }
      let start = Machine.steadyClock
      guard start >= nextLook else { continue }
      analyzer.advance(to: Moment(nanoseconds: start))
      let events = analyzer.events()
      if !events.isEmpty && !tell(.events(events, analyzer.toldProcesses)) { return ended(file) }
      // Looking takes a fifth of the time at most, so that the writer is never held up for long.
      nextLook = start + 5 * (Machine.steadyClock - start)
    }
  }

  private mutating func ended(_ file: RollingFile) -> Analyzer {
    var file = file
    file.close(in: &analyzer)
    return analyzer
  }

  /// The first bytes: enough to tell what they are, or what came before the first pause.
  ///
  /// Nil where a signal came first.
  private mutating func readHead(
    _ signals: inout StreamSignals, with block: inout [UInt8]
  ) -> [UInt8]? {
    var head: [UInt8] = []
    while head.count < Packing.headSize {
      if signals.next() == .stop {
        guard head.isEmpty else { break }
        return nil
      }
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

  private mutating func feed(_ bytes: Span<UInt8>, to file: inout RollingFile) {
    analyzer.advance(to: Moment(nanoseconds: Machine.steadyClock))
    file.feed(bytes, into: &analyzer)
  }
}

/// What a reader of a stream is told.
package enum LiveMessage {
  /// At least one event, and the processes that they speak of.
  case events([Event], [ProcessSummary])
  /// All that is known so far: somebody asked for it by SIGUSR1.
  case report(Report)
}
