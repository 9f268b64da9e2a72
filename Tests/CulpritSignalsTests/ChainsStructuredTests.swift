import CulpritIntake
import CulpritSignals
import Testing

@Suite("Errors in the fields of records")
struct ChainsStructuredTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var json: String
    var outline: String

    init(_ name: String, _ json: String, _ outline: String) {
      (testDescription, self.json, self.outline) = (name, json, outline)
    }
  }

  @Test("each way of writing an error into fields gives its tree", arguments: cases)
  func tree(_ shape: Case) {
    #expect(outlines(jsonRecord(shape.json)) == [shape.outline])
  }

  private static let cases = [
    Case(
      "ECS",
      #"{"@timestamp":"2026-11-23T05:48:45Z","log.level":"ERROR","message":"run failed","error.type":"a.StepFailed","error.message":"step failed","error.stack_trace":"a.StepFailed: step failed\n\tat a.B.c(B.java:1)\nCaused by: a.KeyRefusedException: 401\n\tat a.D.e(D.java:2)\n"}"#,
      "a.StepFailed > cause a.KeyRefusedException"),
    Case(
      "ECS, nested",
      #"{"log":{"level":"error"},"message":"run failed","error":{"type":"StepFailed","message":"step failed","stack_trace":"StepFailed: step failed\n    at a (/srv/a.js:1:1)\ncaused by: KeyRefusedError: 401\n    at b (/srv/b.js:2:1)"}}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "OpenTelemetry, attributes as an object",
      #"{"severityText":"ERROR","body":"run failed","attributes":{"exception.type":"StepFailed","exception.message":"step failed","exception.stacktrace":"Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in a\n    b()\nmaker.KeyRefused: 401\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File \"/srv/a.py\", line 5, in <module>\n    a()\nStepFailed: step failed\n"}}"#,
      "StepFailed > cause maker.KeyRefused"),
    Case(
      "OpenTelemetry, attributes as a list",
      #"{"severityText":"ERROR","body":{"stringValue":"run failed"},"attributes":[{"key":"exception.type","value":{"stringValue":"StepFailed"}},{"key":"exception.message","value":{"stringValue":"step failed"}},{"key":"exception.stacktrace","value":{"stringValue":"StepFailed: step failed\n    at a (/srv/a.js:1:1) {\n  [cause]: KeyRefusedError: 401\n      at b (/srv/b.js:2:1)\n}"}}]}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "Sentry",
      #"{"event_id":"4f","level":"error","exception":{"values":[{"type":"KeyRefused","value":"401","module":"maker"},{"type":"StepFailed","value":"step failed"}]}}"#,
      "StepFailed > cause KeyRefused"),
    Case(
      "Sentry, a group",
      #"{"event_id":"4f","level":"error","exception":{"values":[{"type":"ParseError","value":"no plan","mechanism":{"type":"chained","exception_id":3,"parent_id":0,"source":"exceptions[1]"}},{"type":"KeyRefused","value":"401","mechanism":{"type":"chained","exception_id":2,"parent_id":1,"source":"__cause__"}},{"type":"StepFailed","value":"step failed","mechanism":{"type":"chained","exception_id":1,"parent_id":0,"source":"exceptions[0]"}},{"type":"ExceptionGroup","value":"2 failed","mechanism":{"type":"excepthook","exception_id":0,"is_exception_group":true}}]}}"#,
      "ExceptionGroup > [grouped StepFailed > cause KeyRefused | grouped ParseError]"),
    Case(
      "bunyan",
      #"{"name":"planner","hostname":"a","pid":41,"level":50,"err":{"message":"step failed","name":"StepFailed","stack":"StepFailed: step failed\n    at a (/srv/a.js:1:1)\nCaused by: KeyRefusedError: 401\n    at b (/srv/b.js:2:1)"},"msg":"run failed","v":0}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "winston, the error under a field of its own",
      #"{"level":"error","message":"run failed","error":{"name":"StepFailed","message":"step failed","stack":"StepFailed: step failed\n    at a (/srv/a.js:1:1)","cause":{"name":"KeyRefusedError","message":"401","stack":"KeyRefusedError: 401\n    at b (/srv/b.js:2:1)"}}}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "Nest's JSON logger",
      #"{"level":"error","pid":41,"timestamp":1795453200000,"message":"step failed","context":"Planner","stack":"StepFailed: step failed\n    at a (/srv/a.js:1:1) {\n  [cause]: KeyRefusedError: 401\n      at b (/srv/b.js:2:1)\n}"}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "Nest, lines of the stack",
      #"{"level":"error","message":{"name":"StepFailed","message":"step failed","stack":["StepFailed: step failed","    at a (/srv/a.js:1:1)"],"cause":{"name":"KeyRefusedError","message":"401"}}}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "celery",
      #"{"levelname":"ERROR","name":"celery.app.trace","message":"Task brew[7] raised unexpected: StepFailed('step failed')","exc_info":"Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in a\n    b()\nmaker.KeyRefused: 401\n\nThe above exception was the direct cause of the following exception:\n\nTraceback (most recent call last):\n  File \"/srv/a.py\", line 5, in brew\n    a()\nStepFailed: step failed"}"#,
      "StepFailed > cause maker.KeyRefused"),
    Case(
      "celery's result",
      #"{"task_id":"7","status":"FAILURE","result":{"exc_type":"StepFailed","exc_message":["step failed"],"exc_module":"planner"},"traceback":"Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in a\n    b()\nplanner.StepFailed: step failed\n"}"#,
      "planner.StepFailed"),
    Case(
      "loguru",
      #"{"text":"run failed\nTraceback (most recent call last):\n\n  File \"/srv/a.py\", line 3, in a\n    b()\n\nStepFailed: step failed\n","record":{"level":{"name":"ERROR","no":40},"message":"run failed","exception":{"type":"StepFailed","value":"step failed","traceback":true}}}"#,
      "StepFailed"),
    Case(
      "log4j",
      #"{"level":"ERROR","message":"run failed","thrown":{"commonElementCount":0,"localizedMessage":"step failed","message":"step failed","name":"a.StepFailed","cause":{"message":"401","name":"a.KeyRefusedException","extendedStackTrace":[{"class":"a.D","method":"e","file":"D.java","line":2}]},"extendedStackTrace":[{"class":"a.B","method":"c","file":"B.java","line":1}]}}"#,
      "a.StepFailed > cause a.KeyRefusedException"),
    Case(
      "logstash",
      #"{"@timestamp":"2026-11-23T05:48:45Z","level":"ERROR","message":"run failed","exception":{"exception_class":"a.StepFailed","exception_message":"step failed","stacktrace":"a.StepFailed: step failed\n\tat a.B.c(B.java:1)\nCaused by: a.KeyRefusedException: 401\n\tat a.D.e(D.java:2)"}}"#,
      "a.StepFailed > cause a.KeyRefusedException"),
    Case(
      "Serilog",
      #"{"@t":"2026-11-23T05:48:45Z","@m":"run failed","@l":"Error","@x":"Plan.StepFailedException: step failed\n ---> Maker.KeyRefusedException: 401\n   at Maker.A.B() in /src/A.cs:line 3\n   --- End of inner exception stack trace ---\n   at Plan.C.D() in /src/C.cs:line 7"}"#,
      "Plan.StepFailedException > cause Maker.KeyRefusedException"),
    Case(
      ".NET's fields",
      #"{"Level":"Error","Message":"run failed","Exception":{"ClassName":"Plan.StepFailedException","Message":"step failed","InnerException":{"ClassName":"Maker.KeyRefusedException","Message":"401","InnerException":null}}}"#,
      "Plan.StepFailedException > cause Maker.KeyRefusedException"),
    Case(
      "AWS Lambda",
      #"{"errorType":"StepFailed","errorMessage":"step failed","trace":["StepFailed: step failed","    at a (/var/task/a.js:1:1)"],"cause":{"errorType":"KeyRefusedError","errorMessage":"401"}}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "Lambda of the JVM",
      #"{"errorMessage":"step failed","errorType":"a.StepFailed","stackTrace":["a.B.c(B.java:1)"],"cause":{"errorMessage":"401","errorType":"a.KeyRefusedException","stackTrace":["a.D.e(D.java:2)"]}}"#,
      "a.StepFailed > cause a.KeyRefusedException"),
    Case(
      "Monolog",
      #"{"message":"run failed","context":{"exception":{"class":"Plan\\StepFailed","message":"step failed","code":0,"file":"/srv/a.php:3","trace":["/srv/a.php:9"],"previous":{"class":"Maker\\KeyRefusedException","message":"401","code":401,"file":"/srv/b.php:7"}}},"level":400,"level_name":"ERROR"}"#,
      "Plan\\StepFailed > cause Maker\\KeyRefusedException"),
    Case(
      "Datadog",
      #"{"status":"error","message":"run failed","error":{"kind":"StepFailed","message":"step failed","stack":"StepFailed: step failed\n    at a (/srv/a.js:1:1)"}}"#,
      "StepFailed"),
    Case(
      "zerolog",
      #"{"level":"error","error":"step failed: 401 no such key","error_type":"*plan.StepError","message":"run failed"}"#,
      "*plan.StepError"),
    Case(
      "JSON inside of JSON",
      #"{"log":"{\"level\":\"error\",\"err\":{\"type\":\"StepFailed\",\"message\":\"step failed\",\"stack\":\"StepFailed: step failed\\n    at a (/srv/a.js:1:1)\",\"cause\":{\"type\":\"KeyRefusedError\",\"message\":\"401\"}}}\n","stream":"stderr"}"#,
      "StepFailed > cause KeyRefusedError"),
    Case(
      "a cause that is its own cause",
      #"{"level":50,"err":{"type":"StepFailed","message":"step failed","stack":"StepFailed: step failed\n    at a (/srv/a.js:1:1)","cause":"[Circular]"}}"#,
      "StepFailed"),
    Case(
      "GraphQL",
      #"{"level":"error","msg":"query failed","errors":[{"message":"step failed","path":["plan"],"extensions":{"code":"INTERNAL_SERVER_ERROR","exception":{"stacktrace":["StepFailed: step failed","    at a (/srv/a.js:1:1)"]}}}]}"#,
      "StepFailed"),
    Case(
      "causes as a list",
      #"{"level":"error","exception":{"type":"StepFailed","message":"step failed","causes":[{"type":"ModelGatewayError","message":"no answer"},{"type":"KeyRefusedError","message":"401"}]}}"#,
      "StepFailed > cause ModelGatewayError > cause KeyRefusedError"),
    Case(
      "errors of a group",
      #"{"level":"error","err":{"type":"AggregateError","message":"2 failed","stack":"AggregateError: 2 failed\n    at a (/srv/a.js:1:1)","aggregateErrors":[{"type":"KeyRefusedError","message":"401"},{"type":"TypeError","message":"no plan"}]}}"#,
      "AggregateError > [grouped KeyRefusedError | grouped TypeError]"),
    Case(
      "suppressed",
      #"{"level":"ERROR","exception":{"type":"a.StepFailed","message":"step failed","suppressed":[{"type":"a.CloseException","message":"not closed"}],"cause":{"type":"a.KeyRefusedException","message":"401"}}}"#,
      "a.StepFailed > [cause a.KeyRefusedException | suppressed a.CloseException]"),
  ]

  @Test("what hangs below is as deep as the fields say, whatever they are called", arguments: [
    "cause", "inner", "innerException", "InnerException", "inner_exception", "previous", "originalError", "original_error",
    "causedBy", "caused_by", "rootCause", "__cause__", "__context__", "source", "reason",
  ])
  func causeKeys(_ key: String) {
    let json =
      #"{"level":"error","err":{"name":"StepFailed","message":"step failed","\#(key)":{"name":"GatewayError","message":"no answer","\#(key)":{"name":"KeyRefusedError","message":"401","status":401}}}}"#
    #expect(outlines(jsonRecord(json)) == ["StepFailed > cause GatewayError > cause KeyRefusedError"])
  }

  @Test("a provider's body inside of a message gives its facts, in JSON and as dicts, whole and cut short", arguments: [
    #"Error code: 401 - {'error': {'message': 'no such key', 'type': 'invalid_request_error', 'param': None, 'code': 'invalid_api_key'}}"#,
    #"401 {"error":{"message":"no such key","type":"invalid_request_error","param":null,"code":"invalid_api_key"},"request_id":"req_77"}"#,
    #"status: 401, body: {"error":{"message":"no such key","type":"invalid_request_error","code":"invalid_api_key","par"#,
    #"401 { error: { message: 'no such key', type: 'invalid_request_error', param: null, code: 'invalid_api_key' } }"#,
    #"401 {\"error\":{\"message\":\"no such key\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}"#,
    #"responded with 401: {"detail":"{\"error\":{\"message\":\"no such key\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}"}"#,
    "401: {\n  \"error\": {\n    \"message\": \"no such key\",\n    \"type\": \"invalid_request_error\",\n    \"code\": \"invalid_api_key\"\n  }\n}",
    #"HTTP 401 [{"error":{"message":"no such key","type":"invalid_request_error","code":"invalid_api_key"}}]"#,
  ])
  func bodies(_ message: String) throws {
    let chain = try #require(ChainParser().chains(in: textRecord("ERROR GatewayError: " + message + "\n    at a (/srv/a.js:1:1)", level: .error)).first)
    let link = try #require(chain.links.first)
    #expect(link.properties["status"] == "401")
    #expect(link.properties["code"] == "invalid_api_key")
    #expect(link.properties["type"] == "invalid_request_error")
  }
}
