import CulpritLab
import CulpritRegex
import Foundation

/// Keys that stand in the corpus, found without the product's own rules: they are what is tried.
struct KeyTokens {
  /// Runs of `runLength` characters of the secret parts of keys: the last character by the eight before it.
  private var runs: [UInt64: Set<UInt8>] = [:]
  private(set) var count = 0

  /// Longer runs of a key must not be shown: eight characters of a secret part help nobody to guess it.
  static let runLength = 9

  init(in cases: [CorpusCase]) {
    var keys: Set<String> = []
    for corpusCase in cases { keys.formUnion(Self.keys(in: corpusCase)) }
    for key in keys { add(Array(key.utf8)) }
    count = keys.count
  }

  /// Public prefixes, longest first, with what may follow in keys of today's providers.
  private static let shapes = CompiledPattern.constant(
    #"""
    (?:sk-ant-(?:api|admin|oat)\d\d-|sk-or-v1-|sk-proj-|sk-svcacct-|sk-admin-|sk-lf-|sk-|gsk_|xai-|pplx-|hf_|r8_|AIza|AKIA|ASIA|csk-|fw_|nvapi-|key_|tgp_v1_)
    (?<secret>[A-Za-z0-9_-]{20,})
    """#, .extended)
  /// Keys without a prefix are known by what stands before them.
  private static let named = CompiledPattern.constant(
    #"(?:bearer|api[_-]?key|x-api-key|secret|token)["']?\s*[:=]?\s*["']?(?<secret>[A-Za-z0-9_+/-]{24,})"#, .ignoresCase)

  private static func keys(in corpusCase: CorpusCase) -> Set<String> {
    var keys: Set<String> = []
    let names = FileManager.default.enumerator(atPath: corpusCase.folder)?.compactMap { $0 as? String } ?? []
    for name in names {
      guard let data = FileManager.default.contents(atPath: corpusCase.folder + "/" + name), !data.contains(0) else {
        continue  // An archive, or UTF-16: its keys stand in other cases too.
      }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") where line.utf8.count < 100_000 {
        for pattern in [shapes, named] {
          keys.formUnion(pattern.allMatches(in: String(line)).compactMap { $0["secret"] }.filter(isSecret))
        }
      }
    }
    return keys
  }

  /// Not prose, a placeholder, or a path: letters and digits mixed, as a generator makes them.
  private static func isSecret(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return digits >= 3 && text.utf8.count - digits >= 5 && Set(text.utf8).count >= 10 && !text.contains("/")
  }

  private mutating func add(_ key: [UInt8]) {
    guard key.count >= Self.runLength else { return }
    for start in 0...(key.count - Self.runLength) {
      let head = key[start..<(start + Self.runLength - 1)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      runs[head, default: []].insert(key[start + Self.runLength - 1])
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
