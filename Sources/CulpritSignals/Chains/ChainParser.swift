package import CulpritIntake
import CulpritJSON

/// Reads the error chains that one record prints.
///
/// Linear in the record's text; never more than the bounds of `ChainLimits`.
package struct ChainParser: Sendable {
  package init() {}

  /// The chains in the order printed; empty where no error's class stands in the record.
  package func chains(in record: Record) -> [ParsedChain] {
    var found: [ReadChain] = []
    if let structure = record.structure {
      found += StructuredErrors(place: record.place).chains(in: structure)
    }
    found += TextChains.read(ChainText(textLines(of: record)))
    let isLogged = record.level != nil || record.writer.format != "plain"
    return TextChains.join(found).prefix(ChainLimits.chains).map { chain in
      ChainFlattener.flatten(chain, isLogged: isLogged)
    }
  }

  /// The lines that are text: all but a JSON object, whose message stands for it.
  private func textLines(of record: Record) -> [Record.Line] {
    // A panel's physical lines are wrapped at its width.
    if record.panelTitle != nil { return [Record.Line(place: record.place, text: record.message)] }
    guard record.structure != nil, let first = record.lines.first, first.text.trimmed.begins("{") else {
      return record.lines
    }
    guard first.text.trimmed.ends("}") else {
      return [Record.Line(place: record.place, text: record.message)]
    }
    return [Record.Line(place: record.place, text: record.message)] + record.lines.dropFirst()
  }
}
