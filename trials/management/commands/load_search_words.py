from typing import Any

from django.core.management.base import BaseCommand

from trials.finding.synonyms import ensure_starter_synonyms


class Command(BaseCommand):
    help = "Add the groups of search words to begin with that are missing; what is there is never changed."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"search words: {ensure_starter_synonyms()} groups added")
