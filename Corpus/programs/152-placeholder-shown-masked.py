# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(message)s")
from groq import Groq
k=os.environ["GROQ_API_KEY"]
logging.info("pid %d settings: {'groq_api_key': '%s', 'model': 'llama-3.1-8b-instant'}",os.getpid(),k[:5]+"…"+k[-5:])
try: Groq(max_retries=0).chat.completions.create(model="llama-3.1-8b-instant",messages=[{"role":"user","content":"x"}])
except Exception: logging.exception("bad run")
