# What wrote the log of the case of this name.
import os,sys
from mistralai.client import Mistral
print(f"triage {os.getpid()} >> MISTRALAI_API_KEY found, {len(os.environ['MISTRALAI_API_KEY'])} characters",flush=True)
cl=Mistral(api_key=os.getenv("MISTRAL_API_KEY"))
for m in (51,52):
    try:
        cl.chat.complete(model="mistral-small-latest",messages=[{"role":"user","content":"x"}]); print(f"triage {os.getpid()} >> mail {m} done",flush=True)
    except Exception as e: print(f"triage {os.getpid()} >> mail {m} FAILED {type(e).__name__}: {e}",flush=True)
