# What wrote the log of the case of this name.
import os,logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(process)d %(levelname)s %(message)s")
from langchain_anthropic import ChatAnthropic
llm=ChatAnthropic(model="claude-haiku-4-5",max_retries=0)
for i in range(3): logging.info("recap %d: %s",i,llm.invoke("x").content[:12])
