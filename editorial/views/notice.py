"""Urgent notices, made for a phone: choose what is said and who says so, press once."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial import notices
from editorial.models import Edition, UrgentNotice
from editorial.people import LEADS, SIGNERS, belongs_to
from editorial.refusals import Incomplete
from editorial.views.act import ActView
from editorial.views.pages import public_buttons


class NoticeView(ActView):
    template_name = "editorial/notice.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        return _("Urgent notice")

    def of_page(self) -> dict[str, Any]:
        if not self.page.takes_notices:
            raise Http404
        now, person, posted = timezone.now(), self.request.user, self.request.POST
        standing = [(each, self.page.notice_words(each)) for each in notices.standing_notices(self.page.pk)]
        # Without a source: it is chosen further down on the same screen.
        choices = [UrgentNotice(kind=kind, set_at=now) for kind in UrgentNotice.Kind.values]
        return {
            "edition": Edition.objects.in_force().filter(page_id=self.page.pk).first(),
            "may_act": belongs_to(person, LEADS, SIGNERS),
            "standing": standing,
            "kinds": [(choice, self.page.notice_words(choice)) for choice in choices],
            "sources": UrgentNotice.Source.choices,
            "kind": posted.get("kind", ""),
            "source": posted.get("source", ""),
            "because": posted.get("because", ""),
            "asked_about": posted.get("notice", ""),
        }

    def act(self) -> HttpResponse:
        act = {"put-up": self._put_up, "confirm": self._confirm, "lift": self._lift}.get(
            self.request.POST.get("act", "")
        )
        if act is None:
            raise Incomplete(_("Nothing was decided: choose one of the buttons."))
        edition = Edition.objects.in_force().filter(page_id=self.page.pk).first()
        messages.success(self.request, act(), buttons=public_buttons(edition) if edition else [])
        return redirect("editorial_notice", self.page.pk)

    def _put_up(self) -> str:
        posted = self.request.POST
        notices.put_up(
            self.page,
            by=self.request.user,
            kind=posted.get("kind", ""),
            source=posted.get("source", ""),
            now=timezone.now(),
        )
        return _(
            "The notice stands on the page in both languages. Leads and signers are told by mail; "
            "one of them has to confirm it within 24 hours."
        )

    def _confirm(self) -> str:
        notices.confirm(self._notice(), by=self.request.user, now=timezone.now())
        return _("Confirmed. The notice stands until somebody lifts it.")

    def _lift(self) -> str:
        because = self.request.POST.get("because", "")
        notices.lift(self._notice(), by=self.request.user, because=because, now=timezone.now())
        return _("Lifted. The page shows it no more; its history keeps it.")

    def _notice(self) -> UrgentNotice:
        number = self.request.POST.get("notice", "")
        return get_object_or_404(
            UrgentNotice.objects.select_related("page"),
            pk=number if number.isdecimal() and len(number) < 19 else 0,
            page_id=self.page.pk,
        )
