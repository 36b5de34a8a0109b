"""EMAIL_URL as Django's settings of outgoing mail."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote

from config import env

NAME = "EMAIL_URL"
EXPECTED = (
    "smtp://user:password@host:587?tls=starttls (tls: none, starttls or ssl), "
    "console: or file:///folder for messages"
)
BACKEND = "django.core.mail.backends.{}.EmailBackend"
PORTS = {"none": 25, "starttls": 587, "ssl": 465}


def mail(address: str) -> dict[str, Any]:
    """Return Django's EMAIL_* settings for an address; raises BadEnvironment for any other text."""
    parts = env.split(NAME, address, expected=EXPECTED)
    if address == "console:":
        return {"EMAIL_BACKEND": BACKEND.format("console")}
    if parts.scheme == "file" and parts.path and not parts.netloc:
        return {"EMAIL_BACKEND": BACKEND.format("filebased"), "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme == "smtp" and parts.hostname and not parts.path.strip("/"):
        return _smtp(parts)
    raise env.BadEnvironment(NAME, EXPECTED)


def _smtp(parts: SplitResult) -> dict[str, Any]:
    options = parse_qs(parts.query, keep_blank_values=True)
    tls = options.pop("tls", ["none"])
    if options or len(tls) != 1 or tls[0] not in PORTS:
        raise env.BadEnvironment(NAME, EXPECTED)
    return {
        "EMAIL_BACKEND": BACKEND.format("smtp"),
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[tls[0]],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls[0] == "starttls",
        "EMAIL_USE_SSL": tls[0] == "ssl",
        "EMAIL_TIMEOUT": 10,
    }
