# What wrote the log of the case of this name.
import os,time,sys
from datetime import datetime
import anthropic
def say(*a): print(datetime.now().strftime("%d.%m.%Y %H:%M:%S"),f"[labeler/{os.getpid()}]",*a,flush=True)
cl=anthropic.Anthropic(max_retries=0)
say("running")
for p in range(8810,8820):
    try:
        cl.messages.create(model="claude-haiku-4-5",max_tokens=9,messages=[{"role":"user","content":"label"}])
        say(f"parcel {p} labelled in {0.4}s")
    except Exception as e:
        say(f"parcel {p} stuck: {e}")
    time.sleep(.3)
