from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from editorial.letters.rounds import due, send_due, write_due
from editorial.models import Letter


class Command(BaseCommand):
    help = (
        "Mails what is due: the daily mail once its hour has come, urgent notices nobody confirmed, and "
        "every letter not accepted yet. A line per letter, exit 1 if any could not be delivered."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only print what would be mailed")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        if dry_run:
            for letter in due(now):
                self._tell("due", letter)
            return
        write_due(now)
        self._send(now)

    def _send(self, now: datetime) -> None:
        kept = 0
        for outcome in send_due(now):
            self._tell("kept" if outcome.error else "sent", outcome.letter, outcome.error)
            kept += bool(outcome.error)
        if kept:
            raise CommandError(f"{kept} letters could not be delivered; they are kept", returncode=1)

    def _tell(self, what: str, letter: Letter, why: str = "") -> None:
        named = f"{what} {letter.kind} to {letter.person.get_username()}: {letter.subject}"
        self.stdout.write(f"{named} ({why})" if why else named)
