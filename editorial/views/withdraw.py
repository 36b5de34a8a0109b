"""Taking an edition from the public, at once and with a reason."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial import signoff
from editorial.content import Words
from editorial.models import Edition
from editorial.views.act import ActView
from editorial.views.review.outcome import of_withdrawal


class WithdrawView(ActView):
    template_name = "editorial/withdraw.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        return _("Withdraw")

    def of_page(self) -> dict[str, Any]:
        edition = Edition.objects.in_force().filter(page_id=self.page.pk).first()
        return {"edition": edition, "reason": self._reason()}

    def act(self) -> HttpResponse:
        edition = signoff.withdraw(self.page, by=self.request.user, reason=self._reason(), now=timezone.now())
        done = of_withdrawal(edition, self.request.user)
        messages.success(self.request, done.sentence, buttons=done.buttons)
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def _reason(self) -> Words:
        posted = self.request.POST
        return Words(en=posted.get("reason_en", ""), zh_hans=posted.get("reason_zh_hans", ""))
