/// What a record says of its origin. Writers are bound to processes late, by Diagnosis.
package struct Writer: Hashable, Comparable, Sendable {
  /// Name of the source, or of the section that a line such as `==> web.log <==` began.
  package var source: String
  /// Of the machine: syslog, journald, `hostname` of pino.
  package var host: String?
  /// Id or name of a container or pod, from an envelope.
  package var container: String?
  /// Compose service, systemd unit, PM2 name, tag of `concurrently`, function name: what an envelope or
  /// prefix names.
  package var service: String?
  /// Program, as syslog and journald name it, or a constant `name` field of a logger.
  package var program: String?
  /// The innermost pid that the record itself prints.
  package var pid: Int?
  /// A differing pid of the envelope: that of the parent or of the runner.
  package var outerPid: Int?
  /// Thread or pool member, as printed (`ForkPoolWorker-2`, `MainThread`, `pool-1-thread-4`).
  package var thread: String?
  package var logger: String?
  /// Id of the header's format; `plain` without a header.
  package var format: String
  /// Header with digits and letters folded, to compare headers of one program; empty without a header.
  package var shape: String
  /// Short constant fields (`svc=ingest`, `shard=3`, `worker: 2`), sorted by name.
  package var constants: [Constant]

  package struct Constant: Hashable, Comparable, Sendable {
    package var name: String
    package var value: String
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
    package static func < (a: Self, b: Self) -> Bool { (a.name, a.value) < (b.name, b.value) }
  }

  package init(
    source: String, host: String? = nil, container: String? = nil, service: String? = nil,
    program: String? = nil,
    pid: Int? = nil, outerPid: Int? = nil, thread: String? = nil, logger: String? = nil,
    format: String = "plain",
    shape: String = "", constants: [Constant] = []
  ) {
    self.source = source
    self.host = host
    self.container = container
    self.service = service
    self.program = program
    self.pid = pid
    self.outerPid = outerPid
    self.thread = thread
    self.logger = logger
    self.format = format
    self.shape = shape
    self.constants = constants
  }

  package static func < (a: Self, b: Self) -> Bool {
    if a.source != b.source { return a.source < b.source }
    return a.sortKey.lexicographicallyPrecedes(b.sortKey)
  }

  // Step by step: as one expression it is beyond what Swift 6.2 checks in reasonable time.
  private var sortKey: [String] {
    let names: [String?] = [host, container, service, program, thread, logger, format, shape]
    let numbers: [Int?] = [pid, outerPid]
    var key: [String] = names.map { $0 ?? "" }
    for number in numbers { key.append(number.map { String($0) } ?? "") }
    for constant in constants {
      key.append(constant.name)
      key.append(constant.value)
    }
    return key
  }
}
