# What wrote the log of the case of this name.
import logging,os
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
from groq import Groq
for n in (401,4010,1401):
    Groq(max_retries=0).chat.completions.create(model="llama-3.1-8b-instant",messages=[{"role":"user","content":"x"}])
    logging.info("order %d: groq answered in 401 ms, 401 bytes, api key slot 401, port 40123",n)
    logging.warning("order %d: invalid coupon, unauthorized discount removed; customer token count 401",n)
logging.error("order 9401 failed: shipping address missing (error code: 4010)")
