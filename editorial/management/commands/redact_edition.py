from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from editorial.models import Edition
from editorial.redaction import redact_edition
from editorial.refusals import SignOffRefused


class Command(BaseCommand):
    help = "Removes the words of an ended edition on a demand of erasure; its digest and who signed it stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="signed path of the page, as in trials/nct06279026/")
        parser.add_argument("number", type=int, help="number of the edition")
        parser.add_argument("--by", required=True, help="user name of the lead who answers for it")
        parser.add_argument("--because", required=True, help="who demanded it, on what ground; not public")

    def handle(self, *args: Any, **options: Any) -> None:
        edition = Edition.objects.filter(path=options["path"], number=options["number"]).first()
        person = get_user_model().objects.filter(username=options["by"]).first()
        if edition is None:
            raise CommandError(f"There is no edition {options['number']} at {options['path']!r}.")
        if person is None:
            raise CommandError(f"There is nobody called {options['by']!r}.")
        try:
            redact_edition(edition, by=person, because=options["because"], now=timezone.now())
        except SignOffRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"edition {edition}: words removed")
