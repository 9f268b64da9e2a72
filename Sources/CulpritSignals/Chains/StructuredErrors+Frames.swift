import CulpritIntake
import CulpritJSON

extension StructuredErrors {
  /// `frames: [{filename, lineno, name}]` of structlog, `stack: [{fullFilePath, method}]` of tslog.
  static func frames(of value: JSONValue) -> [Frame] {
    if let elements = value["frames"]?.elements ?? value["stacktrace"]?["frames"]?.elements {
      return elements.prefix(ChainLimits.frames).compactMap(frame)
    }
    guard let key = ErrorKeys.stacks.first(where: { value[$0]?.elements != nil }),
      let elements = value[key]?.elements
    else { return [] }
    if let text = elements.first?.string, FrameLine.pythonFrames(inside: text).count > 0 {
      return elements.prefix(ChainLimits.frames).compactMap {
        $0.string.flatMap { FrameLine.pythonFrames(inside: $0).first }
      }
    }
    return elements.prefix(ChainLimits.frames).compactMap(frame).reversed()
  }

  private static func frame(_ value: JSONValue) -> Frame? {
    if let text = value.string {
      return FrameLine.stackFrame("at " + text) ?? FrameLine.rubyFrame(text) ?? place(text)
    }
    let file = ["filename", "file", "filePath", "fullFilePath", "abs_path", "path", "fileName"].lazy
      .compactMap { value[$0]?.string }.first
    guard let file else { return nil }
    let line = ["lineno", "line", "fileLine", "lineNumber"].lazy.compactMap { value[$0]?.integer }.first
    let function = ["name", "function", "method", "methodName"].lazy.compactMap { value[$0]?.string }.first
    return Frame(file: file, line: line, function: function)
  }

  /// `/srv/app/worker.php:10`
  private static func place(_ text: String) -> Frame? {
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")),
      let line = Int(text[text.utf8.index(after: colon)...])
    else {
      return nil
    }
    return Frame(file: String(text[..<colon]), line: line, function: nil)
  }
}
