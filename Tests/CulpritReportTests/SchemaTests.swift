import CulpritJSON
import CulpritReport
import Foundation
import Testing

@Suite struct SchemaTests {
  private static let schemaFile = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Documentation/report.schema.json").standardizedFileURL

  private func schema() throws -> SchemaValidator {
    let text = String(decoding: try Data(contentsOf: Self.schemaFile), as: UTF8.self)
    return SchemaValidator(root: try #require(JSONReader.object(inLine: text)))
  }

  @Test("every report is what the schema has", arguments: Samples.all.map(\.name))
  func reportsKeepTheContract(_ name: String) throws {
    let report = try #require(Samples.all.first { $0.name == name }?.report)
    let value = try #require(JSONReader.object(inLine: ReportFormat.json.render(report)))
    #expect(try schema().problems(of: value) == [])
  }

  @Test("every event is what the schema has", arguments: Samples.all.map(\.name))
  func eventsKeepTheContract(_ name: String) throws {
    let report = try #require(Samples.all.first { $0.name == name }?.report)
    let validator = try schema()
    let lines = ReportFormat.ndjson.render(report).split(separator: "\n").map(String.init)
    #expect(lines.count == report.incidents.count + 1)
    for line in lines {
      let value = try #require(JSONReader.object(inLine: line))
      #expect(validator.problems(of: value, definition: "event") == [])
    }
    let summary = try #require(lines.last.flatMap { JSONReader.object(inLine: $0) })
    #expect(summary["event"]?.string == "summary")
    #expect(validator.problems(of: try #require(summary["report"])) == [])
  }

  @Test("a document that breaks the contract is refused", arguments: [
    ("missing", #"{"schema":"culprit.report/1"}"#), ("const", #"{"schema":"culprit.report/2"}"#),
    ("unknown", #"{"schemas":1}"#), ("type", #"{"processes":{}}"#), ("items", #"{"neighbours":[1]}"#),
  ])
  func refusesOthers(_ name: String, _ text: String) throws {
    let value = try #require(JSONReader.object(inLine: text))
    #expect(try !schema().problems(of: value).isEmpty)
  }

  @Test("another validator agrees, where there is one", .enabled(if: PythonValidator.isInstalled))
  func otherValidatorAgrees() throws {
    let documents = Samples.all.map { ReportFormat.json.render($0.report) }
    #expect(try PythonValidator.problems(of: documents, schema: Self.schemaFile) == "")
  }
}

/// Checks values against the part of JSON Schema (2020-12) that our schema uses; other keywords are problems.
struct SchemaValidator {
  let root: JSONValue

  func problems(of value: JSONValue, definition: String? = nil) -> [String] {
    let schema = definition.flatMap { root["$defs"]?[$0] } ?? root
    return check(value, schema, at: "")
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, at path: String) -> [String] {
    (schema.members ?? []).flatMap { keyword in
      check(value, keyword: keyword.name, keyword.value, of: schema, at: path).map { "\(path): \($0)" }
    }
  }

  private func check(
    _ value: JSONValue, keyword: String, _ rule: JSONValue, of schema: JSONValue, at path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "$defs", "title", "description", "format": return []
    case "type":
      let types = rule.elements?.compactMap(\.string) ?? [rule.string ?? ""]
      return types.contains { isOf($0, value) } ? [] : ["is not of type \(types)"]
    case "const": return value == rule ? [] : ["is not \(rule)"]
    case "enum": return rule.elements?.contains(value) == true ? [] : ["\(value) is not one of \(rule)"]
    case "minimum": return (number(value) ?? 0) >= (number(rule) ?? 0) ? [] : ["is below \(rule)"]
    case "maximum": return (number(value) ?? 0) <= (number(rule) ?? 0) ? [] : ["is above \(rule)"]
    case "maxLength": return (value.string?.count ?? 0) <= (rule.integer ?? 0) ? [] : ["is longer than \(rule)"]
    case "required":
      return rule.elements?.compactMap(\.string).filter { value[$0] == nil }.map { "has no \($0)" } ?? []
    case "properties":
      return value.members?.flatMap { member in
        rule[member.name].map { check(member.value, $0, at: path + "/" + member.name) } ?? []
      } ?? []
    case "additionalProperties":
      let others = value.members?.filter { schema["properties"]?[$0.name] == nil } ?? []
      return rule == .bool(false)
        ? others.map { "has an unknown \($0.name)" }
        : others.flatMap { check($0.value, rule, at: path + "/" + $0.name) }
    case "items":
      return value.elements?.enumerated().flatMap { check($1, rule, at: path + "/\($0)") } ?? []
    case "anyOf":
      return rule.elements?.contains { check(value, $0, at: path).isEmpty } == true ? [] : ["fits no alternative"]
    case "$ref":
      let name = rule.string?.split(separator: "/").last.map(String.init) ?? ""
      return root["$defs"]?[name].map { check(value, $0, at: path) } ?? ["refers to nothing: \(name)"]
    default: return ["the keyword \(keyword) is not known"]
    }
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("number", .number), ("array", .array),
      ("object", .object):
      true
    case ("integer", .number(let text)): Int(text) != nil
    default: false
    }
  }

  private func number(_ value: JSONValue) -> Double? {
    if case .number(let text) = value { return Double(text) }
    return nil
  }
}

/// Python's `jsonschema`, if this machine has it.
enum PythonValidator {
  static let isInstalled = (try? run("import jsonschema", input: "")) == ""

  /// Empty where all documents are valid.
  static func problems(of documents: [String], schema: URL) throws -> String {
    let program = """
      import json, sys, warnings
      warnings.simplefilter("ignore")
      import jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open("\(schema.path)")))
      for line in sys.stdin:
        for problem in validator.iter_errors(json.loads(line)): print(list(problem.path), problem.message[:200])
      """
    let lines = documents.compactMap { JSONReader.object(inLine: $0) }.map { JSONWriter.text($0) }
    return try run(program, input: lines.joined(separator: "\n"))
  }

  /// What a Python program says, on either stream.
  private static func run(_ program: String, input: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "culprit-\(UUID().uuidString).ndjson")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }
}
