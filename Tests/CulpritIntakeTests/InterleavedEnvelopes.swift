import CulpritIntake
import Testing

/// How a runner writes a line of one of two processes.
struct InterleavedEnvelope: Sendable, CustomTestStringConvertible {
  /// As `Envelopes.names` calls it.
  var envelope: String
  var title: String
  /// Where its shape is described, or what printed it.
  var source: String
  /// A physical line of process 0 or 1.
  var line: @Sendable (_ process: Int, _ text: String) -> String
  var testDescription: String { title }

  init(_ envelope: String, _ title: String, _ source: String, _ line: @escaping @Sendable (Int, String) -> String) {
    (self.envelope, self.title, self.source, self.line) = (envelope, title, source, line)
  }

  /// For prefixes: one for each process.
  init(_ envelope: String, _ title: String, _ source: String, _ prefixes: [String]) {
    self.init(envelope, title, source) { prefixes[$0] + $1 }
  }

  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
  }

  private static let names = ["web", "worker"]
  private static let time = "2026-11-23T03:00:00"

  static let all: [InterleavedEnvelope] = containers + journals + clouds + managers

  private static let containers: [InterleavedEnvelope] = [
    InterleavedEnvelope("DockerJSON", "docker's json-file with a tag", "https://docs.docker.com/engine/logging/drivers/json-file/") {
      #"{"log":"\#(escaped($1))\n","stream":"stderr","attrs":{"tag":"\#(names[$0])"},"time":"\#(time).000000001Z"}"#
    },
    InterleavedEnvelope("ContainerRuntime", "CRI, pods told by kubectl's prefix", "https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md") {
      "[pod/\(names[$0])-7c9f6d5b8-kx2lp/main] \(time).000000001Z stderr F \($1)"
    },
    InterleavedEnvelope("Compose", "docker compose v2", "https://docs.docker.com/reference/cli/docker/compose/logs/", ["web-1     | ", "worker-1  | "]),
    InterleavedEnvelope("Compose", "docker-compose v1 in colours", "observed: docker-compose 1.29", ["\u{1B}[36mweb_1     |\u{1B}[0m ", "\u{1B}[33mworker_1  |\u{1B}[0m "]),
    InterleavedEnvelope("Stamp", "docker compose with timestamps", "https://docs.docker.com/reference/cli/docker/compose/logs/", ["web-1     | \(time).000000001Z ", "worker-1  | \(time).000000001Z "]),
    InterleavedEnvelope("Stamp", "a copy out of Docker Desktop", "https://docs.docker.com/desktop/use-desktop/container/", ["2026-11-23 03:00:00 web-1     | ", "2026-11-23 03:00:00 worker-1  | "]),
    InterleavedEnvelope("Stamp", "svlogd -tt", "https://smarden.org/runit/svlogd.8.html", ["2026-11-23_03:00:00.00001 [web] ", "2026-11-23_03:00:00.00001 [worker] "]),
    InterleavedEnvelope("Stamp", "s6-log and multilog with TAI64N", "https://cr.yp.to/libtai/tai64.html", ["@400000006a025dca05f5e100 [web] ", "@400000006a025dca05f5e100 [worker] "]),
    InterleavedEnvelope("Swarm", "docker service logs", "https://docs.docker.com/reference/cli/docker/service/logs/", ["shop_web.1.k3v0a9@node-1       | ", "shop_worker.1.z8v1b2@node-1    | "]),
    InterleavedEnvelope("KubernetesPrefix", "kubectl logs --prefix", "https://kubernetes.io/docs/reference/kubectl/generated/kubectl_logs/", ["[pod/web-7c9f6d5b8-kx2lp/web] ", "[pod/worker-5d8c7b6f9-zz1qq/worker] "]),
    InterleavedEnvelope("Stern", "stern", "https://github.com/stern/stern", ["web-7c9f6d5b8-kx2lp web ", "worker-5d8c7b6f9-zz1qq worker "]),
    InterleavedEnvelope("Stern", "stern, of a stateful set", "https://github.com/stern/stern", ["web-0 web ", "worker-0 worker "]),
    InterleavedEnvelope("Stern", "kubetail", "https://github.com/johanhaleby/kubetail", ["[web-7c9f6d5b8-kx2lp] ", "[worker-5d8c7b6f9-zz1qq worker] "]),
    InterleavedEnvelope("CollectorJSON", "stern -o json", "https://github.com/stern/stern") {
      #"{"message":"\#(escaped($1))","nodeName":"node-1","namespace":"shop","podName":"\#(names[$0])-0","containerName":"\#(names[$0])"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Vector of Docker's containers", "https://vector.dev/docs/reference/configuration/sources/docker_logs/") {
      #"{"container_id":"9f8e7d\#($0)","container_name":"\#(names[$0])","host":"app-1","message":"\#(escaped($1))","source_type":"docker_logs","stream":"stderr","timestamp":"\#(time)Z"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Docker's Fluentd driver", "https://docs.docker.com/engine/logging/drivers/fluentd/") {
      #"{"container_id":"9f8e7d\#($0)","container_name":"/\#(names[$0])","source":"stderr","log":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("CollectorJSON", "GELF", "https://docs.docker.com/engine/logging/drivers/gelf/") {
      #"{"version":"1.1","host":"app-1","short_message":"\#(escaped($1))","timestamp":1795402800.123,"level":3,"_container_id":"9f8e7d\#($0)","_container_name":"\#(names[$0])"}"#
    },
    InterleavedEnvelope("BuildStep", "BuildKit's plain progress", "https://docs.docker.com/reference/cli/docker/buildx/build/", ["#8 1.358 ", "#11 0.402 "]),
    InterleavedEnvelope("CollectorJSON", "Fluent Bit in Kubernetes", "https://docs.fluentbit.io/manual/pipeline/filters/kubernetes") {
      #"{"log":"\#(escaped($1))\n","stream":"stderr","time":"\#(time)Z","kubernetes":{"pod_name":"\#(names[$0])-1","container_name":"\#(names[$0])"}}"#
    },
    InterleavedEnvelope("CollectorJSON", "a hit of Elasticsearch", "https://www.elastic.co/guide/en/beats/filebeat/current/exported-fields.html") {
      #"{"_index":"logs-2026","_id":"a1","_source":{"@timestamp":"\#(time).000Z","message":"\#(escaped($1))","container":{"id":"\#(names[$0])"},"log":{"file":{"path":"/var/log/\#(names[$0]).log"}}}}"#
    },
    InterleavedEnvelope("CollectorJSON", "logcli -o jsonl", "https://grafana.com/docs/loki/latest/query/logcli/") {
      #"{"labels":{"app":"\#(names[$0])","pod":"\#(names[$0])-1"},"line":"\#(escaped($1))","timestamp":"\#(time)Z"}"#
    },
    InterleavedEnvelope("Label", "logcli", "https://grafana.com/docs/loki/latest/query/logcli/", [#"\#(time)Z {app="web", pod="web-1"} "#, #"\#(time)Z {app="worker", pod="worker-1"} "#]),
    InterleavedEnvelope("CollectorJSON", "a stream of Loki's API", "https://grafana.com/docs/loki/latest/reference/loki-http-api/") {
      #"{"stream":{"app":"\#(names[$0])"},"values":[["1795402800000000000","\#(escaped($1))"]]}"#
    },
    InterleavedEnvelope("CollectorJSON", "Filebeat", "https://www.elastic.co/guide/en/beats/filebeat/current/exported-fields.html") {
      #"{"@timestamp":"\#(time).000Z","agent":{"type":"filebeat"},"log":{"offset":3,"file":{"path":"/var/log/\#(names[$0]).log"}},"message":"\#(escaped($1))","host":{"name":"app-1"}}"#
    },
    InterleavedEnvelope("CollectorJSON", "Datadog's list of logs", "https://docs.datadoghq.com/api/latest/logs/") {
      #"{"id":"AQAAA\#($0)","attributes":{"timestamp":"\#(time)Z","host":"app-1","service":"\#(names[$0])","message":"\#(escaped($1))"}}"#
    },
    InterleavedEnvelope("TelemetryJSON", "OTLP in JSON", "https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/") {
      #"{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"\#(names[$0])"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1795402800000000000","body":{"stringValue":"\#(escaped($1))"}}]}]}]}"#
    },
  ]

  private static let journals: [InterleavedEnvelope] = [
    InterleavedEnvelope("Syslog", "syslog of RFC 3164", "https://www.rfc-editor.org/rfc/rfc3164", ["<134>Nov 23 03:00:00 app-1 web[4100]: ", "<134>Nov 23 03:00:00 app-1 worker[4312]: "]),
    InterleavedEnvelope("Syslog", "journalctl -o short-iso", "https://www.freedesktop.org/software/systemd/man/latest/journalctl.html", ["\(time)+0000 app-1 web[4100]: ", "\(time)+0000 app-1 worker[4312]: "]),
    InterleavedEnvelope("Syslog", "journalctl -o with-unit", "https://www.freedesktop.org/software/systemd/man/latest/journalctl.html", ["Mon 2026-11-23 03:00:00 UTC app-1 web.service[4100]: ", "Mon 2026-11-23 03:00:00 UTC app-1 worker.service[4312]: "]),
    InterleavedEnvelope("Syslog", "journalctl -o short-monotonic", "https://www.freedesktop.org/software/systemd/man/latest/journalctl.html", ["[ 1200.123456] app-1 web[4100]: ", "[ 1200.123499] app-1 worker[4312]: "]),
    InterleavedEnvelope("Syslog", "journalctl -o short-delta", "https://www.freedesktop.org/software/systemd/man/latest/journalctl.html", ["[ 1200.123456 <    0.000043 >] app-1 web[4100]: ", "[ 1200.123499 <    0.000043 >] app-1 worker[4312]: "]),
    InterleavedEnvelope("Syslog", "journalctl -o short-unix", "https://www.freedesktop.org/software/systemd/man/latest/journalctl.html", ["1795402800.123456 app-1 web[4100]: ", "1795402800.123499 app-1 worker[4312]: "]),
    InterleavedEnvelope("StructuredSyslog", "syslog of RFC 5424", "https://www.rfc-editor.org/rfc/rfc5424", ["<134>1 \(time)Z app-1 web 4100 - - ", "<134>1 \(time)Z app-1 worker 4312 - - "]),
    InterleavedEnvelope("JournalJSON", "journalctl -o json", "https://systemd.io/JOURNAL_EXPORT_FORMATS/") {
      #"{"__REALTIME_TIMESTAMP":"1795402800000000","_PID":"\#([4100, 4312][$0])","_SYSTEMD_UNIT":"\#(names[$0]).service","MESSAGE":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("JournalExport", "journalctl -o export", "https://systemd.io/JOURNAL_EXPORT_FORMATS/") {
      "__CURSOR=s=\($0)\n__REALTIME_TIMESTAMP=1795402800000000\n_PID=\([4100, 4312][$0])\n_SYSTEMD_UNIT=\(names[$0]).service\nMESSAGE=\($1)\n"
    },
  ]

  private static let clouds: [InterleavedEnvelope] = [
    InterleavedEnvelope("CloudWatch", "aws logs tail", "https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html", ["\(time).000000+00:00 2026/11/23/[$LATEST]0a1b2c3d4e5f60718293a4b5c6d7e8f9 ", "\(time).000000+00:00 2026/11/23/[$LATEST]9f8e7d6c5b4a39281706f5e4d3c2b1a0 "]),
    InterleavedEnvelope("CollectorJSON", "aws logs filter-log-events", "https://docs.aws.amazon.com/cli/latest/reference/logs/filter-log-events.html") {
      #"{"logStreamName":"\#(names[$0])/1","timestamp":1795402800000,"message":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("CollectorJSON", "CloudWatch Logs Insights", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html") {
      #"{"@timestamp":"2026-11-23 03:00:00.000","@message":"\#(escaped($1))","@logStream":"\#(names[$0])/1"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Cloud Logging's text payloads", "https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry") {
      #"{"textPayload":"\#(escaped($1))","resource":{"type":"cloud_run_revision","labels":{"service_name":"\#(names[$0])","revision_name":"\#(names[$0])-00001"}},"timestamp":"\#(time)Z"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Azure Container Apps", "https://learn.microsoft.com/azure/container-apps/log-monitoring") {
      #"{"TimeGenerated":"\#(time)Z","ContainerAppName_s":"\#(names[$0])","ContainerGroupName_s":"\#(names[$0])--a1-5d8c","Log_s":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("CollectorJSON", "AKS ContainerLogV2", "https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerlogv2") {
      #"{"TimeGenerated":"\#(time)Z","PodName":"\#(names[$0])-1","ContainerName":"\#(names[$0])","LogSource":"stderr","LogMessage":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("CollectorJSON", "App Service's console", "https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceconsolelogs") {
      #"{"time":"\#(time)Z","resultDescription":"\#(escaped($1))","category":"AppServiceConsoleLogs","level":"Error","containerId":"9f8e7d\#($0)"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Azure's function app logs", "https://learn.microsoft.com/azure/azure-monitor/reference/tables/functionapplogs") {
      #"{"TimeGenerated":"\#(time)Z","AppName":"shop","FunctionName":"\#(names[$0])","HostInstanceId":"4f1c9a0\#($0)","ProcessId":\#([4100, 4312][$0]),"Level":"Error","Message":"\#(escaped($1))"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Application Insights", "https://learn.microsoft.com/azure/azure-monitor/reference/tables/apptraces") {
      #"{"timestamp":"\#(time)Z","message":"\#(escaped($1))","cloud_RoleName":"\#(names[$0])","cloud_RoleInstance":"\#(names[$0])-1"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Railway", "https://docs.railway.com/guides/logs") {
      #"{"message":"\#(escaped($1))","severity":"error","tags":{"deploymentId":"4f1c9a0\#($0)","serviceId":"\#(names[$0])"},"timestamp":"\#(time).123456789Z"}"#
    },
    InterleavedEnvelope("CollectorJSON", "Render", "https://api-docs.render.com/reference/list-logs") {
      #"{"id":"a\#($0)","message":"\#(escaped($1))","timestamp":"\#(time)Z","labels":[{"name":"resource","value":"srv-\#(names[$0])"},{"name":"instance","value":"srv-\#(names[$0])-kx2lp"}]}"#
    },
    InterleavedEnvelope("Heroku", "Heroku", "https://devcenter.heroku.com/articles/logging", ["\(time).000000+00:00 app[web.1]: ", "\(time).000000+00:00 app[worker.1]: "]),
    InterleavedEnvelope("Heroku", "dokku", "https://dokku.com/docs/deployment/logs/", ["\(time).123456789Z app[web.1]: ", "\(time).123456789Z app[worker.1]: "]),
    InterleavedEnvelope("Fly", "fly logs", "https://fly.io/docs/monitoring/logs-api-options/", ["\(time)Z app[148ed190b66089] ams [info]", "\(time)Z app[3287a1e5b60d85] ams [info]"]),
    InterleavedEnvelope("Actions", "gh run view --log", "https://cli.github.com/manual/gh_run_view", ["web\tRun\t\(time).0000001Z ", "worker\tRun\t\(time).0000001Z "]),
    InterleavedEnvelope("Ray", "Ray's driver", "https://docs.ray.io/en/latest/ray-observability/user-guides/configure-logging.html", ["(web pid=4100) ", "(worker pid=4312) "]),
  ]

  private static let managers: [InterleavedEnvelope] = [
    InterleavedEnvelope("PM2Prefix", "pm2 logs", "https://pm2.keymetrics.io/docs/usage/log-management/", ["0|web     | ", "1|worker  | "]),
    InterleavedEnvelope("PM2JSON", "PM2 with --log-type json", "https://pm2.keymetrics.io/docs/usage/log-management/") {
      #"{"message":"\#(escaped($1))\n","timestamp":"\#(time).001Z","type":"err","process_id":\#($0),"app_name":"\#(names[$0])"}"#
    },
    InterleavedEnvelope("Procfile", "foreman and honcho", "https://ddollar.github.io/foreman/", ["03:00:00 web.1     | ", "03:00:00 worker.1  | "]),
    InterleavedEnvelope("Compose", "overmind", "https://github.com/DarthSim/overmind", ["web    | ", "worker | "]),
    InterleavedEnvelope("Tag", "concurrently with names", "https://github.com/open-cli-tools/concurrently", ["[web] ", "[worker] "]),
    InterleavedEnvelope("Tag", "concurrently with numbers", "https://github.com/open-cli-tools/concurrently", ["[0] ", "[1] "]),
    InterleavedEnvelope("Tag", "names with pids of a program's own", "observed: many programs", ["[web:4100] ", "[worker:4312] "]),
    InterleavedEnvelope("Tag", "pids of a program's own", "observed: many programs", ["[4100] ", "[4312] "]),
    InterleavedEnvelope("Tag", "torchrun's ranks", "https://pytorch.org/docs/stable/elastic/run.html", ["[rank0]: ", "[rank1]: "]),
    InterleavedEnvelope("Tag", "npm-run-all --print-label", "https://github.com/mysticatea/npm-run-all", ["[web   ] ", "[worker] "]),
    InterleavedEnvelope("Tag", "process-compose", "https://f1bonacc1.github.io/process-compose/logging/", ["[web\t] ", "[worker\t] "]),
    InterleavedEnvelope("Tag", "yarn workspaces foreach", "https://yarnpkg.com/cli/workspaces/foreach", ["[@shop/web]: ", "[@shop/worker]: "]),
    InterleavedEnvelope("Tag", "nx, long names", "https://github.com/nrwl/nx/issues/10923", ["[...p-web-server] ", "[...p-job-worker] "]),
    InterleavedEnvelope("Tag", "nx's run-commands", "https://github.com/nrwl/nx/pull/9006", ["[nx run web:serve] ", "[nx run worker:serve] "]),
    InterleavedEnvelope("Workspace", "lerna run --stream, nx", "https://lerna.js.org/docs/api-reference/commands", ["@shop/web: ", "@shop/worker: "]),
    InterleavedEnvelope("Workspace", "turborepo", "https://turborepo.com/docs/crafting-your-repository/running-tasks", ["web:dev: ", "worker:dev: "]),
    InterleavedEnvelope("Workspace", "pnpm -r", "https://pnpm.io/cli/run", ["apps/web dev: ", "apps/worker dev: "]),
    InterleavedEnvelope("ProgramPrefix", "logger -s -i", "https://man7.org/linux/man-pages/man1/logger.1.html", ["web[4100]: ", "worker[4312]: "]),
    InterleavedEnvelope("ProgramPrefix", "Passenger", "https://www.phusionpassenger.com/library/admin/nginx/log_file/", ["App 4100 output: ", "App 4312 output: "]),
    InterleavedEnvelope("PHPPool", "php-fpm", "https://www.php.net/manual/en/install.fpm.configuration.php") {
      #"[23-Nov-2026 03:00:00] WARNING: [pool \#(names[$0])] child \#([4100, 4312][$0]) said into stderr: "\#($1)""#
    },
  ]
}
