import CulpritRegex
import CulpritRules

/// Reads the `patterns` of a provider's or a runner's file.
struct PatternReader {
  let context: FileContext
  let origin: PatternDraft.Origin
  /// The id of the file, where it is a provider's.
  let provider: String?

  static let keys = [
    "id", "signal", "pattern", "literals", "provider", "sdk", "set", "ambiguous", "versions", "source",
    "examples", "near_misses", "shared_with",
  ]

  func drafts(_ nodes: [YAMLNode]) -> [PatternDraft] {
    nodes.compactMap { node in
      FieldReader(node, of: "pattern", known: Self.keys, in: context).flatMap(draft)
    }
  }

  private func draft(_ fields: FieldReader) -> PatternDraft? {
    let (id, signal, regexText) = (
      fields.required("id"), fields.required("signal"), fields.required("pattern")
    )
    let source = fields.required("source")
    if let source { checkSource(source, fields) }
    let examples = ExampleReader(fields: fields, context: context)
    let draft = PatternDraft(
      pattern: Pattern(
        id: id?.text ?? "", signal: SignalName(rawValue: signal?.text ?? ""), regex: regexText?.text ?? "",
        literals: [], provider: providerName(fields), sdk: fields.optional("sdk")?.text,
        values: fields.textsByName("set").mapValues(\.text), isAmbiguous: fields.flag("ambiguous")),
      position: RulePosition(file: context.file, place: fields.place),
      signalPlace: fields.place(of: "signal"),
      regexText: regexText ?? PlacedText(text: "", node: YAMLNode(place: fields.place, content: .list([]))),
      regex: regexText.flatMap { fields.compiled($0, options: .ofWordings) },
      literals: fields.texts("literals"),
      examples: examples.matching("examples"),
      nearMisses: examples.matching("near_misses"),
      sharedWith: fields.texts("shared_with"),
      source: source?.text ?? "", versions: fields.optional("versions")?.text,
      origin: origin)
    checkID(id, fields)
    // Without these three there is nothing to check any further.
    return id != nil && signal != nil && regexText != nil ? draft : nil
  }

  /// A provider's file is about its provider, if the pattern does not say `provider: null` or another.
  private func providerName(_ fields: FieldReader) -> String? {
    fields.has("provider") ? fields.optional("provider")?.text : provider
  }

  private func checkID(_ id: PlacedText?, _ fields: FieldReader) {
    guard let id, !isIdentifier(id.text) else { return }
    fields.report(
      "'\(id.text)' is no id; use lower-case letters, digits, '.' and '-', as in 'openai.refused.python-1'",
      at: id.place)
  }

  private func checkSource(_ source: PlacedText, _ fields: FieldReader) {
    let beginnings = ["https://", "http://", "docs:", "observed:"]
    guard !beginnings.contains(where: source.text.hasPrefix) else { return }
    fields.report(
      "source '\(source.text)' is no link; begin with 'https://', 'docs:' or 'observed:'", at: source.place)
  }
}

/// Lower-case letters, digits, `.` and `-`.
func isIdentifier(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
}
