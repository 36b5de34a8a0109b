"""What the files need on this machine: Pango, and a Chinese font; the site runs without them."""

import ctypes
from ctypes.util import find_library
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

PANGO = {"pango-1.0": "libpango-1.0.so.0", "pangoft2-1.0": "libpangoft2-1.0.so.0"}


class CannotMake(Exception):
    """A file cannot be made now; the message is a sentence for the reader."""


def can_make() -> str:
    """What PDF and picture lack here, as a sentence in the active language; "" where they can be made."""
    if not font_path():
        return _("This site cannot make files at the moment: its Chinese font is missing.")
    if not has_pango():
        return _("This site cannot make files at the moment: the program library Pango is missing.")
    return ""


@cache
def font_path() -> str:
    """Where Noto Sans SC lies; "" where the package that brings it is not installed."""
    try:
        from pylopdf_fonts_zh_cn import sans_path
    except ImportError:
        return ""
    return str(sans_path()) if Path(sans_path()).is_file() else ""


@cache
def has_pango() -> bool:
    return all(_loads(file) or bool(find_library(name)) for name, file in PANGO.items())


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True
