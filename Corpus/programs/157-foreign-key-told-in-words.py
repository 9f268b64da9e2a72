# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
from openai import OpenAI
k=os.environ["OPENAI_API_KEY"]
if k.startswith("sk-ant-"): logging.warning("OPENAI_API_KEY looks like an Anthropic key")
try: OpenAI(max_retries=0).chat.completions.create(model="gpt-4o-mini",messages=[{"role":"user","content":"x"}])
except Exception as e: logging.error("answering failed with %s (HTTP %s)",type(e).__name__,getattr(e,"status_code",None))
