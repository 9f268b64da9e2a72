import CulpritJSON
import Testing

/// The compact JSON of a reading, with `…` behind it where it is incomplete.
private func read(_ text: String, at offset: Int = 0) -> String? {
  JSONReader.read(text, at: offset).map { JSONWriter.text($0.value) + ($0.isComplete ? "" : "…") }
}

@Suite struct JSONReaderTests {
  @Test("reads what JSON, Python, JavaScript and Ruby print", arguments: [
    // JSON
    (#"{"a": [1, -2.5e3, true, null], "b": {"c": "d"}}"#, #"{"a":[1,-2.5e3,true,null],"b":{"c":"d"}}"#),
    (#"{}"#, #"{}"#),
    (#"{"a": "\u00e9\ud83d\ude00\/\n"}"#, #"{"a":"é😀/\n"}"#),
    (#"{"a": "\ud83d x"}"#, "{\"a\":\"\u{FFFD} x\"}"),
    // Python
    (#"{'error': {'message': "You didn't", 'param': None, 'ok': True}}"#,
      #"{"error":{"message":"You didn't","param":null,"ok":true}}"#),
    (#"{'a': 'it\'s', 'b': b'caf\xc3\xa9', 'c': (1, 'x')}"#, #"{"a":"it's","b":"café","c":[1,"x"]}"#),
    (#"{'r': <Response [401 Unauthorized]>, 'f': <function f at 0x7f>}"#,
      #"{"r":"<Response [401 Unauthorized]>","f":"<function f at 0x7f>"}"#),
    (#"{'k': SecretStr('**********'), 'h': Headers({'a': 'b'})}"#,
      #"{"k":"SecretStr('**********')","h":{"a":"b"}}"#),
    (#"Error(code='invalid_api_key', status=401)"#, #"{"code":"invalid_api_key","status":401}"#),
    ("{'t': datetime.datetime(2026, 11, 23, 3, 14), 'n': nan}",
      #"{"t":"datetime.datetime(2026, 11, 23, 3, 14)","n":null}"#),
    ("{'a': ('one '\n       'two'), 's': {'x', 'y'}}", #"{"a":["one two"],"s":["x","y"]}"#),
    // JavaScript
    ("{ status: 401, ok: undefined, 'x-id': `it's`, n: 1_000n, }",
      #"{"status":401,"ok":null,"x-id":"it's","n":1000}"#),
    ("{ a: [Object], b: [Array], c: [Circular *1], d: [Function: f] }",
      #"{"a":"[Object]","b":"[Array]","c":"[Circular *1]","d":"[Function: f]"}"#),
    ("{ headers: Headers { a: '1' }, q: [Object: null prototype] { b: 2 } }",
      #"{"headers":{"a":"1"},"q":{"b":2}}"#),
    ("<ref *1> Foo { [Symbol(a)]: 1, Symbol(b c): 2, [cause]: 'x' }", #"{"Symbol(a)":1,"Symbol(b c)":2,"cause":"x"}"#),
    ("{ m: 'one\\n' +\n    'two ' +\n    \"three\", n: 1 }", #"{"m":"one\ntwo three","n":1}"#),
    ("{ at: 2026-11-23T03:14:00.000Z, m: Map(1) { 'a' => 1 }, s: Set(1) { 'b' }, u: Uint8Array(2) [ 1, 2 ] }",
      #"{"at":"2026-11-23T03:14:00.000Z","m":{"a":1},"s":["b"],"u":[1,2]}"#),
    ("{ e: [AuthenticationError: 401 no, really] { status: 401 } }",
      #"{"e":{"stack":"AuthenticationError: 401 no, really","status":401}}"#),
    ("{ v: `\\u{1F600}\\x41` }", #"{"v":"😀A"}"#),
    // Ruby, Java
    (#"{"a"=>1, :b=>nil, c: "d"}"#, #"{"a":1,"b":null,"c":"d"}"#),
    ("{authorization=[Bearer abc], status=401}", #"{"authorization":"[Bearer abc]","status":401}"#),
  ])
  func readsDialects(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test("reads an error in a dump with its stack and its properties")
  func readsPrintedErrors() {
    let text = """
      {
        err: AuthenticationError: 401 Incorrect API key provided: sk-a, b.
            at APIError.generate (/app/x.js:1:2)
            at async Promise.all (index 0) {
          status: 401,
          [cause]: Error: inner
              at f (/app/y.js:3:4),
          code: 'invalid_api_key'
        },
        level: 'error'
      }
      """
    let reading = JSONReader.read(text)
    #expect(reading?.isComplete == true)
    let value = reading?.value
    #expect(value?.value(at: "err.status")?.integer == 401)
    #expect(value?.value(at: "err.code")?.string == "invalid_api_key")
    #expect(value?.value(at: "err.cause.stack")?.string?.hasSuffix("(/app/y.js:3:4)") == true)
    #expect(value?.value(at: "err.stack")?.string?.hasPrefix("AuthenticationError: 401 Incorrect") == true)
    #expect(value?.value(at: "level")?.string == "error")
  }

  @Test("reads out of the middle of a text and says where the value ends")
  func readsFromTheMiddle() {
    let text = "é Error code: 401 - {'error': {'code': 'x'}} and more"
    let start = text.utf8.prefix { $0 != UInt8(ascii: "{") }.count
    let reading = JSONReader.read(text, at: start)
    #expect(reading?.value.value(at: "error.code")?.string == "x")
    #expect(reading?.end == text.utf8.count - " and more".utf8.count)
    #expect(reading?.isComplete == true)
  }

  @Test("keeps what stood before a cut", arguments: [
    (#"{"a": 1, "b": "two"#, #"{"a":1,"b":"two"}…"#),
    (#"{"a": 1, "b""#, #"{"a":1}…"#),
    (#"{"a": 1, "b":"#, #"{"a":1}…"#),
    (#"{"a": 1, "b": tru"#, #"{"a":1,"b":true}…"#),
    (#"{"a": [1, 40"#, #"{"a":[1,40]}…"#),
    (#"{"a": "x\u00"#, #"{"a":"x"}…"#),
    (#"{"a": "x\"#, #"{"a":"x"}…"#),
    ("{\"a\": \"cut here\n{\"b\": 1}", #"{"a":"cut here"}…"#),
    ("{'a': {'b': 'c'}", #"{"a":{"b":"c"}}…"#),
    ("{ a: [ 1, 2 }", #"{"a":[1,2]}…"#),
  ])
  func keepsWhatWasThere(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test("a value cut after any byte still reads, and never as complete")
  func cutsAnywhere() {
    let whole = Array(#"{"a": [1, {'b': 'c\u00e9'}, None], c: Headers { d: [Object], e: `f` }, "g": <x>}"#.utf8)
    for length in 1..<whole.count {
      let part = Array(whole[..<length])
      let reading = JSONReader.read(part.span)
      #expect(reading != nil && reading?.isComplete == false, "cut after \(length) bytes")
    }
    let reading = JSONReader.read(whole.span)
    #expect(reading?.isComplete == true)
  }

  @Test("reads quotes that were never escaped, and strings that were wrapped", arguments: [
    ("{'message': 'You didn't provide a key', 'n': 1}", #"{"message":"You didn't provide a key","n":1}"#),
    (#"{"message": "He said "hi" to me"}"#, #"{"message":"He said \"hi\" to me"}"#),
    ("{'message': 'wrapped\nat a width', 'n': 1}", #"{"message":"wrapped\nat a width","n":1}"#),
  ])
  func forgives(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test("reads a value within a quoted text, at every level of escaping")
  func readsEscapedValues() {
    let inner = #"{"error": {"message": "said \"no\"", "code": 401}}"#
    var text = inner
    for _ in 1...3 {
      text = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      let line = "msg=\"failed: " + text + " (end)\" level=error"
      let start = line.utf8.prefix { $0 != UInt8(ascii: "{") }.count
      let reading = JSONReader.read(line, at: start)
      #expect(reading?.value.value(at: "error.message")?.string == #"said "no""#)
      #expect(reading?.isComplete == true)
      #expect(reading?.end == start + text.utf8.count)
    }
  }

  @Test("prose is no value", arguments: ["", "   ", "hello", "401 Unauthorized".replacing("401", with: "status"), "}", ", a"])
  func refusesProse(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test("values nested beyond the limit are passed over", arguments: ["[", "{a:", "<ref *1>", "Foo(", "{'a': ["])
  func limitsDepth(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(JSONReader.read(text)?.isComplete == false)
  }

  @Test("what repeats in a hostile text costs linear time", arguments: [
    "{ a: b:c, ", "(x) ", "{'a': 'b' c ", "[foo ", "a(1, ", "\"\n", "{`\n`", "<, ", "Foo <", "\\", "{\\\"", "'a' + ",
    "{ (x) ", "a: E: \n", "[a: ", "{ 1 2 ", "{ é ", "x\"   ", "{{,", "\n at x {", "[E: m] {",
  ])
  func staysLinear(_ unit: String) {
    // Quadratic time over these 2 MB would take minutes; the suite as a whole takes seconds.
    let text = "{ " + String(repeating: unit, count: 2_000_000 / unit.utf8.count)
    #expect(JSONReader.read(text)?.isComplete != true)
  }

  @Test("no damage makes the reader trap, read past the end, or give what cannot be written", arguments: 1...4)
  func survivesDamage(_ seed: UInt64) {
    let texts = [
      #"{"a": [1, {'b': b'c\u00e9\x41'}, None], c: Headers { d: [Object], e: `f` }, "g": <x>, h: Map(1) { 'k' => 1 } }"#,
      "{ e: Error: m\n  at f (x:1:2) {\n [cause]: [B: n] { c: 'd' +\n 'e' } },\n t: 2026-11-23T03:14:00Z }",
      #"{\"a\": {\"b\": \"c\\\"d\"}}" rest"#,
    ].map { Array($0.utf8) }
    let signs = Array("{}[]()<>'\"`\\:,=> \nabnux01+-.é".utf8)
    var state = seed
    func next(_ limit: Int) -> Int {
      // The constants of Knuth's MMIX generator: any fixed sequence will do.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<5000 {
      var text = texts[next(texts.count)]
      for _ in 0..<(1 + next(6)) { text[next(text.count)] = signs[next(signs.count)] }
      text.removeLast(next(text.count))
      guard let reading = JSONReader.read(text.span) else { continue }
      let isWithin = (1...text.count).contains(reading.end)
      #expect(isWithin)
      let written = JSONWriter.text(.object([.init(name: "v", value: reading.value)]))
      #expect(JSONReader.object(inLine: written) != nil)
    }
  }
}
