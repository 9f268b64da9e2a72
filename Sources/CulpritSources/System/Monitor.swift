#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A lock that one can wait in until somebody else has changed something.
///
/// `unsafe`: the two live as long as this object, at one address, as POSIX wants it (pthread_cond_init(3)).
@safe
final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Does something once `isReady` holds, while nobody else is in here; then wakes those who wait.
  ///
  /// - Parameter wakes: false where what was done makes nobody ready; waking costs a call of the system.
  func when<Result>(_ isReady: () -> Bool, wakes: () -> Bool = { true }, _ work: () -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    while !isReady() { unsafe pthread_cond_wait(condition, mutex) }
    let result = work()
    if wakes() { unsafe pthread_cond_broadcast(condition) }
    unsafe pthread_mutex_unlock(mutex)
    return result
  }
}
