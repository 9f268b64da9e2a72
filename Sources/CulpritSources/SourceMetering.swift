package import Culprit

/// Feeds plain files to a meter, one after the other.
package enum SourceMetering {
  private static let blockSize = 128 << 10

  /// - Returns: what could not be read, with the reason.
  package static func measure(_ list: SourceList, with meter: inout LogMeter) -> [Report.Skipped] {
    var skipped = list.skipped
    for entry in list.entries {
      do throws(SourceProblem) {
        try measure(entry, with: &meter)
      } catch {
        skipped.append(error.skipped(source: entry.name, after: 0))
      }
    }
    return skipped
  }

  private static func measure(
    _ entry: SourceList.Entry, with meter: inout LogMeter
  ) throws(SourceProblem) {
    let input = try input(of: entry)
    let head = try input.peek(TextCheck.headSize)
    guard Packing(head: head.span) == .none else {
      throw SourceProblem(.notText, "is packed; unpack it first")
    }
    guard TextCheck.isText(head.span) else { throw SourceProblem(.notText, "is no text") }
    var block = [UInt8](repeating: 0, count: blockSize)
    meter.open(entry.name)
    while case let count = try input.next(into: &block), count > 0 {
      meter.feed(block.span.extracting(0..<count))
    }
    meter.close()
  }

  private static func input(of entry: SourceList.Entry) throws(SourceProblem) -> ByteInput {
    guard let path = entry.path else { return ByteInput(stream: .standardInput, after: []) }
    do throws(SystemError) {
      let file = try FileDescriptor.open(path)
      return entry.isStream ? ByteInput(stream: file, after: []) : ByteInput(file: file, range: 0..<entry.size)
    } catch {
      throw SourceProblem(error)
    }
  }
}
