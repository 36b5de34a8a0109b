import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from demo.load import NotADemonstration, load
from demo.pages import SEED
from demo.people import PASSWORD, PEOPLE


class Command(BaseCommand):
    help = "Make the demonstration's people and pages where they are missing; safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        with without_log():
            try:
                made = [self._tell(line) for line in load(now=timezone.now())]
            except NotADemonstration as refused:
                raise CommandError(str(refused)) from refused
        if not made:
            self._tell("The demonstration is complete; nothing was changed.")
        self._tell_where()

    def _tell(self, line: str) -> None:
        self.stdout.write(line)

    def _tell_where(self) -> None:
        addresses = {
            "Public site": ("/zh-hans/", "/en/"),
            "Trial": (f"/zh-hans/trials/{SEED.lower()}/", f"/en/trials/{SEED.lower()}/"),
            "Admin": (f"/{settings.ADMIN_PATH}",),
        }
        self.stdout.write("")
        for name, paths in addresses.items():
            self.stdout.write(f"{name:<14}{'  '.join(settings.SITE_URL + path for path in paths)}")
        self.stdout.write(f"\n{'Log in as':<20}{'Member of':<28}Password: {PASSWORD} (for everybody)")
        for person in PEOPLE:
            self.stdout.write(f"{person.username:<20}{person.group or '(superuser)'}")


@contextmanager
def without_log() -> Iterator[None]:
    """What is made is printed line by line; the log would say it again in a hundred more."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        yield
    finally:
        logging.disable(before)
