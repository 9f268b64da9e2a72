import CulpritLab
import Testing

@Suite struct BaselineTests {
  private func score(right: Int, extra: Int) -> CaseScore {
    var score = CaseScore()
    for index in 0..<3 { score.ask(.cause, isRight: index < right) }
    score.faults[.extra] = extra
    return score
  }

  @Test("what is as right as before, or better, loses nothing")
  func noLoss() {
    let baseline = Baseline(entries: ["a/b": Baseline.entry(for: score(right: 2, extra: 1))])
    #expect(baseline.losses(of: score(right: 2, extra: 1), in: "a/b").isEmpty)
    #expect(baseline.losses(of: score(right: 3, extra: 0), in: "a/b").isEmpty)
  }

  @Test("a right answer less, a fault more, and a case that nobody recorded are losses")
  func losses() {
    let baseline = Baseline(entries: ["a/b": Baseline.entry(for: score(right: 2, extra: 0))])
    #expect(baseline.losses(of: score(right: 1, extra: 0), in: "a/b") == ["cause: 1 now, 2 before"])
    #expect(baseline.losses(of: score(right: 2, extra: 1), in: "a/b") == ["extra: 1 now, 0 before"])
    #expect(baseline.losses(of: score(right: 3, extra: 0), in: "a/new").count == 1)
  }

  @Test("a baseline has one case a line, sorted, and is read back as it was")
  func text() throws {
    let baseline = Baseline(entries: ["b/2": ["cause": 1], "a/1": ["sub": 1, "cause": 2]])
    #expect(
      baseline.text == """
        {
          "a/1": {"cause": 2, "sub": 1},
          "b/2": {"cause": 1}
        }

        """)
    #expect(try Baseline(baseline.text).entries == baseline.entries)
  }
}
