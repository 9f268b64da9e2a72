import Culprit

/// A tool of one's own that asks Culprit about logs it holds in memory.
@main
struct Embedding {
  static let web = """
    2026-03-02 09:14:58,120 INFO shop.web: web up, pid=4100 script=web.py OPENAI_API_KEY present: true
    2026-03-02 09:15:02,731 INFO httpx: HTTP Request: POST https://api.openai.com/v1/chat/completions "HTTP/1.1 200 OK"

    """
  static let worker = """
    2026-03-02 09:15:00,004 INFO shop.worker: worker up, pid=4312 script=worker.py OPENAI_API_KEY present: false
    2026-03-02 09:15:03,377 ERROR shop.worker: job 17 failed
    Traceback (most recent call last):
      File "/srv/shop/worker.py", line 21, in run
        answer = summarize(job)
      File "/srv/shop/llm.py", line 9, in summarize
        client = OpenAI()
      File "/usr/lib/python3/site-packages/openai/_client.py", line 135, in __init__
        raise OpenAIError(
    openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable

    """

  static func main() {
    // A value: keep one for each tenant, copy it to branch. It starts no task and touches no file.
    var analyzer = Analyzer()
    analyzer.feed(web, from: "web.log")
    analyzer.feed(worker, from: "worker.log")

    let report = analyzer.report()
    for incident in report.incidents {
      print("\(incident.cause.rawValue)/\(incident.subcause ?? "-"), \(Int(incident.confidence * 100)) % sure")
      print(incident.explanation)
      for process in incident.processes {
        print("to blame: \(process.entrypoint ?? "a process"), pid \(process.pid.map { "\($0)" } ?? "unknown")")
      }
      for link in incident.chain { print("  \(link.type): \(link.message)") }
    }

    // The same as the command prints it.
    let json = ReportFormat.json.render(report)
    print("\(json.utf8.count) bytes of JSON")

    // This example is a test too: it must not stop telling the truth.
    precondition(report.incidents.map(\.cause) == [.missingEnv])
    precondition(report.incidents[0].processes.map(\.pid) == [4312])
  }
}
