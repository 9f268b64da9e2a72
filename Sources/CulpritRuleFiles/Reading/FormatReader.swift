import CulpritRegex
import CulpritRules

/// A header format as its file has it.
struct FormatDraft {
  var format: HeaderFormat
  var position: RulePosition
  var regexText: PlacedText
  /// Nil where it does not compile; that was reported.
  var regex: CompiledPattern?
  /// Lower is tried first; formats of one number in the order of their files.
  var precedence: Int
  var samples: [RuleExample]
  var nearMisses: [RuleExample]
}

/// Reads `formats/<name>.yaml`: a list of header formats, the most specific first.
struct FormatReader {
  let context: FileContext
  static let keys = ["id", "pattern", "source", "samples", "near_misses", "precedence"]
  static let usualPrecedence = 100

  func read(_ root: YAMLNode) -> [FormatDraft] {
    items(of: root, in: context).compactMap { node in
      guard let fields = FieldReader(node, of: "format", known: Self.keys, in: context) else { return nil }
      let (id, pattern) = (fields.required("id"), fields.required("pattern"))
      _ = fields.required("source")
      let examples = ExampleReader(fields: fields, context: context)
      let (samples, nearMisses) = (examples.matching("samples"), examples.matching("near_misses"))
      let precedence = fields.wholeNumber("precedence") ?? Self.usualPrecedence
      guard let id, let pattern else { return nil }
      if !isIdentifier(id.text) {
        fields.report("'\(id.text)' is no id; use lower-case letters, digits, '.' and '-'", at: id.place)
      }
      return FormatDraft(
        format: HeaderFormat(id: id.text, regex: pattern.text),
        position: RulePosition(file: context.file, place: fields.place), regexText: pattern,
        regex: fields.compiled(pattern, options: .ofHeaders), precedence: precedence, samples: samples,
        nearMisses: nearMisses)
    }
  }
}
