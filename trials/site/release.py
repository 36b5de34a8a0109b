"""Which release answers: what a page is made of besides signed words, as one digest."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

KINDS = {".html", ".xml", ".mo", ".py"}


def release() -> str:
    """Digest of templates, compiled translations and the code that sets sentences; read once per process."""
    templates = [folder for engine in settings.TEMPLATES for folder in engine["DIRS"]]
    code = [apps.get_app_config(name).path for name in ("editorial", "trials")]
    return digest_of_folders(*(Path(folder) for folder in (*templates, *settings.LOCALE_PATHS, *code)))


@cache
def digest_of_folders(*folders: Path) -> str:
    """SHA-256 over the names and bytes of the files a page is made of; equal on every machine."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in _files(folder):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.suffix in KINDS)
