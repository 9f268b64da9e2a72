import CulpritRegex
import CulpritRules

/// Reads `providers/<id>.yaml`: one provider and its patterns.
struct ProviderReader {
  let context: FileContext
  /// The name of the file without its ending.
  let fileID: String

  static let keys = [
    "id", "name", "variables", "hosts", "key_shapes", "clients", "frames", "models", "words", "dialect",
    "shared_clients", "editions", "patterns",
  ]

  func read(_ root: YAMLNode) -> (provider: Provider, patterns: [PatternDraft])? {
    guard let fields = FieldReader(root, of: "provider", known: Self.keys, in: context) else { return nil }
    let (id, name) = (fields.required("id"), fields.required("name"))
    checkFileID(id, fileID: fileID, fields)
    let provider = Provider(
      id: id?.text ?? fileID, name: name?.text ?? fileID,
      variables: fields.items("variables").compactMap(variable),
      hosts: lowerCased("hosts", fields),
      keyShapes: fields.items("key_shapes").compactMap(keyShape),
      clients: fields.texts("clients").map(\.text), frames: fields.texts("frames").map(\.text),
      models: lowerCased("models", fields), words: lowerCased("words", fields),
      dialect: dialect(fields),
      hasSharedClients: fields.flag("shared_clients"), hasEditions: fields.flag("editions"))
    let patterns = PatternReader(context: context, origin: .provider, provider: provider.id)
    return (provider, patterns.drafts(fields.items("patterns")))
  }

  private func lowerCased(_ key: String, _ fields: FieldReader) -> [String] {
    fields.texts(key).map { text in
      if text.text != text.text.lowercased() {
        fields.report(
          "'\(text.text)' has capitals, but \(key) are compared in lower case; write '\(text.text.lowercased())'",
          at: text.place)
      }
      return text.text
    }
  }

  private func dialect(_ fields: FieldReader) -> [String] {
    fields.texts("dialect").map { text in
      if fields.compiled(text, options: .ofWordings) != nil { checkSpeed(of: text, fields) }
      return text.text
    }
  }

  private func variable(_ node: YAMLNode) -> Provider.Variable? {
    let known = ["name", "misnomers", "setting"]
    guard let fields = FieldReader(node, of: "variable", known: known, in: context),
      let name = fields.required("name")
    else { return nil }
    return Provider.Variable(
      name: name.text, misnomers: fields.texts("misnomers").map(\.text), isSetting: fields.flag("setting"))
  }

  private func keyShape(_ node: YAMLNode) -> Provider.KeyShape? {
    let known = ["prefix", "pattern", "lengths", "alphabet", "suffix", "distinctive", "kind", "source"]
    guard let fields = FieldReader(node, of: "key shape", known: known, in: context) else { return nil }
    _ = fields.required("source")
    let alphabet = fields.required("alphabet")
    if let alphabet { checkAlphabet(alphabet, fields) }
    guard let pattern = fields.regex("pattern"), let alphabet else { return nil }
    checkSpeed(of: pattern.text, fields)
    if pattern.regex.matches("") {
      fields.report(
        "this regex matches nothing at all as well; ask for at least one letter", at: pattern.text.place)
    }
    return Provider.KeyShape(
      prefix: fields.optional("prefix")?.text ?? "", regex: pattern.text.text,
      lengths: fields.wholeNumbers("lengths"), alphabet: alphabet.text,
      suffix: fields.optional("suffix")?.text ?? "", isDistinctive: fields.flag("distinctive"),
      kind: fields.optional("kind")?.text ?? "api-key")
  }

  /// These run over whole records, whatever their literals.
  private func checkSpeed(of regex: PlacedText, _ fields: FieldReader) {
    let line = HostileLines.slowLine(for: regex.text, options: .ofWordings, examples: [], literals: [])
    if let line { fields.report(HostileLines.message(line), at: regex.place) }
  }

  /// The inside of a class: it must not end the class that it is put into.
  private func checkAlphabet(_ alphabet: PlacedText, _ fields: FieldReader) {
    let ends = alphabet.text.replacing("\\]", with: "").contains("]")
    guard ends || (try? CompiledPattern("[\(alphabet.text)]")) == nil else { return }
    fields.report(
      "'\(alphabet.text)' is no inside of a regex class; write it as in 'A-Za-z0-9_-'", at: alphabet.place)
  }
}

/// An id must be the name of its file, so that it is found.
func checkFileID(_ id: PlacedText?, fileID: String, _ fields: FieldReader) {
  guard let id, id.text != fileID else { return }
  fields.report("id '\(id.text)' in a file named '\(fileID)'; give both the same name", at: id.place)
}
