internal import CScan

/// Which vector instructions a plan scans with. All kernels find the same hits.
package struct ScanKernel: Hashable, Sendable, CustomStringConvertible {
  package static let scalar = ScanKernel(number: 0, description: "scalar")
  package static let neon = ScanKernel(number: 1, description: "neon")
  package static let avx2 = ScanKernel(number: 2, description: "avx2")
  package static let avx512 = ScanKernel(number: 3, description: "avx512")

  /// Those that this processor runs and `CULPRIT_SIMD` does not rule out, slowest first; the scalar one is
  /// always among them.
  package static let available: [ScanKernel] = [scalar, neon, avx2, avx512].filter(\.runsHere)

  /// What `enum cscan_kernel` calls it.
  let number: UInt32
  package let description: String

  private var runsHere: Bool { cscan_runs(kernel) == 1 }

  var kernel: cscan_kernel { cscan_kernel(rawValue: number) }
}
