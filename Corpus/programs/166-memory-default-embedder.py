# What wrote the log of the case of this name.
import os
os.environ["MEM0_TELEMETRY"]="False"
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s")
log=logging.getLogger("app")

from mem0 import Memory
log.info("notes assistant up, llm provider groq, model llama-3.3-70b-versatile")
try: Memory.from_config({"llm":{"provider":"groq","config":{"model":"llama-3.3-70b-versatile"}}})
except Exception: log.exception("cannot open the notes memory")
