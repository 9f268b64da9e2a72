#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Ctrl-C, SIGTERM and SIGHUP, held back while a stream is read, so that they end it as its own end would;
/// and SIGUSR1, which asks for what is known so far.
package struct StreamSignals: ~Copyable {
  private var held = sigset_t()

  package enum Request: Hashable, Sendable {
    case stop, report
  }

  /// From now on they wait.
  package init() {
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGUSR1] { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, nil)
  }

  /// What was asked for since the last call; an end comes first.
  package mutating func next() -> Request? {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0 else { return nil }
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGUSR1] where unsafe sigismember(&pending, signal) == 1 {
      var one = sigset_t()
      var taken: Int32 = 0
      unsafe sigemptyset(&one)
      unsafe sigaddset(&one, signal)
      unsafe sigwait(&one, &taken)
      return signal == SIGUSR1 ? .report : .stop
    }
    return nil
  }

  deinit {
    // What was asked for as the end came is in the report of the end; by itself this signal would end the program.
    _ = signal(SIGUSR1, SIG_IGN)
    // A second Ctrl-C ends the program at once, whatever it is doing.
    var held = held
    unsafe pthread_sigmask(SIG_UNBLOCK, &held, nil)
  }
}
