// swift-tools-version: 6.2
import PackageDescription

/// Every room builds with the same strictness; a room that cannot keep it has no place here.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, sees: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: sees, swiftSettings: strict)
}

func program(_ name: String, sees: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: sees, swiftSettings: strict)
}

/// `files` are folders that tests read from the checkout, no resources of theirs.
func tests(_ name: String, sees: [Target.Dependency], files: [String] = []) -> Target {
  .testTarget(name: name, dependencies: sees, exclude: files, swiftSettings: strict)
}

let package = Package(
  name: "culprit",
  products: [
    .library(name: "Culprit", targets: ["Culprit"]),
    .executable(name: "culprit", targets: ["CulpritCommand"]),
    .executable(name: "culprit-lab", targets: ["CulpritLab"]),
  ],
  targets: [
    // C libraries of the system, and our one kernel.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    // No `pkgConfig`: it stands where the compiler looks, and macOS has it without a description.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // libm is what Swift's own rounding calls; on Linux a program that embeds us gets it from nobody else.
    .target(name: "CScan", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // The rooms, in the order in which bytes pass them.
    room("CulpritScan", sees: ["CScan"]),
    room("CulpritRegex", sees: ["CPCRE2"]),
    room("CulpritJSON"),
    room("CulpritRules", sees: ["CulpritScan"]),
    room("CulpritRuleFiles", sees: ["CulpritScan", "CulpritRegex", "CulpritRules", "CYAML"]),
    program("culprit-rulec", sees: ["CulpritRules", "CulpritRuleFiles"]),
    room("CulpritPatterns", sees: ["CulpritRules"]),
    room("CulpritIntake", sees: ["CulpritScan", "CulpritRegex", "CulpritJSON", "CulpritRules"]),
    room("CulpritSignals", sees: ["CulpritRegex", "CulpritJSON", "CulpritRules", "CulpritIntake"]),
    room("CulpritDiagnosis", sees: ["CulpritRules", "CulpritIntake", "CulpritSignals"]),
    room(
      "CulpritReport",
      sees: ["CulpritJSON", "CulpritIntake", "CulpritSignals", "CulpritDiagnosis"]),
    room(
      "Culprit",
      sees: [
        "CulpritScan", "CulpritRules", "CulpritPatterns", "CulpritIntake", "CulpritSignals", "CulpritDiagnosis",
        "CulpritReport",
      ]),
    room("CulpritSources", sees: ["Culprit", "CArchive", "CZlib"]),
    program(
      "CulpritCommand",
      sees: ["Culprit", "CulpritSources", "CulpritRuleFiles", "CulpritRules", "CulpritPatterns", "CulpritReport"]),
    program(
      "CulpritLab",
      sees: [
        "Culprit", "CulpritSources", "CulpritReport", "CulpritRules", "CulpritRegex", "CulpritScan", "CulpritIntake",
        "CulpritSignals", "CulpritDiagnosis",
      ]),

    tests("CulpritScanTests", sees: ["CulpritScan"]),
    tests("CulpritRegexTests", sees: ["CulpritRegex"]),
    tests("CulpritRulesTests", sees: ["CulpritScan", "CulpritRules"]),
    tests("CulpritRuleFilesTests", sees: ["CulpritScan", "CulpritRegex", "CulpritRules", "CulpritRuleFiles"]),
    tests(
      "CulpritPatternsTests",
      sees: [
        "CulpritScan", "CulpritRules", "CulpritRuleFiles", "CulpritPatterns", "CulpritIntake", "CulpritSignals", "culprit-rulec",
      ],
      files: ["Recorded"]),
    tests("CulpritJSONTests", sees: ["CulpritJSON"]),
    tests("CulpritIntakeTests", sees: ["CulpritIntake", "CulpritPatterns", "CulpritRules", "CulpritScan", "CulpritJSON"]),
    tests("CulpritSignalsTests", sees: ["CulpritSignals", "CulpritIntake", "CulpritJSON", "CulpritPatterns", "CulpritRules"]),
    tests(
      "CulpritDiagnosisTests",
      sees: [
        "CulpritScan", "CulpritRules", "CulpritPatterns", "CulpritIntake", "CulpritSignals", "CulpritDiagnosis",
        "CulpritReport", "Culprit",
      ],
      files: ["OwnWords"]),
    tests(
      "CulpritReportTests",
      sees: ["CulpritJSON", "CulpritIntake", "CulpritSignals", "CulpritDiagnosis", "CulpritReport"],
      files: ["Expected"]),
    tests("CorpusTests", sees: ["CulpritLab", "Culprit", "CulpritReport", "CulpritRegex", "CulpritRules", "CulpritPatterns", "CulpritSignals", "CulpritDiagnosis"]),
    tests("CulpritTests", sees: ["CulpritIntake", "CulpritSignals", "CulpritDiagnosis", "Culprit"]),
    tests("CulpritSourcesTests", sees: ["CulpritDiagnosis", "Culprit", "CulpritSources"]),
    tests("CulpritCommandTests", sees: ["CulpritReport", "CulpritCommand"]),
  ]
)
