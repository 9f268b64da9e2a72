# One run: five errors deep; Ruby prints no branches.
require 'logger'
class AuthenticationError < StandardError; end
class GatewayError < StandardError; end
module Plan
  class StepFailed < StandardError; end
  class RunFailed < StandardError; end
end

def generate
  raise AuthenticationError, "the server responded with status 401: Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys. (invalid_api_key)"
end

def ask
  generate
rescue AuthenticationError
  raise GatewayError, "model gateway failed\nmodel: gpt-4o-mini"
end

def step(name)
  ask
rescue GatewayError
  raise Plan::StepFailed, "step #{name} failed"
end

def run
  step('research')
rescue Plan::StepFailed
  raise Plan::RunFailed, 'nightly run failed'
end

STDOUT.sync = true
puts "planner #{Process.pid} started"
case ARGV[0]
when 'log'
  begin
    run
  rescue => error
    Logger.new($stderr).error(error)
  end
when 'full'
  begin
    run
  rescue => error
    warn error.full_message(highlight: false)
  end
when 'detailed'
  begin
    run
  rescue => error
    Logger.new($stderr).error("#{error.class}: #{error.message} cause=#{error.cause.inspect}")
  end
when 'thread'
  Thread.new { run }.join
else
  run
end
