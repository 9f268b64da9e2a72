/// A process says who it is: pid, script, what it uses.
package struct Announcement: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// The writer speaks of itself.
    case itself
    /// It started, or was told of, another process.
    case another
    /// Another process ended.
    case ended
  }

  package var origin: Origin
  package var subject: Subject
  package var pid: Int?
  /// Pid of the parent, where it is said.
  package var parentPid: Int?
  /// Script, module or command, redacted.
  package var script: String?
  /// Service, PM2 name, unit, worker's name.
  package var service: String?
  package var thread: String?
  /// What the banner calls the program: `claimsvc` of `claimsvc up`.
  package var program: String?
  /// What it is configured with: ids of providers of its model, endpoint or client slots.
  package var slots: [String]
  /// Hosts that it names as its endpoints.
  package var hosts: [String]
  /// A pattern of a runner found it (not the recogniser).
  package var pattern: String?
  /// Begins a new life of the process: a start banner, not a mere mention of the pid.
  package var isStart: Bool
  package var text: RedactedText

  package init(origin: Origin, subject: Subject, text: RedactedText) {
    self.origin = origin
    self.subject = subject
    self.text = text
    slots = []
    hosts = []
    isStart = false
  }
}
