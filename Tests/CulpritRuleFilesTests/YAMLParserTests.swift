import Testing

@testable import CulpritRuleFiles

@Suite struct YAMLParserTests {
  /// Text, quoted texts, blocks, lists and mappings.
  private static let sample = Array(
    """
    id: a
    text: 'it''s'
    list: [1, "b\\n", {c: d}]
    block: |
      é first
      second
    nothing: ~

    """.utf8)

  private func tree(_ bytes: [UInt8]) throws -> YAMLNode? {
    guard let parser = YAMLParser(bytes) else { return nil }
    return try parser.nextDocument()
  }

  @Test("a file that is cut anywhere is read or refused")
  func cutAnywhere() throws {
    for length in 0..<Self.sample.count {
      do throws(YAMLProblem) {
        _ = try YAMLParser(Array(Self.sample.prefix(length)))?.nextDocument()
      } catch {
        #expect(error.place.line >= 1 && error.place.line <= 9)
        #expect(error.message.contains("; "))
      }
    }
  }

  @Test("any byte in any place is read or refused", arguments: [0x00, 0x0D, 0x22, 0x26, 0x7F, 0x80, 0xC3, 0xFF])
  func anyByte(_ byte: UInt8) {
    for place in Self.sample.indices {
      var bytes = Self.sample
      bytes[place] = byte
      do throws(YAMLProblem) {
        _ = try YAMLParser(bytes)?.nextDocument()
      } catch {
        #expect(error.place.line >= 1)
      }
    }
  }

  @Test("each node knows where it begins, in characters")
  func places() throws {
    guard case .mapping(let entries)? = try tree(Self.sample)?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key.place.line) == [1, 2, 3, 4, 7])
    #expect(entries.map(\.value.place.column) == [5, 7, 7, 8, 10])
    #expect(entries.map(\.value.isNull) == [false, false, false, false, true])
  }

  @Test("a place inside a text counts the quotes that are written twice")
  func placeInside() throws {
    guard case .mapping(let entries)? = try tree(Self.sample)?.content else {
      Issue.record("no mapping")
      return
    }
    // text: 'it''s'
    #expect(entries[1].value.place(ofByte: 4) == FilePlace(line: 2, column: 13))
    #expect(entries[0].value.place(ofByte: 1) == FilePlace(line: 1, column: 6))
    // Of a block only the beginning is known.
    #expect(entries[3].value.place(ofByte: 3) == entries[3].value.place)
  }

  @Test("an empty text has no document")
  func empty() throws {
    #expect(try tree([]) == nil)
    #expect(try tree(Array("# nothing\n".utf8)) == nil)
  }
}
