package import CulpritIntake
package import CulpritRules
package import CulpritSignals

// What a ledger is made of. Fields stand in the order in which they are written and read; a test compares
// ledgers of the whole corpus with what comes back of them.

extension Level: Stored {
  package func write(to output: inout StateWriter) { output.write(number: Int(rawValue)) }
  package init(from input: inout StateReader) throws(StateDamage) {
    guard let value = Level(rawValue: UInt8(clamping: try input.number())) else { throw StateDamage() }
    self = value
  }
}

extension SignalName: Stored {}
extension CredentialClaim.State: Stored {}
extension CredentialClaim.Rank: Stored {}
extension Wording.Rank: Stored {}
extension ParsedLink.Relation: Stored {}
extension KeyFragment.Mangling: Stored {}

extension Place: Stored {
  package func write(to output: inout StateWriter) {
    output.write(source, offset, newlinesInCell)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(source: try input.read(), offset: try input.read(), newlinesInCell: try input.read())
  }
}

extension Timestamp: Stored {
  package func write(to output: inout StateWriter) {
    output.write(nanoseconds, hasZone)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(nanoseconds: try input.read(), hasZone: try input.read())
  }
}

extension Writer.Constant: Stored {
  package func write(to output: inout StateWriter) {
    output.write(name, value)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(name: try input.read(), value: try input.read())
  }
}

extension Writer: Stored {
  package func write(to output: inout StateWriter) {
    output.write(
      source, host, container, service, program, pid, outerPid, thread, logger, format,
      shape, constants)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      source: try input.read(), host: try input.read(), container: try input.read(),
      service: try input.read(), program: try input.read(), pid: try input.read(),
      outerPid: try input.read(), thread: try input.read(), logger: try input.read(),
      format: try input.read(), shape: try input.read(), constants: try input.read())
  }
}

extension HeadNumber: Stored {
  package func write(to output: inout StateWriter) { output.write(place, value, name) }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(place: try input.read(), value: try input.read(), name: try input.read())
  }
}

extension CulpritSignals.Origin: Stored {
  package func write(to output: inout StateWriter) {
    output.write(place, writer, time, numbers, isUncertain)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      place: try input.read(), writer: try input.read(), time: try input.read(),
      numbers: try input.read(), isUncertain: try input.read())
  }
}

extension RedactedText: Stored {
  package func write(to output: inout StateWriter) { description.write(to: &output) }
  package init(from input: inout StateReader) throws(StateDamage) { self.init(restored: try input.read()) }
}

extension KeyFragment.Reading: Stored {
  package func write(to output: inout StateWriter) {
    switch self {
    case .key(let fits): output.write(0, fits)
    case .placeholder: output.write(1)
    case .localDummy: output.write(2)
    case .missingValue: output.write(3)
    case .mangled(let mangling): output.write(4, mangling)
    case .empty: output.write(5)
    case .unreadable: output.write(6)
    }
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    switch try input.number() {
    case 0: self = .key(fits: try input.read())
    case 1: self = .placeholder
    case 2: self = .localDummy
    case 3: self = .missingValue
    case 4: self = .mangled(try input.read())
    case 5: self = .empty
    case 6: self = .unreadable
    default: throw StateDamage()
    }
  }
}

extension KeyFragment: Stored {
  package func write(to output: inout StateWriter) {
    output.write(reading, head, tail, length, isDistinctive)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      reading: try input.read(), head: try input.read(), tail: try input.read(),
      length: try input.read(), isDistinctive: try input.read())
  }
}

extension Announcement.Subject: Stored {
  package func write(to output: inout StateWriter) {
    switch self {
    case .itself: output.write(0)
    case .another: output.write(1)
    case .ended: output.write(2)
    }
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    switch try input.number() {
    case 0: self = .itself
    case 1: self = .another
    case 2: self = .ended
    default: throw StateDamage()
    }
  }
}

extension Announcement: Stored {
  package func write(to output: inout StateWriter) {
    output.write(
      origin, subject, text, pid, parentPid, script, service, thread, program, slots, hosts,
      pattern, isStart)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(origin: try input.read(), subject: try input.read(), text: try input.read())
    pid = try input.read()
    parentPid = try input.read()
    script = try input.read()
    service = try input.read()
    thread = try input.read()
    program = try input.read()
    slots = try input.read()
    hosts = try input.read()
    pattern = try input.read()
    isStart = try input.read()
  }
}

