import CulpritRegex

/// BuildKit's plain progress: `#8 1.358 text`, the number of a step and the seconds since it began; `#8 [4/5] RUN …`.
///
/// https://docs.docker.com/reference/cli/docker/buildx/build/#progress
enum BuildStepEnvelope: Envelope {
  // Frames of PHP and of debuggers are numbered too.
  private static let pattern = CompiledPattern.constant(
    #"^(?<step>#\d{1,4}) (?:\d{1,6}\.\d{1,4}(?: |$)|(?=\[(?!internal function\])[^\]]{1,80}\] |(?:DONE|ERROR|CANCELED|sha256:)\b|CACHED$))"#)

  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard line.text.utf8.first == UInt8(ascii: "#"), let (match, rest) = PrefixPattern.match(pattern, line) else { return nil }
    // What a package manager is told to run is known as a step of a build by its number.
    var peeled = PeeledLine(text: rest.hasPrefix("> ") ? line.text : rest)
    peeled.origin.container = match["step"]
    return peeled
  }
}
