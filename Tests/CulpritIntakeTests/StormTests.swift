import CulpritIntake
import Testing

/// Where every few lines fail not all bytes are searched; what is framed is the same.
@Suite struct StormTests {
  /// Runs of lines, some of which fail densely, some never.
  private static func log(seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func roll(_ sides: UInt64) -> Int {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Int((state &* 0x2545_F491_4F6C_DD1D >> 33) % sides)
    }
    var text = ""
    while text.utf8.count < 700_000 {
      let density = [1, 3, 8, 25, 400, 10_000][roll(6)]
      for number in 0..<roll(1_200) {
        switch roll(UInt64(density)) {
        case 0: text += "2026-11-23 10:00:00 ERROR call \(number) unauthorized\n"
        case 1 where roll(9) == 0: text += "2026-11-23 10:00:00 INFO the credential store is open \(number)\n"
        case 2 where roll(4) == 0: text += "2026-11-23 10:00:00 INFO POST https://api.openai.com/v1 \(number)\n"
        case 3 where roll(50) == 0: text += String(repeating: "long \(number) ", count: 600) + "\n"
        default: text += "2026-11-23 10:00:00 INFO order \(number) is moved to the state SHIPPED\n"
        }
      }
    }
    return Array(text.utf8)
  }

  @Test("a search that leaves out the middle of blocks wants the same lines", arguments: 1...12 as ClosedRange<UInt64>)
  func sameLines(_ seed: UInt64) {
    var options = IntakeOptions(cellSize: 256 << 10, stretchBefore: 24 << 10, stretchAfter: 6 << 10, head: 4 << 10)
    options.countsRepeats = false
    let bytes = Self.log(seed: seed)
    // Where names are looked for, all is searched.
    var searchingAll = options
    searchingAll.names = ["nobody-is-called-so"]
    let all = Reading.reading(of: bytes, options: searchingAll)
    for pieces in [Int.max, 5_000] {
      let some = Reading.reading(of: bytes, options: options, pieces: pieces)
      #expect(some.coverage == all.coverage)
      #expect(some.records.map(Reading.image) == all.records.map(Reading.image))
    }
  }
}
