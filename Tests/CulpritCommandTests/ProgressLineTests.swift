@testable import CulpritCommand
import Testing

@Suite struct ProgressLineTests {
  @Test("progress tells how much of how much was read, how fast, and how long it still takes")
  func text() {
    #expect(
      ProgressLine.text(bytes: 1_200_000_000, of: 4_800_000_000, nanoseconds: 4_000_000_000)
        == "1.2 GB of 4.8 GB, 300 MB/s, 12 s left")
    #expect(
      ProgressLine.text(bytes: 10_000, of: 40_000_000, nanoseconds: 1_000_000_000)
        == "10 kB of 40 MB, 10 kB/s, 67 min left")
    #expect(ProgressLine.text(bytes: 0, of: 100, nanoseconds: 0) == "0 bytes of 100 bytes, 0 bytes/s")
  }
}
