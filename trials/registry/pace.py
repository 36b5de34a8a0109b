"""How often the registry is asked: once a second at most, and later when it says so."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

SECONDS_BETWEEN = 1.0
LONGEST_WAIT = 60.0


class Pace:
    """Shared by all requests of a process; clock and sleep come in so that tests need not wait."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.clock, self.sleep = clock, sleep
        self._next = clock()
        self._turn = threading.Lock()

    def wait(self) -> None:
        """Wait for the next free second and take it."""
        with self._turn:
            if (still := self._next - self.clock()) > 0:
                self.sleep(still)
            self._next = self.clock() + SECONDS_BETWEEN

    def back_off(self, retry_after: str | None, attempt: int) -> None:
        """Put the next request off, as the registry asks or twice as long each time, a minute at most."""
        asked = _seconds(retry_after)
        with self._turn:
            self._next = self.clock() + min(2.0**attempt if asked is None else asked, LONGEST_WAIT)


def _seconds(retry_after: str | None) -> float | None:
    """The header's seconds, or those until its date (RFC 9110, 10.2.3); None when it says neither."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until - datetime.now(UTC)).total_seconds()) if until.tzinfo else None


SHARED = Pace()
