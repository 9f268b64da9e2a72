/// Reads examples, near misses and samples: a text, or `{line: …, values: {group: text}}`.
struct ExampleReader {
  let fields: FieldReader
  let context: FileContext

  /// At least one must be there; its absence is reported.
  func matching(_ key: String) -> [RuleExample] {
    let nodes = fields.items(key)
    if nodes.isEmpty {
      let purpose = key == "near_misses" ? "must not match, the nearest neighbour first" : "must match"
      fields.report(
        "no \(key); each \(fields.what) shows a line that it \(purpose)", at: fields.place(of: key))
    }
    return nodes.compactMap(example)
  }

  private func example(_ node: YAMLNode) -> RuleExample? {
    if case .text(let line, _) = node.content {
      return RuleExample(line: line, values: [:], place: node.place)
    }
    guard let reader = FieldReader(node, of: "line", known: ["line", "values"], in: context),
      let line = reader.required("line")
    else { return nil }
    return RuleExample(line: line.text, values: reader.textsByName("values"), place: line.place)
  }
}
