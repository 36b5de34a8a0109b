import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.mistakes import forget_reporters, overdue_to_forget

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Deletes what is kept of people who reported mistakes (contact, digest of their address) once it was "
        "kept as long as readers are told; the reports stay. May be run as often as you like."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say how many")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        if dry_run:
            self.stdout.write(f"to forget: senders of {overdue_to_forget(now).count()} reports")
            return
        number = forget_reporters(now)
        log.info("senders of %d reports of mistakes forgotten", number)
        self.stdout.write(f"forgotten: senders of {number} reports")
