extension RuleNotes {
  private enum Word: String {
    case pattern, signal, cause
  }

  /// The notes as text, one a line, as `RuleText` has it; `RuleNotes(encoded:)` gives them back.
  package var encoded: String {
    var text = RuleTextWriter()
    for note in patterns {
      text.line(
        Word.pattern,
        [
          .text(note.id), .text(note.file), .text(note.source), .optional(note.versions), .list(note.examples),
          .list(note.nearMisses), .list(note.sharedWith),
        ])
    }
    for note in signals {
      text.line(
        Word.signal, [.text(note.name.rawValue), .list(note.speaksFor), .optional(note.impact), .optional(note.remedy)])
    }
    for note in causes {
      text.line(Word.cause, [.text(note.cause), .optional(note.subcause), .text(note.meaning), .list(note.shows)])
    }
    return text.text
  }

  /// The notes of a text made by `encoded`; one pass.
  package init(encoded text: String) throws(RuleSet.DamagedText) {
    self.init()
    var fields = RuleFields(text)
    var number = 0
    while fields.beginLine() {
      number += 1
      switch Word(rawValue: fields.text()) {
      case .pattern: patterns.append(PatternNote(&fields))
      case .signal: signals.append(SignalNote(&fields))
      case .cause: causes.append(CauseNote(&fields))
      case nil: throw RuleSet.DamagedText(line: number)
      }
      guard fields.endLine() else { throw RuleSet.DamagedText(line: number) }
    }
  }
}

extension PatternNote {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      id: fields.text(), file: fields.text(), source: fields.text(), versions: fields.optional(),
      examples: fields.list(), nearMisses: fields.list(), sharedWith: fields.list())
  }
}

extension SignalNote {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(
      name: SignalName(rawValue: fields.text()), speaksFor: fields.list(), impact: fields.optional(),
      remedy: fields.optional())
  }
}

extension CauseNote {
  fileprivate init(_ fields: inout RuleFields) {
    self.init(cause: fields.text(), subcause: fields.optional(), meaning: fields.text(), shows: fields.list())
  }
}
