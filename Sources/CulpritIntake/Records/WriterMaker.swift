/// Makes a writer of what header and envelopes say.
enum WriterMaker {
  ///
  /// - Parameter containers: names of the containers that some sources are of.
  static func writer(
    _ header: Header?, _ origin: Origin, source: String, containers: [String: ContainerNames]
  ) -> Writer {
    var writer = Writer(source: origin.section ?? source)
    writer.host = header?.host ?? origin.host
    writer.container = origin.container
    // A program's own name wins over syslog's, which then names the service.
    writer.program = header?.program ?? origin.program
    writer.service =
      origin.service ?? header?.service ?? (origin.thread == nil ? origin.tag.flatMap(service(ofTag:)) : nil)
      ?? (header?.program != nil && header?.program != origin.program ? origin.program : nil)
    writer.pid = header?.pid ?? origin.pid
    if let own = header?.pid, let outer = origin.pid, own != outer { writer.outerPid = outer }
    writer.thread = header?.thread ?? origin.thread
    writer.logger = header?.logger
    writer.format = header?.format ?? (origin.tag == nil ? "plain" : "tagged")
    writer.shape = header?.shape ?? (origin.tag == nil ? "" : origin.pid == nil ? "[a]" : "[a 0]")
    let path = writer.container == nil ? PodPath(writer.source) : nil
    let told = containers.isEmpty ? nil : containers[writer.source]
    writer.container = writer.container ?? told?.container ?? path?.pod
    writer.service = writer.service ?? told?.service ?? path?.container
    var constants = origin.constants + (header?.constants ?? [])
    if let namespace = path?.namespace { constants.append(Writer.Constant(name: "namespace", value: namespace)) }
    if let tag = origin.tag { constants.append(Writer.Constant(name: "tag", value: tag)) }
    writer.constants = constants.sorted()
    return writer
  }

  /// The name in a tag, without a number that is joined to it; nil where it is a number alone.
  private static func service(ofTag tag: String) -> String? {
    guard let name = tag.utf8.lastIndex(where: { !$0.isDigit }) else { return tag.utf8.count < 3 ? tag : nil }
    let digits = tag.utf8.distance(from: name, to: tag.utf8.endIndex) - 1
    guard digits > 2, ":#/@".utf8.contains(tag.utf8[name]) else { return tag }
    return String(tag.utf8[..<name])
  }
}
