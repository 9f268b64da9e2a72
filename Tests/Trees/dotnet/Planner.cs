using System;
using System.Threading.Tasks;

namespace Plan {
  class AuthenticationException : Exception { public AuthenticationException(string m) : base(m) {} }
  class GatewayException : Exception { public GatewayException(string m, Exception c) : base(m, c) {} }
  class StepFailedException : Exception { public StepFailedException(string m, Exception c) : base(m, c) {} }
  class RunFailedException : Exception { public RunFailedException(string m, Exception c) : base(m, c) {} }

  class Program {
    static void Generate() { throw new AuthenticationException("HTTP 401 (invalid_request_error: invalid_api_key)\n\nIncorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys."); }
    static void Ask() { try { Generate(); } catch (Exception cause) { throw new GatewayException("model gateway failed", cause); } }
    static void Step(string name) { try { Ask(); } catch (Exception cause) { throw new StepFailedException("step " + name + " failed", cause); } }
    static void Parse() { int.Parse("<html>"); }
    static void Run() {
      try { Task.WhenAll(Task.Run(() => Step("research")), Task.Run((Action) Parse)).Wait(); }
      catch (Exception cause) { throw new RunFailedException("nightly run failed", cause); }
    }
    static void Main(string[] arguments) {
      Console.WriteLine("planner started");
      if (arguments.Length > 0 && arguments[0] == "log") { try { Run(); } catch (Exception error) { Console.Error.WriteLine("fail: Plan.Worker[0]\n      run 7 failed\n      " + error.ToString().Replace("\n", "\n      ")); } }
      else Run();
    }
  }
}
