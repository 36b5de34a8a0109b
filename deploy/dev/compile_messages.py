"""Compile .po files to .mo files with Babel, for machines without gettext."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_messages(source: Path) -> Path:
    with source.open("rb") as text:
        catalog = read_po(text)
    target = source.with_suffix(".mo")
    with target.open("wb") as binary:
        write_mo(binary, catalog)
    return target


if __name__ == "__main__":
    for name in sys.argv[1:]:
        compile_messages(Path(name))
