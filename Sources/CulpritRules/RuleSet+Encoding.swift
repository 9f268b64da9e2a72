import CulpritScan

extension RuleSet {
  /// The rules as text, one a line; `RuleSet(encoded:)` gives them back. Ends with a newline if not empty.
  package var encoded: String {
    var text = RuleTextWriter()
    for signal in signals { text.line(.signal, [.text(signal.name.rawValue), .text(signal.sentence)]) }
    for anchor in anchors {
      text.line(.anchor, [.text("\(anchor.kind)"), .text(anchor.text)])
    }
    for pattern in patterns { text.line(.pattern, pattern.fields) }
    for provider in providers {
      text.line(.provider, provider.fields)
      for variable in provider.variables { text.line(.variable, variable.fields) }
      for shape in provider.keyShapes { text.line(.key, shape.fields) }
    }
    for format in formats { text.line(.format, [.text(format.id), .text(format.regex)]) }
    for cause in causes {
      text.line(.cause, cause.fields)
      for objection in cause.objections { text.line(.objection, objection.fields) }
      for fix in cause.fixes { text.line(.fix, fix.fields) }
    }
    if !weights.isEmpty { text.line(.weights, [.pairs(weights.mapValues { String($0) })]) }
    for probe in probes { text.line(.probe, probe.fields) }
    return text.text
  }
}

/// A field of a line, before it is written.
private enum Field {
  case text(String)
  case optional(String?)
  case list([String])
  case numbers([Int])
  /// In the order of their names, so that the same rules give the same text.
  case pairs([String: String])
  case flag(Bool)
}

private struct RuleTextWriter {
  var text = ""

  mutating func line(_ word: RuleText.Word, _ fields: [Field]) {
    text += word.rawValue
    for field in fields {
      text += "\t"
      write(field)
    }
    text += "\n"
  }

  private mutating func write(_ field: Field) {
    switch field {
    case .text(let value): escape(value)
    case .optional(let value): value.map { escape($0) } ?? (text += "~-")
    case .list(let items): list(items.map { [$0] })
    case .numbers(let numbers): list(numbers.map { [String($0)] })
    case .pairs(let pairs): list(pairs.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
    case .flag(let flag): text += flag ? "yes" : "no"
    }
  }

  private mutating func list(_ items: [[String]]) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += ";" }
      if item == [""] { text += "~_" }
      for (part, value) in item.enumerated() {
        if part > 0 { text += "=" }
        escape(value, also: [RuleText.listSeparator, RuleText.pairSeparator])
      }
    }
  }

  private mutating func escape(_ value: String, also separators: [UInt8] = []) {
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      if let letter = RuleText.letter(for: byte) {
        bytes += [RuleText.mark, letter]
      } else if separators.contains(byte) {
        bytes += [RuleText.mark, byte]
      } else {
        bytes.append(byte)
      }
    }
    text += String(decoding: bytes, as: UTF8.self)
  }
}

extension Pattern {
  fileprivate var fields: [Field] {
    [
      .text(id), .text(signal.rawValue), .text(regex), .list(literals), .optional(provider), .optional(sdk),
      .pairs(values), .flag(isAmbiguous),
    ]
  }
}

extension Provider {
  fileprivate var fields: [Field] {
    [
      .text(id), .text(name), .list(hosts), .list(clients), .list(frames), .list(models), .list(words),
      .list(dialect), .flag(hasSharedClients), .flag(hasEditions),
    ]
  }
}

extension Provider.Variable {
  fileprivate var fields: [Field] { [.text(name), .list(misnomers), .flag(isSetting)] }
}

extension Provider.KeyShape {
  fileprivate var fields: [Field] {
    [
      .text(prefix), .text(regex), .numbers(lengths), .text(alphabet), .text(suffix), .flag(isDistinctive),
      .text(kind),
    ]
  }
}

extension CauseRule {
  fileprivate var fields: [Field] {
    [.text(cause), .text(subcause), .pairs(weights.mapValues { String($0) }), .text(explanation), .optional(sign)]
  }
}

extension CauseRule.Objection {
  fileprivate var fields: [Field] { [.pairs(conditions), .text(text)] }
}

extension CauseRule.Fix {
  fileprivate var fields: [Field] {
    [
      .pairs(conditions), .text(summary), .list(steps), .optional(snippet?.language),
      .optional(snippet?.code),
      .optional(verify),
    ]
  }
}

extension ProbeRule {
  fileprivate var fields: [Field] {
    [.text(id), .text(name), .list(aliases), .text(file), .text(quote), .text(separator), .text(code)]
  }
}
