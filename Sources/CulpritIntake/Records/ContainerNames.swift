/// How people call a container whose log has its id alone.
package struct ContainerNames: Hashable, Sendable {
  package var container: String?
  package var service: String?

  package init(container: String? = nil, service: String? = nil) {
    self.container = container
    self.service = service
  }
}
