/// Reads `runners/<id>.yaml`: the patterns of a runner or framework.
struct RunnerReader {
  let context: FileContext
  /// The name of the file without its ending.
  let fileID: String

  func read(_ root: YAMLNode) -> [PatternDraft] {
    guard let fields = FieldReader(root, of: "runner", known: ["id", "name", "patterns"], in: context) else {
      return []
    }
    checkFileID(fields.required("id"), fileID: fileID, fields)
    _ = fields.required("name")
    return PatternReader(context: context, origin: .runner, provider: nil).drafts(fields.items("patterns"))
  }
}
