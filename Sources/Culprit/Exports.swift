// Whoever imports Culprit sees everything that a report shows: its own types, what was found, redacted texts.
@_exported public import CulpritDiagnosis
@_exported public import CulpritReport
@_exported public import CulpritSignals
