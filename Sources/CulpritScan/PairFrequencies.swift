/// How often two bytes stand side by side in ordinary logs, and from that how rare a stretch is.
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

  init() {
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
  /// alone: too low for words, and good enough to compare stretches by.
  func frequency(of bytes: ArraySlice<UInt8>) -> Double {
    var frequency = 1.0
    for (first, second) in zip(bytes, bytes.dropFirst()) {
      frequency *= pairs[Self.pairClass(first, second)]
    }
    for inner in bytes.dropFirst().dropLast() { frequency /= singles[Self.byteClass(inner)] }
    return frequency
  }

  /// How many of all pairs in ordinary logs are these two bytes.
  func frequency(of first: UInt8, _ second: UInt8) -> Double {
    pairs[Self.pairClass(first, second)] / Self.members(first) / Self.members(second)
  }
}

extension PairFrequencies {
  private static let classes = 32

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
