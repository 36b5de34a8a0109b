from typing import Any

from django.core.management.base import BaseCommand

from trials.glossary.starter import ensure_starter_glossary


class Command(BaseCommand):
    help = "Add the terms of the starting glossary that are missing; what is there is never changed."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"glossary: {ensure_starter_glossary()} terms added")
