import CulpritJSON

extension Record {
  /// Of a record whose lines are one object, printed over several lines (`JSON.stringify(…, null, 2)`, an
  /// inspected object): reads its fields as those of a structured line.
  mutating func readObject() {
    let text = lines.map(\.text).joined(separator: "\n")
    guard text.utf8.count <= 1 << 16, let reading = JSONReader.read(text), reading.isComplete,
      reading.end == text.utf8.count,
      let header = StructuredHeader.header(
        of: reading.value, format: nil, reference: CalendarDay(year: 1970, month: 1, day: 1))
    else { return }
    structure = reading.value
    message = header.message
    time = header.time ?? time
    level = header.level ?? level
    writer.format = header.format
    writer.shape = header.shape
    writer.pid = header.pid ?? writer.pid
    writer.thread = header.thread ?? writer.thread
    writer.logger = header.logger ?? writer.logger
    writer.program = header.program ?? writer.program
    writer.service = writer.service ?? header.service
    writer.constants = (writer.constants + header.constants).sorted()
  }
}
