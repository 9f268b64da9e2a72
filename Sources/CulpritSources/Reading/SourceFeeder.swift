package import Culprit

/// Reads sources to their end and feeds them to an analyzer; what cannot be read is named in the report.
package struct SourceFeeder {
  package private(set) var analyzer: Analyzer
  private let options: ReadingOptions
  private let budget: UnpackBudget
  private let progress: ReadingProgress?
  /// What ends the reading early; nil where everything is read.
  private let glance: Glance?
  private var block: [UInt8] = []

  init(
    analyzer: Analyzer, options: ReadingOptions, budget: UnpackBudget, progress: ReadingProgress? = nil,
    glance: Glance? = nil
  ) {
    self.analyzer = analyzer
    self.options = options
    self.budget = budget
    self.progress = progress
    self.glance = glance
  }

  /// Bytes that are read at once; for small files fewer, because the memory must be cleared first.
  private static let blockSize = MemberStream.blockSize

  /// Where the bytes of an input belong.
  private struct Target {
    /// What a report calls the file.
    var name: String
    /// The source that it is a part of, and where it begins there.
    var source: String
    var begin: Int

    /// A source of its own.
    init(_ name: String) {
      (self.name, source, begin) = (name, name, 0)
    }

    init(_ entry: SourceList.Entry) {
      (name, source, begin) = (entry.name, entry.source, entry.begin)
    }

    /// A member of an archive: files of a rotated set are one source, in whatever order they stand there.
    init(member name: String) {
      self.init(name)
      guard let rotated = RotatedName(name) else { begin = FileSlot.current; return }
      guard let begin = FileSlot.begin(of: rotated) else { return }
      (source, self.begin) = (rotated.current, begin)
    }
  }

  mutating func feed(_ part: SourcePart) {
    let entry = part.entry
    guard let path = entry.path else { return feed(standardInput: entry.name, after: []) }
    analyzer.nameContainer(ofLog: path, source: entry.source)
    do throws(SystemError) {
      let file = try FileDescriptor.open(path)
      if let range = part.range {
        feed(file, range: range, of: entry)
      } else if entry.isStream {
        feed(ByteInput(stream: file, after: []), to: Target(entry), depth: 0)
      } else {
        let input = ByteInput(file: file, range: 0..<entry.size, progress: progress)
        if try isJournal(input) {
          if let glance { return glance.end() }
          readJournal(path, to: Target(entry))
        } else {
          feed(input, to: Target(entry), depth: 0)
        }
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
    let end = range.upperBound == .max ? .max : entry.begin + range.upperBound
    open(Target(entry), part: entry.begin + range.lowerBound..<end)
    pour(ByteInput(file: file, range: reach, progress: progress), to: Target(entry))
  }

  /// Reads standard input to its end; `head` has the bytes that were read before.
  package mutating func feed(standardInput name: String, after head: [UInt8]) {
    feed(ByteInput(stream: .standardInput, after: head), to: Target(name), depth: 0)
  }

  /// - Parameter depth: the number of archives around it.
  private mutating func feed(_ input: ByteInput, to target: Target, depth: Int) {
    do throws(SourceProblem) {
      let head = try input.peek(min(TextCheck.headSize, max(input.size ?? .max, Packing.headSize)))
      switch Packing(head: head.span) {
      case .none:
        guard TextCheck.isText(head.span) else { throw SourceProblem(.notText, "is no text") }
        open(target, part: target.begin..<(.max))
        pour(input, to: target)
        if head.isEmpty { noteEmpty(target.name) }
      case .journal: throw SourceProblem(.notText, JournalProgram.remedy)
      case .sevenZip where !input.canMove:
        throw SourceProblem(.unreadable, "is a 7z archive, which cannot be read from a stream; unpack it first")
      // Unpacking twice costs more than a quick look saves.
      case _ where glance != nil: glance?.end()
      default:
        try budget.check(depth: depth)
        let members = try members(of: input, packedAs: Packing(head: head.span), in: target.name)
        defer { members.finish() }
        try unpack(members, into: target, depth: depth)
      }
    } catch {
      skip(target.name, error, after: 0)
    }
  }

  /// Packed bytes that are worth unpacking on another core.
  private static let worthAThread = 128 << 10

  private func members(
    of input: ByteInput, packedAs packing: Packing, in archive: String
  ) throws(SourceProblem) -> MemberStream {
    let isBig = (input.size ?? .max) >= Self.worthAThread
    let selection = options.selection
    return MemberStream(
      try Unpacking.unpacker(of: input, as: packing, within: budget),
      pace: options.jobs != 1 && isBig ? .ahead : .onDemand
    ) { member in
      // A packed file that is no archive has its own name, which was selected before.
      !member.isEncrypted && (member.name.map { selection.takes("\(archive)/\($0)") } ?? true)
    }
  }

  private mutating func unpack(
    _ archive: MemberStream, into target: Target, depth: Int
  ) throws(SourceProblem) {
    var last: String?
    var timesSeen: [String: Int] = [:]
    while let member = try Self.nextMember(of: archive, after: last) {
      defer { last = member.name }
      if let name = member.name, !options.selection.takes("\(target.name)/\(name)") { continue }
      let memberTarget = member.name.map { Self.target(of: $0, in: target.name, &timesSeen) } ?? target
      guard !member.isEncrypted else {
        skip(memberTarget.name, SourceProblem(.encrypted, "is encrypted"), after: 0)
        continue
      }
      let input = ByteInput { (buffer) throws(SourceProblem) in try archive.read(into: &buffer) }
      feed(input, to: memberTarget, depth: depth + 1)
    }
  }

  /// A member that stands in its archive again, as tar appends it, is one of its own.
  private static func target(of member: String, in archive: String, _ timesSeen: inout [String: Int]) -> Target {
    timesSeen[member, default: 0] += 1
    let times = timesSeen[member, default: 1]
    return Target(member: "\(archive)/\(member)" + (times > 1 ? " (\(times))" : ""))
  }

  /// Where an archive breaks off, the message tells behind which member.
  private static func nextMember(
    of archive: MemberStream, after last: String?
  ) throws(SourceProblem) -> ArchiveMember? {
    do throws(SourceProblem) {
      return try archive.nextMember()
    } catch {
      let lost = last.map { "; members behind '\($0)' are lost" } ?? ""
      throw SourceProblem(error.reason, error.detail + lost)
    }
  }

  /// Makes the analyzer ready for a file of a source, or a part of one; a source of one file needs nothing.
  private mutating func open(_ target: Target, part: Range<Int>) {
    guard target.begin > 0 || target.source != target.name || part.upperBound != .max || part.lowerBound > 0
    else { return }
    analyzer.open(part: part, of: target.source, as: target.name, begin: target.begin)
    analyzer.name(target.name, at: target.begin, of: target.source)
  }

  /// Feeds all of a file, and what was read of it where it breaks off.
  private mutating func pour(_ input: ByteInput, to target: Target) {
    let size = max(4096, min(Self.blockSize, (input.size ?? .max - 1) + 1))
    if block.count < size { block = [UInt8](repeating: 0, count: size) }
    var offset = 0
    // A local one: the analyzer reads it while it is changed itself.
    var bytes: [UInt8] = []
    swap(&bytes, &block)
    defer { swap(&bytes, &block) }
    do throws(SourceProblem) {
      while case let count = try input.next(into: &bytes), count > 0 {
        analyzer.feed(bytes.span.extracting(0..<count), from: target.name)
        offset += count
        glance?.note(analyzer)
        if glance?.isOver == true { break }
      }
    } catch {
      skip(target.name, error, after: offset)
    }
    analyzer.close(target.name)
    glance?.note(analyzer)
  }

  // MARK: journals

  private func isJournal(_ input: ByteInput) throws(SystemError) -> Bool {
    let head = (try? input.peek(Packing.headSize)) ?? []
    return Packing(head: head.span) == .journal
  }

  /// Reads a binary journal through the program that can.
  private mutating func readJournal(_ path: String, to target: Target) {
    do throws(SystemError) {
      var program = try JournalProgram.start(reading: path)
      let input = ByteInput(stream: program.takeOutput(), after: [])
      open(target, part: target.begin..<(.max))
      pour(input, to: target)
      if let problem = program.wait() { skip(target.name, problem, after: 0) }
    } catch {
      let reason: Report.Skipped.Reason = error.isMissing ? .notText : .unreadable
      skip(target.name, SourceProblem(reason, error.isMissing ? JournalProgram.remedy : error.text), after: 0)
    }
  }

  private mutating func noteEmpty(_ name: String) {
    analyzer.skip(Report.Skipped(source: name, offset: nil, bytes: 0, reason: .notText, detail: "is empty"))
  }

  private mutating func skip(_ name: String, _ problem: SourceProblem, after offset: Int) {
    analyzer.skip(problem.skipped(source: name, after: offset))
  }
}
