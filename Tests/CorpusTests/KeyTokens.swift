import CulpritLab
import CulpritRegex
import Foundation

/// Secret parts of keys, to look for in outputs; found without the product's own rules, as they are what is tried.
struct KeyTokens {
  /// Runs of `runLength` characters: the last character by the eight before it.
  private var runs: [UInt64: Set<UInt8>] = [:]
  private(set) var count = 0

  /// Longer runs of a key must not be shown: eight characters of a secret part help nobody to guess it.
  static let runLength = 9

  /// Parts of a key that follow its public prefix.
  init(_ secrets: some Sequence<String>) {
    for secret in secrets { add(Array(secret.utf8)) }
  }

  /// Keys that stand whole in the logs and labels of cases.
  init(in cases: [CorpusCase]) {
    self.init(Set(cases.flatMap { CaseFiles($0).texts.values.flatMap(Self.keys) }))
  }

  /// Public prefixes with what may follow in keys of today's providers.
  private static let shapes = CompiledPattern.constant(
    #"""
    (?<![A-Za-z0-9])
    (?:sk-ant-(?:api|admin|oat)\d\d-|sk-or-v1-|sk-proj-|sk-svcacct-|sk-admin-|sk-|gsk_|xai-|pplx-|hf_|r8_|AIza|AKIA|ASIA|fw_|nvapi-)
    (?<secret>[A-Za-z0-9_-]{20,})
    """#, .extended)
  /// Keys without a public prefix are known by what stands before them.
  private static let named = CompiledPattern.constant(
    #"(?:bearer|api[_-]?key|secret|token)["']?\s*[:=]?\s*["']?(?!sk-|AIza|\w{2,4}_)(?<secret>[A-Za-z0-9_+-]{24,})"#, .ignoresCase)

  private static func keys(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.utf8.count < 100_000 }.flatMap { line in
      [shapes, named].flatMap { $0.allMatches(in: String(line)).compactMap { $0["secret"] }.filter(isSecret) }
    }
  }

  /// No prose, placeholder or name: letters and digits mixed, as a generator makes them.
  private static func isSecret(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return digits >= 3 && text.utf8.count - digits >= 5 && Set(text.utf8).count >= 10
  }

  private mutating func add(_ secret: [UInt8]) {
    guard secret.count >= Self.runLength else { return }
    count += 1
    for start in 0...(secret.count - Self.runLength) {
      let head = secret[start..<(start + Self.runLength - 1)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      runs[head, default: []].insert(secret[start + Self.runLength - 1])
    }
  }

  /// The first run of a key that a text shows; linear in the text.
  func firstRun(in text: String) -> String? {
    var head: UInt64 = 0
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if index >= Self.runLength - 1, runs[head]?.contains(byte) == true {
        return String(decoding: bytes[(index - Self.runLength + 1)...index], as: UTF8.self)
      }
      head = head << 8 | UInt64(byte)
    }
    return nil
  }
}

/// The files of a case that are text in one byte a character or in UTF-8.
struct CaseFiles {
  /// By name in the case; the label is not among them.
  private(set) var texts: [String: String] = [:]

  init(_ corpusCase: CorpusCase) {
    let names = FileManager.default.enumerator(atPath: corpusCase.folder)?.compactMap { $0 as? String } ?? []
    for name in names where name != "label.json" {
      // Archives and UTF-16 hold zeros.
      guard let data = FileManager.default.contents(atPath: corpusCase.folder + "/" + name), !data.contains(0) else {
        continue
      }
      texts[name] = String(decoding: data, as: UTF8.self)
    }
  }
}
