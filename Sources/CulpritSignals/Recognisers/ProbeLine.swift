import CulpritIntake
import CulpritJSON
import CulpritRegex
import CulpritRules

/// The line that a probe of ours printed in a process: who it is, and which credentials it has.
///
/// Written by `Patterns/probes`: `msg=culprit-probe/1 pid=4312 entrypoint=worker.js OPENAI_API_KEY="present, shape
/// sk-proj-, length 160-199, last4 CQRV" GROQ_API_KEY=absent`, as it is or wrapped by whatever logs it.
struct ProbeLine {
  struct Variable {
    var name: String
    var state: CredentialClaim.State
    /// Class of shape: a public prefix, or a word such as `quoted`; empty where nothing is there.
    var shape: String
    /// Class of length, in characters.
    var lengths: ClosedRange<Int>
    /// The last four characters; empty where they may not be shown.
    var tail: String
  }

  var pid: Int
  var entrypoint: String
  var variables: [Variable]

  /// Nil where the record holds no such line, neither as its fields nor in its text.
  init?(in text: RecordText, structure: JSONValue?) {
    guard text.text.containsBytes(ProbeRule.marker) else { return nil }
    guard case .object(let members)? = structure, structure?["msg"]?.string == ProbeRule.marker else {
      self.init(line: text.text)
      return
    }
    let pairs = members.prefix(Self.variableLimit).map { "\($0.name)=\"\($0.value.string ?? $0.value.integer.map(String.init) ?? "")\"" }
    self.init(line: "\(ProbeRule.marker) " + pairs.filter { !$0.hasPrefix("msg=") }.joined(separator: " "))
  }

  private init?(line text: String) {
    guard let head = Self.head.firstMatch(in: text),
      let pid = head["pid"].flatMap({ Int($0) }), let entrypoint = head["entrypoint"]
    else { return nil }
    self.pid = pid
    self.entrypoint = entrypoint
    let rest = text.slice(head.range.upperBound..<text.utf8.count)
    variables = Self.variable.allMatches(in: rest, limit: Self.variableLimit).compactMap { match in
      guard let name = match["name"], let state = match["state"] else { return nil }
      let low = match["low"].flatMap { Int($0) } ?? 0
      return Variable(
        name: name, state: state == "present" ? .present : state == "empty" ? .empty : .absent,
        shape: match["shape"] ?? "", lengths: low...max(low, match["high"].flatMap { Int($0) } ?? Self.longest),
        tail: match["tail"] ?? "")
    }
  }

  /// No probe asks for more.
  private static let variableLimit = 200
  /// No class of length ends beyond this.
  static let longest = 1_000_000

  /// A line that stands in a JSON string which nothing decoded has backslashes before its quotes.
  private static let head = CompiledPattern.constant(
    #"""
      culprit-probe/1\\*"?\s+(?:(?:time|level)=\S{1,40}\s+)*pid=\\*"?(?<pid>\d{1,9})\\*"?\s+
      entrypoint=\\*"?(?<entrypoint>[A-Za-z0-9_./@+\-]{1,300})\\*"?
      """#, [.extended])
  private static let variable = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_])(?<name>[A-Z_][A-Z0-9_]{1,99})=\\*"?(?<state>absent|empty|present)
      (?:,[ ]shape[ ](?<shape>[A-Za-z0-9_.\-]{1,40}),[ ]length[ ](?<low>\d{1,6})-(?<high>\d{1,6})?(?:,[ ]last4[ ](?<tail>[A-Za-z0-9_\-]{4}))?)?\\*"?
      (?=[\s,}\]"']|$)
      """#, [.extended])
}
