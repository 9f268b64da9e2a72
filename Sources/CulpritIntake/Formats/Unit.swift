/// What is counted: a number behind such a word names a piece of work, and no process.
enum Unit {
  static func isOne(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter }.lowercased()
    return words.contains(word)
  }

  private static let words: Set<String> = [
    "attempt", "batch", "build", "chunk", "cycle", "day", "doc", "document", "epoch", "id", "invoice", "item",
    "iteration", "job", "line", "mail", "message", "msg", "note", "order", "page", "part", "port", "request", "req", "retry",
    "round", "row", "run", "shard", "slot", "stage", "step", "task", "ticket", "try", "turn", "user", "week", "error", "code",
    "status", "http", "exit", "signal", "errno", "chapter", "case", "test", "record", "session", "trace", "conn", "connection",
    "client", "tx", "span", "block", "peer", "channel", "socket", "stream", "event", "account", "customer", "product", "issue",
  ]
}
