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
