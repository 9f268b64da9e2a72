package import CulpritIntake

/// Everything that one record tells, redacted.
package struct RecordFacts: Sendable {
  package var place: Place
  package var writer: Writer
  package var time: Timestamp?

  package init(place: Place, writer: Writer, time: Timestamp?) {
    self.place = place
    self.writer = writer
    self.time = time
  }
}
