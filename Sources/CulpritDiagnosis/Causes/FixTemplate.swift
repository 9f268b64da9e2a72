/// Texts of rule files with `{placeholders}`.
package enum FixTemplate {
  /// Replaces `{name}` by its value; what is unknown stays as it is.
  package static func filled(_ template: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let close = rest.firstIndex(of: "}") {
      // The innermost brace counts: `${{variable}}` of a shell or a workflow keeps its own.
      guard let open = rest[..<close].lastIndex(of: "{"), let value = values[String(rest[rest.index(after: open)..<close])] else {
        result += rest[...close]
        rest = rest[rest.index(after: close)...]
        continue
      }
      result += rest[..<open]
      // `"./{script}"`, and the script has a whole path.
      if result.hasSuffix("./"), value.hasPrefix("/") || value.hasPrefix("./") { result.removeLast(2) }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A sentence of a fix: what stands between backticks is pasted, the rest is read.
  package static func filled(_ template: String, read: [String: String], pasted: [String: String]) -> String {
    let parts = template.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      filled(part, index.isMultiple(of: 2) ? read : pasted)
    }.joined(separator: "`")
  }
}
