"""Write the rows of listing, search and translation memory again, from the editions in force."""

from typing import Any

from django.core.management.base import BaseCommand

from trials.listing import rebuild
from trials.translating import memory, progress


class Command(BaseCommand):
    help = (
        "Writes the rows of listing, search and translation memory again from the editions in force; "
        "a line per trial."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        for row in rebuild():
            self.stdout.write(f"{row.trial_id} {row.languages}")
        memory.rebuild()
        progress.count_again()
