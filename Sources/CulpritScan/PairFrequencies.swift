/// How often two bytes stand side by side in ordinary logs, and from that how rare a stretch of few is.
///
/// Anchors are looked for by their rarest stretch, and stretches that share few hashes with ordinary
/// text share a bucket. Both are guesses that only speed depends on.
struct PairFrequencies {
  /// The bytes that are counted, in lower case; all others are as rare as the rarest.
  static let bytes = Array("abcdefghijklmnopqrstuvwxyz0123456789 _-.\n\"'(),/:;<=>[]{}".utf8)

  /// How many of all pairs are of two classes, by `first * classes + second`; they add up to 1.
  private let pairs: [Double]
  /// How many of all bytes are of a class.
  private let singles: [Double]
  /// Each four bytes of `words` that stand side by side.
  private let wordPieces: Set<UInt32>

  init() {
    let words = Array(Self.words.utf8)
    wordPieces = Set(words.indices.dropLast(3).map { Self.piece(words[$0...]) })
    // A letter is a power of one half, from `a` = 1.
    let letters = Self.table.utf8.filter { $0 != UInt8(ascii: "\n") }
    let powers = letters.map { letter in
      Double(sign: .plus, exponent: Int(UInt8(ascii: "a")) - Int(letter), significand: 1)
    }
    let sum = powers.reduce(0, +)
    pairs = powers.map { $0 / sum }
    singles = (0..<Self.classes).map { [pairs] first in
      pairs[first * Self.classes..<(first + 1) * Self.classes].reduce(0, +)
    }
  }

  /// How many of all places in ordinary logs the bytes begin at, if each depends on the one before it
  /// alone. Words are more frequent than that, so a stretch that has a piece of one counts for more:
  /// 32 times for each four bytes, by which the filter lets half as much through as without.
  func frequency(of bytes: ArraySlice<UInt8>) -> Double {
    var frequency = 1.0
    for (first, second) in zip(bytes, bytes.dropFirst()) {
      frequency *= pairs[Self.pairClass(first, second)]
    }
    for inner in bytes.dropFirst().dropLast() { frequency /= singles[Self.byteClass(inner)] }
    for start in bytes.indices.dropLast(3) where wordPieces.contains(Self.piece(bytes[start...])) {
      frequency *= 32
    }
    return frequency
  }

  /// How many of all pairs in ordinary logs are these two bytes.
  func frequency(of first: UInt8, _ second: UInt8) -> Double {
    pairs[Self.pairClass(first, second)] / Self.members(first) / Self.members(second)
  }
}

extension PairFrequencies {
  private static let classes = 32

  /// The first four bytes as a number.
  private static func piece(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func pairClass(_ first: UInt8, _ second: UInt8) -> Int {
    byteClass(first) * classes + byteClass(second)
  }

  private static func byteClass(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): 26
    case UInt8(ascii: " "): 27
    case UInt8(ascii: "_"): 28
    case UInt8(ascii: "-"): 29
    case UInt8(ascii: "."): 30
    default: 31
    }
  }

  /// How many bytes of `bytes` are of the byte's class.
  private static func members(_ byte: UInt8) -> Double {
    switch byteClass(byte) {
    case 26: 10
    case 31: 16
    default: 1
    }
  }

  /// Frequent words of any program's log, each after a blank.
  private static let words = """
     completed request level method status code error connection server finished worker model client \
    failed child local found session thread authentication failure login health system message invalid \
    event state address attempt warning properties running password handler attribute interval memory \
    expired network received started service response version exception variable security process \
    author initialization environment permission application operation configuration an error 
    """

  /// Rows and columns are a to z, digits, blank, `_`, `-`, `.` and all others. Counted in the samples
  /// of 16 systems' logs of github.com/logpai/loghub and in logs of pino, nest and nginx: 6 MB in all.
  private static let table = """
    mkjilljqkunjjjqitjjiknonnsjnnklk
    kmnlmmqskrlkpmktymkrnosulyjlokol
    jllljnujowjlolinrllkkmtpnujkqnnk
    jkmkilqplpumlmkpuklqkpmvoujillmi
    jjiilmntlsrjjipkjhhhlkkkmtjimljh
    jlnnlmwskysorsissllmnwvyqvjmtnpm
    nqsqitpmlysmnmmmumorovyvryqktslk
    kpnljpvslylvprjruktjmyqwqunlnrpm
    mljjlllpuvljjhkmskjjuksmylqmnslk
    qtuwryyqwymtyymyywntkryywylwsvvp
    lmrrissllwwpnoluyrnssowysynklnll
    kpnlisosislkyojprpllmmuunwpjppoj
    jllnirptkyvlmojjyskqmsqqoykkltll
    jpljjjjrjwnpnkintnjjllrmnujippmk
    mmkjqmkqnulliikkyijjkjllplpirupk
    kpmlkuqnjqrjprkjyklklrrvnyrnmqlk
    usuuwuwvlyytrwyspysskyvyyuurymql
    jmlkhnmnjykklkinrkkkkkwslyljnmmj
    kmkniokkkwlmnnlksljhkslslmnjnpli
    ilmphqsjiysmlkjktkljkrnqlyoimlli
    nnmnjtmmlwrkljmlyjjjstylywlqysmo
    kyovjvuvkyyrpsqsyvoryynyyyllvunl
    ltrpjvyolyppookwvrmsspostyynrvmn
    rsnrlruuoyytmoynypumuvyplwjluuom
    prpqnrrwoyysonpnyqllpysyyvrkrrml
    uyvyluytlyyyyypyyywutyytsuvmyusu
    jjijjjqttrqyqomuutsqpytlwwdfjhgf
    ijijkjkkilljkjkjojiikmklqsghqioh
    onmomnpqmonnmorpvpmmmrruyyjyrmtt
    lmkooouqnwyrllqnyrlrlrswuuhiwqyk
    kokmkmoklmslmnnmpmmnomloqqgltymm
    kmlkmmjkmkkkjjmklijkklkltpfgnkof
    """
}
