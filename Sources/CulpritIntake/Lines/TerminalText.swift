/// Removes what terminals draw with: colours and other escape sequences, also where a log printed them as
/// text.
enum TerminalText {
  /// Shape of what is removed: CSI `ESC [ … final`, OSC `ESC ] … BEL`, two-character escapes; the same
  /// behind `#033`, `\x1b`, `\033`, `\u001b`, `\e` and as `␛`; other control characters but tab; a CR at
  /// the end.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x0A { end -= 1 }
    let line = bytes[bytes.startIndex..<end]
    guard needsCleaning(line) else { return String(decoding: line, as: UTF8.self) }
    return String(decoding: cleaned(line), as: UTF8.self)
  }

  static func plain(_ text: String) -> String {
    var text = text
    let isClean = text.withUTF8 { bytes in
      !(unsafe bytes.contains {
        $0 < 0x20 && $0 != 0x09 || $0 == 0x7F || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\\")
      })
    }
    return isClean ? text : plain(Array(text.utf8)[...])
  }

  private static func needsCleaning(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains {
      $0 < 0x20 && $0 != 0x09 || $0 == 0x7F || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\\")
    }
  }

  private static func cleaned(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var position = line.startIndex
    while position < line.endIndex {
      let byte = line[position]
      if let introducer = escapeLength(line, position) {
        let next = endOfSequence(line, position + introducer)
        if next > position + introducer || byte == 0x1B {
          position = max(next, position + 1)
          continue
        }
      }
      if byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        result.append(byte)
      }
      position += 1
    }
    return result
  }

  /// Length of what stands for ESC here.
  private static func escapeLength(_ line: ArraySlice<UInt8>, _ position: Int) -> Int? {
    switch line[position] {
    case 0x1B: return 1
    case UInt8(ascii: "#"): return line[position...].starts(with: "#033[".utf8) ? 4 : nil
    case UInt8(ascii: "\\"):
      for spelling in ["\\x1b[", "\\x1B[", "\\033[", "\\u001b[", "\\u001B[", "\\e["]
      where line[position...].starts(with: spelling.utf8) {
        return spelling.utf8.count - 1
      }
      return nil
    default: return nil
    }
  }

  /// Position behind the sequence whose ESC ended at `start`; `start` if none begins here.
  private static func endOfSequence(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
    guard start < line.endIndex else { return start }
    var position = start + 1
    switch line[start] {
    case UInt8(ascii: "["):
      // Parameters and intermediates, then one final byte (ECMA-48, 5.4). A cut sequence ends where it
      // stops fitting.
      while position < line.endIndex, line[position] >= 0x20, line[position] < 0x40, position - start < 40 {
        position += 1
      }
      guard position < line.endIndex, line[position] >= 0x40, line[position] < 0x7F else { return position }
      return position + 1
    case UInt8(ascii: "]"):
      while position < line.endIndex, position - start < 2_048 {
        if line[position] == 0x07 { return position + 1 }
        if line[position] == 0x1B, position + 1 < line.endIndex, line[position + 1] == UInt8(ascii: "\\") {
          return position + 2
        }
        position += 1
      }
      return start + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"): return min(start + 2, line.endIndex)
    case 0x30..<0x7F: return start + 1
    default: return start
    }
  }
}
