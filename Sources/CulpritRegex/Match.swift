/// Where a pattern matched. Ranges are UTF-8 offsets in the text.
package struct Match: Sendable {
  package let text: String
  private let ranges: [Range<Int>?]
  private let groups: [String: [Int]]

  init(text: String, ranges: [Range<Int>?], groups: [String: [Int]]) {
    self.text = text
    self.ranges = ranges
    self.groups = groups
  }

  /// Of the whole match.
  package var range: Range<Int> { ranges.first.flatMap(\.self) ?? 0..<0 }

  /// Of a group by number; nil where it took no part in the match.
  package func range(_ group: Int) -> Range<Int>? {
    ranges.indices.contains(group) ? ranges[group] : nil
  }

  /// Of the group of that name that took part; a name may stand in several branches.
  package func range(_ name: String) -> Range<Int>? {
    groups[name]?.lazy.compactMap { range($0) }.first
  }

  /// Text of a group by number; 0 is the whole match.
  package subscript(_ group: Int) -> String? {
    range(group).map { text.slice($0) }
  }

  package subscript(_ name: String) -> String? {
    range(name).map { text.slice($0) }
  }

  /// The named groups that took part, with their text.
  package var values: [String: String] {
    var values: [String: String] = [:]
    for name in groups.keys { values[name] = self[name] }
    return values
  }
}

extension String {
  /// The text between two UTF-8 offsets, which must lie on borders of characters; O(1) to find.
  package func slice(_ bytes: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: bytes.lowerBound)
    let end = utf8.index(start, offsetBy: bytes.count)
    return String(self[start..<end])
  }
}
