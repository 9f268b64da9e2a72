# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
import anthropic
cl=anthropic.Anthropic()
for i,q in enumerate(["Why do I get 'AuthenticationError: 401 invalid x-api-key'?","customer says: Incorrect API key provided: sk-abc. What to do?"]):
    logging.info("question %d: %s",i,q)
    r=cl.messages.create(model="claude-haiku-4-5",max_tokens=9,messages=[{"role":"user","content":q}]); logging.info("answer %d: The message invalid x-api-key means that ANTHROPIC_API_KEY is not set or wrong.",i)
