import CulpritIntake
import CulpritSignals
import Testing

@Suite("Wrappers that say all on one line")
struct ChainsWrapperTests {
  @Test(
    "structure alone tells the links: whose wrapper it is, no list says",
    arguments: [
      ("litellm.AuthenticationError: AuthenticationError: GroqException - {\"error\":{\"message\":\"Invalid API Key\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}", ["litellm.AuthenticationError > cause GroqException"]),
      ("litellm.APIConnectionError: OpenAIException - Connection error.", ["litellm.APIConnectionError > cause OpenAIException"]),
      ("litellm.exceptions.RateLimitError: litellm.RateLimitError: RateLimitError: OpenAIException - You exceeded your current quota", ["litellm.exceptions.RateLimitError > cause OpenAIException"]),
      ("Error importing native provider: OPENAI_API_KEY is required", []),
      ("CrewExecutionError: crew 'ports' failed: TaskFailed: task research: OpenAILLMError: 401 Incorrect API key provided: sk-proj-Qr7v", ["CrewExecutionError > cause TaskFailed > cause OpenAILLMError"]),
      ("AI_RetryError: Failed after 3 attempts. Last error: AI_APICallError: Incorrect API key provided: sk-proj-Qr7v", ["AI_RetryError > cause AI_APICallError"]),
      ("RetryError [AI_RetryError]: Failed after 3 attempts with non-retryable error: 'Incorrect API key provided: sk-…'", ["AI_RetryError"]),
      ("smolagents.utils.AgentGenerationError: Error in generating model output: litellm.AuthenticationError: AuthenticationError: OpenAIException - Incorrect API key provided: sk-proj", ["smolagents.utils.AgentGenerationError > cause litellm.AuthenticationError > cause OpenAIException"]),
      ("RetryError[<Future at 0x7f1c raised AuthenticationError>]", ["RetryError > cause AuthenticationError"]),
      ("tenacity.RetryError: RetryError[<Future at 0x7f1c state=finished raised AuthenticationError>]", ["tenacity.RetryError > cause AuthenticationError"]),
      ("autogen_core.exceptions.AgentRuntimeError: agent writer failed: openai.AuthenticationError: Error code: 401 - {'error': {}}", ["autogen_core.exceptions.AgentRuntimeError > cause openai.AuthenticationError"]),
      ("llama_index.core.workflow.errors.WorkflowRuntimeError: Error in step 'ask': Error code: 401 - {'error': {'message': 'x'}}", ["llama_index.core.workflow.errors.WorkflowRuntimeError"]),
      ("Traceback: PlanError('could not plan') from GatewayError('no answer') from openai.AuthenticationError('Error code: 401')", ["PlanError > cause GatewayError > cause openai.AuthenticationError"]),
      ("job 7 failed: PlanError -> GatewayError -> AuthenticationError: 401 no such key", ["PlanError > cause GatewayError > cause AuthenticationError"]),
      ("run failed (PlanError: step failed; caused by GatewayError: no answer; caused by AuthenticationError: 401 no such key)", ["PlanError > cause GatewayError > cause AuthenticationError"]),
      ("run failed: PlanError(\"step failed\", cause=GatewayError(\"no answer\", cause=AuthenticationError(\"401 no such key\")))", ["PlanError > cause GatewayError > cause AuthenticationError"]),
      ("org.acme.PlanException: step failed; nested exception is org.acme.GatewayException: no answer; nested exception is com.maker.AuthenticationException: 401", ["org.acme.PlanException > cause org.acme.GatewayException > cause com.maker.AuthenticationException"]),
      ("rpc error: code = Unknown desc = Exception calling application: Error code: 401 - {'error': {'message': 'no'}}", []),
      ("[PlanError] step failed > [GatewayError] no answer > [AuthenticationError] 401 no such key", ["PlanError > cause GatewayError > cause AuthenticationError"]),
      ("PlanError: step failed\\nCaused by: AuthenticationError: 401 no such key", ["PlanError > cause AuthenticationError"]),
      ("Unhandled error: PlanError: step failed [cause]: AuthenticationError: 401", ["PlanError > cause AuthenticationError"]),
      ("langchain_core.exceptions.OutputParserException: Could not parse LLM output: ``", ["langchain_core.exceptions.OutputParserException"]),
      ("Error running graph: NodeInterrupt(\"x\")", ["NodeInterrupt"]),
      ("langgraph.errors.GraphRecursionError: Recursion limit of 25 reached", ["langgraph.errors.GraphRecursionError"]),
      ("Task exception was never retrieved future: <Task finished name='Task-7' coro=<ask() done> exception=AuthenticationError('Error code: 401')>", ["AuthenticationError"]),
      ("#<Plan::RunFailed: nightly run failed> caused by #<Faraday::UnauthorizedError: the server responded with status 401>", ["Plan::RunFailed > cause Faraday::UnauthorizedError"]),
      ("** (Plan.RunError) nightly run failed", ["Plan.RunError"]),
      ("job failed: %Plan.StepError{message: \"step failed\", reason: %OpenAI.AuthError{message: \"401\", status: 401}}", ["Plan.StepError > cause OpenAI.AuthError"]),
      ("job failed: &plan.StepError{Step:\"research\", Err:(*openai.APIError)(0xc000142)}", ["plan.StepError"]),
    ])
  func oneLine(line: String, expected: [String]) {
    #expect(outlines(textRecord(line, level: .error)) == expected)
  }
}
