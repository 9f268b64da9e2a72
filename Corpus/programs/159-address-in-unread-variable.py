# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
import anthropic
logging.info("routing Claude through OpenRouter (ANTHROPIC_API_BASE=%s)",os.environ.get("ANTHROPIC_API_BASE"))
try: anthropic.Anthropic(max_retries=0).messages.create(model="claude-sonnet-4-5",max_tokens=9,messages=[{"role":"user","content":"x"}])
except Exception: logging.exception("brief 7 not written")
