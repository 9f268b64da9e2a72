import Testing

/// A way in which a line of a program reaches a file, with all its places where that may break the line.
struct Wrapping: CustomTestStringConvertible, Sendable {
  let name: String
  /// Words of an anchor may come apart, so that only what stands near it can have the text read.
  let partsWords: Bool
  /// Logs that hold a text, one for each place; lines of a text are lines of the log.
  let logs: @Sendable (String) -> [String]

  var testDescription: String { name }

  private init(
    _ name: String, partsWords: Bool = false, _ logs: @escaping @Sendable (String) -> [String]
  ) {
    self.name = name
    self.partsWords = partsWords
    self.logs = logs
  }

  static let all: [Wrapping] =
    [
      Wrapping("nothing") { [$0 + "\n"] },
      Wrapping("a logger's JSON") { [object("msg", $0) + "\n"] },
      Wrapping("a logger's JSON in docker's") { [docker(object("msg", $0) + "\n")] },
      Wrapping("JSON that is ASCII alone") { [object("message", $0, escaping: escapedToASCII) + "\n"] },
      Wrapping("a panel of any width", partsWords: true) { text in widths.map { panel(text, width: $0) } },
      Wrapping("one coloured word", partsWords: true) { text in wordRanges(text).map { coloured(text, [$0]) } },
      Wrapping("every word coloured", partsWords: true) { [coloured($0, wordRanges($0))] },
      Wrapping("docker's pieces", partsWords: true) { text in
        cuts(text).map { docker(String(text.prefix($0))) + docker(String(text.dropFirst($0)) + "\n") }
      },
      Wrapping("CRI's pieces", partsWords: true) { text in
        guard !text.contains("\n") else { return [] }
        return cuts(text).map { cut in
          "\(stamp) stderr P \(text.prefix(cut))\n\(stamp) stderr F \(text.dropFirst(cut))\n"
        }
      },
      Wrapping("docker's lines") { [lines($0).map { docker($0 + "\n") }.joined()] },
      Wrapping("PM2's JSON") { text in
        [lines(text).map { #"{"message":"\#(escaped($0 + "\n"))","timestamp":"\#(stamp)","type":"err","process_id":3,"app_name":"a"}"# + "\n" }.joined()]
      },
      Wrapping("journald's JSON") { [#"{"__REALTIME_TIMESTAMP":"1795402800000000","_PID":"31","MESSAGE":"\#(escaped($0))"}"# + "\n"] },
      Wrapping("journald's bytes") { text in
        [#"{"__REALTIME_TIMESTAMP":"1795402800000000","_PID":"31","MESSAGE":[\#(text.utf8.map(String.init).joined(separator: ","))]}"# + "\n"]
      },
      Wrapping("journald's export") { text in
        text.contains("\n") ? [] : ["__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795402800000000\n_PID=31\nMESSAGE=\(text)\n\n"]
      },
      Wrapping("a collector's JSON, newlines cut") { text in
        [lines(text).map { #"{"date":1795402800.5,"log":"\#(escaped($0))","stream":"stderr","kubernetes":{"pod_name":"a-1"}}"# + "\n" }.joined()]
      },
    ]
    + [
      "worker-1  | ", "[pod/shop-7c9f-x/web] ", "0|api      | ", "03:00:00 web.2    | ", "[server] ",
      "shop_web.1.k3v0a9@node-1    | ", "Nov 23 03:00:00 app-1 shop[77]: ", "<134>1 2026-11-23T03:00:00Z app-1 shop 77 - - ",
      "2026-11-23T03:00:00.000000+00:00 app[worker.3]: ", "worker-1  | 2026-11-23T03:00:00.123456789Z ",
      "\u{1B}[36mworker-1  | \u{1B}[0m", "2026-11-23T03:00:00.0000001Z ", "build\tRun it\t2026-11-23T03:00:00.0000001Z ",
      "shop-web-7c9f6d5b8-kx2lp web ", "2026-11-23T03:00:00Z app[148ed190b66089] ams [info]",
      "2026-11-23T03:00:00.000000001Z stderr F ", "crawl[3311]: ",
    ].map { prefix in
      Wrapping("'\(prefix)'") { [lines($0).map { prefix + $0 + "\n" }.joined()] }
    }

  private static let stamp = "2026-11-23T03:00:00.000000001Z"

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func docker(_ text: String) -> String {
    #"{"log":"\#(escaped(text))","stream":"stderr","time":"\#(stamp)"}"# + "\n"
  }

  private static func object(
    _ field: String, _ text: String, escaping: (String) -> String = escaped
  ) -> String {
    #"{"level":"error","time":"\#(stamp)","\#(field)":"\#(escaping(text))"}"#
  }

  // MARK: JSON

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{1B}": result += "\\u001b"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func escapedToASCII(_ text: String) -> String {
    escaped(text).utf16.reduce(into: "") { result, unit in
      let digits = String(unit, radix: 16)
      if let scalar = Unicode.Scalar(unit), unit < 0x80 {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
  }

  // MARK: panels

  /// In characters, with borders; rich's own is that of the terminal, 80 where there is none.
  private static let widths = [60, 80, 100, 120]

  /// As rich wraps: at blanks, and a word that is longer than a row at its edge.
  private static func panel(_ text: String, width: Int) -> String {
    let room = width - 4
    var rows: [String] = []
    for line in lines(text) {
      var row = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if row.isEmpty {
          row = String(word)
        } else if row.count + 1 + word.count <= room {
          row += " " + word
        } else {
          rows.append(row)
          row = String(word)
        }
        while row.count > room {
          rows.append(String(row.prefix(room)))
          row = String(row.dropFirst(room))
        }
      }
      rows.append(row)
    }
    let edge = String(repeating: "─", count: width - 2)
    let body = rows.map { "│ \($0)\(String(repeating: " ", count: room - $0.count)) │\n" }.joined()
    return "╭\(edge)╮\n\(body)╰\(edge)╯\n"
  }

  // MARK: colours and pieces

  private static func wordRanges(_ text: String) -> [Range<String.Index>] {
    text.split(whereSeparator: \.isWhitespace).map { $0.startIndex..<$0.endIndex }
  }

  private static func coloured(_ text: String, _ words: [Range<String.Index>]) -> String {
    var result = ""
    var position = text.startIndex
    for word in words {
      result += text[position..<word.lowerBound] + "\u{1B}[1;31m" + text[word] + "\u{1B}[0m"
      position = word.upperBound
    }
    return result + text[position...] + "\n"
  }

  /// Places in characters at which a piece ends: some everywhere, other ones in texts of other lengths.
  private static func cuts(_ text: String) -> [Int] {
    Array(stride(from: 1 + text.count % 7, to: text.count, by: max(7, text.count / 5)))
  }
}
