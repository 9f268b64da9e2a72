import CulpritIntake
package import CulpritSignals

/// How often a fact was seen, its first occurrences, and its last one: bounded, and the same in whatever order
/// the occurrences came.
package struct Tally<Fact: Hashable & Sendable & Located>: Hashable, Sendable {
  /// All occurrences, also those that are not kept.
  package private(set) var count: Int
  /// Sorted by place, at most `limit`.
  package private(set) var first: [Fact]
  package private(set) var last: Fact

  /// Enough to see what alternates with what; the rest is counted.
  static var limit: Int { 12 }

  package init(_ fact: Fact) {
    count = 1
    first = [fact]
    last = fact
  }

  /// A part of a tally: `kept` in order, of `count` occurrences in all.
  init(kept: [Fact], count: Int) {
    self.count = count
    first = Array(kept.prefix(Self.limit))
    last = kept[kept.count - 1]
  }

  /// One that was kept: nil where it cannot have been.
  init?(count: Int, first: [Fact], last: Fact) {
    guard !first.isEmpty, first.count <= Self.limit else { return nil }
    self.count = count
    self.first = first
    self.last = last
  }

  package mutating func add(_ fact: Fact) { add(fact, times: 1) }

  /// Adds a fact that stands for `times` of its kind. Facts mostly come in order: then nothing is sorted.
  mutating func add(_ fact: Fact, times: Int) {
    guard last.origin < fact.origin, first.count < Self.limit || first[first.count - 1].origin < fact.origin else {
      return merge(Tally(kept: [fact], count: times))
    }
    count += times
    if first.count < Self.limit { first.append(fact) }
    last = fact
  }

  package mutating func merge(_ other: Tally) {
    count += other.count
    if first.count < Self.limit || other.first[0].origin < first[first.count - 1].origin {
      first = Array((first + other.first).sorted { $0.origin < $1.origin }.prefix(Self.limit))
    }
    if last.origin < other.last.origin { last = other.last }
  }

  /// The kept occurrences, in order, with the last one.
  package var kept: [Fact] { first.last == last ? first : first + [last] }
}

/// A fact that stands at a place of a log.
package protocol Located {
  var origin: Origin { get }
}

extension Failure: Located {}
extension CredentialClaim: Located {}
extension RequestLine: Located {}
extension Announcement: Located {}
extension RuntimeEvent: Located {}

/// A record that tells no failure.
package struct WorkMark: Hashable, Sendable, Located {
  package var origin: Origin
  package var work: Work
}

/// Any record of a writer.
package struct WriterMark: Hashable, Sendable, Located {
  package var origin: Origin
}
