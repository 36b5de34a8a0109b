"""Write trials for translators: XLIFF 1.2, one file each, several as one zip."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from trials.models import TrialPage
from trials.translating.exchange.archives import zip_of
from trials.translating.exchange.exporting import file_of


class Command(BaseCommand):
    help = (
        "Writes the newest drafts of trials for translators, as XLIFF 1.2 (.xlf) or, when there are several "
        "or the file's name ends in .zip, as one zip. A line per trial."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("trials", nargs="+", metavar="NCT…")
        parser.add_argument("--out", required=True, type=Path, metavar="F", help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        pages = [_page(trial_id) for trial_id in dict.fromkeys(map(str.upper, options["trials"]))]
        files = [file_of(page, now=now) for page in pages]
        is_one = len(files) == 1 and options["out"].suffix.lower() != ".zip"
        try:
            options["out"].write_bytes(files[0][1] if is_one else zip_of(files))
        except OSError as error:
            raise CommandError(f"{options['out']}: {error.strerror}") from None
        for name, _content in files:
            self.stdout.write(name)


def _page(trial_id: str) -> TrialPage:
    page = TrialPage.objects.filter(trial_id__iexact=trial_id).first()
    if page is None:
        raise CommandError(f"There is no page of {trial_id}.")
    return page
