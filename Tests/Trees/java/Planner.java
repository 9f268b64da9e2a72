import java.util.logging.*;

/** One run: five errors deep, with a suppressed branch that has a cause of its own. */
public class Planner {
  static class AuthenticationException extends RuntimeException { AuthenticationException(String m) { super(m); } }
  static class GatewayException extends RuntimeException { GatewayException(String m, Throwable c) { super(m, c); } }
  static class StepFailed extends Exception { StepFailed(String m, Throwable c) { super(m, c); } }
  static class PlanRejected extends RuntimeException { PlanRejected(Throwable c) { super(c); } }

  static class Session implements AutoCloseable {
    public void close() throws Exception {
      try { Integer.parseInt("<html>"); }
      catch (NumberFormatException error) { throw new IllegalStateException("session not closed", error); }
    }
  }

  static void generate() {
    throw new AuthenticationException("401: {\n  \"error\": {\n    \"message\": \"Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.\",\n    \"type\": \"invalid_request_error\",\n    \"param\": null,\n    \"code\": \"invalid_api_key\"\n  }\n}");
  }
  static void ask() { try { generate(); } catch (AuthenticationException cause) { throw new GatewayException("model gateway failed", cause); } }
  static void step(String name) throws Exception {
    try (Session session = new Session()) {
      try { ask(); } catch (GatewayException cause) { throw new StepFailed("step " + name + " failed", cause); }
    }
  }
  static void run() { try { step("research"); } catch (Exception cause) { throw new PlanRejected(cause); } }

  public static void main(String[] arguments) throws Exception {
    String way = arguments.length > 0 ? arguments[0] : "throw";
    System.out.println("planner started");
    switch (way) {
      case "log": try { run(); } catch (Exception error) { Logger.getLogger("planner").log(Level.SEVERE, "plan 7 failed", error); } break;
      case "thread": Thread thread = new Thread(Planner::run, "plan-7"); thread.start(); thread.join(); break;
      default: run();
    }
  }
}
