#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Machine {
  /// Does the same work on several threads at once and gives their results; with one core on this thread.
  static func run<Result: Sendable>(on cores: Int, _ work: @escaping @Sendable () -> Result) -> [Result] {
    guard cores > 1 else { return [work()] }
    let slots = (0..<cores).map { _ in ResultSlot<Result>() }
    let threads = slots.map { slot in Thread { slot.result = work() } }
    for thread in threads { thread.join() }
    // `!`: a thread that has ended has filled its slot.
    return slots.map { $0.result! }
  }
}

/// `@unchecked`: one thread writes it, another reads it after that thread has ended.
private final class ResultSlot<Result: Sendable>: @unchecked Sendable {
  var result: Result?
}

/// A thread of the operating system.
/// `@unchecked`: a handle that is only joined.
struct Thread: @unchecked Sendable {
  #if canImport(Darwin)
  private var handle: pthread_t?
  #else
  private var handle = pthread_t()
  #endif
  private let isRunning: Bool

  /// Does the work at once where the system gives no more threads.
  init(_ work: @escaping @Sendable () -> Void) {
    let work = Work(run: work)
    // `unsafe`: the reference is retained here and released by the thread (pthread_create(3)).
    let context = unsafe Unmanaged.passRetained(work).toOpaque()
    let failure = unsafe pthread_create(
      &handle, nil, { context in
        unsafe Work.take(context).run()
        return nil
      }, context)
    isRunning = failure == 0
    if !isRunning { unsafe Work.take(context).run() }
  }

  func join() {
    #if canImport(Darwin)
    if isRunning, let handle { unsafe _ = pthread_join(handle, nil) }
    #else
    if isRunning { _ = pthread_join(handle, nil) }
    #endif
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }

    /// - Precondition: not nil, and not taken before.
    static func take(_ context: UnsafeMutableRawPointer?) -> Work {
      unsafe Unmanaged<Work>.fromOpaque(context!).takeRetainedValue()
    }
  }
}
