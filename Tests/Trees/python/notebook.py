"""A run in a notebook's shell: three errors deep, by both kinds of chaining."""


class AuthenticationError(Exception):
    pass


class ModelGatewayError(RuntimeError):
    pass


class StepFailed(Exception):
    pass


def generate():
    raise AuthenticationError(
        "Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your"
        " API key at https://platform.openai.com/account/api-keys.', 'type': 'invalid_request_error', 'param': None, 'code':"
        " 'invalid_api_key'}}"
    )


def ask():
    try:
        generate()
    except AuthenticationError as error:
        raise ModelGatewayError("model gateway failed") from error


def step(name):
    try:
        ask()
    except ModelGatewayError:
        raise StepFailed(f"step {name} failed")


step("research")
