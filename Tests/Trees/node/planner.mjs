// One run of a crew: four errors deep, and a branch of two, one of which is no credential's fault.
class AuthenticationError extends Error {
  constructor(status, body, headers) {
    super(`${status} ${body.error.message}`);
    this.name = 'AuthenticationError';
    this.status = status;
    this.headers = headers;
    this.error = body.error;
    this.code = body.error.code;
    this.request_id = headers['x-request-id'];
  }
}
class ModelGatewayError extends Error {
  constructor(message, options, model) { super(message, options); this.name = 'ModelGatewayError'; this.model = model; }
}
class StepFailed extends Error {
  constructor(message, options) { super(message, options); this.name = 'StepFailed'; }
}
class CrewRunFailed extends AggregateError {
  constructor(errors, message, options) { super(errors, message, options); this.name = 'CrewRunFailed'; this.crew = 'ports'; }
}
const body = { error: { message: 'Incorrect API key provided: sk-proj-Qr7v**************************************************************************************************************************************************Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.', type: 'invalid_request_error', param: null, code: 'invalid_api_key' } };

function generate() { throw new AuthenticationError(401, body, { 'x-request-id': 'req_5c1f0a9e7b2d4c3e8f6a1b0c9d8e7f65', 'openai-version': '2020-10-01' }); }
function ask() { try { generate(); } catch (cause) { throw new ModelGatewayError('model gateway failed', { cause }, 'gpt-4o-mini'); } }
function step(name) { try { ask(); } catch (cause) { throw new StepFailed(`step ${name} failed`, { cause }); } }
function parse() { JSON.parse('<html>'); }
function crew() {
  const errors = [];
  for (const part of [() => step('research'), parse]) { try { part(); } catch (error) { errors.push(error); } }
  throw new CrewRunFailed(errors, `${errors.length} of 2 steps failed`);
}
function run() { try { crew(); } catch (cause) { throw new Error('nightly run failed', { cause }); } }

const way = process.argv[2] ?? 'log';
console.log(`planner ${process.pid} started`);
if (way === 'log') {
  const { inspect } = await import('node:util');
  try { run(); } catch (error) { console.error('run 7 failed:', inspect(error, { depth: 12 })); }
} else if (way === 'short') {
  try { run(); } catch (error) { console.error('run 7 failed:', error); }
} else if (way === 'throw') {
  run();
} else if (way === 'reject') {
  Promise.resolve().then(run);
}
