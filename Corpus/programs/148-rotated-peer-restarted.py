# What wrote the log of the case of this name.
import os,time,sys,logging
from groq import Groq
name=sys.argv[1]
logging.basicConfig(level=logging.INFO,format="%(asctime)s "+name+"[%(process)d] %(message)s")
logging.getLogger("httpx").setLevel(logging.WARNING)
cl=Groq(max_retries=0)
logging.info("consuming queue photos")
for p in range(int(sys.argv[2])):
    try:
        cl.chat.completions.create(model="llama-3.1-8b-instant",messages=[{"role":"user","content":"tags"}])
        logging.info("photo %s_%d: 5 tags stored",name,p)
    except Exception as e:
        logging.error("photo %s_%d: giving up: %r",name,p,e)
    time.sleep(.25)
