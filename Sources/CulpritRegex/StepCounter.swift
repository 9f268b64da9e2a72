import CPCRE2

/// Counts the steps of a match, to find regexes that are slow on hostile text without looking at a clock.
///
/// Compiled without JIT and with a callout before every item of the regex, and without the optimisation that
/// hides backtracking into a repeat: 20 to 50 times slower than `CompiledPattern`, for rule checks only.
@safe package struct StepCounter: ~Copyable {
  private let code: OpaquePointer

  package init(_ pattern: String, options: CompiledPattern.Options = []) throws(PatternError) {
    var errorNumber: CInt = 0
    var errorOffset = 0
    var pattern = pattern
    let compiled = pattern.withUTF8 { bytes in
      let counting = UInt32(PCRE2_AUTO_CALLOUT) | UInt32(PCRE2_NO_AUTO_POSSESS)
      return unsafe pcre2_compile_8(
        bytes.baseAddress, bytes.count,
        UInt32(PCRE2_UTF) | UInt32(PCRE2_DUPNAMES) | counting | options.rawValue,
        &errorNumber, &errorOffset, nil)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(message: CompiledPattern.message(for: errorNumber), offset: errorOffset)
    }
    unsafe code = compiled
  }

  deinit {
    unsafe pcre2_code_free_8(code)
  }

  /// The steps that one search takes on `text`, over all starting points; stops at `limit` and returns it.
  package func steps(on text: String, limit: Int) -> Int {
    var tally = Tally(steps: 0, limit: limit)
    var text = text
    guard let data = unsafe pcre2_match_data_create_8(1, nil) else { return limit }
    defer { unsafe pcre2_match_data_free_8(data) }
    guard let context = unsafe pcre2_match_context_create_8(nil) else { return limit }
    defer { unsafe pcre2_match_context_free_8(context) }
    let result = text.withUTF8 { bytes in
      unsafe withUnsafeMutablePointer(to: &tally) { tally in
        // The callout may end the match with a positive number (go back) or a negative one (give up).
        unsafe _ = pcre2_set_callout_8(
          context,
          { _, tally in
            guard let tally = unsafe tally?.assumingMemoryBound(to: Tally.self) else { return 0 }
            unsafe tally.pointee.steps += 1
            return unsafe tally.pointee.steps >= tally.pointee.limit ? PCRE2_ERROR_CALLOUT : 0
          }, tally)
        return unsafe pcre2_match_8(
          code, bytes.baseAddress, bytes.count, 0, UInt32(PCRE2_NO_UTF_CHECK), data, context)
      }
    }
    // Whatever else stops a match (heap, depth) is a limit as well; no match is -1.
    return result < -1 ? limit : tally.steps
  }

  private struct Tally {
    var steps: Int
    var limit: Int
  }
}
