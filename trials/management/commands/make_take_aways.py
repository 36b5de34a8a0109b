"""Make the files readers take away, where they are missing or no longer say what the page says."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.models import Edition
from trials.models.take_away import TakeAway
from trials.take_away.files import EditionEnded, forget_ended
from trials.take_away.making import make_for, trials_in_force
from trials.take_away.tools import CannotMake


class Command(BaseCommand):
    help = "Makes PDF, long picture and share image of every public trial where they are missing or outdated."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="make those again that are still right")

    def handle(self, *args: Any, **options: Any) -> None:
        forget_ended()
        failed = [edition for edition in trials_in_force() if not self._makes(edition, options["all"])]
        if failed:
            raise CommandError(f"{len(failed)} trials without all their files", returncode=1)

    def _makes(self, edition: Edition, again: bool) -> bool:
        if again:
            TakeAway.objects.filter(edition_id=edition.pk).delete()
        try:
            for file in make_for(edition):
                self.stdout.write(f"{file} {len(file.body):,} bytes")
        except (CannotMake, EditionEnded) as problem:
            self.stdout.write(f"{edition} {problem}")
            return False
        return True
