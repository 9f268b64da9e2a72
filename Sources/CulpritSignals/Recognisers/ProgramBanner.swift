import CulpritIntake
import CulpritJSON
import CulpritRegex

/// Tells a program that names itself from whatever else starts: `digestbot starting` in `digestbot.log`, `digestbot
/// starting version=0.14.2`, `lingo 4312 listening on 3456`, `> shop-worker@1.4.2 start`.
enum ProgramBanner {
  /// The number behind the name of the program that is up; nil where it may number a piece of work.
  static func pid(in line: String, by writer: Writer) -> Int? {
    guard line.utf8.prefix(60).contains(where: { (48...57).contains($0) }), let match = numbered.firstMatch(in: line), let name = match["name"],
      let pid = match["pid"].flatMap({ Int($0) }), pid < 1 << 22
    else { return nil }
    // Nothing but a process listens; anything starts.
    let serves = match["serves"] != nil && !parts.contains(name.lowercased())
    return serves || isNamed(name, writer) ? pid : nil
  }

  /// npm and pnpm print package and script before they run it: `> shop-worker@1.4.2 start`.
  static func package(in line: String) -> String? {
    guard line.utf8.first == UInt8(ascii: ">") else { return nil }
    return packaged.firstMatch(in: line)?["name"]
  }

  /// Whether a line that names no pid is of the program itself: its version stands in it, or where it writes is called
  /// as it is. `program`: what the line calls it.
  static func isOwn(_ program: String?, in line: String, of record: Record, by writer: Writer) -> Bool {
    guard let program else { return false }
    if line.utf8.first == UInt8(ascii: ">") { return true }
    guard writer.pid != nil else { return false }
    return isNamed(program, writer) || record.structure?["version"]?.string != nil || versioned.matches(line)
  }

  /// Whether file, service, tag or logger of the writer is called so.
  private static func isNamed(_ name: String, _ writer: Writer) -> Bool {
    let file = writer.source.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    let name = name.lowercased()
    return [file, writer.service, writer.program, writer.logger].contains { $0?.lowercased() == name }
  }

  /// What serves inside of a program, and where.
  private static let parts: Set<String> = ["port", "ports", "at", "on", "thread", "line", "year", "since", "version", "http", "https", "error", "code"]

  private static let numbered = CompiledPattern.constant(
    #"^\W{0,4}(?<name>[A-Za-z][\w.\-]{1,40})\s+(?<pid>[1-9]\d{2,6})\s+(?:is\s+)?(?:now\s+)?(?:(?<serves>listening|serving)|up|ready|online|started|starting|booted|running|alive|here)(?![A-Za-z])"#)
  private static let packaged = CompiledPattern.constant(
    #"^> (?<name>@?[a-z0-9][\w.\-]{0,60}(?:/[\w.\-]{1,60})?)@\d+\.\d+\.\d+\S{0,20} [a-z][\w:.\-]{0,40}(?: /\S{1,200})?\s*$"#)
  private static let versioned = CompiledPattern.constant(#"(?<![\w.])(?:v\d+\.\d+(?:\.\d+)?|version[ =:]{1,2}["']?v?\d+[.\d]*)(?![\w])"#)
}
