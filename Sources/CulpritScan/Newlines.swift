internal import CScan

/// The first newline at `start` or after it, at the speed of memory.
package func firstNewline(in bytes: Span<UInt8>, from start: Int) -> Int? {
  firstNewline(in: bytes, from: start, before: bytes.count)
}

/// The first newline of `start..<end`, which lies in `bytes`.
package func firstNewline(in bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
  precondition(start >= 0 && start <= end && end <= bytes.count)
  let found = unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe Int(cscan_first_newline(bytes.baseAddress, start, end))
  }
  return found < end ? found : nil
}

/// Where the line that begins at `start` ends, behind its newline, or `end` where none stands before; and a
/// hash of it, the same for the same bytes.
package func lineEnd(in bytes: Span<UInt8>, from start: Int, before end: Int) -> (end: Int, hash: UInt64) {
  precondition(start >= 0 && start <= end && end <= bytes.count)
  var hash: UInt64 = 0
  let found = unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe Int(cscan_line_end(bytes.baseAddress, start, end, &hash))
  }
  return (found, hash)
}

/// Whether `text` stands at an index of `bytes`, which has as many bytes from there on.
package func areSame(_ text: [UInt8], _ bytes: Span<UInt8>, at index: Int) -> Bool {
  precondition(index >= 0 && index + text.count <= bytes.count)
  return unsafe text.withUnsafeBufferPointer { text in
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe cscan_are_same(text.baseAddress, bytes.baseAddress, index, text.count) == 1
    }
  }
}

/// How many newlines stand in a range, which lies in `bytes`.
package func countNewlines(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
  precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
  return unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe Int(cscan_count_newlines(bytes.baseAddress, range.lowerBound, range.upperBound))
  }
}

/// The last newline before `end`.
package func lastNewline(in bytes: Span<UInt8>, before end: Int) -> Int? {
  lastNewline(in: bytes, from: 0, before: end)
}

/// The last newline of `start..<end`, which lies in `bytes`.
package func lastNewline(in bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
  precondition(start >= 0 && start <= end && end <= bytes.count)
  let found = unsafe bytes.withUnsafeBufferPointer { bytes in
    unsafe Int(cscan_last_newline(bytes.baseAddress, start, end))
  }
  return found < end ? found : nil
}
