"""Write the glossary as TBX or CSV, or the translation memory as TMX, for translators' tools."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from trials.translating.exchange.glossaries import glossary_csv, glossary_tbx, memory_tmx

WRITERS = {".csv": glossary_csv, ".tbx": glossary_tbx, ".tmx": memory_tmx}


class Command(BaseCommand):
    help = "Writes the glossary (.tbx or .csv) or the translation memory (.tmx); the file's name says which."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--out", required=True, type=Path, metavar="F", help="the file to write")

    def handle(self, *args: Any, **options: Any) -> None:
        file = options["out"]
        write = WRITERS.get(file.suffix.lower())
        if write is None:
            raise CommandError(f"{file.name}: the name has to end in {', '.join(WRITERS)}.")
        try:
            file.write_bytes(write())
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from None
        self.stdout.write(f"{file.name} {file.stat().st_size}")
