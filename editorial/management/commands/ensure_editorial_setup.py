from typing import Any

from django.core.management.base import BaseCommand

from editorial.setup import ensure_editorial_setup


class Command(BaseCommand):
    help = "Makes or repairs groups, permissions, the workflow and its task; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in ensure_editorial_setup():
            self.stdout.write(line)
        self.stdout.write("the editorial set-up is in place")
