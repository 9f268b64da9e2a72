import CulpritLab
import Testing

@Suite struct CountingTests {
  @Test("a case without incidents asks for silence, and an undetermined incident breaks only the quiet")
  func silence() throws {
    let label = try HandMade.label(#"{"incidents": []}"#)
    let silent = HandMade.score(try HandMade.answer(), to: label)
    #expect(silent.asked(.silent) == "1/1" && silent.asked(.quiet) == "1/1")
    let open = HandMade.score(try HandMade.answer(HandMade.incident("undetermined")), to: label)
    #expect(open.asked(.silent) == "1/1" && open.asked(.quiet) == "0/1")
    let accusing = HandMade.score(try HandMade.answer(HandMade.incident("missing-env")), to: label)
    #expect(accusing.asked(.silent) == "0/1")
    #expect(accusing.causes["missing-env"]?.accused == 1)
  }

  @Test("without any named cause an incident is missed, with another one it is wrong and that one is extra")
  func missedAndWrong() throws {
    let label = try HandMade.label(#"{"incidents": [{"cause": "missing-env"}]}"#)
    let missed = HandMade.score(try HandMade.answer(HandMade.incident("undetermined")), to: label)
    #expect(missed.asked(.cause) == "0/1" && missed[.missed] == 1 && missed[.wrong] == 0)
    let wrong = HandMade.score(try HandMade.answer(HandMade.incident("stale-credential")), to: label)
    #expect(wrong[.missed] == 0 && wrong[.wrong] == 1 && wrong[.extra] == 1)
  }

  @Test("no answer at all counts against the answer")
  func broken() throws {
    let label = try HandMade.label(#"{"incidents": [{"cause": "missing-env"}, {"cause": "wrong-provider"}]}"#)
    let score = CaseJudge.scoreWithoutAnswer(to: label, named: "area/case", reason: "exit 3")
    #expect(score[.broken] == 1 && score[.missed] == 2 && score.asked(.cause) == "0/2")
    let healthy = CaseJudge.scoreWithoutAnswer(
      to: try HandMade.label(#"{"incidents": []}"#), named: "area/case", reason: "exit 3")
    #expect(healthy.asked(.silent) == "0/1")
  }

  @Test("of two incidents with the right cause the one that blames a labelled process is the answer")
  func answersByProcess() throws {
    let label = try HandMade.label(
      #"{"incidents": [{"cause": "missing-env", "processes": [{"pid": 7, "pid_in_log": true}]}]}"#)
    let score = HandMade.score(
      try HandMade.answer(
        HandMade.incident("missing-env", confidence: 0.6, #""processes": [{"pid": 7}]"#),
        HandMade.incident("missing-env", confidence: 0.9, #""processes": [{"pid": 8}]"#)),
      to: label)
    #expect(score.asked(.pid) == "1/1" && score[.split] == 1 && score[.extra] == 0)
  }

  @Test("a cause that the log cannot tell is hedged by undetermined, by doubt, or by being right")
  func hedging() throws {
    let label = try HandMade.label(#"{"incidents": [{"cause": "wrong-provider", "cause_in_log": false}]}"#)
    let doubt = #""alternatives": [{"cause": "wrong-provider", "confidence": 0.3}]"#
    for (incident, expected) in [
      (try HandMade.incident("undetermined"), "1/1"),
      (try HandMade.incident("undetermined", doubt), "1/1"),
      (try HandMade.incident("stale-credential", confidence: 0.7, doubt), "1/1"),
      (try HandMade.incident("wrong-provider", confidence: 1), "1/1"),
      (try HandMade.incident("stale-credential", confidence: 0.8, doubt), "0/1"),
      (try HandMade.incident("stale-credential", confidence: 0.7), "0/1"),
    ] {
      let score = HandMade.score(try HandMade.answer(incident), to: label)
      #expect(score.asked(.hedge) == expected, "\(incident)")
      #expect(score.asked(.cause) == nil)
    }
  }

  @Test("words joined by a bar are alternatives, and module paths do not count")
  func alternatives() throws {
    let label = try HandMade.label(
      #"""
      {"incidents": [{"cause": "missing-env", "subcause": "empty|absent", "provider": "google|openai",
        "variable": "A|B", "chain": ["crew.Outer", "Inner|Other"]}]}
      """#)
    let fields = #"""
      "subcause": "absent", "provider": "gemini", "variable": "B", "chain": [
        {"id": 0, "parent": null, "type": "Outer", "verdict": false},
        {"id": 1, "parent": 0, "type": "sdk.Other", "verdict": true}]
      """#
    let score = HandMade.score(try HandMade.answer(HandMade.incident("missing-env", fields)), to: label)
    for metric in [Metric.subcause, .provider, .variable, .chain, .innermost] {
      #expect(score.asked(metric) == "1/1", "\(metric)")
    }
    #expect(score.shortfalls.isEmpty)
  }

  @Test("the chain that counts goes through the verdict, and branches beside it do not")
  func chainThroughVerdict() throws {
    let answer = try HandMade.answer(
      HandMade.incident(
        "missing-env",
        #"""
        "chain": [{"id": 0, "parent": null, "type": "Group", "verdict": false},
          {"id": 1, "parent": 0, "type": "Branch", "verdict": false},
          {"id": 2, "parent": 0, "type": "Verdict", "verdict": true},
          {"id": 3, "parent": 2, "type": "Innermost", "verdict": false}]
        """#))
    #expect(answer.incidents[0].chainThroughVerdict == ["Group", "Verdict", "Innermost"])
  }

  @Test("a chain whose parents go in a circle ends")
  func circle() throws {
    let answer = try HandMade.answer(
      HandMade.incident(
        "missing-env",
        #"""
        "chain": [{"id": 0, "parent": 1, "type": "A", "verdict": true}, {"id": 1, "parent": 0, "type": "B", "verdict": false}]
        """#))
    #expect(answer.incidents[0].chainThroughVerdict.count <= 4)
  }

  @Test("every pid that the log shows has to be named, and no healthy one")
  func pids() throws {
    let label = try HandMade.label(
      #"""
      {"incidents": [{"cause": "missing-env", "healthy": [{"pid": 9}, {"pid": 1}], "processes": [
        {"pid": 7, "pid_in_log": true}, {"pid": 8, "pid_in_log": false}]}]}
      """#)
    for (processes, expected, blamed) in [
      (#"{"pid": 7}"#, "1/1", 0), (#"{"pid": 7}, {"pid": 8}, {"pid": 1}"#, "1/1", 0),
      (#"{"pid": 8}"#, "0/1", 0), (#"{"pid": 7}, {"pid": 9}"#, "0/1", 1),
    ] {
      let incident = try HandMade.incident("missing-env", "\"processes\": [\(processes)]")
      let score = HandMade.score(try HandMade.answer(incident), to: label)
      #expect(score.asked(.pid) == expected && score[.blamed] == blamed, "\(processes)")
    }
  }

  @Test("evidence counts among the first eight lines, twelve lines around a decisive one, whatever the folder")
  func evidence() throws {
    let label = try HandMade.label(
      #"{"incidents": [{"cause": "missing-env", "decisive_lines": [{"file": "logs.tar.gz!a/w.log", "line": 30}]}]}"#)
    func score(_ lines: [(String, Int)]) throws -> String? {
      let evidence = lines.map { #"{"source": "\#($0.0)", "line": \#($0.1)}"# }.joined(separator: ",")
      let incident = try HandMade.incident("missing-env", "\"evidence\": [\(evidence)]")
      return HandMade.score(try HandMade.answer(incident), to: label).asked(.evidence)
    }
    #expect(try score([("x/logs.tar.gz!a/w.log", 18)]) == "1/1")
    #expect(try score([("x/logs.tar.gz!a/w.log", 17)]) == "0/1")
    #expect(try score([("other.log", 30)]) == "0/1")
    #expect(try score(Array(repeating: ("other.log", 30), count: 8) + [("w.log", 30)]) == "0/1")
  }

  @Test("the exit code's lowest bit tells of incidents")
  func exitCode() throws {
    let label = try HandMade.label(#"{"incidents": []}"#)
    let found = try HandMade.answer(HandMade.incident("undetermined"))
    #expect(HandMade.score(found, to: label, exitCode: 3).asked(.exitCode) == "1/1")
    #expect(HandMade.score(found, to: label, exitCode: 2).asked(.exitCode) == "0/1")
    #expect(HandMade.score(try HandMade.answer(), to: label, exitCode: 2).asked(.exitCode) == "1/1")
    #expect(HandMade.score(found, to: label).asked(.exitCode) == nil)
  }

  @Test("a label with one cause for the whole log is read like a list of one incident")
  func singleCause() throws {
    let label = try HandMade.label(#"{"cause": "stale-credential", "subcause": "mixed-fleet", "pid": 5}"#)
    let incident = try HandMade.incident(
      "stale-credential", #""subcause": "rotated", "processes": [{"pid": 5, "entrypoint": null}]"#)
    let score = HandMade.score(try HandMade.answer(incident), to: label)
    #expect(score.asked(.subcause) == "1/1" && score.asked(.pid) == "1/1")
    #expect(try HandMade.label(#"{"cause": "none"}"#).incidents.isEmpty)
  }

  @Test("an entrypoint is named by its script, whatever folder stands before it")
  func entrypoint() throws {
    let label = try HandMade.label(#"{"incidents": [{"cause": "missing-env", "entrypoint": "src/nightly.ts|npm run nightly"}]}"#)
    for (entrypoint, expected) in [
      ("/srv/app/nightly.ts", "1/1"), ("npm run nightly", "1/1"), ("/srv/app/hourly.ts", "0/1"),
    ] {
      let incident = try HandMade.incident(
        "missing-env", "\"processes\": [{\"pid\": 5, \"entrypoint\": \"\(entrypoint)\"}]")
      #expect(HandMade.score(try HandMade.answer(incident), to: label).asked(.entrypoint) == expected)
    }
  }
}
