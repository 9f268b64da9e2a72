import CulpritIntake
import CulpritJSON
import CulpritRegex

/// Finds the pid of another process where no word `pid` stands before it: `child=7741`, `forked reader.js as 512`,
/// `reader-2 -> 20915`, `reader-2 (20915) left with code 1`, `{"child_pid": 3311}`.
enum ChildPid {
  /// nil where the line names none.
  static func find(in line: String, structure: JSONValue?) -> Int? {
    if let pid = field(of: structure) { return pid }
    guard let match = told.firstMatch(in: line), let pid = match["pid"].flatMap({ Int($0) }), pid < 1 << 22 else { return nil }
    // An arrow stands between anything: only a member of a pool has a number or a sign in its name.
    if let name = match["member"], !name.contains(where: { $0.isNumber || $0 == "-" || $0 == "_" }) { return nil }
    return pid
  }

  /// `tile-dusk is pid 28871`, `worker-0 restarted with pid 484`: somebody who is not the writer.
  static func named(in line: String, by writer: Writer) -> Int? {
    guard let match = tied.firstMatch(in: line), let pid = match["pid"].flatMap({ Int($0) }), let name = match["member"]?.lowercased()
    else { return nil }
    let own = [writer.program, writer.service, writer.thread, writer.logger].compactMap { $0?.lowercased() }
    let isOwn = own.contains { $0 == name || $0.hasPrefix(name) || name.hasPrefix($0) }
    return isOwn || speakers.contains(name) || writer.pid == pid ? nil : pid
  }

  /// What a process calls itself.
  private static let speakers: Set<String> = [
    "i", "this", "it", "self", "process", "current", "parent", "main", "master", "primary", "supervisor", "server", "app", "application",
    "program", "service", "daemon", "my", "own", "the", "that", "which", "pid", "here", "ppid",
  ]

  private static let tied = CompiledPattern.constant(
    #"""
      ^(?:\S+\s){0,2}?(?:[Pp]rocess\s+|[Ww]orker\s+|[Cc]hild\s+)?['"`]?(?<member>[A-Za-z][\w.\-]{1,40})['"`]?\s+
        (?:(?:is|has|got)\s+(?:now\s+)?|(?:was\s+|is\s+)?(?:restarted|respawned|relaunched|replaced)\s+(?:with|as|by|under)\s+)(?:the\s+|a\s+|new\s+){0,2}
        (?:pid|PID|process(?:\s+id)?)\s*[=:#]?\s*(?<pid>\d{2,7})(?![\w.\-:/])
      | ^['"]?(?<member>[A-Za-z][\w.:\-]{1,60})['"]?\s+RUNNING\s+pid\s+(?<pid>\d{2,7}),\s+uptime\s
      | ^(?:[Rr]e)?[Ss](?:tart|pawn)ed\s+(?:process\s+|worker\s+|child\s+)['"`]?(?<member>[A-Za-z][\w.\-]{1,40})['"`]?\s+with\s+(?:pid|PID)\s+(?<pid>\d{2,7})(?!\w)
      """#, [.extended])

  /// A field that is named after a pid and after whose it is; the parent's is none of a child.
  private static func field(of structure: JSONValue?) -> Int? {
    for member in (structure?.members ?? []).prefix(60) {
      let words = Identifier.words(of: member.name)
      // Small numbers count children.
      if children.contains(words), let pid = member.value.integer, pid > 99, pid < 1 << 22 { return pid }
      guard words.count > 1, words.last == "pid", !["parent", "p", "process", "own"].contains(words[0]) else { continue }
      if let pid = member.value.integer, pid > 1, pid < 1 << 22 { return pid }
    }
    return nil
  }

  private static let children: Set<[String]> = [["child"], ["kid"], ["subprocess"], ["child", "process"]]

  private static let told = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_])(?:child|kid|subprocess)(?:[ _-]?(?:process|pid))?\s*[=:#]?\s*(?<pid>\d{2,7})(?![\w.\-:/%])
      | (?<![A-Za-z0-9_])(?!parent|own)[A-Za-z]{2,20}_pid["']?\s*[=:]\s*(?<pid>\d{2,7})(?![\w.\-:/])
      | (?<![A-Za-z])(?:spawn|fork|start|launch|boot|respawn)(?:ed|ing)\s+(?:\S+\s+){1,3}?(?:as|under|->|→|=>)\s*[#]?(?<pid>\d{3,7})(?![\w.\-:/%])
      | ^(?:\S+\s){0,2}(?<member>[A-Za-z][\w.\-]{1,40})\s*(?:->|→|=>)\s*(?<pid>\d{3,7})\s*$
      | (?<![\w.\-])(?<member>[A-Za-z][\w.\-]{1,40})\s?\((?<pid>\d{3,7})\)\s+(?:was\s+|has\s+|is\s+)?
        (?:left|exited|ended|died|stopped|quit|gone|killed|terminated|crashed|returned|spawned|forked|launched|booted)(?![A-Za-z])
      """#, [.ignoresCase, .extended])
}
