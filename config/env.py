"""Typed readers of the environment: a missing or bad value stops the start, naming itself."""

import os
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = frozenset({"1", "true", "yes", "on"})
FALSE_WORDS = frozenset({"0", "false", "no", "off"})
KEY_LENGTH = 32


class BadEnvironment(ImproperlyConfigured):
    """An environment variable is missing or has a value that cannot be used."""

    def __init__(self, name: str, expected: str) -> None:
        state = "has a bad value" if os.environ.get(name) else "is missing"
        super().__init__(f"The environment variable {name} {state}: expected {expected}.")


def text(name: str, default: str | None = None, *, expected: str = "a text") -> str:
    """Return the variable without outer blanks; an empty one counts as missing."""
    value = os.environ.get(name, "").strip() or default
    if value is None:
        raise BadEnvironment(name, expected)
    return value


def flag(name: str, default: bool | None = None) -> bool:
    word = text(name, None if default is None else str(default), expected="true or false").lower()
    if word not in TRUE_WORDS | FALSE_WORDS:
        raise BadEnvironment(name, "true or false")
    return word in TRUE_WORDS


def whole_number(name: str, default: int | None = None, *, least: int, most: int) -> int:
    expected = f"a whole number from {least} to {most}"
    digits = text(name, None if default is None else str(default), expected=expected)
    # isdecimal() alone also accepts the digits of other scripts.
    if not (digits.isascii() and digits.isdecimal()) or not least <= int(digits) <= most:
        raise BadEnvironment(name, expected)
    return int(digits)


def word_list(
    name: str, default: str | None = None, *, expected: str = "words with commas between"
) -> list[str]:
    """Return the parts between commas, in order; at least one, unless the default is empty."""
    words = [word for part in text(name, default, expected=expected).split(",") if (word := part.strip())]
    if not words and default != "":
        raise BadEnvironment(name, expected)
    return words


def url(name: str, default: str | None = None, *, schemes: Collection[str]) -> str:
    """Return an absolute URL without its closing slash, so that paths can be put behind it."""
    expected = "a URL such as " + " or ".join(f"{scheme}://host" for scheme in sorted(schemes))
    address = text(name, default, expected=expected)
    parts = split(name, address, expected=expected)
    if parts.scheme not in schemes or not parts.hostname or parts.query or parts.fragment:
        raise BadEnvironment(name, expected)
    return address.rstrip("/")


def origin(name: str, default: str | None = None, *, schemes: Collection[str]) -> str:
    """Return a URL without a path: the site answers at the root of its host and nowhere else."""
    address = url(name, default, schemes=schemes)
    if urlsplit(address).path:
        raise BadEnvironment(name, "a URL without a path")
    return address


def split(name: str, address: str, *, expected: str) -> SplitResult:
    """Return the parts of an address whose port, if any, is a number."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise BadEnvironment(name, expected) from None
    return parts


def timezone(name: str, default: str | None = None) -> str:
    expected = "a time zone such as Asia/Shanghai"
    zone = text(name, default, expected=expected)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadEnvironment(name, expected) from None
    return zone


def secret_keys(name: str, default: str | None = None, *, refused: Collection[str] = ()) -> list[str]:
    """Return keys, newest first, each long enough and none of those published with the source."""
    expected = (
        f"keys of {KEY_LENGTH} characters or more, newest first, with commas between, none from the source"
    )
    keys = word_list(name, default, expected=expected)
    if any(len(key) < KEY_LENGTH or key in refused for key in keys) or len(set(keys)) < len(keys):
        raise BadEnvironment(name, expected)
    return keys


def require(*names: str) -> None:
    """Stop the start with the list of all the variables that are missing, not only the first."""
    missing = [name for name in names if not os.environ.get(name, "").strip()]
    if missing:
        raise ImproperlyConfigured(
            "These environment variables are missing: " + ", ".join(missing) + ". See .env.example."
        )
