import CulpritIntake
import CulpritJSON

/// The chains of a text: offers every line to the grammars, and joins what they read of one failure.
enum TextChains {
  static func read(_ text: ChainText) -> [ReadChain] {
    var found: [ReadChain] = []
    var index = 0
    var isAnnounced = false
    while index < text.count, found.count < ChainLimits.chains {
      guard text[index].kind == .other, var chain = chain(in: text, at: index) else {
        isAnnounced = isAnnounced || FatalPrefix.announces(text[index].text)
        index += 1
        continue
      }
      if isAnnounced { chain.outcome = .uncaught }
      takeOriginal(in: text, below: &chain)
      found += objects(in: text[index])
      // What was read to be passed over is no chain, and takes no other's place.
      if !chain.root.isNothing { found.append(chain) }
      index = max(chain.end, index + 1)
    }
    return join(found)
  }

  /// Ray prints the exception that it could not restore below the one that says so: it is its cause.
  private static func takeOriginal(in text: ChainText, below chain: inout ReadChain) {
    let line = text.skipBlank(chain.end)
    guard line + 1 < text.count, announcesOriginal(text[line].content), let original = self.chain(in: text, at: line + 1) else { return }
    chain.root.addInnermost(original.root)
    chain.end = original.end
  }

  static func announcesOriginal(_ content: String) -> Bool { content == "Original exception:" }

  private static func chain(in text: ChainText, at index: Int) -> ReadChain? {
    for grammar in ChainGrammars.all {
      if let chain = grammar.chain(in: text, at: index) { return chain }
    }
    let objects = objects(in: text[index])
    guard let first = objects.first else { return nil }
    return first
  }

  /// Errors in a JSON object that ends a line of text: `… failed {"name":"X","cause":{…}}`.
  private static func objects(in line: ChainText.Line) -> [ReadChain] {
    guard let start = line.text.firstRange(of: "{\""), ErrorName.mayStand(in: line.text),
      let reading = JSONReader.read(line.text, at: start.lowerBound)
    else { return [] }
    var chains: [ReadChain] = []
    let errors = StructuredErrors(place: line.place)
    if let root = errors.error(reading.value, level: 1, in: .field) {
      chains.append(ReadChain(root: root, end: 0))
    } else {
      chains = errors.chains(in: reading.value)
    }
    return chains
  }

  /// Two printings of one failure become one chain; errors without a class give what they have to
  /// their neighbour.
  static func join(_ chains: [ReadChain]) -> [ReadChain] {
    var joined: [ReadChain] = []
    for chain in chains {
      if let last = joined.indices.last, chain.root.name == .none {
        joined[last].root.take(chain.root)
        joined[last].outcome = max(joined[last].outcome, chain.outcome)
      } else if !absorb(chain, into: &joined) {
        joined.append(chain)
      }
    }
    return joined.compactMap(named)
  }

  /// Without a head of its own, because the record was cut, what it wraps is the chain.
  private static func named(_ chain: ReadChain) -> ReadChain? {
    var chain = chain
    while chain.root.name == .none {
      guard let inner = chain.root.children.first else { return nil }
      chain.root = inner
    }
    return chain
  }

  private static func absorb(_ chain: ReadChain, into joined: inout [ReadChain]) -> Bool {
    for index in joined.indices.reversed() {
      if joined[index].root.printing == .oneLine || chain.root.printing == .oneLine {
        // A line that names the error before or after its full print.
        var (full, line) = chain.root.printing == .oneLine ? (joined[index], chain) : (chain, joined[index])
        guard full.root.absorbBelow(line.root) else { continue }
        full.outcome = max(full.outcome, line.outcome)
        joined[index] = full
        return true
      }
      if joined[index].root.absorbBelow(chain.root) {
        joined[index].outcome = max(joined[index].outcome, chain.outcome)
        return true
      }
      var other = chain
      if other.root.absorbBelow(joined[index].root) {
        other.outcome = max(other.outcome, joined[index].outcome)
        joined[index] = other
        return true
      }
    }
    return false
  }
}

extension ErrorNode {
  /// Hangs an error below the last of the causes.
  fileprivate mutating func addInnermost(_ cause: ErrorNode) {
    if let next = children.firstIndex(where: \.isCause) { return children[next].addInnermost(cause) }
    children.insert(cause, at: 0)
  }

  var isNothing: Bool { name == .none && message.isEmpty && frames.isEmpty && children.isEmpty && properties.isEmpty }

  /// Takes the facts of an error whose class was not printed: of its cause, or of its own stack.
  mutating func take(_ nameless: ErrorNode) {
    if !children.isEmpty, !nameless.message.isEmpty { return children[0].take(nameless) }
    absorbFacts(of: nameless)
  }

  /// Takes them on this very error.
  mutating func absorbFacts(of nameless: ErrorNode) {
    if !nameless.message.isEmpty, !message.contains(nameless.message) {
      message = message.isEmpty ? nameless.message : message + "\n" + nameless.message
    }
    properties.merge(nameless.properties) { own, _ in own }
    if frames.isEmpty { frames = nameless.frames }
  }
}
