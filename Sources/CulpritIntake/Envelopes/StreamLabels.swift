import CulpritJSON

/// Labels of a stream of lines, as Promtail, Alloy and hosters set them.
enum StreamLabels {
  /// - Parameter value: the value of a label by its name; nil where it is not set.
  static func origin(_ value: (String) -> String?) -> Origin {
    var origin = Origin()
    origin.container = first(["pod", "container_name", "instance"], value)
    origin.service = first(["container", "service_name", "app", "job", "unit", "resource"], value)
    origin.host = first(["node_name", "host", "hostname"], value)
    return origin
  }

  /// Of `{"app": "web"}`, and of `[{"name": "app", "value": "web"}]`.
  static func value(_ name: String, in labels: JSONValue) -> String? {
    if let found = labels[name]?.string { return found }
    return labels.elements?.first { $0["name"]?.string == name }?["value"]?.string
  }

  private static func first(_ names: [String], _ value: (String) -> String?) -> String? {
    for name in names { if let found = value(name), !found.isEmpty { return found } }
    return nil
  }
}
