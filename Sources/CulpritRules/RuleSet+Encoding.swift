import CulpritScan

extension RuleSet {
  /// The rules as text, one a line; `RuleSet(encoded:)` gives them back. Ends with a newline if not empty.
  package var encoded: String {
    var text = RuleTextWriter()
    for signal in signals { text.line(RuleText.Word.signal, [.text(signal.name.rawValue), .text(signal.sentence), .optional(signal.remedy)]) }
    for anchor in anchors {
      text.line(RuleText.Word.anchor, [.text("\(anchor.kind)"), .text(anchor.text)])
    }
    for word in neighbourWords { text.line(RuleText.Word.anchor, [.text("neighbour"), .text(word)]) }
    for pattern in patterns { text.line(RuleText.Word.pattern, pattern.fields) }
    for provider in providers {
      text.line(RuleText.Word.provider, provider.fields)
      for variable in provider.variables { text.line(RuleText.Word.variable, variable.fields) }
      for shape in provider.keyShapes { text.line(RuleText.Word.key, shape.fields) }
    }
    for format in formats { text.line(RuleText.Word.format, [.text(format.id), .text(format.regex)]) }
    for cause in causes {
      text.line(RuleText.Word.cause, cause.fields)
      for objection in cause.objections { text.line(RuleText.Word.objection, objection.fields) }
      for fix in cause.fixes { text.line(RuleText.Word.fix, fix.fields) }
    }
    if !weights.isEmpty { text.line(RuleText.Word.weights, [.pairs(weights.mapValues { String($0) })]) }
    for probe in probes { text.line(RuleText.Word.probe, probe.fields) }
    return text.text
  }
}

extension Pattern {
  fileprivate var fields: [RuleField] {
    [
      .text(id), .text(signal.rawValue), .text(regex), .list(literals), .optional(provider), .optional(sdk),
      .pairs(values), .flag(isAmbiguous),
    ]
  }
}

extension Provider {
  fileprivate var fields: [RuleField] {
    [
      .text(id), .text(name), .list(hosts), .list(clients), .list(frames), .list(models), .list(words),
      .list(dialect), .flag(hasSharedClients), .flag(hasEditions),
    ]
  }
}

extension Provider.Variable {
  fileprivate var fields: [RuleField] { [.text(name), .list(misnomers), .flag(isSetting)] }
}

extension Provider.KeyShape {
  fileprivate var fields: [RuleField] {
    [
      .text(prefix), .text(regex), .numbers(lengths), .text(alphabet), .text(suffix), .flag(isDistinctive),
      .text(kind),
    ]
  }
}

extension CauseRule {
  fileprivate var fields: [RuleField] {
    [.text(cause), .text(subcause), .pairs(weights.mapValues { String($0) }), .text(explanation), .optional(sign)]
  }
}

extension CauseRule.Objection {
  fileprivate var fields: [RuleField] { [.pairs(conditions), .text(text)] }
}

extension CauseRule.Fix {
  fileprivate var fields: [RuleField] {
    [
      .pairs(conditions), .text(summary), .list(steps), .optional(snippet?.language),
      .optional(snippet?.code),
      .optional(verify),
    ]
  }
}

extension ProbeRule {
  fileprivate var fields: [RuleField] {
    [.text(id), .text(name), .list(aliases), .text(file), .text(quote), .text(separator), .text(code)]
  }
}
