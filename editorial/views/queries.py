"""Asking about a text, answering, telling readers. Nothing typed is lost: a refusal shows it again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import queries
from editorial.content import UNWRITTEN
from editorial.desk import open_desk
from editorial.models import EditorQuery
from editorial.office.reach import within_reach
from editorial.people import name_of
from editorial.refusals import Incomplete, SignOffRefused
from editorial.views.act import ActView
from editorial.views.asked import Questions, Shown
from editorial.views.pages import signed_page
from editorial.views.review.outcome import followed, next_step

PER_PAGE = 25
READ = EditorQuery.objects.select_related("asked_by", "answered_by")


class PageQueriesView(ActView):
    """Every query about a page, the open ones first; also where a refused answer is shown again."""

    template_name = "editorial/queries/page.html"
    header_icon = "help"
    http_method_names = ["get", "head"]
    typed_for: int | None = None

    def get_page_title(self) -> str:
        return _("Queries")

    def of_page(self) -> dict[str, Any]:
        asked = Questions(self.page, self.request.user)
        found = READ.filter(page_id=self.page.pk)
        answered = found.exclude(status=EditorQuery.Status.OPEN).order_by("-answered_at", "-pk")
        return {
            "open": asked.in_reading_order(found.filter(status=EditorQuery.Status.OPEN)),
            "answered": asked.shown(answered),
            "may_ask": asked.is_member,
            "typed": self.request.POST.get("answer", ""),
            "typed_for": self.typed_for,
        }


class AskView(ActView):
    """One question about one place, chosen beforehand or from the list of all of them."""

    template_name = "editorial/queries/ask.html"
    header_icon = "help"

    def get_page_title(self) -> str:
        return _("Ask about a text")

    def of_page(self) -> dict[str, Any]:
        asked = Questions(self.page, self.request.user)
        given = self.request.POST or self.request.GET
        place = given.get("place", "")
        known = not place or queries.stands(asked.desk, place)
        waiting = READ.filter(page_id=self.page.pk, place=place, status=EditorQuery.Status.OPEN)
        return {
            "place": place if known else "",
            "label": asked.label(place) if known and place else "",
            "words": asked.words.get(place, UNWRITTEN),
            "fact": asked.fact(place),
            "places": asked.places,
            "waiting": asked.shown(waiting) if place else [],
            "is_gone": not known,
            "may_ask": asked.is_member,
            "question": self.request.POST.get("question", ""),
            "back": _back(self.request, self.page.pk),
        }

    def act(self) -> HttpResponse:
        posted = self.request.POST
        if not posted.get("place"):
            raise Incomplete(_("Choose the text you ask about."))
        queries.ask(
            self.page,
            by=self.request.user,
            place=posted["place"],
            question=posted.get("question", ""),
            now=timezone.now(),
        )
        messages.success(self.request, _("Asked. Everybody who reads or writes the page sees your question."))
        return redirect(_back(self.request, self.page.pk))


class QueryView(PageQueriesView):
    """Takes answer, reopen, tell and tell no longer of one query."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.query = get_object_or_404(EditorQuery, pk=pk)
        self.typed_for = pk
        return super().dispatch(request, self.query.page_id)

    def get(self, request: HttpRequest, page_id: int, refused: str = "") -> HttpResponse:
        # Whoever had to log in first arrives here without a form.
        return super().get(request, page_id, refused) if refused else redirect("editorial_queries", page_id)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = signed_page(request, page_id)
        try:
            return self.act()
        except SignOffRefused as refusal:
            return self.get(request, page_id, refused=str(refusal))

    def act(self) -> HttpResponse:
        messages.success(self.request, _decide(self.request, self.query))
        return redirect(reverse("editorial_queries", args=[self.page.pk]) + f"#query-{self.query.pk}")


