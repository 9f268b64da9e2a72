import CulpritDiagnosis
import CulpritIntake

extension Analyzer {
  /// An empty analyzer for the same sources, that looks also for what names the processes which fail, and
  /// their peers: the banner a gigabyte before the failure has no word of the field.
  ///
  /// Nil where it would find nothing new: nothing fails, or every line was framed. What it finds depends on
  /// the whole input and on positions alone, so that it is the same for any number of cores.
  package mutating func forSecondLook() -> Analyzer? {
    let coverage = deployments.values.flatMap(\.coverage.values)
    guard coverage.contains(where: { $0.framed < $0.bytes }) else { return nil }
    // Cheap tests first: a diagnosis is made only where there is something to look for.
    let names = Set(deployments.values.flatMap(\.ledger.names)).sorted()
    guard !names.isEmpty, keptDiagnoses().contains(where: { !$0.incidents.isEmpty }) else { return nil }
    var options = options
    options.intake.names = names
    return Analyzer(rules: rules.lookingFor(names), options: options)
  }
}
