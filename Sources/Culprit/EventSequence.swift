public import CulpritReport

/// A piece of a source, as it came in.
public struct Piece: Sendable {
  public var source: String
  /// May be empty, to say only that time has passed.
  public var bytes: [UInt8]
  /// When it came in; nil where nobody looked at a clock.
  public var time: Moment?

  public init(source: String, bytes: [UInt8], time: Moment? = nil) {
    self.source = source
    self.bytes = bytes
    self.time = time
  }
}

extension Analyzer {
  /// The events of a stream of pieces, as they are decided; at its end those of what was still open.
  ///
  /// An event waits for the next piece: where the stream may fall silent, send empty ones.
  public func events<Pieces>(of pieces: Pieces) -> EventSequence<Pieces> {
    EventSequence(pieces: pieces, analyzer: self)
  }
}

/// The events of a stream of pieces.
public struct EventSequence<Pieces: AsyncSequence>: AsyncSequence where Pieces.Element == Piece {
  let pieces: Pieces
  let analyzer: Analyzer

  public func makeAsyncIterator() -> Iterator {
    Iterator(pieces: pieces.makeAsyncIterator(), analyzer: analyzer)
  }

  public struct Iterator: AsyncIteratorProtocol {
    private var pieces: Pieces.AsyncIterator
    private var analyzer: Analyzer
    private var waiting: ArraySlice<Event> = []
    private var isAtEnd = false

    init(pieces: Pieces.AsyncIterator, analyzer: Analyzer) {
      self.pieces = pieces
      self.analyzer = analyzer
    }

    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(Pieces.Failure) -> Event? {
      while waiting.isEmpty && !isAtEnd {
        if let piece = try await pieces.next(isolation: actor) {
          take(piece)
        } else {
          isAtEnd = true
          waiting = analyzer.finish()[...]
        }
      }
      return waiting.popFirst()
    }

    public mutating func next() async throws -> Event? {
      try await next(isolation: nil)
    }

    private mutating func take(_ piece: Piece) {
      if let time = piece.time { analyzer.advance(to: time) }
      if !piece.bytes.isEmpty { analyzer.feed(piece.bytes, from: piece.source) }
      waiting = analyzer.events()[...]
    }
  }
}
