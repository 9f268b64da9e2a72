import CulpritIntake
import CulpritSignals

/// Failures are bound once more by what they tell themselves: names, frames, requests, and what their process says it has.
extension Binder {
  func bound(of failure: Failure) -> Bound {
    let bound = resolve(failure.origin, pid: nil, values: failure.values)
    // What the record says of itself cannot be outdone; a guess by neighbourhood can, by frames.
    if bound.rule == .pid || bound.rule == .prefix || bound.rule == .value { return bound }
    if let key = byName(failure) { return (key, .value) }
    if failure.isInChild, ["plain", "multiprocessing"].contains(failure.origin.writer.format), let child = child(failure, beside: bound.key) { return (child, nil) }
    if let key = byFrames(failure) { return (key, .frame) }
    if bound.rule == .onlyWriter, let stranger = stranger(failure, to: bound.key) { return (stranger, nil) }
    if bound.key.pid == nil, let key = byRequest(failure) { return (key, .request) }
    if bound.key.pid == nil, let key = byState(failure) { return (key, .state) }
    return bound
  }

  /// Whether the process says its first word in this source after this: the log begins with the end of somebody
  /// else's.
  func beganLater(_ key: Process.Key, than origin: Origin) -> Bool {
    let source = origin.writer.source
    let announced = (banners[Self.stem(origin)] ?? []).filter { $0.key == key && $0.origin.writer.source == source }.map(\.origin)
    let headed = firstSeen[key].flatMap { $0.writer.source == source ? $0 : nil }
    let own = announced + (headed.map { [$0] } ?? [])
    return !own.isEmpty && own.allSatisfy { Order.isBefore(origin, $0) ?? false }
  }

  /// The process whose pid or name stands in what the record says of the failure.
  func byName(_ failure: Failure) -> Process.Key? {
    let pids = Set(failure.values.compactMap { $0.hasPrefix("pid=") ? Int($0.dropFirst(4)) : nil })
    if pids.count == 1, let pid = pids.first {
      let key = identity(of: failure.origin.writer, pid: pid)
      if speakers[Self.stem(failure.origin)]?.keys.contains(key) ?? false || processes[key] != nil { return key }
    }
    guard !sharedValues.isEmpty else { return nil }
    return sharedValues.child(namedIn: ([failure.head] + failure.links.prefix(4).map(\.message)).compactMap { $0?.description }, of: failure.origin)
  }

  /// A program of its own that nobody announced: its stack begins at the top level of another script than the
  /// only announced process has, and it lacks what that process says it has.
  func stranger(_ failure: Failure, to key: Process.Key) -> Process.Key? {
    guard let script = failure.entryScript, !failure.isInThread, let process = processes[key],
      failure.origin.writer.format == "plain",
      !process.scripts.contains(where: { Self.baseName($0) == Self.baseName(script) }),
      process.claims.contains(where: { $0.first[0].state == .present }),
      !Attribution.wasSent(failure) || failure.wordings.first.map({ $0.rank == .className }) ?? true
    else { return nil }
    return Process.Key(host: "", home: "\(Self.stem(failure.origin))@\(Self.baseName(script))", pid: nil)
  }

  /// A child of `multiprocessing` that told nobody its pid: its stack names the script of its parent, and its words
  /// stand where the parent's do.
  func child(_ failure: Failure, beside key: Process.Key) -> Process.Key? {
    guard let process = processes[key] else { return key.pid == nil ? key : nil }
    return process.parent == nil ? identity(of: failure.origin.writer, pid: nil) : nil
  }

  /// The latest request line before it with the same status.
  func byRequest(_ failure: Failure) -> Process.Key? {
    guard let status = failure.status else { return nil }
    let before = (failedRequests[Self.stem(failure.origin)] ?? []).filter { request in
      request.status == status && Order.isBefore(request.origin, failure.origin) ?? false
        && Self.mayBeOne(request.origin.writer, failure.origin.writer)
    }
    guard let last = before.max(by: { Order.precedes($0.origin, $1.origin) }) else { return nil }
    if let seconds = Order.seconds(from: last.origin, to: failure.origin), seconds > 5 { return nil }
    return last.key
  }

  /// The script that the outermost application frame names.
  func byFrames(_ failure: Failure) -> Process.Key? {
    let names = failure.scripts.map(Self.baseName) + [failure.moduleLoad?.importer, failure.moduleLoad?.module].compactMap { $0.map(Self.baseName) }
    let here = (banners[Self.stem(failure.origin)] ?? []) + (spawned[Self.stem(failure.origin)] ?? [])
    for name in names {
      let same = here.filter { banner in
        banner.script.map { Self.baseName($0) == name } ?? false && Self.mayBeOne(banner.origin.writer, failure.origin.writer)
      }
      if let key = latest(of: same, before: failure.origin) { return key }
    }
    return nil
  }

  /// The only process of the source whose own word explains the failure.
  func byState(_ failure: Failure) -> Process.Key? {
    let here = (banners[Self.stem(failure.origin)] ?? []).filter { Self.mayBeOne($0.origin.writer, failure.origin.writer) }
    let keys = Set(here.map(\.key))
    guard keys.count > 1 else { return nil }
    let lacking = keys.filter { key in
      processes[key]?.claims.contains { $0.first[0].state != .present } ?? false
    }
    let having = keys.filter { key in processes[key]?.claims.contains { $0.first[0].state == .present } ?? false }
    guard lacking.count == 1, let only = lacking.first, !having.subtracting(lacking).isEmpty else { return nil }
    return only
  }
}
