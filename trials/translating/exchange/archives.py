"""Many trials as one zip, both ways; nothing is unpacked to disk, and no more is read than allowed."""

import zipfile
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from trials.translating.exchange.reading import LARGEST, TrialRead, read_xliff
from trials.translating.exchange.refused import ExchangeRefused

XLIFF_NAMES = (".xlf", ".xliff")
MOST_FILES = 1_000
LARGEST_UNPACKED = 200_000_000
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,
    NotImplementedError,
    OSError,
    ValueError,
    IndexError,
)


def zip_of(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files as one archive, by name."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def read_files(name: str, content: bytes) -> list[TrialRead]:
    """The trials of an XLIFF file or of a zip of such; raises ExchangeRefused, and then nothing is taken."""
    if not content.startswith(b"PK"):
        return _each_once(read_xliff(name, content))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _each_once(_read_members(name, archive))
    except BROKEN as broken:
        told = {"file": name}
        raise ExchangeRefused(_("%(file)s is not a zip archive, or a damaged one.") % told) from broken


def _read_members(name: str, archive: zipfile.ZipFile) -> list[TrialRead]:
    members = [member for member in archive.infolist() if not member.is_dir()]
    for member in members:
        _require_inside(name, member)
    # zipfile never reads more of a member than the size its directory names.
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise ExchangeRefused(_("%(file)s is too large when it is unpacked.") % {"file": name})
    wanted = [member for member in members if _counts(member)]
    if not wanted:
        raise ExchangeRefused(_("There is no XLIFF file in %(file)s.") % {"file": name})
    found: list[TrialRead] = []
    for member in sorted(wanted, key=lambda each: each.filename):
        found += read_xliff(f"{name}/{member.filename}", _content(name, archive, member))
    return found


def _require_inside(name: str, member: zipfile.ZipInfo) -> None:
    path = PurePosixPath(member.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or any(":" in part for part in path.parts):
        told = {"file": name, "member": member.filename}
        raise ExchangeRefused(_("%(file)s: the name %(member)s leads out of the archive.") % told)


def _counts(member: zipfile.ZipInfo) -> bool:
    """Hidden files and what some systems add (`__MACOSX/`) hold no translations."""
    hidden = any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(member.filename).parts)
    return not hidden and member.filename.lower().endswith(XLIFF_NAMES)


def _content(name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        told = {"file": f"{name}/{member.filename}", "megabytes": LARGEST // 1_000_000}
        raise ExchangeRefused(_("%(file)s is larger than %(megabytes)d MB.") % told)
    return content


def _each_once(found: list[TrialRead]) -> list[TrialRead]:
    first: dict[str, str] = {}
    for trial in found:
        trial_id = trial.trial_id.upper()
        if trial_id in first:
            told = {"trial": trial.trial_id, "file": trial.name, "first": first[trial_id]}
            raise ExchangeRefused(_("%(file)s: %(trial)s came before, in %(first)s.") % told)
        first[trial_id] = trial.name
    return found
