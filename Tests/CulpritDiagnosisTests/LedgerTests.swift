import CulpritDiagnosis
import CulpritSignals
import Testing

/// A ledger is a commutative monoid: how facts come together changes neither it nor what it means.
@Suite struct LedgerTests {
  /// Cases of one process and of fleets, of one file and of many, with time and without.
  static let cases = [
    "python/001-worker-not-inherited-celery", "python/004-worker-rotated-journald",
    "python/007-two-incidents-worker-missing-cron-revoked", "python/056-pydanticai-exceptiongroup-two",
    "python/062-lambda-secret-scope", "python/090-py313-fleet-mixed-compose", "node/033-piscina-threads-with-clean-env",
    "node/038-azure-client-gets-openai-key", "node/074-concurrently-two-services-foreign-key",
    "node/085-two-incidents-web-anthropic-key-worker-empty", "node/100-eight-healthy-processes-dotenv-banners",
    "other/003-go-asynq-429-and-own-users-401", "other/009-go-anthropic-secret-file-unreadable-in-one-pod",
  ]

  private func ledger(of facts: some Sequence<RecordFacts>) -> Ledger {
    var ledger = Ledger()
    for fact in facts { ledger.add(fact) }
    return ledger
  }

  private func merged(_ ledgers: some Sequence<Ledger>) -> Ledger {
    var sum = Ledger()
    for ledger in ledgers { sum.merge(ledger) }
    return sum
  }

  /// Every fact goes by lot into one of so many parts.
  private func parts(
    of facts: [RecordFacts], _ count: Int, _ generator: inout SeededGenerator
  ) -> [Ledger] {
    var parts = [[RecordFacts]](repeating: [], count: count)
    for fact in facts.shuffled(using: &generator) {
      parts[Int.random(in: 0..<count, using: &generator)].append(fact)
    }
    return parts.map(ledger(of:))
  }

  @Test("the cases tell enough to split, and some of them blame somebody")
  func casesTell() throws {
    let cases = try Self.cases.map { try CorpusFacts($0) }
    #expect(cases.allSatisfy { $0.facts.count > 5 })
    #expect(cases.filter { !$0.diagnosis(of: ledger(of: $0.facts)).incidents.isEmpty }.count > 8)
  }

  @Test("facts that are split by lot merge into the same ledger and the same diagnosis", arguments: cases)
  func anySplit(_ name: String) throws {
    let logs = try CorpusFacts(name)
    let whole = ledger(of: logs.facts)
    let expected = logs.diagnosis(of: whole)
    var generator = SeededGenerator(seed: 0xC0_FFEE)
    for count in [2, 3, 7] {
      let sum = merged(parts(of: logs.facts, count, &generator).shuffled(using: &generator))
      #expect(sum == whole)
      let diagnosis = logs.diagnosis(of: sum)
      #expect(diagnosis.incidents == expected.incidents)
      #expect(diagnosis.processes == expected.processes)
      #expect(diagnosis.neighbours == expected.neighbours)
      #expect(diagnosis.unexplained == expected.unexplained)
    }
  }

  @Test("how merges are grouped changes nothing", arguments: cases)
  func anyGrouping(_ name: String) throws {
    let logs = try CorpusFacts(name)
    var generator = SeededGenerator(seed: 41)
    let parts = parts(of: logs.facts, 5, &generator)
    let leftToRight = merged(parts)
    var tree = parts.shuffled(using: &generator)
    while tree.count > 1 {
      let at = Int.random(in: 0..<(tree.count - 1), using: &generator)
      tree.replaceSubrange(at...(at + 1), with: [merged([tree[at], tree[at + 1]])])
    }
    #expect(tree == [leftToRight])
  }

  @Test("a ledger without facts changes nothing", arguments: cases.prefix(3))
  func neutral(_ name: String) throws {
    let logs = try CorpusFacts(name)
    let whole = ledger(of: logs.facts)
    #expect(merged([Ledger(), whole, Ledger()]) == whole)
  }

  @Test("an equal ledger that was made in another order gives an equal diagnosis", arguments: cases)
  func sameMeaning(_ name: String) throws {
    let logs = try CorpusFacts(name)
    let expected = logs.diagnosis(of: ledger(of: logs.facts))
    let reversed = logs.diagnosis(of: ledger(of: logs.facts.reversed()))
    #expect(reversed.incidents == expected.incidents && reversed.processes == expected.processes)
  }
}
