internal import CScan

/// What a line looks like without what changes from record to record: times, numbers, ids.
///
/// Lines of one shape differ in their times of day and in their fields alone.
package struct LineShape: Sendable {
  /// Of the line without times and fields.
  package private(set) var hash: UInt64 = 0
  /// Seconds of the day, of the first and last time on the line; -1 where none stands there.
  package private(set) var firstClock: Int32 = -1
  package private(set) var lastClock: Int32 = -1
  /// Words that may change, in order: numbers, fractions, quantities, ids; at most 32.
  package private(set) var fieldCount = 0
  /// Offset in the line and length of each field, in turn.
  private var fields = InlineArray<64, UInt32>(repeating: 0)

  package init() {}

  /// Takes the shape of the line `range`, which lies in `bytes`; false where it has none: it is longer
  /// than 16 KiB, or has more fields than fit. Costs about a nanosecond a byte.
  package mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    var shape = cscan_shape()
    let hasShape = unsafe bytes.withUnsafeBufferPointer { bytes in
      var span = fields.mutableSpan
      return unsafe span.withUnsafeMutableBufferPointer { fields in
        unsafe cscan_shape_of(
          bytes.baseAddress, range.lowerBound, range.upperBound, &shape, fields.baseAddress) == 1
      }
    }
    hash = shape.hash
    (firstClock, lastClock) = (shape.first_clock, shape.last_clock)
    fieldCount = Int(shape.count)
    return hasShape
  }

  /// Where a field stands, counted from the start of the line.
  package func field(_ index: Int) -> Range<Int> {
    let offset = Int(fields[2 * index])
    return offset..<(offset + Int(fields[2 * index + 1]))
  }
}

/// A hash of some bytes, the same in every run.
package func stableHash(_ bytes: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
  precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return seed }
    return unsafe cscan_hash(start + range.lowerBound, range.count, seed)
  }
}
