# What wrote the log of the case of this name.
import os,sys,json,time
from mistralai.client import Mistral
k=os.environ["MISTRAL_API_KEY"]
def log(**kw): print(json.dumps({"time":time.strftime("%FT%TZ",time.gmtime()),"service":sys.argv[1],"pid":os.getpid(),**kw}),flush=True)
log(event="config",mistral={"apiKeyLength":len(k),"apiKeySuffix":k[-4:]})
cl=Mistral(api_key=k)
for i in range(3):
    try: cl.chat.complete(model="mistral-small-latest",messages=[{"role":"user","content":"x"}]); log(event="ticket.routed",ticket=f"{sys.argv[1]}-{i}")
    except Exception as e: log(event="ticket.failed",ticket=f"{sys.argv[1]}-{i}",error={"kind":type(e).__name__,"text":str(e)})
