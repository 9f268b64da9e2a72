import CulpritDiagnosis
import CulpritJSON

/// How the parts of a report become values of JSON.
extension JSONValue {
  static func fields(_ fields: (String, JSONValue)...) -> JSONValue {
    .object(fields.map { Member(name: $0.0, value: $0.1) })
  }

  static func list<Item>(_ items: [Item], _ value: (Item) -> JSONValue) -> JSONValue {
    .array(items.map(value))
  }

  static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

  /// null where the log prints no date: a time of day alone is no point in time.
  static func time(_ time: LogTime?) -> JSONValue { .optional(time.flatMap { $0.isDated ? $0.description : nil }) }

  /// A number with at most four decimals: what a sum of weights differs by on another machine is cut.
  static func rounded(_ number: Double) -> JSONValue {
    // Beyond 2^40 no weight makes sense, and the cast to Int64 stays exact.
    guard number.isFinite, number.magnitude < 0x1p40 else { return .number("0") }
    let scaled = Int64((number * 10_000).rounded())
    let digits = String(scaled.magnitude % 10_000)
    var fraction = String(repeating: "0", count: 4 - digits.count) + digits
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = (scaled < 0 ? "-" : "") + String(scaled.magnitude / 10_000)
    return .number(fraction.isEmpty ? whole : whole + "." + fraction)
  }

  static func probability(_ number: Double) -> JSONValue {
    .rounded(number.isNaN ? 0 : min(1, max(0, number)))
  }
}
