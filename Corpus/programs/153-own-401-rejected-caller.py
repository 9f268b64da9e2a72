# What wrote the log of the case of this name.
import json,os,sys
from http.server import *
from openai import OpenAI
import logging
logging.basicConfig(level=logging.INFO,format="%(asctime)s %(levelname)s %(process)d %(message)s")
class H(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.headers.get("x-api-key")!="s3":
            logging.warning("rejected caller %s: invalid API key",self.client_address[1])
            self.send_response(401); self.end_headers(); self.wfile.write(b'{"error":{"code":"invalid_api_key","message":"Incorrect API key"}}'); return
        OpenAI(max_retries=0).chat.completions.create(model="gpt-4o-mini",messages=[{"role":"user","content":"x"}]); self.send_response(200); self.end_headers(); self.wfile.write(b"ok")
HTTPServer(("127.0.0.1",8500),H).serve_forever()
