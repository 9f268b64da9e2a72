/// What a message begins with and what may say who wrote it: `[4312] `, `worker(4312): `, `pid=4312 `,
/// `Worker 4312: `, `★ fr#4312/MainThread `, `triage 4312 >> `, `|4312|`, `I 4312 `, `[worker][4312]`.
struct HeadLead {
  /// UTF-8 offset behind it.
  var end: Int
  /// Where it is called one.
  var pid: Int?

  private static let barSigns: Set<String> = ["»", "›", "❯", "▸", "▶", "→", "│", "┃", "·", "•"]

  /// nil where the text from `offset` on begins with none. `isHeaded`: a header stands before it, so that a
  /// number alone may be a column.
  static func lead(of text: String, from offset: Int, isHeaded: Bool) -> HeadLead? {
    let bytes = Array(text.utf8.dropFirst(offset).prefix(64))
    guard bytes.prefix(48).contains(where: \.isDigit) else { return nil }
    var reader = HeadLeadReader(bytes: bytes)
    while reader.current.isBlank { reader.position += 1 }
    // Stars, ticks and crosses stand before sentences, which may begin with a number.
    let isSigned = reader.skipSign().map { barSigns.contains($0) } ?? false
    guard let lead = reader.brackets() ?? reader.fenced() ?? reader.number(isHeaded || isSigned) ?? reader.lettered() ?? reader.named() else { return nil }
    return HeadLead(end: offset + lead.end, pid: lead.pid)
  }
}
