"""One run of a crew: five errors deep, with a group of two branches."""
import logging
import sys

BODY = {"error": {"message": "Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.",
                  "type": "invalid_request_error", "param": None, "code": "invalid_api_key"}}


way = sys.argv[1] if len(sys.argv) > 1 else "throw"


class AuthenticationError(Exception):
    pass


class ModelGatewayError(RuntimeError):
    pass


class StepFailed(Exception):
    pass


class CrewRunFailed(Exception):
    pass


def generate():
    error = AuthenticationError(f"Error code: 401 - {BODY}")
    error.add_note("request_id: req_5c1f0a9e7b2d4c3e8f6a1b0c9d8e7f65")
    raise error


def ask():
    try:
        generate()
    except AuthenticationError as error:
        raise ModelGatewayError("model gateway failed\nmodel: gpt-4o-mini") from error


def step(name):
    try:
        ask()
    except ModelGatewayError:
        raise StepFailed(f"step {name} failed")


def parse():
    return int("<html>")


def crew():
    errors = []
    # rich shows no causes inside of a group.
    for part in (generate if way in ("rich", "structlog-dev") else lambda: step("research"), parse):
        try:
            part()
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup(f"{len(errors)} of 2 steps failed", errors)


def run():
    try:
        crew()
    except ExceptionGroup as group:
        raise CrewRunFailed("nightly run failed") from group


print("planner started", flush=True)
if way == "throw":
    run()
elif way == "log":
    logging.basicConfig(format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
    try:
        run()
    except CrewRunFailed:
        logging.exception("run 7 failed")
elif way == "structlog":
    import structlog
    structlog.configure(processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso"), structlog.processors.dict_tracebacks, structlog.processors.JSONRenderer()])
    try:
        run()
    except CrewRunFailed:
        structlog.get_logger().exception("run 7 failed")
elif way == "structlog-dev":
    import structlog
    try:
        run()
    except CrewRunFailed:
        structlog.get_logger().exception("run 7 failed")
elif way == "rich":
    from rich.logging import RichHandler
    logging.basicConfig(handlers=[RichHandler(rich_tracebacks=True)], format="%(message)s")
    try:
        run()
    except CrewRunFailed:
        logging.exception("run 7 failed")
elif way == "loguru":
    from loguru import logger
    try:
        run()
    except CrewRunFailed:
        logger.exception("run 7 failed")
elif way == "repr":
    try:
        run()
    except CrewRunFailed as error:
        chain = []
        while error:
            chain.append(error)
            error = error.exceptions[0] if isinstance(error, ExceptionGroup) else error
            error = error.__cause__ or error.__context__
        print("ERROR run 7 failed:", chain)
