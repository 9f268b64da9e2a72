package import CulpritJSON

/// One logical entry of one writer: a header line and its continuation lines.
///
/// Text is decoded: envelopes are peeled, JSON strings unescaped, terminal escapes removed, wrapped
/// panels unfolded.
package struct Record: Sendable {
  /// Of the first line.
  package var place: Place
  package var writer: Writer
  package var time: Timestamp?
  package var level: Level?
  /// What stands behind the header: first line and continuation lines joined by `\n`. Of a JSON record the
  /// message field, followed by the text of stack fields; of a panel its body with wrapped lines joined.
  package var message: String
  /// Physical lines without envelope and header, as printed: for stacks and chains. Never empty.
  package var lines: [Line]
  /// Of a structured record (JSON, logfmt): the whole object.
  package var structure: JSONValue?
  /// Title of a panel (`❌ LLM Error`); nil for other records.
  package var panelTitle: String?
  /// Integers of its head, left to right, that nothing else claims: candidates for a pid.
  package var numbers: [HeadNumber]
  /// A limit ended it before its writer did.
  package var isCut: Bool
  /// Its lines could not be told from another writer's with certainty.
  package var isUncertain: Bool
  /// How many records it stands for: itself, and earlier ones that tell the same and are not shown.
  package var occurrences = 1
  /// Of its lines; those words of them that `SourceReader.learn` is told count.
  package var fields: [LayoutFields] = []
  /// Equal for records that tell the same.
  var shape: UInt64?

  package struct Line: Hashable, Sendable {
    package var place: Place
    package var text: String
    package init(place: Place, text: String) {
      self.place = place
      self.text = text
    }
  }

  package init(
    place: Place, writer: Writer, time: Timestamp? = nil, level: Level? = nil, message: String,
    lines: [Line],
    structure: JSONValue? = nil, panelTitle: String? = nil, numbers: [HeadNumber] = [], isCut: Bool = false,
    isUncertain: Bool = false
  ) {
    self.place = place
    self.writer = writer
    self.time = time
    self.level = level
    self.message = message
    self.lines = lines
    self.structure = structure
    self.panelTitle = panelTitle
    self.numbers = numbers
    self.isCut = isCut
    self.isUncertain = isUncertain
  }
}
