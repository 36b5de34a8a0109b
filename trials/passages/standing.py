"""How far the approval of a passage is, in words."""

from django.utils.translation import gettext as _

from editorial.people import name_of
from trials.models.passages import Passage, PassageApproval
from trials.passages.approving import is_approved
from trials.passages.held import day_of


def standing_of(passage: Passage, newest: PassageApproval | None) -> str:
    """ "approved on 2026-05-15 by Yunhe Qian", "changed since its approval …" or "not approved"."""
    if newest is None:
        return _("not approved")
    told = {"day": day_of(newest).isoformat(), "name": name_of(newest.approved_by)}
    if is_approved(passage, newest):
        return _("approved on %(day)s by %(name)s") % told
    return _("changed since its approval on %(day)s by %(name)s") % told
