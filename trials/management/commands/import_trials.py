"""Make or update drafts from registry records; nothing is published."""

import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from trials.importing import Line, Tally, import_records, records_in
from trials.tree import ensure_tree

INTERRUPTED = 130


class Command(BaseCommand):
    help = (
        "Makes or updates drafts from registry records: a study JSON file, a folder, a .zip, a .jsonl, "
        "a search result, or a trial id to fetch. A line per record; exit 1 if any was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("sources", nargs="+", metavar="SOURCE")
        parser.add_argument("--dry-run", action="store_true", help="tell what would happen, write nothing")
        parser.add_argument("--limit", type=_count, metavar="N", help="stop after N records")
        parser.add_argument("--user", metavar="NAME", help="who the drafts are by; nobody if not given")

    def handle(self, *args: Any, **options: Any) -> None:
        tree = ensure_tree()
        if tree is None:
            raise CommandError("There is no page tree yet: run migrate first.")
        lines = import_records(
            records_in(options["sources"], registry_url=settings.REGISTRY_URL),
            parent=tree.trials,
            user=_user(options["user"]),
            now=timezone.now(),
            dry_run=options["dry_run"],
            limit=options["limit"],
        )
        tally = self._tell(lines, options)
        if tally.refused:
            raise CommandError(f"{tally.refused} refused", returncode=1)

    def _tell(self, lines: Iterable[Line], options: dict[str, Any]) -> Tally:
        told: list[Line] = []
        try:
            for line in self._with_bar(lines, options["limit"]):
                told.append(line)
                self._write(line, options["verbosity"])
        except KeyboardInterrupt:
            raise CommandError(
                f"Interrupted. What is listed is in: {Tally.of(told)}.", returncode=INTERRUPTED
            ) from None
        tally = Tally.of(told)
        self.stdout.write(f"{tally}{' (dry run, nothing written)' if options['dry_run'] else ''}")
        if options["verbosity"] < 2 and (tally.kept or tally.odd):
            self.stdout.write(
                f"texts of editors kept: {tally.kept}, not understood: {tally.odd}; -v 2 lists them"
            )
        return tally

    def _with_bar(self, lines: Iterable[Line], total: int | None) -> Iterator[Line]:
        # Only for a person who waits: after two seconds, on a terminal.
        quiet = not self.stderr.isatty()
        yield from tqdm(lines, total=total, unit=" records", delay=2, disable=quiet, file=sys.stderr)

    def _write(self, line: Line, verbosity: int) -> None:
        with tqdm.external_write_mode(file=sys.stderr):
            self.stdout.write(str(line))
            for note in line.notes if verbosity > 1 else ():
                self.stdout.write(f"  {note}")


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError("expected a whole number above 0")
    return int(text)


def _user(name: str | None) -> Any:
    if name is None:
        return None
    try:
        return get_user_model().objects.get_by_natural_key(name)
    except get_user_model().DoesNotExist:
        raise CommandError(f"There is nobody with the user name {name!r}.") from None
