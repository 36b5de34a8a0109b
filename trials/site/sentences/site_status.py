"""What may be said today of recruitment at one hospital, beside what is said of the whole trial."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from editorial.models import UrgentNotice
from trials.content import Site, TrialContent
from trials.finding.held_back import SPEAKS_AGAINST
from trials.finding.stored import status_of
from trials.labels import SiteStatus, label
from trials.site.sentences.dates import short_date_words
from trials.site.sentences.status import CANNOT_CONFIRM, GOES_STALE, StatusSentence


def site_status_line(
    site: Site, content: TrialContent, status: StatusSentence, notices: Sequence[UrgentNotice]
) -> str:
    """The status of a site with who says so and when; "" where it is that of the trial or may not be said.

    `status` is the trial's sentence of today and `notices` stand above its page.
    """
    code = status_of(site, content)
    if not code or code == content.facts.status or (code in GOES_STALE and _is_doubted(status, notices)):
        return ""
    told = {"status": label(SiteStatus, code), "date": short_date_words(content.facts.status_date)}
    if not told["date"]:
        return _("At this hospital: %(status)s (registry)") % told
    return _("At this hospital: %(status)s (registry, %(date)s)") % told


def _is_doubted(status: StatusSentence, notices: Sequence[UrgentNotice]) -> bool:
    return status.confidence == CANNOT_CONFIRM or any(notice.kind in SPEAKS_AGAINST for notice in notices)
