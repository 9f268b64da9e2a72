import Testing

@testable import CulpritScan

/// Every test runs with each kernel of the processor.
struct ScanPlanTests {
  static let kernels = ScanKernel.available

  /// The shapes of real anchors: long and short, alike and one inside of another.
  static let realAnchors = [
    Anchor(text: "api_key", kind: .failure), Anchor(text: "x-api-key", kind: .failure),
    Anchor(text: "api key", kind: .failure), Anchor(text: "apikey", kind: .context),
    Anchor(text: "cationerror", kind: .failure), Anchor(text: "nvalid_a", kind: .failure),
    Anchor(text: "openai", kind: .context), Anchor(text: "anthropic", kind: .context),
    Anchor(text: "groq", kind: .context), Anchor(text: "pm2", kind: .context),
    Anchor(text: "x.ai/", kind: .failure), Anchor(text: "api_key", kind: .context),
    Anchor(text: "this anchor has thirty-two bytes", kind: .failure),
  ]

  @Test("random text has the hits and newlines of a naive search", arguments: kernels, 1...60)
  func agreesWithNaiveSearch(kernel: ScanKernel, seed: Int) {
    var dice = Dice(seed: seed)
    let anchors = dice.anchors(of: "aAbB", count: 1 + seed % 9, lengths: 3...(4 + seed % 29))
    let plan = ScanPlan(anchors: anchors, kernel: kernel)
    let text = dice.text(of: "aAbBaAbBaAbB\n", count: seed * 23)
    for _ in 0..<20 {
      let start = Int.random(in: 0...text.count, using: &dice)
      let range = start..<Int.random(in: start...text.count, using: &dice)
      let found = plan.found(in: text, range: range)
      #expect(found.hits == NaiveScan.hits(of: anchors, in: text, range: range))
      #expect(found.newlines == NaiveScan.newlines(in: text, range: range))
    }
  }

  @Test("anchors of every length are found at every place", arguments: kernels, 3...32)
  func findsEveryPlace(kernel: ScanKernel, length: Int) {
    var dice = Dice(seed: length)
    let anchors = dice.anchors(of: "abcdefghijklmnop_- 0123", count: 40, lengths: length...length)
    let plan = ScanPlan(anchors: anchors, kernel: kernel)
    for (place, anchor) in zip(stride(from: 0, to: 330, by: 3), anchors + anchors + anchors) {
      var text = Array(repeating: UInt8(ascii: "."), count: place)
      text += anchor.text.uppercased().utf8
      #expect(plan.found(in: text).hits == [Hit(offset: place, kind: anchor.kind)])
      text += Array(repeating: UInt8(ascii: "~"), count: 75)
      #expect(plan.found(in: text).hits == [Hit(offset: place, kind: anchor.kind)])
      text.removeLast(76)
      #expect(plan.found(in: text).hits.isEmpty)
    }
  }

  @Test("letters fold, and no other bytes that differ in the same bit", arguments: kernels)
  func foldsLettersOnly(kernel: ScanKernel) {
    let plan = ScanPlan(anchors: Self.realAnchors, kernel: kernel)
    #expect(plan.found(in: Array("X-Api-KEY".utf8)).hits == [Hit(offset: 0, kind: .failure)])
    #expect(plan.found(in: Array("x-api\u{0D}key api\u{7F}key API\0KEY pm\u{12}".utf8)).hits.isEmpty)
  }

  @Test("a cut changes no first hit of a line and no count", arguments: kernels)
  func cutsChangeNothing(kernel: ScanKernel) {
    let plan = ScanPlan(anchors: Self.realAnchors, kernel: kernel)
    let text = Array(
      "GET x.ai/ openai\n\nAPI_KEY and api key and apikey\r\nquiet\nAuthenticationError groq".utf8)
    let whole = plan.found(in: text)
    #expect(whole.hits.count == 6)
    for cut in text.indices {
      // The first part sees no more than it is promised to need.
      let reach = min(text.count, cut + plan.longestAnchor - 1)
      let first = plan.found(in: Array(text[..<reach]), range: 0..<cut)
      let second = plan.found(in: Array(text[cut...]))
      let moved = second.hits.map { Hit(offset: $0.offset + cut, kind: $0.kind) }
      #expect(firstOfLines(first.hits + moved, in: text) == whole.hits)
      #expect(first.newlines + second.newlines == whole.newlines)
    }
  }

  private func firstOfLines(_ hits: [Hit], in text: [UInt8]) -> [Hit] {
    var seen: Set<[Int]> = []
    return hits.filter { hit in
      let line = NaiveScan.newlines(in: text, range: 0..<hit.offset)
      return seen.insert([line, Int(hit.kind.rawValue)]).inserted
    }
  }

  @Test("a storm has one hit of a kind a line, however many candidates", arguments: kernels)
  func survivesStorm(kernel: ScanKernel) {
    let plan = ScanPlan(anchors: Self.realAnchors, kernel: kernel)
    let line = String(repeating: "openai API_KEY ", count: 50) + "\n"
    let text = Array(String(repeating: line, count: 30).utf8)
    let found = plan.found(in: text)
    #expect(found.hits.count == 60)
    #expect(found.hits == NaiveScan.hits(of: Self.realAnchors, in: text, range: text.indices))
    #expect(found.newlines == 30)
  }

  @Test("nothing is found where nothing is", arguments: kernels)
  func findsNothing(kernel: ScanKernel) {
    let plan = ScanPlan(anchors: Self.realAnchors, kernel: kernel)
    let none = ScanPlan(anchors: [], kernel: kernel)
    #expect(none.longestAnchor == 0)
    #expect(plan.longestAnchor == 32)
    for (byte, count) in [(0, 0), (0, 1), (0, 1000), (0xFF, 1000)] {
      let text = Array(repeating: UInt8(byte), count: count)
      #expect(plan.found(in: text).hits.isEmpty)
      #expect(plan.found(in: text).newlines == 0)
    }
    let newlines = Array(repeating: UInt8(ascii: "\n"), count: 100_000)
    #expect(plan.found(in: newlines).newlines == 100_000)
    #expect(none.found(in: newlines, range: 13..<99_013).newlines == 99_000)
    #expect(none.found(in: Array("api_key".utf8)).hits.isEmpty)
  }

  @Test("many anchors of a user are no less found", arguments: kernels)
  func findsManyAnchors(kernel: ScanKernel) {
    var dice = Dice(seed: 7)
    let anchors = dice.anchors(of: "abcdefghijklmnopqrstuvwxyz", count: 200, lengths: 3...20)
    let plan = ScanPlan(anchors: anchors, kernel: kernel)
    let text = Array(anchors.map { $0.text + "\n" }.joined(separator: "\n").utf8)
    #expect(plan.found(in: text).hits == NaiveScan.hits(of: anchors, in: text, range: text.indices))
  }

  @Test("what Scan cannot look for is said before a plan is made")
  func knowsWhatIsSearchable() {
    #expect(Anchor.isSearchable("abc"))
    #expect(Anchor.isSearchable(String(repeating: "a", count: 32)))
    for text in ["", "ab", "two\nlines", "naïve", "tab\t", String(repeating: "a", count: 33)] {
      #expect(!Anchor.isSearchable(text))
    }
  }
}
