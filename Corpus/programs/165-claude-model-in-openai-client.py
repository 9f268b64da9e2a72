# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s")
log=logging.getLogger("app")

from langchain_openai import ChatOpenAI
log.info("environment: %s",[k for k in os.environ if k.endswith("_API_KEY")])
try: ChatOpenAI(model=os.environ["MODEL"],max_retries=0).invoke("x")
except Exception: log.exception("model claude-sonnet-4-5 unusable")
