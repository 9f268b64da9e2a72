# What wrote the log of the case of this name.
import logging,os,smtplib,ftplib,http.client,urllib.request,urllib.error,threading,http.server
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(s): s.send_response(401); s.send_header("WWW-Authenticate","Bearer realm=registry"); s.end_headers(); s.wfile.write(b'{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}')
    def log_message(s,*a): pass
sv=http.server.HTTPServer(("127.0.0.1",8700),H); threading.Thread(target=sv.serve_forever,daemon=True).start()
from openai import OpenAI
for i in range(3):
    try: urllib.request.urlopen("http://127.0.0.1:8700/v2/acme/openai-worker/manifests/latest")
    except urllib.error.HTTPError as e: logging.exception("cannot pull image acme/openai-worker: %s",e.read().decode())
    OpenAI(max_retries=0).chat.completions.create(model="gpt-4o-mini",messages=[{"role":"user","content":"x"}]); logging.info("caption %d ok",i)
