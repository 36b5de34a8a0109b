"""One file is made at a time on a machine, whichever process or thread asks."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.utils.translation import gettext as _

from trials.take_away.tools import CannotMake, font_path

SECONDS = 20
PAUSE = 0.05


class BeingMade(CannotMake):
    """The file, or another one, is being made at this moment."""

    def __init__(self) -> None:
        super().__init__(_("This file is being made. Please try again in some seconds."))


@contextmanager
def one_at_a_time(*, seconds: float | None = None) -> Iterator[None]:
    """Hold the press. Raises BeingMade where others hold it longer than `seconds`."""
    with held_press(seconds=SECONDS if seconds is None else seconds):
        yield


def held_press(*, seconds: float) -> BinaryIO:
    """The press, held until this is closed, on whichever thread. Raises BeingMade."""
    # The font is there wherever files can be made, and a lock on it needs no folder to write to.
    held = open(font_path(), "rb")  # noqa: SIM115
    try:
        _wait_for(held, seconds)
    except BaseException:
        held.close()
        raise
    return held


def _wait_for(held: BinaryIO, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise BeingMade from None
            time.sleep(PAUSE)
        else:
            return
