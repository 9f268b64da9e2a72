import CulpritScan

/// What is known of lines and records that were read before, so that their like need not be read again.
///
/// A memory: it may be forgotten at any time. Lines are known by their
/// signatures: their shape, and those of their fields that count. What a lane of lines does with a line of
/// a known signature is an automaton whose states are found as they come up.
package struct Repeats: Sendable {
  /// A line whose signature is known.
  struct Token {
    var lane: Int32
    var origin: Int32
    var isBare: Bool
    var tellsDay: Bool
    var hasOwnTime: Bool
  }

  /// What one more line does to a lane, as far as it is decided by the line alone.
  struct Move {
    var next: Int32
    /// The line is added to the open record, and nothing else happens.
    var isOnlyMore: Bool
  }

  /// What one more line does to a lane.
  struct Transition {
    var next: Int32
    /// The line is added to an open record, none begins.
    var goesOn: Bool
    /// Records that end, by their places among the open ones, with their shapes.
    var ended: [(open: Int, shape: Int)]
    /// Places of those that stay open.
    var kept: [Int]
    /// A record begins with the line.
    var begins: Bool

    fileprivate var move: Move { Move(next: next, isOnlyMore: goesOn && !begins && ended.isEmpty) }
  }

  /// What a gap does to a lane with one open record.
  struct Gap {
    /// State behind it; -1 as long as no gap was seen.
    var next: Int32 = -1
    /// Of the record that it ends.
    var shape = 0
  }

  /// The transition of a state that was asked for last.
  private struct Guess {
    var signature: UInt64 = 0
    var transition: Int32 = -1
  }

  /// A lane at some time: with nothing but how the open records compare being known of it.
  struct State {
    var lane: Lane
    /// The same with nothing open.
    var resting: Int32
  }

  /// Lines as they are, with their signatures.
  var memo = LineMemo()
  /// The same of lines that follow each other.
  var runs = LineRuns()
  private var layouts: [UInt32] = []
  private var layoutIndex = HashIndex()
  private(set) var tokens: [Token] = []
  private var tokenIndex = HashIndex()
  private(set) var origins: [Origin] = []
  private var originNumbers: [Origin: Int] = [:]
  private(set) var lanes: [Origin] = []
  private var laneNumbers: [Origin: Int] = [:]
  var states: [State] = []
  private var freshStates: [Int32] = []
  private var stateIndex = HashIndex()
  private(set) var transitions: [Transition] = []
  /// Of each transition.
  private(set) var moves: [Move] = []
  /// Of each state.
  private var guesses: [Guess] = []
  /// Of each state.
  var gaps: [Gap] = []
  private var transitionIndex = HashIndex()
  var shapes = RecordShapes()
  /// Lines of the open records of all states.
  private var linesOfStates = 0

  /// What is kept of each kind; a log with more begins anew.
  private static let limit = 1 << 14

  /// More than is kept is known: to be made anew.
  var isFull: Bool {
    layouts.count > Self.limit || tokens.count > Self.limit || states.count > Self.limit
      || transitions.count > Self.limit || linesOfStates > 8 * Self.limit || shapes.count > Self.limit / 4 || lanes.count > 512
  }

  // MARK: lines

  /// The signature of a line, if it is known which fields of its layout count.
  func signature(of shape: LineShape, _ bytes: Span<UInt8>, at start: Int) -> UInt64? {
    guard let number = layoutIndex[shape.hash] else { return nil }
    var counting = layouts[number]
    var hash = shape.hash
    while counting != 0 {
      let field = shape.field(counting.trailingZeroBitCount)
      hash = stableHash(bytes, (start + field.lowerBound)..<(start + field.upperBound), seed: hash)
      counting &= counting - 1
    }
    return hash
  }

  /// Takes note of which fields of a layout count; they are never fewer than before.
  mutating func learn(_ layout: UInt64, counting fields: UInt32) {
    if let number = layoutIndex[layout] {
      guard layouts[number] | fields != layouts[number] else { return }
      layouts[number] |= fields
      memo.forget()
      runs = LineRuns()
    } else {
      layoutIndex.set(layout, layouts.count)
      layouts.append(fields)
    }
  }

  func token(_ signature: UInt64) -> Int? { tokenIndex[signature] }

  mutating func addToken(_ signature: UInt64, origin: Origin, lane: Int, notes: LineNotes) {
    guard tokenIndex[signature] == nil else { return }
    tokenIndex.set(signature, tokens.count)
    tokens.append(
      Token(
        lane: Int32(lane), origin: Int32(number(of: origin)), isBare: origin.isBare, tellsDay: notes.tellsDay,
        hasOwnTime: notes.hasOwnTime))
  }

  // MARK: lanes

  mutating func number(ofLane key: Origin) -> Int {
    if let number = laneNumbers[key] { return number }
    laneNumbers[key] = lanes.count
    lanes.append(key)
    return lanes.count - 1
  }

  mutating func number(of origin: Origin) -> Int {
    if let number = originNumbers[origin] { return number }
    originNumbers[origin] = origins.count
    origins.append(origin)
    return origins.count - 1
  }

  // MARK: states

  /// The state of a lane to which nothing has come yet.
  mutating func freshState(ofLane number: Int) -> Int32 {
    while freshStates.count <= number {
      // `!`: a lane without anything open can always be compared.
      freshStates.append(state(of: Lane(), number: freshStates.count)!)
    }
    return freshStates[number]
  }

  /// The state of a lane as it is; nil where it cannot be compared with others.
  mutating func state(of lane: Lane, number laneNumber: Int) -> Int32? {
    guard let signature = lane.signature else { return nil }
    let key = mixed(signature, UInt64(laneNumber))
    if let known = stateIndex[key] { return Int32(known) }
    let number = Int32(states.count)
    stateIndex.set(key, states.count)
    states.append(State(lane: lane, resting: number))
    guesses.append(Guess())
    gaps.append(Gap())
    linesOfStates += lane.openLines
    if !lane.openOffsets.isEmpty, let resting = state(of: lane.resting, number: laneNumber) {
      states[Int(number)].resting = resting
    }
    return number
  }

  mutating func transition(from state: Int32, _ signature: UInt64) -> Int? {
    let guess = guesses[Int(state)]
    if guess.signature == signature, guess.transition >= 0 { return Int(guess.transition) }
    guard let number = transitionIndex[mixed(signature, UInt64(state))] else { return nil }
    guesses[Int(state)] = Guess(signature: signature, transition: Int32(number))
    return number
  }

  mutating func addTransition(from state: Int32, _ signature: UInt64, _ transition: Transition) {
    let key = mixed(signature, UInt64(state))
    guard transitionIndex[key] == nil else { return }
    transitionIndex.set(key, transitions.count)
    transitions.append(transition)
    moves.append(transition.move)
  }
}
