/// Names of fields in which loggers and runtimes put what an error is made of.
enum ErrorKeys {
  /// Keys whose value is the cause of the error that has them, in the spellings of loggers and
  /// runtimes.
  static let causes: Set<String> = [
    "cause", "causes", "innerException", "inner_exception", "InnerException", "inner", "previous",
    "original", "originalError", "original_error", "reason", "source", "causedBy", "caused_by",
    "nested", "rootCause", "root_cause", "wrapped", "__cause__", "__context__",
  ]
  static let groups: Set<String> = [
    "errors", "exceptions", "aggregateErrors", "aggregate_errors", "InnerExceptions",
    "innerExceptions",
  ]
  static let suppressed: Set<String> = ["suppressed", "suppressedExceptions"]
  static let stacks = [
    "stack", "stack_trace", "stackTrace", "stacktrace", "traceback", "exc_text", "exc_info",
    "exception", "trace", "error_stack", "StackTrace", "StackTraceString", "backtrace",
  ]
  /// Places and values of variables: no properties of the error.
  static let frames: Set<String> = ["frames", "extendedStackTrace", "locals"]
  static let names = [
    "name", "type", "class", "exc_type", "errorType", "error_type", "exceptionType",
    "exception_type", "kind", "Type", "ClassName", "className", "exc_class", "error_class",
    "errorClass", "exceptionClass", "_type", "__class__",
  ]
  static let messages = [
    "message", "msg", "errorMessage", "error_message", "exc_value", "exc_message", "value",
    "Message", "description", "detail", "exception_message",
  ]
  /// Fields of a record whose text is a printed error or begins with one.
  static let printed: Set<String> = [
    "err", "error", "exception", "exc_info", "stack", "stack_trace", "stackTrace", "stacktrace",
    "traceback", "exc_text", "@x", "Exception", "errorVerbose", "error_verbose", "trace", "fault",
    "failure", "reason", "cause", "backtrace", "thrown", "throwable", "errorStack", "error_stack",
    "error.stack_trace", "exception.stacktrace", "error.stack", "err.stack", "error.message",
  ]

  /// What a provider answered names classes of its own; they are no links.
  static let bodies: Set<String> = [
    "response", "responseBody", "response_body", "body", "res", "upstream_body",
  ]

  /// Fields beside a message that hold a class and nothing else, and those that hold its text.
  static let types = [
    "errorType", "error_type", "err_type", "exc_type", "exception_type", "exceptionType",
    "error_class", "errorClass", "exception_class", "type",
  ]
  static let texts = [
    "errorMessage", "error_message", "exc_value", "exception_message", "err", "error",
  ]
  /// Those that hold a class even where its name does not look like an error's; `type` and `name`
  /// hold much else.
  static let classes: Set<String> = [
    "class", "exc_type", "errorType", "ClassName", "exceptionClass", "error_class", "exceptionType",
  ]
}
