# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s")
log=logging.getLogger("app")

from openai import AzureOpenAI
c=AzureOpenAI(azure_endpoint="https://api.openai.com",api_version="2024-10-21",max_retries=0)
try: c.chat.completions.create(model="gpt-4o",messages=[{"role":"user","content":"x"}])
except Exception: log.exception("caption 1 failed")
