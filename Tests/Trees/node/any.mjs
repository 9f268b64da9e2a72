class AuthenticationError extends Error {
  constructor(status, error, id) { super(`${status} ${error.message}`); this.name = 'AuthenticationError'; this.status = status; this.error = error; this.code = error.code; this.request_id = id; }
}
class ModelGatewayError extends Error {
  constructor(message, options, model) { super(message, options); this.name = 'ModelGatewayError'; this.model = model; }
}
class StepFailed extends Error { constructor(message, options) { super(message, options); this.name = 'StepFailed'; } }
class RunFailed extends Error { constructor(message, options) { super(message, options); this.name = 'RunFailed'; } }
const refused = { message: 'Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.', type: 'invalid_request_error', param: null, code: 'invalid_api_key' };

function generate() { throw new AuthenticationError(401, refused, 'req_5c1f0a9e7b2d4c3e8f6a1b0c9d8e7f65'); }
function ask() { try { generate(); } catch (cause) { throw new ModelGatewayError('model gateway failed', { cause }, 'gpt-4o-mini'); } }
async function step(name) { try { ask(); } catch (cause) { throw new StepFailed(`step ${name} failed`, { cause }); } }
async function parse() { throw new TypeError('not a plan'); }
async function run() { try { await Promise.any([step('research'), parse()]); } catch (cause) { throw new RunFailed('nightly run failed', { cause }); } }

console.log(`planner ${process.pid} started`);
if (process.argv[2] === 'log') { try { await run(); } catch (error) { console.error('run 7 failed:', error); } } else await run();
