internal import CScan

/// The tables of CScan's filter, and the only place of this room that touches its pointers.
// @unchecked: the tables are written in `init` alone; cscan.h allows any number of readers after it.
@safe
final class FilterTables: @unchecked Sendable {
  private let tables: OpaquePointer

  init(windows: [AnchorWindow]) {
    guard let tables = unsafe cscan_tables_create() else { fatalError("no memory for scan tables") }
    unsafe self.tables = tables
    for window in windows {
      unsafe window.bytes.withUnsafeBufferPointer { bytes in
        // `baseAddress!`: a window has at least three bytes.
        unsafe cscan_tables_add(tables, bytes.baseAddress!, bytes.count, UInt32(window.bucket))
      }
    }
  }

  deinit { unsafe cscan_tables_destroy(tables) }

  /// Where windows may end in `range`, as CScan's header has it; `range` lies in `bytes`.
  func candidates(
    of bytes: Span<UInt8>, in range: Range<Int>, with kernel: ScanKernel,
    into found: inout InlineArray<512, Int>
  ) -> FilterProgress {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let progress = unsafe bytes.withUnsafeBufferPointer { bytes in
      var span = found.mutableSpan
      return unsafe span.withUnsafeMutableBufferPointer { found in
        unsafe cscan_candidates(
          kernel.kernel, tables, bytes.baseAddress, range.lowerBound, range.upperBound,
          found.baseAddress, found.count)
      }
    }
    return FilterProgress(
      position: progress.position, candidates: progress.candidates, newlines: progress.newlines)
  }
}

/// How far one call of the filter came.
struct FilterProgress {
  /// Everything before it is done.
  var position: Int
  /// How many candidates were written.
  var candidates: Int
  /// Newlines from the begin of the range to `position`.
  var newlines: Int
}
