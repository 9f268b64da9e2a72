import CulpritJSON
import Testing

@Suite struct StrictObjectTests {
  @Test("a line that is one JSON object is read", arguments: [
    #"{"level":30,"time":1732331640000,"msg":"ok"}"#,
    #" {"a": {"b": [true, false, null, -0.5, 1e9, "x\ty\u00e9\ud83d\ude00"]}, "": ""} "#,
    "{}\r",
  ])
  func readsObjects(_ line: String) {
    let value = JSONReader.object(inLine: line)
    #expect(value != nil)
    #expect(value == JSONReader.read(line)?.value)
  }

  @Test("every other line is none", arguments: [
    "", "{", "}", "[]", "1", #"{"a":1} x"#, #"{"a":1,}"#, "{'a':1}", #"{"a":01}"#, #"{"a":1.}"#, #"{"a":}"#, #"{"a" 1}"#,
    #"{"a":tru}"#, #"{"a":"b}"#, #"{"a":NaN}"#, #"{a:1}"#, #"x {"a":1}"#, #"{"a":[1,]}"#, #"{"a":1"#, #"{"a":"\"#,
  ])
  func refusesTheRest(_ line: String) {
    #expect(JSONReader.object(inLine: line) == nil)
  }

  @Test("nesting beyond the limit is no object, and no crash")
  func limitsDepth() {
    let line = String(repeating: "{\"a\":", count: 100_000)
    #expect(JSONReader.object(inLine: line) == nil)
  }

  @Test("invalid UTF-8 is repaired")
  func repairsBytes() {
    let line: [UInt8] = Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)
    let value = JSONReader.object(inLine: line.span)
    #expect(value?["a"]?.string == "\u{FFFD}")
  }

  @Test("a path finds members, elements and names with dots")
  func findsPaths() {
    let value = JSONReader.object(inLine: #"{"err":{"cause":[{"m":"x"}]},"error.code":"c","error":{"a":1}}"#)
    #expect(value?.value(at: "err.cause.0.m")?.string == "x")
    #expect(value?.value(at: "error.code")?.string == "c")
    #expect(value?.value(at: "error.a")?.integer == 1)
    #expect(value?.value(at: "err.cause.1.m") == nil)
    #expect(value?.value(at: "err.none") == nil)
  }
}
