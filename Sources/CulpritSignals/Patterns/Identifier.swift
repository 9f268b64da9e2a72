/// Names as programs write them: `OPENAI_API_KEY`, `openaiKeyPresent`, `has-openai-key`.
package enum Identifier {
  /// Words that make a name that of a credential.
  package static let keyWords: Set<String> = ["key", "keys", "apikey", "token", "secret", "credential", "credentials"]

  /// The words of an identifier in lower case: cut at `_`, `-`, `.`, blanks, and where the case rises.
  package static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      let isUpper = (65...90).contains(byte)
      let isLetterOrDigit = isUpper || (97...122).contains(byte) || (48...57).contains(byte) || byte >= 128
      // `OpenAIChat`: an upper letter before a lower one ends a run of upper letters.
      let endsRun = isUpper && !previousIsLower && word.count > 1 && index + 1 < bytes.count && (97...122).contains(bytes[index + 1])
      if !isLetterOrDigit || (isUpper && previousIsLower) || endsRun {
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
