import CulpritDiagnosis

extension Diagnosis {
  /// The same diagnosis as that of a deployment with a name: deployments are told apart by it, and so are
  /// the ids of processes and incidents that would be the same in two deployments.
  func named(_ deployment: DeploymentName) -> Diagnosis {
    guard let name = deployment.name else { return self }
    var named = self
    for index in named.processes.indices { named.processes[index].move(to: name) }
    for index in named.incidents.indices { named.incidents[index].move(to: name) }
    for index in named.neighbours.indices {
      named.neighbours[index].process = named.neighbours[index].process.map { "\(name):\($0)" }
    }
    return named
  }
}

extension ProcessSummary {
  fileprivate mutating func move(to name: String) {
    id = "\(name):\(id)"
    parent = parent.map { "\(name):\($0)" }
    deployment = deployment.map { "\(name):\($0)" } ?? name
  }
}

extension Incident {
  fileprivate mutating func move(to name: String) {
    id = "\(name):\(id)"
    deployment = deployment.map { "\(name):\($0)" } ?? name
    for index in processes.indices { processes[index].id = "\(name):\(processes[index].id)" }
    for index in healthy.indices { healthy[index].id = "\(name):\(healthy[index].id)" }
    for index in relayedBy.indices { relayedBy[index].id = "\(name):\(relayedBy[index].id)" }
    for index in evidence.indices {
      evidence[index].process = evidence[index].process.map { "\(name):\($0)" }
    }
  }
}
