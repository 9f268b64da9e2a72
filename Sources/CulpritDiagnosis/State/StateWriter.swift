/// Writes values one behind the other, in the fewest bytes: what a program needs to go on after it was ended.
///
/// There are no names in it. Who reads it must be of the same version.
package struct StateWriter {
  package private(set) var bytes: [UInt8] = []
  /// Numbers of the texts that stand in it already: most of them stand there often.
  private var texts: [String: Int] = [:]

  package init() {}

  package mutating func write(_ values: any Stored...) {
    for value in values { value.write(to: &self) }
  }

  /// Seven bits a byte, the lowest first; the sign is in the lowest bit.
  mutating func write(number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(text: String) {
    if let number = texts[text] { return write(number: number) }
    texts[text] = texts.count
    write(number: texts.count - 1)
    write(number: text.utf8.count)
    bytes += text.utf8
  }
}

/// Reads what a `StateWriter` has written; whatever else it is given is refused.
package struct StateReader {
  private let bytes: [UInt8]
  private var position = 0
  private var texts: [String] = []

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func read<Value: Stored>(_ type: Value.Type = Value.self) throws(StateDamage) -> Value {
    try Value(from: &self)
  }

  mutating func number() throws(StateDamage) -> Int {
    var value: UInt64 = 0
    for shift in stride(from: 0, through: 63, by: 7) {
      guard position < bytes.count else { throw StateDamage() }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << UInt64(shift)
      if byte < 0x80 { return Int(truncatingIfNeeded: value >> 1) ^ -Int(value & 1) }
    }
    throw StateDamage()
  }

  mutating func text() throws(StateDamage) -> String {
    let number = try number()
    if number < texts.count, number >= 0 { return texts[number] }
    let count = try self.number()
    guard number == texts.count, count >= 0, count <= bytes.count - position else { throw StateDamage() }
    let text = String(decoding: bytes[position..<position + count], as: UTF8.self)
    position += count
    texts.append(text)
    return text
  }

  /// How many elements follow: each takes a byte at least, so that no number can ask for much memory.
  mutating func count() throws(StateDamage) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw StateDamage() }
    return count
  }
}

/// The bytes are not what was written, or were written by another version.
package struct StateDamage: Error, Hashable, Sendable {
  package init() {}
}

/// A value that a state holds.
package protocol Stored {
  func write(to state: inout StateWriter)
  init(from state: inout StateReader) throws(StateDamage)
}

extension Int: Stored {
  package func write(to state: inout StateWriter) { state.write(number: self) }
  package init(from state: inout StateReader) throws(StateDamage) { self = try state.number() }
}

extension Int64: Stored {
  package func write(to state: inout StateWriter) { state.write(number: Int(self)) }
  package init(from state: inout StateReader) throws(StateDamage) { self = Int64(try state.number()) }
}

extension UInt64: Stored {
  package func write(to state: inout StateWriter) { state.write(number: Int(bitPattern: UInt(self))) }
  package init(from state: inout StateReader) throws(StateDamage) {
    self = UInt64(UInt(bitPattern: try state.number()))
  }
}

extension Bool: Stored {
  package func write(to state: inout StateWriter) { state.write(number: self ? 1 : 0) }
  package init(from state: inout StateReader) throws(StateDamage) { self = try state.number() == 1 }
}

extension Double: Stored {
  package func write(to state: inout StateWriter) { bitPattern.write(to: &state) }
  package init(from state: inout StateReader) throws(StateDamage) { self.init(bitPattern: try state.read()) }
}

extension String: Stored {
  package func write(to state: inout StateWriter) { state.write(text: self) }
  package init(from state: inout StateReader) throws(StateDamage) { self = try state.text() }
}

extension Optional: Stored where Wrapped: Stored {
  package func write(to state: inout StateWriter) {
    state.write(number: self == nil ? 0 : 1)
    self?.write(to: &state)
  }
  package init(from state: inout StateReader) throws(StateDamage) {
    self = try state.number() == 0 ? nil : try state.read(Wrapped.self)
  }
}

extension Array: Stored where Element: Stored {
  package func write(to state: inout StateWriter) {
    state.write(number: count)
    for element in self { element.write(to: &state) }
  }
  package init(from state: inout StateReader) throws(StateDamage) {
    self = []
    for _ in 0..<(try state.count()) { append(try state.read()) }
  }
}

extension Dictionary: Stored where Key: Stored, Value: Stored {
  package func write(to state: inout StateWriter) {
    state.write(number: count)
    for (key, value) in self {
      key.write(to: &state)
      value.write(to: &state)
    }
  }
  package init(from state: inout StateReader) throws(StateDamage) {
    self = [:]
    for _ in 0..<(try state.count()) {
      let key: Key = try state.read()
      self[key] = try state.read(Value.self)
    }
  }
}

extension Stored where Self: RawRepresentable, RawValue: Stored {
  package func write(to state: inout StateWriter) { rawValue.write(to: &state) }
  package init(from state: inout StateReader) throws(StateDamage) {
    guard let value = Self(rawValue: try state.read()) else { throw StateDamage() }
    self = value
  }
}
