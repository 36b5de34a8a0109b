"""Urgent notices in words: fixed sentences by what happened and who says so, and what to do about it.

Nobody can type into them, so one person alone may put a notice up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from editorial.content import CHINESE, ENGLISH, LANGUAGES, Words
from editorial.models import UrgentNotice
from trials.site.sentences.dates import review_day
from trials.site.sentences.joining import followed_by

Kind, Source = UrgentNotice.Kind, UrgentNotice.Source

SAID: Mapping[str, Promise] = {
    Kind.PAUSED: _("Paused: %(source)s that no new people are taken in at the moment."),
    Kind.SAFETY: _("Safety question: %(source)s that a question about the safety of this trial is open."),
    Kind.CONTACT: _("Wrong contact details: %(source)s that contact details on this page are wrong."),
    Kind.CLOSED: _("Closed: %(source)s that this trial takes no new people any more."),
}
SOURCES: Mapping[str, Promise] = {
    Source.REGISTRY: _("the registry says"),
    Source.SPONSOR: _("the sponsor of the trial says"),
    Source.HOSPITAL: _("the hospital says"),
    Source.ETHICS: _("the ethics committee says"),
    Source.AUTHORITY: _("the health authority says"),
    Source.EDITORS: _("our editorial team found"),
    # Before anybody has chosen who says so.
    "": pgettext_lazy("who says so", "…"),
}
NEWCOMERS: Mapping[str, Promise] = {
    Kind.PAUSED: _("Call the hospital before you travel."),
    Kind.SAFETY: _("If you are thinking of joining, ask the hospital what this means before you decide."),
    Kind.CONTACT: _(
        "Do not use the telephone numbers on this page. Ring the hospital’s switchboard and ask for the "
        "clinical-trial office."
    ),
    Kind.CLOSED: _("Do not travel for this trial. Ask your doctor about other trials."),
}
IN_THE_TRIAL = _(
    "If you are already in this trial, do not stop treatment on your own; call your study doctor."
)
KNOWN_NUMBER = _(
    "If you are already in this trial, call your study doctor at the number you were given there."
)


@dataclass(frozen=True)
class NoticeWords:
    code: str
    said: str
    """What happened and who says so."""
    advice: str
    """What to do: for those who think of joining, and for those already in the trial."""
    when: str


def notice_words(notice: UrgentNotice) -> NoticeWords:
    """The parts of a notice in the active language. KeyError for a kind or source that is not ours."""
    already = KNOWN_NUMBER if notice.kind == Kind.CONTACT else IN_THE_TRIAL
    return NoticeWords(
        code=notice.kind,
        said=str(SAID[notice.kind]) % {"source": SOURCES[notice.source]},
        advice=followed_by(str(NEWCOMERS[notice.kind]), str(already)),
        when=gettext("We put this notice here on %(moment)s.") % {"moment": _moment(notice.set_at)},
    )


def notice_sentence(notice: UrgentNotice) -> str:
    """The whole notice as one paragraph in the active language."""
    words = notice_words(notice)
    return followed_by(words.said, words.advice, words.when)


def notice_in_both_languages(notice: UrgentNotice) -> Words:
    """The whole notice for those who put it up, who see both languages at once."""
    told = {}
    for lang in LANGUAGES:
        with translation.override(lang):
            told[lang] = notice_sentence(notice)
    return Words(en=told[ENGLISH], zh_hans=told[CHINESE])


def _moment(moment: datetime) -> str:
    """ "2026-11-22, 14:05 (Beijing time)", by the clock where the signers work."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    beijing = settings.TIME_ZONE == "Asia/Shanghai"
    return gettext("%(date)s, %(time)s (%(zone)s)") % {
        "date": review_day(local.date()),
        "time": f"{local:%H:%M}",
        "zone": gettext("Beijing time") if beijing else f"UTC{local:%z}",
    }