class Person(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        return name_of(person)


def askers() -> QuerySet[Any]:
    asked = EditorQuery.objects.order_by().values("asked_by")
    return get_user_model().objects.filter(pk__in=asked).order_by("first_name", "last_name", "username")


class QueriesForm(forms.Form):
    status = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[("", gettext_lazy("open")), (EditorQuery.Status.ANSWERED, gettext_lazy("answered"))],
    )
    person = Person(
        get_user_model().objects.none(),
        label=gettext_lazy("Asked by"),
        required=False,
        empty_label=gettext_lazy("all"),
    )
    page = forms.CharField(label=gettext_lazy("Page or trial id"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = askers()

    def asked(self) -> QuerySet[EditorQuery]:
        """What was asked for; nothing for a question that makes no sense."""
        if not self.is_valid():
            return EditorQuery.objects.none()
        wanted = self.cleaned_data
        found = READ.filter(status=wanted["status"] or EditorQuery.Status.OPEN)
        if wanted["person"]:
            found = found.filter(asked_by=wanted["person"])
        if text := wanted["page"].strip():
            found = found.filter(Q(page__title__icontains=text) | Q(page__slug__icontains=text))
        return found.order_by("-asked_at", "-pk")


class QueriesView(WagtailAdminTemplateMixin, View):
    """The open queries of every page the person may see the draft of, newest first."""

    template_name = "editorial/queries/all.html"
    header_icon = "help"

    def get_page_title(self) -> str:
        return _("Queries")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        form = QueriesForm(request.GET)
        found = form.asked()
        pages = within_reach(request.user, set(found.order_by().values_list("page_id", flat=True)))
        shown = Paginator(found.filter(page_id__in=pages), PER_PAGE).get_page(request.GET.get("p"))
        rows = self._rows(shown.object_list, pages)
        asked = request.GET.copy()
        asked.pop("p", None)
        context = self.get_context_data(form=form, shown=shown, rows=rows, query=asked.urlencode())
        return self.render_to_response(context)

    def _rows(self, found: Any, pages: dict[int, Any]) -> list[tuple[Any, Shown]]:
        desks: dict[int, Questions] = {}
        for query in found:
            if query.page_id not in desks:
                desks[query.page_id] = Questions(pages[query.page_id], self.request.user)
        return [(pages[query.page_id], desks[query.page_id].shown([query])[0]) for query in found]


class QueriesMenuItem(MenuItem):
    def __init__(self) -> None:
        url = reverse("editorial_all_queries")
        super().__init__(gettext_lazy("Queries"), url, name="editorial-queries", icon_name="help")


def query_urls() -> list[Any]:
    return [
        path("queries/", QueriesView.as_view(), name="editorial_all_queries"),
        path("queries/<int:page_id>/", PageQueriesView.as_view(), name="editorial_queries"),
        path("queries/<int:page_id>/ask/", AskView.as_view(), name="editorial_ask"),
        path("query/<int:pk>/", QueryView.as_view(), name="editorial_query"),
    ]


def _decide(request: HttpRequest, query: EditorQuery) -> str:
    """Do what was posted; what is said of it. Raises SignOffRefused."""
    act, given = request.POST.get("act", ""), {"by": request.user, "now": timezone.now()}
    if act == "answer":
        done = queries.answer(query, words=request.POST.get("answer", ""), **given)
        if done.revision is None:
            return _("Answered.")
        return _for_a_new_sign_off(query, _("Answered, and the sentence to readers is off the draft."))
    if act == "reopen":
        queries.reopen(query, **given)
        return _("Open again.")
    if act in ("tell", "untell"):
        queries.tell_readers(query, on=act == "tell", **given)
        said = _("The draft tells readers that the sponsor was asked.")
        gone = _("The sentence to readers is off the draft.")
        return _for_a_new_sign_off(query, said if act == "tell" else gone)
    raise Incomplete(_("Nothing was decided: choose one of the buttons."))


def _for_a_new_sign_off(query: EditorQuery, said: str) -> str:
    told = followed(said, _("Readers see the change after a new sign-off."))
    return followed(told, next_step(open_desk(query.page_id)))


def _back(request: HttpRequest, page_id: int) -> str:
    """Where the person came from, as the link or the form says; only ever one of this site."""
    back = (request.POST or request.GET).get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if safe else reverse("editorial_queries", args=[page_id])
