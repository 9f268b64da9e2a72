import CulpritJSON

/// What a runner wraps around a line. Conforming types are stateless: what they peel depends on the line
/// alone.
protocol Envelope: SendableMetatype {
  /// The line without this envelope; nil where it has none of this kind.
  static func peel(_ line: EnvelopedLine) -> PeeledLine?
}

/// A line on which an envelope may stand.
struct EnvelopedLine {
  var text: String
  /// The object that the text is, if it is one: read once for all envelopes.
  var object: JSONValue?
  /// The last full date nearby, for envelopes that print none.
  var reference: CalendarDay
  /// How many envelopes were peeled before.
  var depth: Int
}

/// What is left when an envelope is gone.
struct PeeledLine {
  /// May hold newlines: a runner's message can be several lines of its program.
  var text: String
  var origin = Origin()
  var time: Timestamp?
  var day: CalendarDay?
  var level: Level?
  /// The object that `text` is, if it was found to be one.
  var object: JSONValue?
  /// The runner cut the program's line here; the next piece of the same origin goes on.
  var isPartial = false
  /// Behind an envelope of a runner that cuts lines, what was left then: this may be the end of a cut line, and
  /// what looks like an inner envelope may be its middle.
  var carried: Carried?

  struct Carried {
    var text: String
    var origin: Origin
  }
}

/// All envelopes, in the order in which they are tried. They nest in any order.
package enum Envelopes {
  static let all: [any Envelope.Type] = [
    DockerJSONEnvelope.self, JournalJSONEnvelope.self, PM2JSONEnvelope.self, CollectorJSONEnvelope.self,
    TelemetryJSONEnvelope.self, LabelEnvelope.self,
    ContainerRuntimeEnvelope.self, KubernetesPrefixEnvelope.self, SyslogEnvelope.self,
    StructuredSyslogEnvelope.self, CloudWatchEnvelope.self, ProcfileEnvelope.self, PM2PrefixEnvelope.self,
    SwarmEnvelope.self, ComposeEnvelope.self, ActionsEnvelope.self, HerokuEnvelope.self, StampEnvelope.self,
    FlyEnvelope.self, SternEnvelope.self, RayEnvelope.self, ProgramPrefixEnvelope.self, BuildStepEnvelope.self,
    PHPPoolEnvelope.self, WorkspaceEnvelope.self, TagEnvelope.self,
  ]

  /// What documents and tests call them: `Compose`, `DockerJSON`.
  package static var names: [String] {
    all.map { String(String(describing: $0).dropLast("Envelope".count)) } + ["JournalExport"]
  }

  /// Nesting that is followed; deeper text stays as it is.
  static let depthLimit = 5

  /// Those of runners that cut long lines.
  private static let cutting: [any Envelope.Type] = [
    DockerJSONEnvelope.self, ContainerRuntimeEnvelope.self, CollectorJSONEnvelope.self,
  ]

  /// The line without any envelope.
  static func peelAll(_ text: String, reference: CalendarDay) -> PeeledLine {
    peelAll(PeeledLine(text: text), reference: reference)
  }

  /// The line without the envelopes that are left on it.
  static func peelAll(_ line: PeeledLine, reference: CalendarDay) -> PeeledLine {
    var result = line
    for depth in 0..<depthLimit {
      let line = EnvelopedLine(
        text: result.text,
        object: result.text.utf8.first == UInt8(ascii: "{") ? JSONReader.object(inLine: result.text) : nil,
        reference: result.day ?? reference, depth: depth)
      guard let inner = peelOne(line) else {
        result.object = line.object
        break
      }
      // What stood in a JSON string may hold colours of its own.
      result.text = line.object == nil ? inner.text : TerminalText.plain(inner.text)
      result.origin.add(inner.origin)
      result.time = inner.time ?? result.time
      result.day = inner.day ?? result.day
      result.level = inner.level ?? result.level
      result.isPartial = result.isPartial || inner.isPartial
      if inner.carried != nil { result.carried = PeeledLine.Carried(text: result.text, origin: result.origin) }
      if result.isPartial || inner.text.utf8.contains(0x0A) { break }
    }
    return result
  }

  private static func peelOne(_ line: EnvelopedLine) -> PeeledLine? {
    for envelope in all {
      guard var peeled = envelope.peel(line) else { continue }
      if cutting.contains(where: { $0 == envelope }) {
        peeled.carried = PeeledLine.Carried(text: peeled.text, origin: peeled.origin)
      }
      return peeled
    }
    return nil
  }
}
