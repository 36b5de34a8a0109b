"""CACHE_URL as Django's settings of the cache."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote

from config import env

NAME = "CACHE_URL"
EXPECTED = "locmem:, file:///folder or redis://host:6379/0 (which needs the Python package redis)"
BACKEND = "django.core.cache.backends.{}"


def cache(address: str) -> dict[str, Any]:
    """Return the settings of the cache at an address; raises BadEnvironment for any other text."""
    parts = env.split(NAME, address, expected=EXPECTED)
    if address == "locmem:":
        return {"BACKEND": BACKEND.format("locmem.LocMemCache")}
    if parts.scheme == "file" and parts.path and not parts.netloc:
        return {"BACKEND": BACKEND.format("filebased.FileBasedCache"), "LOCATION": unquote(parts.path)}
    # Django imports the client at first use, which would be a visitor's request.
    if parts.scheme in {"redis", "rediss"} and parts.hostname and find_spec("redis"):
        return {"BACKEND": BACKEND.format("redis.RedisCache"), "LOCATION": address}
    raise env.BadEnvironment(NAME, EXPECTED)
