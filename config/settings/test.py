"""The tests: as in development, with quick passwords and a database file that threads can share."""

import tempfile
from pathlib import Path

from config.settings.dev import *  # noqa: F403
from config.settings.dev import DATABASES

# Held here so that the folder goes when the process ends.
SCRATCH = tempfile.TemporaryDirectory(prefix="find-a-trial-")

DEBUG = False
ADMINS: list[tuple[str, str]] = []
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = str(Path(SCRATCH.name) / "media")
# Empty: files come from where they are written, without collecting them first.
STATIC_ROOT = Path(SCRATCH.name) / "static"
STATIC_ROOT.mkdir()
WHITENOISE_USE_FINDERS = True

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: the browser's requests come in on other threads.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(SCRATCH.name) / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF"
TAKE_AWAYS_AT_PUBLICATION = False
# A machine has one press, and tests run side by side.
TAKE_AWAY_READER_SECONDS = TAKE_AWAY_TURN_SECONDS = 60
