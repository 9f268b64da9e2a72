/// What the envelopes of a line say of where it comes from, outermost first.
struct Origin: Hashable, Sendable {
  /// Set by a section header such as `==> web.log <==`.
  var section: String?
  var host: String?
  var container: String?
  var service: String?
  var program: String?
  var pid: Int?
  var constants: [Writer.Constant] = []
  /// A name in brackets before the line: of a runner, or the program's own.
  var tag: String?
  /// Number or name of a thread, where the tag calls it one.
  var thread: String?
  /// `stdout` or `stderr`: lines of the two do not continue each other.
  var stream: String?

  var isEmpty: Bool { self == Origin() }

  /// No envelope at all; only a section may be known.
  var isBare: Bool {
    var base = self
    base.section = nil
    return base.isEmpty
  }

  /// Without the tag: untagged lines after a tagged one belong to the same program.
  var untagged: Origin {
    var base = self
    base.tag = nil
    base.thread = nil
    return base
  }

  /// Fills what an inner envelope says; its own words win.
  mutating func add(_ inner: Origin) {
    section = inner.section ?? section
    host = inner.host ?? host
    container = inner.container ?? container
    service = inner.service ?? service
    program = inner.program ?? program
    pid = inner.pid ?? pid
    tag = inner.tag ?? tag
    thread = inner.thread ?? thread
    stream = inner.stream ?? stream
    constants = inner.constants.isEmpty ? constants : (constants + inner.constants).sorted()
  }
}
