"""Reports of mistakes in the office: all of them on a list, and one with the words it is about."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import mistakes
from editorial.models import Edition, MistakeReport
from editorial.office.reach import within_reach
from editorial.refusals import Incomplete
from editorial.views.act import ActView
from editorial.views.pages import public_addresses
from editorial.views.reported import Reported

PER_PAGE = 25
READ = MistakeReport.objects.select_related("answered_by", "query")
ANSWERED = "answered"


class MistakesForm(forms.Form):
    status = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[("", gettext_lazy("open")), (ANSWERED, gettext_lazy("answered"))],
    )
    page = forms.CharField(label=gettext_lazy("Page or trial id"), required=False, max_length=100)

    def asked(self) -> QuerySet[MistakeReport]:
        """What was asked for, newest first; nothing for a question that makes no sense."""
        if not self.is_valid():
            return MistakeReport.objects.none()
        still_open = Q(status=MistakeReport.Status.OPEN)
        found = READ.filter(~still_open if self.cleaned_data["status"] else still_open)
        if text := self.cleaned_data["page"].strip():
            found = found.filter(Q(page__title__icontains=text) | Q(page__slug__icontains=text))
        return found


class MistakesView(WagtailAdminTemplateMixin, View):
    """The open reports about every page the person may see the draft of."""

    template_name = "editorial/mistakes/all.html"
    header_icon = "comment"

    def get_page_title(self) -> str:
        return _("Reports of mistakes")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        form = MistakesForm(request.GET)
        found = form.asked()
        pages = within_reach(request.user, set(found.order_by().values_list("page_id", flat=True)))
        shown = Paginator(found.filter(page_id__in=pages), PER_PAGE).get_page(request.GET.get("p"))
        specific = {pk: pages[pk].specific for pk in {sent.page_id for sent in shown.object_list}}
        rows = [Reported(sent, specific[sent.page_id], request.user) for sent in shown.object_list]
        asked = request.GET.copy()
        asked.pop("p", None)
        context = self.get_context_data(form=form, shown=shown, rows=rows, query=asked.urlencode())
        return self.render_to_response(context)


class MistakeView(ActView):
    """One report with the words it is about; takes the answer, or the question it becomes."""

    template_name = "editorial/mistakes/report.html"
    header_icon = "comment"
    sent: MistakeReport

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.sent = get_object_or_404(READ, pk=pk)
        return super().dispatch(request, self.sent.page_id)

    def get_page_title(self) -> str:
        return _("Report of a mistake")

    def of_page(self) -> dict[str, Any]:
        reported = Reported(self.sent, self.page, self.request.user)
        posted = self.request.POST
        return {
            "reported": reported,
            "sent": self.sent,
            "addresses": self._addresses(),
            "answer": posted.get("answer", ""),
            "question": posted.get("question", self.sent.wrong),
            "place": posted.get("place", ""),
        }

    def act(self) -> HttpResponse:
        posted, given = self.request.POST, {"by": self.request.user, "now": timezone.now()}
        if posted.get("act") == "answer":
            mistakes.answer(self.sent, words=posted.get("answer", ""), **given)
            messages.success(self.request, _("Noted as answered."))
        elif posted.get("act") == "ask":
            place, question = posted.get("place", ""), posted.get("question", "")
            mistakes.turn_into_query(self.sent, place=place, question=question, **given)
            messages.success(
                self.request, _("Asked. Everybody who reads or writes the page sees the question.")
            )
        else:
            raise Incomplete(_("Nothing was decided: choose one of the buttons."))
        return redirect("editorial_mistakes")

    def _addresses(self) -> list[tuple[str, str]]:
        """Where readers meet the item now, by language; none while the page is not public."""
        edition = Edition.objects.in_force().filter(page_id=self.page.pk).first()
        anchor = f"#{self.sent.item}" if self.sent.item else ""
        return [(code, url + anchor) for code, url in public_addresses(edition)] if edition else []


class MistakesMenuItem(MenuItem):
    def __init__(self) -> None:
        url = reverse("editorial_mistakes")
        label = gettext_lazy("Reports of mistakes")
        super().__init__(label, url, name="editorial-mistakes", icon_name="comment")


def mistake_urls() -> list[Any]:
    return [
        path("mistakes/", MistakesView.as_view(), name="editorial_mistakes"),
        path("mistakes/<int:pk>/", MistakeView.as_view(), name="editorial_mistake"),
    ]
