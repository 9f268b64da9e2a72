/// An integer in the head of a line that nothing else claims: perhaps a pid.
///
/// Lines decide nothing: which places hold pids is seen when all of a log is known.
package struct HeadNumber: Hashable, Sendable {
  /// Hash of what stands before it, words and digits folded, and of the byte behind it: equal in all lines of
  /// one form, whatever they say. The same in every run.
  package var place: UInt64
  package var value: Int
  /// Hash of the name that it is joined to (`worker:4312`, `[worker 4312]`); 0 where it stands alone.
  package var name: UInt64

  package init(place: UInt64, value: Int, name: UInt64) {
    self.place = place
    self.value = value
    self.name = name
  }
}
