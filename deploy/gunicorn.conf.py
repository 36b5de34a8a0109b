"""Gunicorn behind a proxy on the same machine; every value can be set on the command line too."""

import os

wsgi_app = "config.wsgi"
bind = os.environ.get("BIND", "unix:/run/find-a-trial/gunicorn.sock")
# Two processes, so that one can be replaced while the other answers; threads, because requests wait
# for the database more than they compute.
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
worker_class = "gthread"
# An import of many records works longer than a page view.
timeout = 120
graceful_timeout = 30
# Replaced now and then, so that a slow leak never fills the machine; not both at once.
max_requests = 5000
max_requests_jitter = 500
accesslog = "-"
# No query strings and no addresses of readers: what people search for is about their health.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(b)s %(M)sms"
