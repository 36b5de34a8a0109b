from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.verify import problems


class Command(BaseCommand):
    help = "Checks that every edition and sign-off is what was signed; a line per problem, exit 1 if any."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for problem in problems():
            self.stdout.write(problem)
            found += 1
        if found:
            raise CommandError(f"{found} problems found", returncode=1)
        self.stdout.write("all editions are what was signed")
