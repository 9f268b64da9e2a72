import CulpritDiagnosis
import CulpritIntake
import CulpritSignals
import Testing

/// A tally keeps the first occurrences by place, and the last one, and counts all.
@Suite struct TallyTests {
  private struct Mark: Hashable, Sendable, Located {
    var origin: Origin
  }

  private static func marks(_ count: Int) -> [Mark] {
    (0..<count).map { number in
      let place = Place(source: "a.log", offset: number * 10, newlinesInCell: number)
      return Mark(origin: Origin(place: place, writer: Writer(source: "a.log"), time: nil))
    }
  }

  private static func tally(of marks: [Mark]) -> Tally<Mark> {
    var tally = Tally(marks[0])
    for mark in marks.dropFirst() { tally.add(mark) }
    return tally
  }

  @Test("it keeps the first by place and the last, and counts the rest, in any order", arguments: UInt64(1)...8)
  func anyOrder(_ seed: UInt64) {
    let marks = Self.marks(100)
    var generator = SeededGenerator(seed: seed)
    let tally = Self.tally(of: marks.shuffled(using: &generator))
    #expect(tally.count == 100)
    #expect(tally.first == Array(marks.prefix(tally.first.count)))
    #expect(tally.first.count < 100 && !tally.first.isEmpty)
    #expect(tally.last == marks[99])
    #expect(tally == Self.tally(of: marks))
  }

  @Test("tallies of parts merge into that of the whole", arguments: UInt64(1)...8)
  func merges(_ seed: UInt64) {
    let marks = Self.marks(60)
    var generator = SeededGenerator(seed: seed)
    let shuffled = marks.shuffled(using: &generator)
    let cut = Int.random(in: 1..<59, using: &generator)
    let (early, late) = (Self.tally(of: Array(shuffled[..<cut])), Self.tally(of: Array(shuffled[cut...])))
    var one = early
    one.merge(late)
    var other = late
    other.merge(early)
    #expect(one == other)
    #expect(one == Self.tally(of: marks))
  }

  @Test("few occurrences are all kept, each once")
  func few() {
    let marks = Self.marks(3)
    #expect(Self.tally(of: marks.reversed()).kept == marks)
  }
}
