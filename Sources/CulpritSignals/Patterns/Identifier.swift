/// Names as programs write them: `OPENAI_API_KEY`, `openaiKeyPresent`, `has-openai-key`.
package enum Identifier {
  /// Words that make a name that of a credential.
  package static let keyWords: Set<String> = ["key", "keys", "apikey", "token", "secret", "credential", "credentials"]

  /// The words of an identifier in lower case: cut at `_`, `-`, `.`, blanks, and where the case rises.
  package static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    for byte in name.utf8 {
      let isUpper = (65...90).contains(byte)
      let isLetterOrDigit = isUpper || (97...122).contains(byte) || (48...57).contains(byte) || byte >= 128
      if !isLetterOrDigit || (isUpper && previousIsLower) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if isLetterOrDigit { word.append(isUpper ? byte + 32 : byte) }
      previousIsLower = (97...122).contains(byte) || (48...57).contains(byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
