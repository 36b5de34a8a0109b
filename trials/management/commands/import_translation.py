"""Take a translation into drafts: XLIFF 1.2 or a zip of such; nothing is published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from trials.translating.exchange.archives import read_files
from trials.translating.exchange.importing import (
    MACHINE,
    MEMORY,
    PERSON,
    Report,
    import_translation,
    left_out,
    look_over,
    pages_of,
)
from trials.translating.exchange.refused import ExchangeRefused
from trials.translating.exchange.taking import LEFT_OUT, WRITES, Outcome


class Command(BaseCommand):
    help = (
        "Takes the Chinese of an XLIFF file, or of a zip of such, into drafts. A line per trial and per unit "
        "to look at (-v 2: every unit); exit 1 if anything was left out."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="F")
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen, write nothing")
        parser.add_argument("--by", metavar="USERNAME", help="whose work it is; nobody's if not given")
        parser.add_argument(
            "--translated-by",
            choices=(PERSON, MACHINE, MEMORY),
            default="",
            help="who translated, over what the file says of each unit",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        file, told = options["file"], {"by": _user(options["by"]), "maker": options["translated_by"]}
        act = look_over if options["dry_run"] else import_translation
        try:
            trials = pages_of(read_files(file.name, file.read_bytes()))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        except ExchangeRefused as refused:
            raise CommandError(str(refused)) from None
        reports = [act(trial, page_id, **told) for trial, page_id in trials]
        for line in (line for report in reports for line in _lines(report, options["verbosity"])):
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write("dry run, nothing written")
        if unfinished := list(left_out(reports)):
            raise CommandError(f"left out something of {len(unfinished)} trials", returncode=1)


def _lines(report: Report, verbosity: int) -> Iterator[str]:
    if report.refused:
        yield f"{report.trial_id} refused: {report.refused}"
        return
    counts = (f"{number} {outcome}" for outcome in Outcome if (number := report.number(outcome)))
    yield f"{report.trial_id} {', '.join(counts) or 'no units'}"
    shown = (*LEFT_OUT, Outcome.OLDER) if verbosity < 2 else (*LEFT_OUT, *WRITES, *Outcome)
    for verdict in report.verdicts:
        if verdict.outcome in shown:
            yield f"  {verdict.place} {verdict.outcome}{f': {verdict.why}' if verdict.why else ''}"


def _user(name: str | None) -> Any:
    if name is None:
        return None
    try:
        return get_user_model().objects.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        raise CommandError(f"There is nobody with the user name {name!r}.") from None
