# What wrote the log of the case of this name.
import os,sys,logging,time
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"]="True"
import litellm; litellm.suppress_debug_info=True
logging.basicConfig(level=logging.INFO,format="%(asctime)s replica="+sys.argv[1]+" pid=%(process)d %(levelname)s %(message)s",force=True)
logging.getLogger("LiteLLM").setLevel(logging.ERROR); logging.getLogger("httpx").setLevel(logging.ERROR)
for i in range(6):
    try: litellm.completion(model="mistral/mistral-small-latest",messages=[{"role":"user","content":"x"}]); logging.info("translated document %s-%d into French",sys.argv[1],i)
    except Exception as e: logging.error("could not translate document %s-%d: %s",sys.argv[1],i,e)
    time.sleep(.3)
