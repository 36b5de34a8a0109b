"""One file is made at a time on a machine, whichever process or thread asks."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from trials.take_away.tools import CannotMake, font_path

SECONDS = 20
PAUSE = 0.05


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the press. Raises CannotMake where others hold it longer than a reader waits."""
    # The font is there wherever files can be made, and a lock on it needs no folder to write to.
    with open(font_path(), "rb") as held:
        _wait_for(held)
        yield


def _wait_for(held: object) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise CannotMake(
                    _("Many files are being made just now. Please try again in a minute.")
                ) from None
            time.sleep(PAUSE)
        else:
            return
