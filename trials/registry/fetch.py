"""One study fetched from the registry's API v2."""

from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from trials.registry.found import LIMITS, Unreadable, decode, printable, too_large
from trials.registry.pace import SHARED, Pace
from trials.registry.read import TRIAL_ID
from trials.registry.sentences import Sentence, gettext_noop

NOT_AN_ID = gettext_noop("a trial id is NCT and eight digits")
BAD_ADDRESS = gettext_noop("the registry's address must begin with https:// or http://")
UNKNOWN_ID = gettext_noop("the registry has no trial with this id")
BUSY = gettext_noop("the registry is busy; try again in some minutes")
ANSWERED = gettext_noop("the registry answered with the error %(status)d")
UNREACHED = gettext_noop("the registry cannot be reached (%(reason)s)")
ELSEWHERE = gettext_noop("the registry sent us to another site, which was not followed")
TOO_SLOW = gettext_noop("the registry answers too slowly")
NOT_A_STUDY = gettext_noop("the registry's answer is not a study record")

TRIES = 4
BUSY_CODES = (429, 503)
CHUNK = 65_536
SLOWEST = 10
AGENT = "FindATrial/1 (registry reader)"


class FetchRefused(Exception):
    """A study could not be fetched; `str()` names the id and the reason, `why` is the reason alone."""

    def __init__(self, trial_id: str, why: Sentence) -> None:
        super().__init__(f"{trial_id}: {why}")
        self.trial_id = trial_id
        self.why = why


class Elsewhere(Exception):
    """A redirect left the registry's own host."""


class SameOrigin(HTTPRedirectHandler):
    """Follows the redirect of an alias id, on the registry's own host only."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if _origin(urljoin(req.full_url, newurl)) != _origin(req.full_url):
            fp.close()
            raise Elsewhere
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch_study(
    trial_id: str, *, base_url: str, timeout: float = 20.0, pace: Pace = SHARED, most: int = LIMITS.record
) -> dict[str, Any]:
    """The study as the registry has it now; an alias id gives the study it stands for.

    `timeout` is in seconds for one network step, `most` in bytes. Raises FetchRefused.
    """
    asked = trial_id.strip().upper()
    if not TRIAL_ID.fullmatch(asked):
        raise FetchRefused(printable(trial_id[:40]), Sentence(NOT_AN_ID))
    if urlsplit(base_url).scheme not in ("http", "https"):
        raise FetchRefused(asked, Sentence(BAD_ADDRESS))
    content = _fetched(asked, f"{base_url.rstrip('/')}/studies/{asked}?format=json", timeout, pace, most)
    try:
        study = decode(content)
    except Unreadable as error:
        raise FetchRefused(asked, error.problem) from error
    if not isinstance(study, dict) or "protocolSection" not in study:
        raise FetchRefused(asked, Sentence(NOT_A_STUDY))
    return study


def _fetched(trial_id: str, url: str, timeout: float, pace: Pace, most: int) -> bytes:
    for attempt in range(1, TRIES + 1):
        pace.wait()
        try:
            return _answer(trial_id, url, timeout, pace, most)
        except HTTPError as error:
            with error:
                _give_up_unless_busy(trial_id, error)
                pace.back_off(error.headers.get("Retry-After"), attempt)
        except Elsewhere as error:
            raise FetchRefused(trial_id, Sentence(ELSEWHERE)) from error
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise FetchRefused(trial_id, Sentence(UNREACHED, reason=reason)) from error
    raise FetchRefused(trial_id, Sentence(BUSY))


def _answer(trial_id: str, url: str, timeout: float, pace: Pace, most: int) -> bytes:
    request = Request(url, headers={"Accept": "application/json", "User-Agent": AGENT})
    content, begun = b"", pace.clock()
    with build_opener(SameOrigin).open(request, timeout=timeout) as answer:
        while chunk := answer.read1(CHUNK):
            content += chunk
            if len(content) > most:
                raise FetchRefused(trial_id, too_large(most))
            if pace.clock() - begun > timeout * SLOWEST:
                raise FetchRefused(trial_id, Sentence(TOO_SLOW))
    return content


def _give_up_unless_busy(trial_id: str, error: HTTPError) -> None:
    if error.code == 404:
        raise FetchRefused(trial_id, Sentence(UNKNOWN_ID)) from error
    if error.code not in BUSY_CODES:
        raise FetchRefused(trial_id, Sentence(ANSWERED, status=error.code)) from error


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port
