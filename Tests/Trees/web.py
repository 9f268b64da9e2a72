"""The other process: requests of a web server, one a line."""
for number in range(40):
    status = "304 Not Modified" if number % 7 == 3 else "200 OK"
    print(f'INFO:     10.0.0.7:{52144 + number} - "GET /plans/{number} HTTP/1.1" {status}')
