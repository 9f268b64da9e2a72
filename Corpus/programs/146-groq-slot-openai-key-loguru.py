# What wrote the log of the case of this name.
import os
from loguru import logger
from groq import Groq
k=os.environ['GROQ_API_KEY']
logger.info(f"ticket classifier up, pid {os.getpid()}; backend groq (llama-3.3-70b-versatile), credential begins {k[:7]}")
cl=Groq(max_retries=0)
for t in ("T-119","T-120","T-121"):
    try:
        r=cl.chat.completions.create(model="llama-3.3-70b-versatile",messages=[{"role":"user","content":"classify "+t}])
        logger.success(f"{t} classified")
    except Exception as e:
        logger.exception(f"{t} could not be classified")
