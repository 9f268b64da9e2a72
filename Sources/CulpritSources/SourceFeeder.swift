package import Culprit

/// Reads sources to their end and feeds them to an analyzer; what cannot be read is named in the report.
package struct SourceFeeder {
  package private(set) var analyzer: Analyzer
  private var block: [UInt8] = []

  package init(analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// Bytes that are read at once; for small files fewer, because the memory must be cleared first.
  private static let blockSize = 256 << 10
  /// An archive in an archive is opened, one in that is not.
  private static let depthLimit = 2

  mutating func feed(_ part: SourcePart) {
    let entry = part.entry
    guard let path = entry.path else { return feed(standardInput: entry.name, after: []) }
    do throws(SystemError) {
      let file = try FileDescriptor.open(path)
      if let range = part.range {
        feed(file, range: range, of: entry)
      } else {
        let input =
          entry.isStream ? ByteInput(stream: file, after: []) : ByteInput(file: file, range: 0..<entry.size)
        feed(input, named: entry.name, depth: 0)
      }
    } catch {
      skip(entry.name, SourceProblem(error), after: 0)
    }
  }

  /// Plain text in one byte a character or in UTF-8: the only kind of which a part can be read alone.
  static func canBeCut(_ entry: SourceList.Entry) -> Bool {
    guard !entry.isStream, let path = entry.path, let file = try? FileDescriptor.open(path) else {
      return false
    }
    let head = (try? ByteInput(file: file, range: 0..<entry.size).peek(TextCheck.headSize)) ?? []
    return Packing(head: head.span) == .none && TextCheck.isText(head.span) && !TextCheck.isUTF16(head.span)
  }

  private mutating func feed(
    _ file: consuming FileDescriptor, range: Range<Int>, of entry: SourceList.Entry
  ) {
    let reach = analyzer.reach(ofPart: range, size: entry.size)
    analyzer.open(part: range, of: entry.name)
    pour(ByteInput(file: file, range: reach), named: entry.name)
  }

  /// Reads standard input to its end; `head` has the bytes that were read before.
  package mutating func feed(standardInput name: String, after head: [UInt8]) {
    feed(ByteInput(stream: .standardInput, after: head), named: name, depth: 0)
  }

  /// - Parameter depth: the number of archives around it.
  private mutating func feed(_ input: ByteInput, named name: String, depth: Int) {
    do throws(SourceProblem) {
      let head = try input.peek(min(TextCheck.headSize, max(input.size ?? .max, Packing.headSize)))
      if Packing(head: head.span) != .none {
        guard depth < Self.depthLimit else {
          throw SourceProblem(.limit, "is an archive in an archive in an archive")
        }
        try unpack(ArchiveReader(of: input), named: name, depth: depth)
      } else if TextCheck.isText(head.span) {
        pour(input, named: name)
        if head.isEmpty { noteEmpty(name) }
      } else {
        throw SourceProblem(.notText, "is no text")
      }
    } catch {
      skip(name, error, after: 0)
    }
  }

  private mutating func unpack(
    _ archive: ArchiveReader, named name: String, depth: Int
  ) throws(SourceProblem) {
    var last: String?
    while let member = try Self.nextMember(of: archive, after: last) {
      let memberName = member.name.map { "\(name)!\($0)" } ?? name
      if member.isEncrypted {
        skip(memberName, SourceProblem(.encrypted, "is encrypted"), after: 0)
      } else {
        let input = ByteInput { (buffer) throws(SourceProblem) in try archive.read(into: &buffer) }
        feed(input, named: memberName, depth: depth + 1)
      }
      last = member.name
    }
  }

  /// Where an archive breaks off, the message tells behind which member.
  private static func nextMember(
    of archive: ArchiveReader, after last: String?
  ) throws(SourceProblem) -> ArchiveMember? {
    do throws(SourceProblem) {
      return try archive.nextMember()
    } catch {
      let lost = last.map { "; members behind '\($0)' are lost" } ?? ""
      throw SourceProblem(error.reason, error.detail + lost)
    }
  }

  /// Feeds all of a source, and what was read of it where it breaks off.
  private mutating func pour(_ input: ByteInput, named name: String) {
    let size = max(4096, min(Self.blockSize, (input.size ?? .max - 1) + 1))
    if block.count < size { block = [UInt8](repeating: 0, count: size) }
    var offset = 0
    // A local one: the analyzer reads it while it is changed itself.
    var bytes: [UInt8] = []
    swap(&bytes, &block)
    defer { swap(&bytes, &block) }
    do throws(SourceProblem) {
      while case let count = try input.next(into: &bytes), count > 0 {
        analyzer.feed(bytes.span.extracting(0..<count), from: name)
        offset += count
      }
    } catch {
      skip(name, error, after: offset)
    }
    analyzer.close(name)
  }

  private mutating func noteEmpty(_ name: String) {
    analyzer.skip(Report.Skipped(source: name, offset: nil, bytes: 0, reason: .notText, detail: "is empty"))
  }

  private mutating func skip(_ name: String, _ problem: SourceProblem, after offset: Int) {
    analyzer.skip(problem.skipped(source: name, after: offset))
  }
}
