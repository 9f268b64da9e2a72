import CulpritScan
import Testing

/// What of a line is its shape, and what may change.
@Suite struct LineShapeTests {
  private struct Reading: Equatable {
    var hash: UInt64
    var fields: [String]
    var clock: Int32
  }

  private func read(_ line: String) -> Reading? {
    let bytes = Array(line.utf8)
    var shape = LineShape()
    guard shape.read(bytes.span, 0..<bytes.count) else { return nil }
    let fields = (0..<shape.fieldCount).map { String(decoding: bytes[shape.field($0)], as: UTF8.self) }
    return Reading(hash: shape.hash, fields: fields, clock: shape.firstClock)
  }

  @Test(
    "lines that differ in times, numbers and ids have one shape",
    arguments: [
      ("2026-11-23 03:14:00,123 ERROR job 48214 failed", "2026-11-24 23:59:59,7 ERROR job 9000 failed"),
      ("Nov  3 03:14:00 web sshd[8120]: bye", "Nov  9 04:00:01 web sshd[90123]: bye"),
      ("[23/Nov/2026:03:14:00 +0000] took 532ms", "[24/Nov/2026:05:00:00 +0000] took 7ms"),
      ("id 5ca495fa5a91c89b97eeab64ca2ce6bc done", "id 99aa00fa5a91c89b97eeab64ca2ce6b0 done"),
      ("request req_011CQxYzAbCdEfGh12 sent", "request req_7z9CQxYzAbCdEfGh34 sent"),
      (#"{"time":1795402800000,"pid":1234}"#, #"{"time":1795402899999,"pid":34567}"#),
      ("09:59:58.123456789012345678901234567890ZZ45", "10:59:58.993456789012345678901234567890ZZ45"),
      ("ticket T-48214 answered", "ticket T-112 answered"),
    ])
  func oneShape(_ a: String, _ b: String) throws {
    #expect(try #require(read(a)).hash == read(b)?.hash)
  }

  @Test(
    "what an answer may hang on is part of the shape",
    arguments: [
      ("POST /v1 200", "POST /v1 401"), (#"{"level":30,"msg":"a"}"#, #"{"level":50,"msg":"a"}"#),
      ("status_code=1002", "status_code=1008"), ("<14> a", "<11> a"), ("exit code 0", "exit code 1"), ("exit code 137", "exit code 143"), ("key is set", "key is not set"),
      ("model gpt-4o", "model gpt-5"), ("AADSTS7000215: no", "AADSTS7000222: no"),
      ("10:00:00 up", "10:00 up"), ("2026-11-23 03:14:00 x", "23/Nov/2026 03:14:00 x"),
    ])
  func otherShape(_ a: String, _ b: String) throws {
    #expect(try #require(read(a)).hash != read(b)?.hash)
  }

  @Test("fields are told with their places, times are not among them")
  func fields() throws {
    let shape = try #require(read("2026-11-23 03:14:00,123 [4312] job T-48214 took 12.5 s of 600"))
    #expect(shape.fields == ["4312", "48214", "12", "5", "600"])
    #expect(shape.clock == 11_640)
  }

  @Test("a line that is too long, or has more numbers than fit, has no shape")
  func none() {
    #expect(read(String(repeating: "a", count: 17 << 10)) == nil)
    let numbers: [String] = (10..<50).map { number in String(number * 1_000 + 7) }
    #expect(read(numbers.joined(separator: " ")) == nil)
    #expect(read("")?.fields == [])
  }

  @Test("a line's shape does not depend on what stands around it", arguments: 0..<40)
  func surroundings(_ start: Int) throws {
    let line = "2026-11-23 03:14:00 worker 4312 says: key of 164 chars, id 5ca495fa5a91"
    let around = Array((String(repeating: "9", count: start) + "\n" + line + "\n77777777").utf8)
    var shape = LineShape()
    let range = (start + 1)..<(start + 1 + line.utf8.count)
    let hasShape = shape.read(around.span, range)
    let alone = try #require(read(line))
    #expect(hasShape)
    #expect(shape.hash == alone.hash)
  }
}
