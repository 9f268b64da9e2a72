import CulpritReport
import Foundation
import Testing

/// What programs that read reports rely on, on every report of the corpus.
@Suite struct ContractTests {
  static let hasValidator = (try? run(["-c", "import jsonschema"]))?.code == 0

  @Test(
    "every report and every event of the corpus is as Documentation/report.schema.json says",
    .enabled(if: hasValidator, "needs Python's jsonschema: tools/setup --tests installs it"))
  func schema() async throws {
    let folder = NSTemporaryDirectory() + "culprit-contract-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (schema, documents) = (folder + "/schema.json", folder + "/documents.json")
    try Self.schemaOfAll().write(to: URL(fileURLWithPath: schema))
    try await Self.allDocuments().write(to: URL(fileURLWithPath: documents))
    let result = try Self.run(["-W", "ignore", "-m", "jsonschema", "-i", documents, schema])
    #expect(result.code == 0, "\(result.output.prefix(4_000))")
  }

  /// `{"reports": […], "events": […]}` of all cases: the validator starts once.
  private static func allDocuments() async throws -> Data {
    let reports = await AnsweredCorpus.reports.sorted { $0.key < $1.key }.map(\.value)
    let documents = reports.map { ReportFormat.json.render($0) }
    let events = reports.flatMap { ReportFormat.ndjson.render($0).split(separator: "\n").map(String.init) }
    try #require(documents.count > 100 && events.count >= documents.count)
    let text = """
      {"reports": [\(documents.joined(separator: ","))], "events": [\(events.joined(separator: ","))]}
      """
    return Data(text.utf8)
  }

  /// The checked-in schema, its report moved among the definitions.
  private static func schemaOfAll() throws -> Data {
    let file = URL(fileURLWithPath: AnsweredCorpus.root + "/Documentation/report.schema.json")
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    var definitions = try #require(whole["$defs"] as? [String: Any])
    definitions["report"] = whole.filter { !["$defs", "$schema"].contains($0.key) }
    let lists = ["reports": "#/$defs/report", "events": "#/$defs/event"]
    let properties = lists.mapValues { ["type": "array", "items": ["$ref": $0]] as [String: Any] }
    let schema: [String: Any] = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": definitions, "type": "object",
      "properties": properties, "required": ["reports", "events"],
    ]
    return try JSONSerialization.data(withJSONObject: schema)
  }

  private static func run(_ arguments: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }
}
