/// What a line is called while records are compared: its shape with the fields that count.
struct LineMark: Sendable {
  /// Equal for lines that are framed alike and tell the same; nil where that is not known yet.
  var signature: UInt64?
  /// For those who find out which fields count.
  var fields: LayoutFields?

  /// Nothing is known of the line.
  static let none = LineMark(signature: nil, fields: nil)
}

/// The words of a line that may change from record to record.
package struct LayoutFields: Hashable, Sendable {
  /// Of the line without them.
  var layout: UInt64
  /// In order, as printed.
  package var texts: [String]
}

/// What the lines of a record are called together.
struct RecordMark: Sendable {
  /// Of the signatures of its lines, in order.
  private(set) var hash: UInt64 = 0
  /// A line without a signature is among them.
  private(set) var isShapeless = false
  private(set) var fields: [LayoutFields] = []
  /// Longer records are each read for themselves.
  private static let lineLimit = 512
  private var lines = 0

  mutating func add(_ mark: LineMark) {
    lines += 1
    if let signature = mark.signature { hash = mixed(hash, signature) } else { isShapeless = true }
    guard lines <= Self.lineLimit else {
      isShapeless = true
      fields = []
      return
    }
    if let found = mark.fields, !found.texts.isEmpty || mark.signature == nil { fields.append(found) }
  }
}

/// A record that a lane has closed.
struct ClosedRecord: Sendable {
  /// Of its first line.
  var offset: Int
  /// Equal for records that tell the same; nil where they cannot be compared.
  var shape: UInt64?
}
