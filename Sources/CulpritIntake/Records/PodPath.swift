/// What the path of a container's log says of it, as Kubernetes and docker lay their logs out.
struct PodPath: Hashable, Sendable {
  var namespace: String?
  /// Name of the pod; of docker's container its short id.
  var pod: String
  /// Name of the container in its pod.
  var container: String?

  /// Nil for any other path.
  ///
  /// `…/pods/NAMESPACE_POD_UID/CONTAINER/N.log`, `…/containers/POD_NAMESPACE_CONTAINER-ID.log`
  /// (https://kubernetes.io/docs/concepts/cluster-administration/logging/#log-location-node), and docker's
  /// `…/containers/ID/ID-json.log`.
  init?(_ path: String) {
    guard path.utf8.count < 4096, path.containsBytes("/pods/") || path.containsBytes("/containers/") else { return nil }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 2, let name = parts.last else { return nil }
    if parts.count >= 4, parts[parts.count - 4] == "pods" {
      let names = parts[parts.count - 3].split(separator: "_")
      guard names.count == 3 else { return nil }
      (namespace, pod, container) = (String(names[0]), String(names[1]), parts[parts.count - 2])
    } else if parts[parts.count - 2] == "containers" {
      let names = name.split(separator: "_")
      guard names.count == 3, let dash = names[2].lastIndex(of: "-") else { return nil }
      (namespace, pod, container) = (String(names[1]), String(names[0]), String(names[2][..<dash]))
    } else if parts.count >= 3, parts[parts.count - 3] == "containers", name.hasPrefix(parts[parts.count - 2]) {
      (namespace, pod, container) = (nil, String(parts[parts.count - 2].prefix(12)), nil)
    } else {
      return nil
    }
  }
}