extension CredentialClaim: Stored {
  package func write(to output: inout StateWriter) {
    output.write(
      origin, state, rank, text, variable, provider, fragment, subject, pattern,
      isListing, isMisnomer)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      origin: try input.read(), state: try input.read(), rank: try input.read(),
      text: try input.read())
    variable = try input.read()
    provider = try input.read()
    fragment = try input.read()
    subject = try input.read()
    pattern = try input.read()
    isListing = try input.read()
    isMisnomer = try input.read()
  }
}

extension Frame: Stored {
  package func write(to output: inout StateWriter) {
    output.write(file, line, function)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(file: try input.read(), line: try input.read(), function: try input.read())
  }
}

extension Link: Stored {
  package func write(to output: inout StateWriter) {
    output.write(type, message, relation, place, parent, status, code, requestID, frame)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      type: try input.read(), message: try input.read(), relation: try input.read(),
      place: try input.read())
    parent = try input.read()
    status = try input.read()
    code = try input.read()
    requestID = try input.read()
    frame = try input.read()
  }
}
extension Wording: Stored {
  package func write(to output: inout StateWriter) {
    output.write(signal, rank, place, pattern, provider, sdk, isAmbiguous)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(signal: try input.read(), rank: try input.read(), place: try input.read())
    pattern = try input.read()
    provider = try input.read()
    sdk = try input.read()
    isAmbiguous = try input.read()
  }
}

extension Answerer: Stored {
  package func write(to output: inout StateWriter) {
    output.write(
      host, hostProvider, isElsewhere, dialect, wrapped, model, modelProvider, client, isSharedClient,
      variableProvider, words, sdks)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init()
    host = try input.read()
    hostProvider = try input.read()
    isElsewhere = try input.read()
    dialect = try input.read()
    wrapped = try input.read()
    model = try input.read()
    modelProvider = try input.read()
    client = try input.read()
    isSharedClient = try input.read()
    variableProvider = try input.read()
    words = try input.read()
    sdks = try input.read()
  }
}

extension ModuleLoad: Stored {
  package func write(to output: inout StateWriter) {
    output.write(module, importer, isImported)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(module: try input.read(), importer: try input.read(), isImported: try input.read())
  }
}

extension Failure: Stored {
  package func write(to output: inout StateWriter) {
    output.write(
      origin, wordings, text, template, level, links, verdict, answerer, status, code,
      requestID, variable, echo, moduleLoad, units, values, scripts, entryScript, isInThread, isInChild, isOfDefaultClient, isCarried,
      isFatal, isHandled, head, omittedLinks)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      origin: try input.read(), wordings: try input.read(), text: try input.read(),
      template: try input.read())
    level = try input.read()
    links = try input.read()
    verdict = try input.read()
    // Who goes up a chain trusts in it: a parent stands before its children.
    let isTree = links.indices.allSatisfy { index in (links[index].parent ?? 0) >= 0 && (links[index].parent ?? -1) < index }
    guard isTree, verdict.map(links.indices.contains) ?? true else { throw StateDamage() }
    answerer = try input.read()
    status = try input.read()
    code = try input.read()
    requestID = try input.read()
    variable = try input.read()
    echo = try input.read()
    moduleLoad = try input.read()
    units = try input.read()
    values = try input.read()
    scripts = try input.read()
    entryScript = try input.read()
    isInThread = try input.read()
    isInChild = try input.read()
    isOfDefaultClient = try input.read()
    isCarried = try input.read()
    isFatal = try input.read()
    isHandled = try input.read()
    head = try input.read()
    omittedLinks = try input.read()
  }
}

extension RequestLine: Stored {
  package func write(to output: inout StateWriter) {
    output.write(origin, host, provider, status, text, isSharedInterface)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      origin: try input.read(), host: try input.read(), provider: try input.read(),
      status: try input.read(), text: try input.read())
    isSharedInterface = try input.read()
  }
}

extension RuntimeEvent: Stored {
  package func write(to output: inout StateWriter) {
    output.write(origin, signal, pattern, text, variable, subject)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(
      origin: try input.read(), signal: try input.read(), pattern: try input.read(),
      text: try input.read())
    variable = try input.read()
    subject = try input.read()
  }
}

extension Work: Stored {
  package func write(to output: inout StateWriter) {
    output.write(template, text, units)
  }
  package init(from input: inout StateReader) throws(StateDamage) {
    self.init(template: try input.read(), text: try input.read(), units: try input.read())
  }
}

