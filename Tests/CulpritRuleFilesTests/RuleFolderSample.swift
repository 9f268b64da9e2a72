import CulpritRuleFiles

/// A small folder of rules that is right, to be spoilt in one place.
enum RuleFolderSample {
  static let signals = """
    - name: credential-absent
      sentence: no credential was given to the client
    - name: credential-refused
      sentence: the provider does not accept the credential

    """

  static let anchors = """
    - {text: api_key, kind: failure, reason: rare}
    - {text: ncorrect api, kind: failure, reason: rare}

    """

  static let openAI = """
    id: openai
    name: OpenAI
    patterns:
      - id: openai.absent
        signal: credential-absent
        pattern: 'The (?<variable>[A-Z_]{1,40}) variable is missing'
        source: https://example.com/a
        examples:
          - line: The OPENAI_API_KEY variable is missing
            values: {variable: OPENAI_API_KEY}
        near_misses:
          - The variable is missing

    """

  static func files(replacing name: String? = nil, with text: String = "") -> [RuleFile] {
    var texts = ["signals.yaml": signals, "anchors.yaml": anchors, "providers/openai.yaml": openAI]
    if let name { texts[name] = text }
    return texts.map { RuleFile(name: $0.key, text: $0.value) }
  }

  /// What is said of the sample with one file replaced or added, one problem an item.
  static func problems(in name: String, _ text: String) -> [String] {
    do {
      _ = try RuleLoader.load(files(replacing: name, with: text))
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  /// What is said of the sample with one text of its provider's file replaced by another.
  static func problems(replacing old: String, by new: String) -> [String] {
    problems(in: "providers/openai.yaml", replacing(old, by: new))
  }

  static func replacing(_ old: String, by new: String) -> String {
    guard let range = openAI.firstRange(of: old) else { return "" }
    return openAI.replacingCharacters(in: range, with: new)
  }
}

extension String {
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    ranges(of: part).first
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: text)
    return copy
  }
}
