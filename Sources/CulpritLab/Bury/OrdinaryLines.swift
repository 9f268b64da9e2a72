package import Foundation

/// What other programs write on an ordinary day, in any amount: no word of the field stands in it.
///
/// The same arguments give the same bytes.
package struct OrdinaryLines {
  /// Who writes them.
  package enum Writer: String, CaseIterable, Sendable {
    /// A web server's access log: no line says which process it is of.
    case server
    /// That, a Java service with its pid, Celery workers, a database and sshd with theirs.
    case several
  }

  private let writer: Writer
  private var random: UInt64
  private let times: Times

  /// One minute, as different loggers print it.
  private struct Times {
    var iso: String
    var access: String
    var syslog: String
  }

  /// - Parameters:
  ///   - writer: whose lines.
  ///   - minute: in which all lines are written; in UTC.
  ///   - seed: other lines with another seed.
  package init(of writer: Writer, in minute: Date, seed: UInt64) {
    self.writer = writer
    random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    times = Times(
      iso: Self.text(of: minute, as: "yyyy-MM-dd HH:mm"), access: Self.text(of: minute, as: "dd/MMM/yyyy:HH:mm"),
      syslog: Self.text(of: minute, as: "MMM d HH:mm"))
  }

  private static func text(of minute: Date, as format: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = format
    return formatter.string(from: minute)
  }

  /// Lines are made up to here, and repeated then.
  private static let blockSize = 1_000_000

  /// Whole lines, about `count` bytes of them and not fewer.
  package mutating func bytes(_ count: Int) -> Data {
    let size = min(count, Self.blockSize)
    var block = Data(capacity: size + 256)
    while block.count < size {
      let second = block.count * 60 / size
      block.append(contentsOf: line(at: second < 10 ? "0\(second)" : "\(second)").utf8)
    }
    var bytes = Data(capacity: count + block.count)
    while bytes.count < count { bytes.append(block) }
    return bytes
  }

  private mutating func number(below bound: UInt64) -> UInt64 {
    // Xorshift (Marsaglia 2003): the system's generator has no seed.
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return random % bound
  }

  private mutating func line(at second: String) -> String {
    let number = number(below: 100_000)
    switch writer == .server ? 0 : number % 8 {
    case 0, 1, 2:
      let status = number % 97 == 0 ? 401 : 200
      return "10.2.\(number % 256).\(number % 199) - - [\(times.access):\(second) +0000] "
        + "\"GET /api/orders/\(number) HTTP/1.1\" \(status) \(number % 9000) \"-\" \"curl/8.5.0\"\n"
    case 3, 4:
      return "\(times.iso):\(second).\(100 + number % 900)  INFO 1 --- [nio-8080-exec-\(number % 10)] "
        + "c.acme.orders.OrderService : order \(number) moved to state SHIPPED\n"
    case 5:
      return "[\(times.iso):\(second),\(100 + number % 900): INFO/ForkPoolWorker-\(number % 8)] "
        + "Task shop.tasks.resize_image[\(number)] succeeded in 0.\(number % 900)s: None\n"
    case 6:
      return "\(times.iso):\(second).\(100 + number % 900) UTC [\(90_000 + number % 4000)] LOG:  "
        + "checkpoint complete: wrote \(number) buffers\n"
    default:
      return "\(times.syslog):\(second) db-3 sshd[\(90_000 + number % 4000)]: "
        + "Failed password for user admin from 10.9.8.7 port \(number % 60000) ssh2\n"
    }
  }
}
