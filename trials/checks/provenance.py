"""Does what counts as official say where, and is Chinese nobody has worded seen for what it is?"""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from editorial.content import CHINESE
from editorial.findings import Finding, Weight
from trials.checks.naming import called, split
from trials.content import TrialContent
from trials.labels import CriterionSource

LINKS = ("https://", "http://")


def official_without_address(
    content: TrialContent, *, name: Callable[[str], str] = called
) -> Iterator[Finding]:
    """Official Chinese says where readers find it."""
    for row in content.criteria:
        is_official = row.source == CriterionSource.OFFICIAL
        if is_official and CHINESE in content.languages and not row.official_url.startswith(LINKS):
            yield Finding(
                check="official-without-address",
                weight=Weight.BLOCKING,
                field="criteria",
                place=f"{row.key}.official_url",
                message=_("“%(field)s” counts as official Chinese: give the address where it can be read.")
                % {"field": name(f"criteria.{row.key}.text")},
                found=row.official_url,
            )


def made_by_a_machine(content: TrialContent, *, name: Callable[[str], str] = called) -> Iterator[Finding]:
    """A machine's Chinese is pointed out to whoever reviews and signs it."""
    for place in content.machine_translated if CHINESE in content.languages else ():
        field, within = split(place)
        yield Finding(
            check="made-by-a-machine",
            weight=Weight.ADVISORY,
            field=field,
            place=within,
            language=CHINESE,
            message=_("The Chinese of “%(field)s” was made by a machine. Compare every word.")
            % {"field": name(place)},
        )
