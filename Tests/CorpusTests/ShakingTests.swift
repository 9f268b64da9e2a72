import Culprit
@testable import CulpritLab
import Testing

/// The changes of `culprit-lab shake` change what they say, and nothing else.
@Suite struct ShakingTests {
  private static let log = """
    2026-11-23T03:14:00Z INFO [41] worker /srv/shop/worker.py started
    23/Nov/2026:03:14:01 +0000 GET /health 200
    Nov 23 03:14:02 web-1 shop[41]: ready
    {"time": 1795403642123, "msg": "ok"}
    """

  private func shaken(_ shaking: Shaking, _ text: String = log) -> String {
    shaking.shaken(text, source: "a.log", report: Analyzer.report(on: text, from: "a.log"), seed: 1)
  }

  @Test("times of all formats move by the same days")
  func moved() {
    let text = shaken(.moveTime)
    #expect(text.contains("2026-12-30T03:14:00Z") && text.contains("30/Dec/2026:03:14:01") && text.contains("Dec 30 03:14:02"))
    #expect(text.contains("1798600442123"))
  }

  @Test("the same lines are dropped in every run, about a tenth of them")
  func dropped() {
    let text = (0..<1_000).map { "line \($0)" }.joined(separator: "\n")
    let left = shaken(.dropTenth, text).split(separator: "\n").count
    #expect((850...950).contains(left))
    #expect(shaken(.dropTenth, text) == shaken(.dropTenth, text))
  }

  @Test("folders get other names, files and libraries keep theirs")
  func renamed() {
    let text = "at /srv/shop/worker.py in /srv/shop/.venv/lib/python3.12/site-packages/openai/_client.py"
    let other = PlaceNames.renamed(text, hosts: [])
    #expect(!other.contains("/shop/") && other.contains("/worker.py") && other.contains("site-packages/openai/_client.py"))
  }

  @Test("lines of a record stay together where noise comes between")
  func doubled() {
    let text = "2026-11-23 03:14:00 ERROR failed\nTraceback (most recent call last):\n  File \"a.py\", line 1\n2026-11-23 03:14:01 INFO ok"
    let lines = shaken(.doubleNoise, text).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines[1].hasSuffix("failed") && lines[2].hasPrefix("Traceback") && lines[3].hasPrefix("  File"))
  }

  @Test("lines go into docker's objects and come back, also those that end with CR LF")
  func wrapped() {
    let text = shaken(.wrap, "one \"a\"\r\ntwo\n")
    #expect(text.split(separator: "\n").count == 2)
    #expect(text.contains(#"{"log":"one \"a\"\n","stream":"stderr""#))
  }

  @Test("a tenth comes twice, or one place later, and no line is lost")
  func repeated() {
    let lines = (0..<1_000).map { "line \($0)" }
    let twice = shaken(.repeatTenth, lines.joined(separator: "\n")).split(separator: "\n")
    #expect((1_050...1_150).contains(twice.count))
    let swapped = shaken(.swapTenth, lines.joined(separator: "\n")).split(separator: "\n").map(String.init)
    #expect(swapped != lines && swapped.sorted() == lines.sorted())
  }

  @Test("a line without its time keeps the rest")
  func timeless() {
    #expect(shaken(.removeTimes, "2026-11-23 03:14:00,123 ERROR failed") == "ERROR failed")
  }

  @Test("classes are renamed as whole words")
  func classes() {
    #expect(Shaking.renamed("JobError: MyJobError JobErrors JobError", words: ["JobError"]) == "Quux0Error: MyJobError JobErrors Quux0Error")
  }
}
