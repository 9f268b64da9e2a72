import CPCRE2
import Synchronization

/// A regex that PCRE2 could not compile.
package struct PatternError: Error, Hashable, Sendable {
  package var message: String
  /// Bytes from the start of the pattern.
  package var offset: Int
}

/// A PCRE2 regex. Matches UTF-8 text; costs 3 to 8 µs to make, and three times that once more when it has been
/// used often enough to be worth machine code.
@safe package final class CompiledPattern: @unchecked Sendable {
  // @unchecked: `code` is written once in `init` and only read afterwards, and PCRE2 documents compiled
  // code as safe for simultaneous use (pcre2api, "Multithreading"). JIT would change it: a copy gets it.
  private let code: OpaquePointer
  /// Address of the copy with machine code; 0 as long as there is none.
  private let machineCode = Atomic<UInt>(0)
  private let interpretedBytes = Atomic<Int>(0)
  /// A short log shows most patterns a few lines, which an interpreter reads in less time than JIT takes to compile.
  private static let bytesBeforeMachineCode = 2_048
  /// Never changed after it was made, so that all matches may share it.
  nonisolated(unsafe) private static let context: OpaquePointer? = {
    let context = unsafe pcre2_match_context_create_8(nil)
    if let context = unsafe context { unsafe _ = pcre2_set_match_limit_8(context, matchLimit) }
    return unsafe context
  }()
  /// Names of the named groups, with their numbers; a name may stand in several branches.
  package let groups: [String: [Int]]
  private let groupCount: Int

  package struct Options: OptionSet, Sendable {
    package var rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    package static let ignoresCase = Self(rawValue: UInt32(PCRE2_CASELESS))
    package static let anchored = Self(rawValue: UInt32(PCRE2_ANCHORED))
    /// `^` and `$` match at each line.
    package static let multiline = Self(rawValue: UInt32(PCRE2_MULTILINE))
    /// White space in the pattern is ignored.
    package static let extended = Self(rawValue: UInt32(PCRE2_EXTENDED))

    /// How patterns of rule files and regexes of a provider's dialect are meant: `^` is the start of any line
    /// of a record's text.
    package static let ofWordings: Self = [.multiline]
    /// How header formats are meant: at the start of a line's text, and only there.
    package static let ofHeaders: Self = [.anchored]
  }

  package init(_ pattern: String, options: Options = []) throws(PatternError) {
    var errorNumber: CInt = 0
    var errorOffset = 0
    var pattern = pattern
    let compiled = pattern.withUTF8 { bytes in
      // PCRE2 wants a pointer even for an empty pattern, and takes its length apart.
      unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count,
        UInt32(PCRE2_UTF) | UInt32(PCRE2_DUPNAMES) | UInt32(PCRE2_NEVER_BACKSLASH_C) | options.rawValue,
        &errorNumber, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(message: Self.message(for: errorNumber), offset: errorOffset)
    }
    unsafe code = compiled
    unsafe groups = Self.groupNames(of: compiled)
    var captures: UInt32 = 0
    unsafe _ = pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &captures)
    groupCount = Int(captures) + 1
  }

  deinit {
    unsafe pcre2_code_free_8(code)
    let copy = machineCode.load(ordering: .acquiring)
    unsafe pcre2_code_free_8(OpaquePointer(bitPattern: copy))
  }

  /// What to match with: machine code where there is some.
  private func codeForUse(on count: Int) -> OpaquePointer {
    let copy = machineCode.load(ordering: .acquiring)
    if let fast = unsafe OpaquePointer(bitPattern: copy) { return unsafe fast }
    let (before, after) = interpretedBytes.add(count, ordering: .relaxed)
    // One thread alone crosses the bound; until it is done, others go on without.
    guard before < Self.bytesBeforeMachineCode, after >= Self.bytesBeforeMachineCode else { return unsafe code }
    return unsafe makeMachineCode()
  }

  /// The copy with machine code: this one, or that of another thread which was quicker.
  private func makeMachineCode() -> OpaquePointer {
    guard let copy = unsafe pcre2_code_copy_8(code) else { return unsafe code }
    // Without JIT the copy still matches, only slower: its result code is not needed.
    unsafe _ = pcre2_jit_compile_8(copy, UInt32(PCRE2_JIT_COMPLETE))
    let (isFirst, known) = machineCode.compareExchange(
      expected: 0, desired: UInt(bitPattern: copy), ordering: .acquiringAndReleasing)
    guard !isFirst, let other = unsafe OpaquePointer(bitPattern: known) else { return unsafe copy }
    unsafe pcre2_code_free_8(copy)
    return unsafe other
  }

  /// A regex of the program itself, known to be right: a wrong one is our own mistake and ends the program.
  package static func constant(_ pattern: String, _ options: Options = []) -> CompiledPattern {
    do {
      return try CompiledPattern(pattern, options: options)
    } catch {
      preconditionFailure("pattern does not compile at \(error.offset): \(error.message): \(pattern)")
    }
  }

  /// The first match at or after `start` (a UTF-8 offset in `text`), or nil; also nil where the match
  /// limit was reached. A start inside a character is moved to the next one. `text` is copied only where it
  /// is not contiguous UTF-8.
  package func firstMatch(in text: String, from start: Int = 0) -> Match? {
    var text = text
    let ranges = text.withUTF8 { unsafe self.match($0, from: start) }
    guard let ranges else { return nil }
    return Match(text: text, ranges: ranges, groups: groups)
  }

  package func matches(_ text: String) -> Bool {
    firstMatch(in: text) != nil
  }

  /// All matches from left to right, not overlapping; `limit` at most.
  package func allMatches(in text: String, limit: Int = 1_000) -> [Match] {
    var found: [Match] = []
    var start = 0
    let end = text.utf8.count
    while found.count < limit, start <= end, let match = firstMatch(in: text, from: start) {
      found.append(match)
      // Always forward, also past an empty match and one that `\K` began behind its end.
      start = max(
        match.range.upperBound, match.range.isEmpty ? max(start, match.range.upperBound) + 1 : start)
    }
    return found
  }

  /// Bounded work on hostile text: both limits are PCRE2's, counted in its own steps.
  private static let matchLimit: UInt32 = 1_000_000

  private func match(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> [Range<Int>?]? {
    var start = start
    while start < bytes.count, unsafe bytes[start] & 0xC0 == 0x80 { start += 1 }
    guard start <= bytes.count, let data = unsafe pcre2_match_data_create_8(UInt32(groupCount), nil) else {
      return nil
    }
    defer { unsafe pcre2_match_data_free_8(data) }
    // Without the limit nothing is matched.
    guard let context = unsafe Self.context else { return nil }
    let code = unsafe codeForUse(on: bytes.count - start)
    // A Swift string is valid UTF-8, so PCRE2 need not check it again. An empty one may have no address.
    var nothing: UInt8 = 0
    let result = unsafe withUnsafePointer(to: &nothing) { empty in
      let text = unsafe bytes.baseAddress ?? empty
      var result = unsafe pcre2_match_8(
        code, text, bytes.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
      // The interpreter counts other steps: machine code has the last word, so that no answer hangs on how often
      // the pattern was used.
      if result == PCRE2_ERROR_MATCHLIMIT, machineCode.load(ordering: .acquiring) == 0 {
        result = unsafe pcre2_match_8(
          makeMachineCode(), text, bytes.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
      }
      guard result == PCRE2_ERROR_JIT_STACKLIMIT else { return result }
      // The machine code has 32 KB of stack (pcre2jit); the interpreter takes heap, within the same limit.
      return unsafe pcre2_match_8(
        code, text, bytes.count, start, UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NO_JIT), data, context)
    }
    guard result > 0, let vector = unsafe pcre2_get_ovector_pointer_8(data) else { return nil }
    var ranges: [Range<Int>?] = []
    ranges.reserveCapacity(groupCount)
    for group in 0..<groupCount {
      let (from, to) = unsafe (vector[2 * group], vector[2 * group + 1])
      // PCRE2_UNSET is ~0, which arrives as -1; a \K can put the start behind the end.
      ranges.append(group < Int(result) && from >= 0 && from <= to && to <= bytes.count ? from..<to : nil)
    }
    return ranges
  }

  static func message(for error: CInt) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
      unsafe pcre2_get_error_message_8(error, bytes.baseAddress, bytes.count)
    }
    return length > 0 ? String(decoding: buffer.prefix(Int(length)), as: UTF8.self) : "error \(error)"
  }

  private static func groupNames(of code: OpaquePointer) -> [String: [Int]] {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    unsafe _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    unsafe _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    unsafe _ = pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table = unsafe table else { return [:] }
    var names: [String: [Int]] = [:]
    for index in 0..<Int(count) {
      // An entry is the group's number in two bytes and its name, ended by zero (pcre2api, "INFO_NAMETABLE").
      let entry = unsafe table + index * Int(entrySize)
      let name = unsafe String(cString: entry + 2)
      unsafe names[name, default: []].append(Int(entry[0]) << 8 | Int(entry[1]))
    }
    return names
  }
}
