import CulpritRules

/// Reads `probes/<runtime>.yaml`: the lines that log which credentials a process has.
struct ProbeReader {
  let context: FileContext
  /// The name of the file without its ending.
  let fileID: String

  func read(_ root: YAMLNode) -> [(rule: ProbeRule, position: RulePosition)] {
    let known = ["id", "name", "aliases", "file", "quote", "separator", "code"]
    guard let fields = FieldReader(root, of: "probe", known: known, in: context) else { return [] }
    let (id, name) = (fields.required("id"), fields.required("name"))
    let (file, code) = (fields.required("file"), fields.required("code"))
    let separator = fields.required("separator")
    if let id, id.text != fileID {
      fields.report("id '\(id.text)' in a file named '\(fileID)'; give both the same name", at: id.place)
    }
    if let code { check(code, fields) }
    guard let id, let name, let file, let separator, let code else { return [] }
    let rule = ProbeRule(
      id: id.text, name: name.text, aliases: fields.texts("aliases").map(\.text), file: file.text,
      quote: quote(fields), separator: separator.text, code: code.text)
    return [(rule, RulePosition(file: context.file, place: root.place))]
  }

  /// One character, or none where names stand bare.
  private func quote(_ fields: FieldReader) -> String {
    guard case .text(let quote, _)? = fields.node("quote")?.content else { return "" }
    return quote
  }

  /// What the reader of logs looks for, and what is filled in.
  private func check(_ code: PlacedText, _ fields: FieldReader) {
    for part in ProbeRule.placeholders where code.text.ranges(of: part).count != 1 {
      fields.report("'\(part)' stands in the code \(code.text.ranges(of: part).count) times; write it once", at: code.place)
    }
    for part in ["msg=\(ProbeRule.marker) pid=", "entrypoint=", "time="] where !code.text.contains(part) {
      fields.report("the code never prints '\(part)', by which its line is found", at: code.place)
    }
  }
}
