import CulpritRules
import CulpritSignals

/// One or more suspects that one repair would end, with what was found about them.
struct Assembly {
  private(set) var suspects: [Suspect]
  let verdict: Verdict
  let examinations: [Examination]
  let provider: String?
  /// The fragment that identifies the credential; nil where none is shown or several contradict each other.
  let fragment: KeyFragment?

  init(suspects: [Suspect], verdict: Verdict, examinations: [Examination]) {
    self.suspects = suspects
    self.verdict = verdict
    self.examinations = examinations
    provider = suspects.lazy.compactMap(\.provider).first
    let shown = suspects.flatMap(\.echoes).filter { !$0.tail.isEmpty }
    fragment = shown.first.flatMap { first in shown.allSatisfy { $0.agrees(with: first) } ? first : nil }
  }

  /// One more of the same, without a look of its own.
  mutating func add(_ suspect: Suspect) { suspects.append(suspect) }

  var variable: String? {
    suspects.compactMap(\.variable).first ?? examinations.flatMap(\.claims).compactMap(\.variable).first
  }

  /// Whether nothing was refused: the clients found no key to send.
  private var findsNoKey: Bool { suspects.allSatisfy(\.refusals.isEmpty) }

  /// Whether one repair would end both: the same provider and cause, and no contradicting fragments.
  func isOne(with other: Assembly) -> Bool {
    guard provider == other.provider else { return false }
    if let own = fragment, let foreign = other.fragment, !own.agrees(with: foreign) {
      return false
    }
    if let own = fragment, let foreign = other.fragment, own.tail == foreign.tail { return true }
    let cause = verdict.best?.cause
    guard cause == other.verdict.best?.cause else { return false }
    // A client that finds no key is another one than the client whose key is refused: each has its own repair.
    return cause != .wrongProvider || findsNoKey == other.findsNoKey
  }

  /// Of the joined incident the surer verdict counts; the other's arguments for the same cause join it.
  func joined(with other: Assembly) -> Assembly {
    let mine = verdict.best?.confidence ?? 0
    let theirs = other.verdict.best?.confidence ?? 0
    let (main, minor) = mine >= theirs ? (self, other) : (other, self)
    var verdict = main.verdict
    verdict.arguments += minor.verdict.arguments
    return Assembly(
      suspects: main.suspects + minor.suspects, verdict: verdict, examinations: main.examinations + minor.examinations)
  }

  /// Joins what one repair would end, in the order given.
  static func merged(_ assemblies: [Assembly]) -> [Assembly] {
    var result: [Assembly] = []
    for assembly in assemblies {
      if let same = result.firstIndex(where: { $0.isOne(with: assembly) }) {
        result[same] = result[same].joined(with: assembly)
      } else {
        result.append(assembly)
      }
    }
    return result
  }
}
