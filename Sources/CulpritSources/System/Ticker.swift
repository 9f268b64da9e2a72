import Synchronization

/// Does something again and again on a thread of its own, until it is stopped.
package final class Ticker: Sendable {
  private let thread: Thread
  private let flag: StopFlag

  /// - Parameter nanoseconds: between two times.
  package init(every nanoseconds: Int64, _ work: @escaping @Sendable () -> Void) {
    let flag = StopFlag()
    self.flag = flag
    thread = Thread {
      while !flag.isSet {
        work()
        Machine.sleep(nanoseconds: nanoseconds)
      }
    }
  }

  /// Waits for the last time.
  package func stop() {
    flag.set()
    thread.join()
  }
}

private final class StopFlag: Sendable {
  private let value = Atomic(false)
  var isSet: Bool { value.load(ordering: .relaxed) }
  func set() { value.store(true, ordering: .relaxed) }
}
