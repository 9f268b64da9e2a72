import CulpritIntake
import CulpritSignals

extension Process {
  /// The parts of a process: each fact goes to the part that `part` names for its origin, to part 0 where that is nil.
  ///
  /// What was only counted goes with the last occurrence that was kept.
  func parted(into keys: [Key], by part: (Origin) -> Int?) -> [Process] {
    var parts = keys.map { key in
      var process = self
      process.key = key
      process.generation = key.generation
      process.clear()
      return process
    }
    func deal<Fact>(_ tallies: [Tally<Fact>], to list: WritableKeyPath<Process, [Tally<Fact>]>) {
      for tally in tallies {
        for (number, share) in tally.parted(by: { part($0.origin) ?? 0 }) {
          parts[number][keyPath: list].append(share)
          for fact in share.kept { parts[number].see(fact.origin) }
        }
      }
    }
    deal(failures, to: \.failures)
    deal(bareChains, to: \.bareChains)
    deal(claims, to: \.claims)
    deal(requests, to: \.requests)
    deal(announcements, to: \.announcements)
    deal(events, to: \.events)
    deal(work, to: \.work)
    for index in parts.indices { parts[index].tellScripts(all: scripts) }
    return parts
  }

  private mutating func clear() {
    (failures, bareChains, claims, requests) = ([], [], [], [])
    (announcements, events, work) = ([], [], [])
    (first, last) = (nil, nil)
  }

  /// Scripts that the part announced itself; where it announced none, those of the whole.
  private mutating func tellScripts(all: [String]) {
    let told = announcements.compactMap { $0.first[0].subject == .ended ? nil : $0.first[0].script }
    let own = all.filter { told.contains($0) }
    scripts = own.isEmpty ? all : own
  }
}

extension Tally {
  /// The tally of each part in which occurrences lie, by number of the part.
  func parted(by part: (Fact) -> Int) -> [(number: Int, tally: Tally)] {
    let groups = Dictionary(grouping: kept, by: part)
    guard groups.count > 1 else { return [(part(last), self)] }
    let uncounted = count - kept.count
    return groups.sorted { $0.key < $1.key }.map { number, facts in
      (number, Tally(kept: facts, count: facts.count + (facts.last == last ? uncounted : 0)))
    }
  }
}
