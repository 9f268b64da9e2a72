import Culprit

/// A folder of docker's, `…/containers/ID/`, in which a container's log stands beside what docker knows of it.
struct DockerFolder {
  /// What `docker ps` calls the container; nil where nothing tells.
  private(set) var container: String?
  /// Its service in a compose file.
  private(set) var service: String?

  /// Bytes of a description that are read; it has the container's whole configuration in it.
  private static let most = 1 << 20
  /// Descriptions that are no logs. They have the container's environment in them, which is nobody's business.
  private static let descriptions: Set<String> = ["config.v2.json", "hostconfig.json"]

  /// Nil where a path is not that of a container's log, or nothing stands beside it.
  init?(ofLog path: String) {
    guard let folder = Self.folder(ofLog: path), let file = try? FileDescriptor.open(folder + "config.v2.json"),
      (try? file.status().kind) == .regular
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Self.most)
    guard let count = try? file.read(into: &bytes, at: 0), count > 0 else { return nil }
    let text = bytes[..<count]
    // Names of other things there have no slash.
    container = Self.word(behind: "\"Name\":\"/", in: text)
    service = Self.word(behind: "\"com.docker.compose.service\":\"", in: text)
    if container == nil && service == nil { return nil }
  }

  /// Whether a file is one of docker's descriptions of a container.
  static func isDescription(_ path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/") else { return false }
    guard descriptions.contains(String(path[path.index(after: slash)...])) else { return false }
    let folder = path[..<slash]
    return isID(folder[(folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex)...])
  }

  /// `…/ID/` of `…/ID/ID-json.log`, also where that was rotated.
  private static func folder(ofLog path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 1, isID(parts[parts.count - 2]) else { return nil }
    guard parts[parts.count - 1].hasPrefix(parts[parts.count - 2] + "-json.log") else { return nil }
    return parts.dropLast().joined(separator: "/") + "/"
  }

  private static func isID(_ name: Substring) -> Bool {
    name.utf8.count == 64 && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Letters, digits, `_`, `.` and `-`, of which docker lets a name consist.
  private static func word(behind sign: String, in text: ArraySlice<UInt8>) -> String? {
    let sign = Array(sign.utf8)
    guard text.count > sign.count else { return nil }
    for start in text.startIndex...text.endIndex - sign.count where text[start] == sign[0] {
      guard text[start...].starts(with: sign) else { continue }
      let word = text[(start + sign.count)...].prefix { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "_.-".utf8.contains(byte)
      }
      guard (1...128).contains(word.count), word.endIndex < text.endIndex else { return nil }
      return text[word.endIndex] == UInt8(ascii: "\"") ? String(decoding: word, as: UTF8.self) : nil
    }
    return nil
  }
}

extension Analyzer {
  /// Takes over what stands beside a container's log.
  mutating func nameContainer(ofLog path: String, source: String) {
    guard let folder = DockerFolder(ofLog: path) else { return }
    name(container: folder.container, service: folder.service, of: source)
  }
}
