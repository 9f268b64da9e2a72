/// A short token that Scan looks for, ASCII case-insensitive.
package struct Anchor: Hashable, Sendable {
  /// What a hit of this anchor makes worth reading.
  package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// The lines around the hit are framed, whatever they say.
    case failure
    /// The line of the hit alone is framed.
    case context
    /// A word that other systems use too: as `failure` near another hit, else what stands close to it.
    case hint
    /// What a process is called: some lines of it are framed, each alone. For a second look at a source.
    case name
  }

  /// In lower case, 3 to 32 bytes of ASCII.
  package var text: String
  package var kind: Kind

  package init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// Whether Scan can look for the text: 3 to 32 bytes of printable ASCII (so no newline), in any case.
  package static func isSearchable(_ text: String) -> Bool {
    (3...32).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

/// A place where an anchor stands: the first of its kind on its line, as `ScanPlan.scan` has it.
package struct Hit: Hashable, Sendable {
  /// Bytes from the start of the scanned span to the anchor's first byte.
  package var offset: Int
  package var kind: Anchor.Kind

  package init(offset: Int, kind: Anchor.Kind) {
    self.offset = offset
    self.kind = kind
  }
}
