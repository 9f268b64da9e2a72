import CulpritRules

/// The names of a log that a person may paste into a shell or a file: whatever is not plain stays out.
///
/// Whoever writes into a log chooses these names. A variable is capitals, digits and underscores; everything else is
/// a path of letters, digits, dots, slashes, underscores and hyphens, which no shell, quote or language reads as more.
package struct PlainNames {
  package var variable: String?
  package var entrypoint: String?
  package var service: String?
  package var misnomer: String?
  /// Service, pid and entrypoint of a peer, or what else names it.
  package var peer: String?
  package var host: String?
  /// Pid of a peer that is called as the service is: sentences tell the two apart by it.
  package var peerPid: Int?
  /// Runtime whose probe shows whether a repair helped.
  package var probe = "bash"

  package init(
    variable: String?, entrypoint: String?, service: String?, misnomer: String? = nil, peer: String? = nil, host: String? = nil
  ) {
    self.variable = variable.flatMap { ProbeRule.isVariable($0) ? $0 : nil }
    self.misnomer = misnomer.flatMap { ProbeRule.isVariable($0) ? $0 : nil }
    self.entrypoint = entrypoint.flatMap(Self.path)
    self.service = service.flatMap(Self.path)
    self.peer = peer.flatMap(Self.path)
    self.host = host.flatMap(Self.path)
  }

  /// Words where a name is unknown or not plain, for sentences.
  func read(provider: String, other: String) -> [String: String] {
    [
      "variable": variable ?? "the credential", "entrypoint": entrypoint ?? service ?? "its entrypoint", "service": service ?? "the service",
      "misnomer": misnomer ?? "the other name", "peer": peerPid.map { "pid \($0)" } ?? peer ?? "a process that works", "provider": provider, "other": other,
      "host": host ?? provider, "script": entrypoint ?? "its entry file", "probe": probe,
    ]
  }

  /// Capitals where a name is unknown or not plain, for commands and code: one sees what to fill in.
  package var pasted: [String: String] {
    [
      "variable": variable ?? "YOUR_VARIABLE", "entrypoint": entrypoint ?? "YOUR_ENTRYPOINT", "service": service ?? "YOUR_SERVICE",
      "misnomer": misnomer ?? "YOUR_OTHER_NAME", "peer": peer ?? "YOUR_PEER", "host": host ?? "YOUR_HOST",
      "script": entrypoint ?? "YOUR_ENTRYPOINT", "probe": probe,
    ]
  }

  /// Not an option either, and nothing that leads out of the folder.
  package static func path(_ text: String) -> String? {
    let allowed = text.utf8.allSatisfy { byte in
      (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || [45, 46, 47, 95].contains(byte)
    }
    let isPlain = allowed && !text.isEmpty && text.utf8.count <= 200 && text.utf8.first != 45
    return isPlain && !text.split(separator: "/").contains("..") ? text : nil
  }
}
