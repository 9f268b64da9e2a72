/// Unpacks on a thread of its own while what was unpacked before is analysed.
///
/// `@unchecked`: what both threads touch is touched inside of the monitor alone; `input` belongs to the thread
/// until it has ended, and whoever reads goes on to the end, and waits for that.
final class ReadAhead: @unchecked Sendable {
  private let input: ByteInput
  private let monitor = Monitor()
  private var thread: Thread?
  /// Blocks that wait to be read, with the number of their bytes, in order.
  private var filled: [(bytes: [UInt8], count: Int)] = []
  /// Blocks to be filled.
  private var free: [[UInt8]]
  /// The input has ended, or broke off for this reason.
  private var end: Result<Void, SourceProblem>?

  /// More would only take memory: one is filled while one is read, the others smooth the difference.
  private static let blocks = 6

  /// - Parameter blockSize: that of the buffers which `next` is given.
  init(_ input: ByteInput, blockSize: Int) {
    self.input = input
    free = (0..<Self.blocks).map { _ in [UInt8](repeating: 0, count: blockSize) }
    thread = Thread { self.fill() }
  }

  private func fill() {
    while true {
      var block = monitor.when({ !free.isEmpty }) { free.removeLast() }
      let result: Result<Int, SourceProblem>
      do throws(SourceProblem) {
        result = .success(try input.next(into: &block))
      } catch {
        result = .failure(error)
      }
      let isOver = monitor.when({ true }) {
        switch result {
        case .success(0): end = .success(())
        case .success(let count): filled.append((block, count))
        case .failure(let problem): end = .failure(problem)
        }
        return end != nil
      }
      if isOver { return }
    }
  }

  /// As `ByteInput.next`: exchanges the buffer for one that was filled.
  func next(into buffer: inout [UInt8]) throws(SourceProblem) -> Int {
    let block = monitor.when({ !filled.isEmpty || end != nil }) { filled.isEmpty ? nil : filled.removeFirst() }
    guard let (bytes, count) = block else {
      finish()
      if case .failure(let problem) = end { throw problem }
      return 0
    }
    let old = buffer
    buffer = bytes
    monitor.when({ true }) { free.append(old) }
    return count
  }

  /// Waits for the thread: whoever goes on with the archive has it alone.
  private func finish() {
    thread?.join()
    thread = nil
  }
}
