import CulpritRuleFiles
import Testing

/// A file beside the sample's, and all that is said of it.
struct FileRefusal: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var file: String
  var text: String
  var messages: [String]

  init(_ description: String, _ file: String, _ text: String, _ messages: String...) {
    testDescription = description
    self.file = file
    self.text = text
    self.messages = messages
  }
}

@Suite struct OtherFileRefusalTests {
  @Test("what is wrong in another file is said with its place", arguments: lists + folders + formats + causes)
  func refused(_ refusal: FileRefusal) {
    #expect(
      RuleFolderSample.problems(in: refusal.file, refusal.text)
        == refusal.messages.map { "\(refusal.file):\($0)" })
  }

  static let lists = [
    FileRefusal(
      "signals that are no list", "signals.yaml", "name: a\n",
      "1:1: error: this file is a mapping, not a list; write '- ' before each entry"),
    FileRefusal(
      "a signal twice", "signals.yaml",
      RuleFolderSample.signals + "- {name: credential-absent, sentence: again}\n",
      "5:10: error: signal 'credential-absent' stands on line 1 already; keep one"),
    FileRefusal(
      "an anchor twice", "anchors.yaml",
      RuleFolderSample.anchors + "- {text: api_key, kind: context, reason: again}\n",
      "3:10: error: anchor 'api_key' stands on line 1 already; keep one"),
    FileRefusal(
      "an anchor with capitals", "anchors.yaml",
      RuleFolderSample.anchors + "- {text: API, kind: context, reason: r}\n",
      "3:10: error: anchor 'API' has capitals; Scan folds case, write it in lower case"),
    FileRefusal(
      "an anchor that is too short", "anchors.yaml",
      RuleFolderSample.anchors + "- {text: ab, kind: context, reason: r}\n",
      "3:10: error: anchor 'ab' has 2 bytes; 3 to 32 are possible"),
    FileRefusal(
      "an anchor that is not ASCII", "anchors.yaml",
      RuleFolderSample.anchors + "- {text: schlüssel, kind: context, reason: r}\n",
      "3:10: error: anchor 'schlüssel' is not plain ASCII; take another part of the wording"),
    FileRefusal(
      "an anchor of an unknown kind", "anchors.yaml",
      RuleFolderSample.anchors + "- {text: abc, kind: fail, reason: r}\n",
      "3:21: error: unknown kind 'fail'; write failure, hint, context or neighbour"),
    FileRefusal(
      "an anchor without reason", "anchors.yaml", RuleFolderSample.anchors + "- {text: abc, kind: failure}\n",
      "3:3: error: missing key 'reason'; each anchor needs it"),
    FileRefusal(
      "too many anchors", "anchors.yaml",
      RuleFolderSample.anchors + (1...63).map { "- {text: token\($0), kind: failure, reason: r}\n" }.joined(),
      "65:3: error: 65 anchors, and Scan takes 64; drop those that other anchors reach too"),
  ]

  static let folders = [
    FileRefusal(
      "a probe whose line nobody would find", "probes/node.yaml",
      """
      id: node
      name: Node.js
      file: a.mjs
      separator: ', '
      code: 'console.log("time=", "entrypoint=", [@variables@], "@variables@")'
      """,
      "5:7: error: '@variables@' stands in the code 2 times; write it once",
      "5:7: error: '@prefixes@' stands in the code 0 times; write it once",
      "5:7: error: the code never prints 'msg=culprit-probe/1 pid=', by which its line is found"),
    FileRefusal(
      "a file in no known place", "prviders/x.yaml", "id: x\n",
      "1:1: error: no rules are read from here; they stand in signals.yaml, anchors.yaml, weights.yaml, providers/, runners/, "
        + "formats/, causes/ and probes/, in files that end in .yaml"),
    FileRefusal(
      "an empty file", "runners/x.yaml", "# nothing\n",
      "1:1: error: this file is empty; write its rules or remove it"),
    FileRefusal(
      "a file that is not UTF-8", "runners/x.yaml", "id: x\nname: a\u{1}\n",
      "2:1: error: not UTF-8: control characters are not allowed; save the file as UTF-8"),
    FileRefusal(
      "an id of another file", "runners/pm2.yaml",
      """
      id: pm2
      name: PM2
      patterns:
        - id: openai.absent
          signal: credential-absent
          pattern: 'never seen'
          source: docs:x
          examples: [never seen]
          near_misses: [seen]
      """,
      "4:5: error: id 'openai.absent' stands in providers/openai.yaml:4 already; choose another"),
  ]

  static let formats = [
    FileRefusal(
      "a sample that an earlier format matches", "formats/a.yaml",
      """
      - {id: wide, pattern: '\\d', source: docs:x, samples: ['1'], near_misses: [a]}
      - {id: narrow, pattern: '\\d\\d', source: docs:x, samples: ['12'], near_misses: ['1']}
      """,
      "2:59: error: 'wide' is tried before and matches this sample; narrow it, or give 'narrow' a precedence below 100"
    ),
    FileRefusal(
      "a sample that its format does not match", "formats/a.yaml",
      "- {id: a, pattern: '\\d', source: docs:x, samples: ['x1'], near_misses: [a]}",
      "1:52: error: this sample is not matched by its format; change one of them"),
    FileRefusal(
      "a sample with another value", "formats/a.yaml",
      "- {id: a, pattern: '(?<pid>\\d)', source: docs:x, samples: [{line: '1', values: {pid: 2, time: x}}], near_misses: [a]}",
      "1:86: error: 'pid' is '1' in this sample, not '2'; correct one of them",
      "1:95: error: 'time' has no value in this sample, not 'x'; correct one of them"),
    FileRefusal(
      "a near miss that its format matches", "formats/a.yaml",
      "- {id: a, pattern: '\\d', source: docs:x, samples: ['1'], near_misses: ['2']}",
      "1:72: error: this near miss is matched by its format; narrow the pattern"),
    FileRefusal(
      "a slow header", "formats/a.yaml",
      "- {id: a, pattern: '(\\w+ ?)+:', source: docs:x, samples: ['ab:'], near_misses: ['2']}",
      "1:20: error: this regex takes more than 64 steps a byte on a long line of its example without the last "
        + "letter, again and again; bound its repeats, as in '.{0,200}' or '[^\"]{0,200}'"),
  ]

  static let causes = [
    FileRefusal(
      "a cause under another name", "causes/a.yaml", subcause(of: "b"),
      "1:8: error: cause 'b' in a file named 'a'; give both the same name"),
    FileRefusal(
      "an unknown class of evidence", "causes/a.yaml", subcause(weights: "{fragmnt: 1}"),
      "4:24: error: unknown class of evidence 'fragmnt'; did you mean 'fragment'?"),
    FileRefusal(
      "a weight that is no number", "causes/a.yaml", subcause(weights: "{host: much}"),
      "4:21: error: weight 'much' is no number; write one such as 2.5"),
    FileRefusal(
      "an unknown placeholder", "causes/a.yaml", subcause(explanation: "{proces} lacks {variable}"),
      "5:18: error: unknown placeholder '{proces}'; did you mean '{process}'?"),
    FileRefusal(
      "no fixes", "causes/a.yaml", subcause(fixes: "[]"),
      "6:12: error: no fixes; each subcause says what to change"),
    FileRefusal(
      "a last fix with conditions", "causes/a.yaml",
      subcause(fixes: "[{when: {runtime: node}, summary: s, steps: [a]}]"),
      "6:12: error: the last fix has conditions; end with one without 'when', for everyone else"),
    FileRefusal(
      "an unknown condition", "causes/a.yaml",
      subcause(fixes: "[{when: {runtme: node}, summary: s, steps: [a]}, {summary: s, steps: [a]}]"),
      "6:29: error: unknown condition 'runtme'; did you mean 'runtime'?"),
    FileRefusal(
      "a fix without steps", "causes/a.yaml", subcause(fixes: "[{summary: s}]"),
      "6:13: error: no steps; each fix says what to do"),
  ]

  private static func subcause(
    of cause: String = "a", weights: String = "{host: 1.5}", explanation: String = "{process} lacks it",
    fixes: String = "[{summary: s, steps: [a]}]"
  ) -> String {
    """
    cause: \(cause)
    subcauses:
      - id: absent
        weights: \(weights)
        explanation: "\(explanation)"
        fixes: \(fixes)
    """
  }
}
