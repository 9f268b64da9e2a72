<?php
// One run: five errors deep; PHP prints no branches.
namespace Plan;

class AuthenticationException extends \RuntimeException {}
class GatewayException extends \RuntimeException {}
class StepFailed extends \Exception {}
class RunFailed extends \Exception {}

function generate(): void {
    throw new AuthenticationException("Client error: `POST https://api.openai.com/v1/chat/completions` resulted in a `401 Unauthorized` response:\n" . json_encode(['error' => ['message' => 'Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.', 'type' => 'invalid_request_error', 'param' => null, 'code' => 'invalid_api_key']], JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), 401);
}
function ask(): void { try { generate(); } catch (AuthenticationException $e) { throw new GatewayException('model gateway failed', 0, $e); } }
function step(string $name): void { try { ask(); } catch (GatewayException $e) { throw new StepFailed("step $name failed", 0, $e); } }
function run(): void { try { step('research'); } catch (StepFailed $e) { throw new RunFailed('nightly run failed', 7, $e); } }

echo "planner started\n";
if (($argv[1] ?? '') === 'log') { try { run(); } catch (\Throwable $e) { error_log('run 7 failed: ' . $e); } } else { run(); }
