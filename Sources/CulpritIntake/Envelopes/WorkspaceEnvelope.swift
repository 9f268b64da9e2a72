import CulpritRegex

/// Task runners of workspaces: turborepo's `worker:dev: text`, pnpm's `apps/worker dev: text`, moon's and
/// mprocs' `worker:dev | text`, lerna's and nx' `@shop/worker: text`.
///
/// https://turborepo.com/docs/crafting-your-repository/running-tasks, https://pnpm.io/cli/run
enum WorkspaceEnvelope: Envelope {
  private static let tasks = #"(?:dev|start|serve|worker|workers|web|api|watch|build|test|run|preview|jobs|cron)(?::[\w-]{1,30})?"#
  private static let pattern = CompiledPattern.constant(
    #"^(?:(?<package>@?[a-z][\w.-]{0,60}(?:/[\w.-]{1,60})?)[:#](?<task>\#(tasks))(?:: | \| |:$)|(?<package>@[a-z][\w.-]{0,60}/[\w.-]{1,60}): "#
      + #"|(?<package>[\w@.-]{1,60}(?:/[\w@.-]{1,60}){1,4}) (?<task>\#(tasks))(?:: |\$ (?=\S)|:$))"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.depth <= 1, line.text.utf8.prefix(130).contains(UInt8(ascii: ":")) || line.text.utf8.prefix(130).contains(UInt8(ascii: "$")),
      let (match, rest) = PrefixPattern.match(pattern, line), let package = match["package"]
    else { return nil }
    guard LevelWord.level(package) == nil else { return nil }
    // pnpm echoes a command behind its prompt.
    let isPrompt = line.text.utf8.prefix(line.text.utf8.count - rest.utf8.count).contains(UInt8(ascii: "$"))
    var peeled = PeeledLine(text: isPrompt ? "$ " + rest : rest)
    peeled.origin.service = package.split(separator: "/").last.map(String.init) ?? package
    return peeled
  }
}
