# What wrote the log of the case of this name.
import logging,os
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
from openai import OpenAI
ours=OpenAI(max_retries=0)
ours.chat.completions.create(model="gpt-4o-mini",messages=[{"role":"user","content":"x"}]); logging.info("demo reply sent")
logging.warning("user 12 entered an invalid OpenAI key, asked to try again")
logging.info("key of user 12 rejected by validation (401)")
ours.chat.completions.create(model="gpt-4o-mini",messages=[{"role":"user","content":"x"}]); logging.info("demo reply sent")
