/// A pattern for names of files, as shells have them: `*`, `?`, `[a-z]` within a part of a path, `**` for any
/// parts.
package struct Glob: Hashable, Sendable {
  private let parts: [[Character]]
  /// Without a slash it is about the last part of a name, wherever the file lies.
  private let isAboutLastPart: Bool

  package init(_ text: String) {
    let parts = text.split(separator: "/").map(Array.init)
    self.parts = parts
    isAboutLastPart = !text.contains("/")
  }

  /// Whether a name is meant: the whole of it, or its last parts where the pattern begins with no slash.
  package func matches(_ name: String) -> Bool {
    let names = name.split(separator: "/").map(Array.init)
    if isAboutLastPart { return parts.isEmpty ? false : Self.matches(parts[0], names.last ?? []) }
    return matches(names)
  }

  /// Row by row: which numbers of the name's parts the pattern's first parts can stand for.
  private func matches(_ names: [[Character]]) -> Bool {
    // It may begin at any part of the name.
    var reached = [Bool](repeating: true, count: names.count + 1)
    for part in parts {
      var next = [Bool](repeating: false, count: names.count + 1)
      if part == ["*", "*"] {
        var isReached = false
        for index in reached.indices {
          isReached = isReached || reached[index]
          next[index] = isReached
        }
      } else {
        for index in names.indices where reached[index] && Self.matches(part, names[index]) {
          next[index + 1] = true
        }
      }
      reached = next
    }
    return reached[names.count]
  }

  /// One part against one: goes back to the last `*` only, so that the cost is a product at most.
  static func matches(_ pattern: [Character], _ name: [Character]) -> Bool {
    var (index, position) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < name.count {
      if index < pattern.count, pattern[index] == "*" {
        star = (index, position)
        index += 1
      } else if let end = Self.end(of: pattern, at: index, taking: name[position]) {
        index = end
        position += 1
      } else if let last = star {
        star = (last.index, last.position + 1)
        (index, position) = (last.index + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on when one element of it, not a `*`, takes a character; nil where it does not.
  private static func end(of pattern: [Character], at index: Int, taking character: Character) -> Int? {
    guard index < pattern.count else { return nil }
    if pattern[index] == "?" { return index + 1 }
    guard pattern[index] == "[", let close = pattern[(index + 1)...].dropFirst().firstIndex(of: "]") else {
      return pattern[index] == character ? index + 1 : nil
    }
    var members = pattern[(index + 1)..<close]
    let isNegated = members.first == "!" || members.first == "^"
    if isNegated { members.removeFirst() }
    return contains(character, in: Array(members)) != isNegated ? close + 1 : nil
  }

  private static func contains(_ character: Character, in members: [Character]) -> Bool {
    var index = 0
    while index < members.count {
      if index + 2 < members.count, members[index + 1] == "-" {
        if members[index] <= character && character <= members[index + 2] { return true }
        index += 3
      } else {
        if members[index] == character { return true }
        index += 1
      }
    }
    return false
  }

  /// A path that only a pattern can mean.
  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }
}

/// Which files of folders and archives are read.
package struct Selection: Hashable, Sendable {
  /// None: all.
  package var included: [Glob] = []
  package var excluded: [Glob] = []

  package init() {}

  func takes(_ name: String) -> Bool {
    guard included.isEmpty || included.contains(where: { $0.matches(name) }) else { return false }
    return !excluded.contains { $0.matches(name) }
  }
}
