import CulpritJSON

/// PM2 with `--log-type json`:
/// `{"message":"…\n","timestamp":…,"type":"out","process_id":0,"app_name":"api"}`.
enum PM2JSONEnvelope: Envelope {
  static func peel(_ line: EnvelopedLine) -> PeeledLine? {
    guard let object = line.object, let message = object["message"]?.string,
      let name = object["app_name"]?.string,
      let type = object["type"]?.string, object["process_id"] != nil
    else { return nil }
    var peeled = PeeledLine(text: message)
    peeled.text.removeLastNewline()
    peeled.origin.service = name
    peeled.origin.stream = type
    // PM2's own number of the app, no pid.
    if let number = object["process_id"]?.integer {
      peeled.origin.constants = [Writer.Constant(name: "pm_id", value: String(number))]
    }
    let reading = object["timestamp"]?.string.flatMap {
      TimestampParser(reference: line.reference).parse($0)
    }
    peeled.time = reading?.time
    peeled.day = reading?.day
    return peeled
  }
}
