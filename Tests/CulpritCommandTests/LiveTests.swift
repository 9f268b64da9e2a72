import Testing

/// `command | culprit`, with the pipe held open.
@Suite(.timeLimit(.minutes(5))) struct LiveTests {
  private let refused = """
    2026-11-23 05:48:45,101 ERROR worker[41]: openai.AuthenticationError: Error code: 401 - {'error': \
    {'message': 'Incorrect API key provided: sk-proj-********************a1B2.', 'code': 'invalid_api_key'}}

    """

  @Test("the verdict comes while the pipe is open, without another line behind the failure")
  func whileOpen() throws {
    let program = try RunningProgram([])
    try program.write("starting\n" + refused)
    let told = try program.read(upTo: "AuthenticationError")
    #expect(told.contains("opened"))
    try program.closeInput()
    let result = try program.result()
    #expect(result.code == 1)
    #expect(result.output.contains("AuthenticationError"))
  }

  @Test("what was told before the end is the beginning of what is told then: nothing is taken back")
  func events() throws {
    let program = try RunningProgram(["--format", "ndjson"])
    try program.write(refused)
    let opened = try program.read(upTo: "\n")
    #expect(opened.contains(#""event":"opened""#))
    try program.write("on and on\n")
    try program.closeInput()
    let rest = try program.result().output.split(separator: "\n")
    #expect(rest.count == 1)
    #expect(rest.first?.contains(#""event":"summary""#) == true)
  }

  @Test("a stream that ends before anything had to be told gives the report alone")
  func endsAtOnce() throws {
    let result = try RunningProgram.result(of: "--format", "ndjson", input: refused)
    #expect(result.output.split(separator: "\n").count == 2)
    let text = try RunningProgram.result(input: refused)
    #expect(!text.output.contains("opened"))
  }

  @Test("Ctrl-C and SIGTERM print the report and leave with its exit code", arguments: [true, false])
  func signals(_ isInterrupt: Bool) throws {
    let program = try RunningProgram([])
    try program.write(refused)
    _ = try program.read(upTo: "opened")
    if isInterrupt { program.interrupt() } else { program.terminate() }
    let result = try program.result()
    #expect(result.code == 1 && !result.endedBySignal)
    #expect(result.output.contains("AuthenticationError"))
  }

  @Test("who asks for the state as the end comes gets the end, with its exit code")
  func askedAtTheEnd() throws {
    let program = try RunningProgram([])
    try program.write(refused)
    _ = try program.read(upTo: "opened")
    for _ in 0..<3 { program.ask() }
    program.terminate()
    program.ask()
    let result = try program.result()
    #expect(result.code == 1 && !result.endedBySignal)
  }

  @Test("a compressed stream is unpacked")
  func compressed() throws {
    let program = try RunningProgram(["--format", "json"])
    try program.write(packed: refused)
    try program.closeInput()
    #expect(try program.result().code == 1)
  }

  @Test("a healthy stream says nothing until its end")
  func healthy() throws {
    let result = try RunningProgram.result(input: "all is well\n")
    #expect(result.code == 0 && result.errors.isEmpty)
  }
}
