/// The shapes of collectors, and of the exports of those who host programs, in the order in which they are tried.
enum CollectorShapes {
  static let all: [CollectorShape] =
    [cloudLogging, eventStream, insights] + azure + [loki, labelled, railway, kubernetes, stern, container, shipper, graylog, datadog]

  /// Google's `LogEntry` with a text payload; one with a JSON payload stays a record with its fields.
  ///
  /// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
  private static let cloudLogging = CollectorShape(
    needs: [["textPayload"], ["resource"]], text: ["textPayload"],
    service: ["resource.labels.service_name", "resource.labels.function_name", "resource.labels.container_name"],
    container: ["resource.labels.pod_name", "resource.labels.revision_name"], level: ["severity"], time: ["timestamp"])

  // MARK: - CloudWatch

  /// Events, as `filter-log-events` and subscriptions give them one a line.
  private static let eventStream = CollectorShape(
    needs: [["logStreamName", "logStream"], ["message"]], text: ["message"], service: ["logGroupName", "logGroup"],
    container: ["logStreamName", "logStream"], time: ["timestamp"])

  /// A row of Logs Insights.
  ///
  /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
  private static let insights = CollectorShape(
    needs: [["@logStream"], ["@message"]], text: ["@message"], service: ["@log"], container: ["@logStream"], time: ["@timestamp"])

  // MARK: - Azure

  private static let azureTimes = ["TimeStamp", "TimeGenerated", "time_t", "time"]

  private static let azure: [CollectorShape] = [
    // Container Apps (`az containerapp logs show`, its table in Log Analytics), AKS's `ContainerLogV2`.
    // https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerlogv2
    CollectorShape(
      needs: [["Log", "Log_s", "LogMessage"], azureTimes], text: ["Log", "Log_s", "LogMessage"],
      service: ["ContainerAppName", "ContainerAppName_s", "ContainerName"],
      container: ["ContainerGroupName_s", "ReplicaName", "PodName", "containerId"], stream: ["Stream_s", "LogSource"], time: azureTimes),
    // App Service's console logs.
    // https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceconsolelogs
    CollectorShape(
      needs: [["resultDescription", "ResultDescription"], ["containerId", "ContainerId", "Host"], azureTimes],
      text: ["resultDescription", "ResultDescription"], container: ["containerId", "ContainerId"], host: ["Host"],
      level: ["level", "Level"], time: azureTimes),
    // https://learn.microsoft.com/azure/azure-monitor/reference/tables/functionapplogs
    CollectorShape(
      needs: [["HostInstanceId"], ["Message"]], text: ["Message"], stack: ["ExceptionDetails"], service: ["AppName", "FunctionName"],
      container: ["HostInstanceId"], pid: ["ProcessId"], level: ["Level"], time: azureTimes),
    // https://learn.microsoft.com/azure/azure-monitor/reference/tables/apptraces
    CollectorShape(
      needs: [["cloud_RoleName", "AppRoleName"], ["message", "Message"]], text: ["message", "Message"], service: ["cloud_RoleName", "AppRoleName"],
      container: ["cloud_RoleInstance", "AppRoleInstance"], time: ["timestamp"] + azureTimes),
  ]

  // MARK: - Labels

  /// `logcli query -o jsonl`: the stream's labels, and the line.
  ///
  /// https://grafana.com/docs/loki/latest/query/logcli/
  private static let loki = CollectorShape(
    needs: [["labels", "stream"], ["line"], ["timestamp", "ts"]], text: ["line"], time: ["timestamp", "ts"], labels: ["labels", "stream"])

  /// Render's logs: labels as a list of names and values.
  ///
  /// https://api-docs.render.com/reference/list-logs
  private static let labelled = CollectorShape(
    needs: [["labels.0.name"], ["message"], ["timestamp"]], text: ["message"], time: ["timestamp"], labels: ["labels"])

  /// Railway's logs, as its API and `railway logs --json` give them.
  ///
  /// https://docs.railway.com/guides/logs
  private static let railway = CollectorShape(
    needs: [["tags.deploymentId", "tags.deploymentInstanceId"], ["message"]], text: ["message"],
    service: ["tags.service", "tags.serviceName", "tags.serviceId"], container: ["tags.deploymentInstanceId", "tags.replicaId", "tags.deploymentId"],
    level: ["severity"], time: ["timestamp"])

  // MARK: - Collectors on hosts

  /// Fluent Bit, Fluentd and Vector in Kubernetes.
  ///
  /// https://docs.fluentbit.io/manual/pipeline/filters/kubernetes
  private static let kubernetes = CollectorShape(
    needs: [["kubernetes"], ["log", "message"]], text: ["log", "message"],
    service: ["kubernetes.container_name", "kubernetes.container.name"],
    container: ["kubernetes.pod_name", "kubernetes.pod.name", "kubernetes.pod"],
    host: ["kubernetes.host", "kubernetes.pod_node_name", "kubernetes.node.name"], stream: ["stream"], time: ["@timestamp", "time", "timestamp"])

  /// `stern -o json`.
  ///
  /// https://github.com/stern/stern
  private static let stern = CollectorShape(
    needs: [["podName"], ["containerName"], ["message"]], text: ["message"], service: ["containerName"], container: ["podName"], host: ["nodeName"])

  /// Vector's `docker_logs`, Docker's Fluentd driver.
  ///
  /// https://vector.dev/docs/reference/configuration/sources/docker_logs/, https://docs.docker.com/engine/logging/drivers/fluentd/
  private static let container = CollectorShape(
    needs: [["container_id"], ["container_name"], ["log", "message"]], text: ["log", "message"], service: ["container_name"],
    container: ["container_id"], host: ["host"], stream: ["stream", "source"], time: ["timestamp", "@timestamp"])

  /// Filebeat and Elastic Agent.
  ///
  /// https://www.elastic.co/guide/en/beats/filebeat/current/exported-fields.html
  private static let shipper = CollectorShape(
    needs: [["agent"], ["message"], ["log", "container", "input"]], text: document.text, stack: document.stack, service: document.service,
    container: document.container, host: document.host, pid: document.pid, level: document.level, time: document.time)

  /// The document of a hit of Elasticsearch or OpenSearch, whoever sent it.
  static let document = CollectorShape(
    needs: [], text: ["message", "log"], stack: ["error.stack_trace"], service: ["service.name", "log.file.path"],
    container: ["container.id", "container.name"], host: ["host.name", "host"], pid: ["process.pid"], level: ["log.level", "level"], time: ["@timestamp"])

  /// GELF, of Docker's driver and others.
  ///
  /// https://go2docs.graylog.org/current/getting_in_log_data/gelf.html
  private static let graylog = CollectorShape(
    needs: [["short_message"], ["_container_name", "_container_id"]], text: ["full_message", "short_message"], service: ["_container_name"],
    container: ["_container_id", "_container_name"], host: ["host"], time: ["timestamp"])

  /// Datadog's list of logs.
  ///
  /// https://docs.datadoghq.com/api/latest/logs/
  private static let datadog = CollectorShape(
    needs: [["content.message", "attributes.message"], ["content.service", "attributes.service"]], text: ["content.message", "attributes.message"],
    service: ["content.service", "attributes.service"], host: ["content.host", "attributes.host"], time: ["content.timestamp", "attributes.timestamp"])
}
