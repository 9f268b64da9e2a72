import CulpritJSON
import Testing

@Suite struct JSONWriterTests {
  @Test("what is written reads back as the same value", arguments: [JSONWriter.Layout.compact, .pretty])
  func readsBack(_ layout: JSONWriter.Layout) {
    let value = JSONValue.object([
      .init(name: "z\"\\", value: .array([.null, .bool(true), .number("-1.5e3"), .array([]), .object([])])),
      .init(name: "a", value: .string("\u{0}\u{1B}[31m\u{7F}\u{9B}\u{2028}é😀\n\t\r</script>")),
    ])
    let text = JSONWriter.text(value, layout: layout)
    #expect(JSONReader.object(inLine: text) == value)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
  }

  @Test("the pretty layout indents by two spaces and keeps empty containers on a line")
  func indents() {
    let value = JSONValue.object([
      .init(name: "b", value: .array([.number("1"), .object([])])), .init(name: "a", value: .array([])),
    ])
    #expect(
      JSONWriter.text(value, layout: .pretty) == """
        {
          "b": [
            1,
            {}
          ],
          "a": []
        }
        """)
  }

  @Test("a number that JSON does not know is null", arguments: ["NaN", "Infinity", "01", "0x1", "", "1,\"a\":2"])
  func writesNull(_ number: String) {
    #expect(JSONWriter.text(.number(number)) == "null")
  }
}
