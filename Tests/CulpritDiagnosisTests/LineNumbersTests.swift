@testable import CulpritDiagnosis
import CulpritIntake
import Testing

@Suite struct LineNumbersTests {
  private func numbers() -> LineNumbers {
    var numbers = LineNumbers(cellSize: 10)
    numbers.add(source: "a", newlinesOfCells: Dictionary(uniqueKeysWithValues: (0..<50).map { ($0, $0 % 3) }))
    numbers.files = ["a": [0: "a.2", 100: "a.1", 200: "a"]]
    return numbers
  }

  private let places = [5, 95, 100, 199, 205, 333, 490].map { Place(source: "a", offset: $0, newlinesInCell: 1) }

  @Test("a place in a set of files is told by the file that it stands in")
  func files() {
    let place = numbers().resolve(Place(source: "a", offset: 125, newlinesInCell: 1))
    #expect(place.source == "a.1" && place.offset == 25 && place.line == 1 + 2 + 1 + 1)
  }

  @Test("what is forgotten changes no line number of what is kept, nor of what is still to come")
  func keepOnly() {
    let whole = numbers()
    var kept = whole
    kept.keepOnly(["a": Set(places.map { $0.offset / 10 })])
    #expect(places.map(kept.resolve) == places.map(whole.resolve))
    #expect(kept.newlines["a", default: [:]].count < 20)
    let later = Place(source: "a", offset: 505, newlinesInCell: 3)
    #expect(kept.resolve(later) == whole.resolve(later))
    kept.keepOnly(["a": [33]])
    #expect(kept.resolve(places[5]) == whole.resolve(places[5]))
    #expect(kept.resolve(later) == whole.resolve(later))
    #expect(kept.files["a"]?.count == 1)
  }
}
