defmodule AuthenticationError do defexception [:message, :status] end
defmodule Plan.StepError do defexception [:message, :reason] end
defmodule Planner do
  def generate, do: raise AuthenticationError, message: "401 Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.", status: 401
  def step do
    try do generate() rescue e -> reraise Plan.StepError, [message: "step failed: " <> Exception.message(e), reason: e], __STACKTRACE__ end
  end
end
IO.puts("planner started")
case System.argv() do
  ["task"] -> Task.async(fn -> Planner.step() end) |> Task.await()
  _ -> Planner.step()
end
