# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(process)5d %(levelname)5s %(message)s")
import litellm
litellm.suppress_debug_info=True
logging.info("router: models=%s openai=%s groq=%s",["groq/llama-3.1-8b-instant"],"on" if os.getenv("OPENAI_API_KEY") else "off","on" if os.getenv("GROQ_API_KEY") else "off")
for i in range(2):
    try: litellm.completion(model="groq/llama-3.1-8b-instant",messages=[{"role":"user","content":"x"}],num_retries=0); logging.info("route %d done",i)
    except Exception as e: logging.error("route %d broke: %s",i,e)
