# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
for n in ("GROQ_KEY","GROQ_API_KEY","LOG_LEVEL"): logging.info("config %-14s %s",n,"<hidden>" if n in os.environ else "<not set>")
from groq import Groq
try: Groq()
except Exception: logging.exception("cannot start")
