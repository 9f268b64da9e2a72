import CulpritRegex

/// A program's name and pid before every line, without a time: `worker[3311]: text`, as wrappers and
/// `logger -s -i` write it; `App 4312 output: text` of Passenger.
///
/// https://www.phusionpassenger.com/library/admin/nginx/log_file/
enum ProgramPrefixEnvelope: Envelope {
  private static let pattern = CompiledPattern.constant(
    #"^(?<program>[A-Za-z][\w.@/-]{0,39})\[(?<pid>\d{2,7})\](?:: ?| (?=\[?\d{2,4}[-/.]\d\d))|^App (?<pid>\d{1,7}) (?:output|stdout|stderr): "#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    var peeled = PeeledLine(text: rest)
    peeled.origin.program = match["program"]
    peeled.origin.pid = match["pid"].flatMap { Int($0) }
    return peeled
  }
}
