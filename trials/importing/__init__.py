"""Many registry records at once, from the command line or the admin, one line for each."""

from trials.importing.lines import OUTCOMES, REFUSED, Line, Tally
from trials.importing.records import import_records
from trials.importing.sources import fetched, records_in

__all__ = ["OUTCOMES", "REFUSED", "Line", "Tally", "fetched", "import_records", "records_in"]
