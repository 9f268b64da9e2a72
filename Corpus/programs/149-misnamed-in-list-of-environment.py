# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.DEBUG,format="[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s",datefmt="%Y-%m-%d %H:%M:%S %z")
logging.getLogger("google_genai").setLevel(logging.INFO)
logging.debug("environment of vision: %s",", ".join(sorted(k for k in os.environ if not k.startswith(("CREWAI","OTEL","HAYSTACK","AGNO","TIKTOKEN","PYTHON")))))
from google import genai
try:
    cl=genai.Client()
    print(cl.models.generate_content(model="gemini-2.5-flash",contents="describe").text)
except Exception:
    logging.critical("vision cannot start",exc_info=True); raise SystemExit(3)
