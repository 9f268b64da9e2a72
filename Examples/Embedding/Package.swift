// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Embedding",
  dependencies: [
    // Outside of this repository: .package(url: "<where you got Culprit from>", from: "0.1.0")
    .package(name: "culprit", path: "../..")
  ],
  targets: [
    .executableTarget(name: "Embedding", dependencies: [.product(name: "Culprit", package: "culprit")])
  ]
)
