"""Sends an order to the press and waits for it, but not for long."""

import json
import logging
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path

from django.utils.translation import gettext as _

from trials.take_away.lettering import require_letters
from trials.take_away.tools import CannotMake

log = logging.getLogger(__name__)

PRESS = Path(__file__).with_name("press")
# Ten times what 150 criteria take on a small machine.
SECONDS = 45
# The keys of the site stay at home.
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")


@dataclass(frozen=True)
class Order:
    """What the press sets: `head`, the first of `tries` that fits on one page, and `rest` behind it."""

    head: str
    tries: tuple[str, ...]
    rest: str
    picture: bool
    most_bytes: int


def printed(order: Order) -> bytes:
    """The finished file. Raises CannotMake where a font lacks a character or the press takes too long."""
    require_letters(unescape(order.head + "".join(order.tries[:1]) + order.rest))
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment["FONTCONFIG_FILE"] = str(PRESS / "fonts.conf")
    try:
        run = subprocess.run(
            [sys.executable, "-I", str(PRESS)],
            input=json.dumps(asdict(order)).encode(),
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as problem:
        log.error("The press did not finish: %s", type(problem).__name__)
        raise CannotMake(_("This file could not be made just now.")) from problem
    if run.returncode != 0 or not run.stdout:
        log.error("The press failed: %s", run.stderr.decode(errors="replace")[-2000:])
        raise CannotMake(_("This file could not be made just now."))
    return run.stdout
