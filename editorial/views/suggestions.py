"""Making, answering and reading suggestions. Nothing typed is lost: a refusal shows it again."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages as wagtail_messages

from editorial import suggestions
from editorial.content import CHINESE, ENGLISH
from editorial.desk import open_desk
from editorial.models import SignedPage, Suggestion
from editorial.refusals import ChangedSince, Incomplete, SignOffRefused
from editorial.suggestible import answerable_by, words_at
from editorial.views.act import ActView
from editorial.views.pages import signed_page
from editorial.views.review.outcome import followed, next_step
from editorial.views.suggesting import Board, seen

TYPED = {ENGLISH: "wording_en", CHINESE: "wording_zh_hans"}


class SuggestionsView(ActView):
    """Every suggestion for a page, the open ones first; also where a refused form is shown again."""

    template_name = "editorial/suggestions/page.html"
    header_icon = "comment"
    http_method_names = ["get", "head"]

    def get_page_title(self) -> str:
        return _("Suggestions")

    def of_page(self) -> dict[str, Any]:
        board = Board(open_desk(self.page.pk).page, self.request.user)
        asked = (place,) if (place := self.request.POST.get("place", "")) else ()
        return {
            "rows": board.open_rows(*asked),
            "answered": board.answered(),
            "typed": _typed(self.request),
            "back": _back(self.request, self.page.pk),
        }


class SuggestView(SuggestionsView):
    """Takes the form of a row: one suggestion for each language whose text was changed in it."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, page_id: int, refused: str = "") -> HttpResponse:
        # Whoever had to log in first arrives here without a form.
        return super().get(request, page_id, refused) if refused else _to_list(page_id)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.page = signed_page(request, page_id)
        try:
            return self.act()
        except SignOffRefused as refusal:
            return self.get(request, page_id, refused=str(refusal))

    def act(self) -> HttpResponse:
        place = self.request.POST.get("place", "")
        number = _suggest(self.request, self.page, place)
        one = _("Suggested. Who writes the page sees it beside the text and can accept it.")
        messages.success(self.request, one if number == 1 else _("Suggested, in both languages."))
        return _to_row(self.request, self.page.pk, place)


class AnswerView(SuggestView):
    """Takes accept, decline and take back of one suggestion."""

    def dispatch(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.suggestion = get_object_or_404(Suggestion, pk=pk)
        return super().dispatch(request, self.suggestion.page_id)

    def act(self) -> HttpResponse:
        messages.success(self.request, _answer(self.request, self.suggestion))
        return _to_row(self.request, self.page.pk, self.suggestion.place)


def suggestion_urls() -> list[Any]:
    return [
        path("suggestions/<int:page_id>/", SuggestionsView.as_view(), name="editorial_suggestions"),
        path("suggestions/<int:page_id>/suggest/", SuggestView.as_view(), name="editorial_suggest"),
        path("suggestion/<int:pk>/", AnswerView.as_view(), name="editorial_suggestion"),
    ]


def tell_of_suggestions(request: HttpRequest, page: SignedPage) -> None:
    """On the editing screen, to who may answer: how many wait.

    They are answered on a screen of their own, so that accepting one never costs what is typed in this form.
    """
    number = answerable_by(request.user).filter(page_id=page.pk).count()
    if not number:
        return
    sentence = ngettext(
        "%(number)d suggestion waits for your answer.",
        "%(number)d suggestions wait for your answer.",
        number,
    )
    see = wagtail_messages.button(reverse("editorial_suggestions", args=[page.pk]), _("See suggestions"))
    wagtail_messages.info(request, sentence % {"number": number}, buttons=[see])


def _suggest(request: HttpRequest, page: Any, place: str) -> int:
    """Make the suggestions of a posted form; how many."""
    words = words_at(open_desk(page.pk).content, place)
    # Over other words, a text left as it stood would read as a suggestion to bring it back.
    if request.POST.get("seen") != seen(words):
        raise ChangedSince(_("The text changed after you opened it. Yours is kept below; read both."))
    typed, now = _typed(request), timezone.now()
    changed = [lang for lang, name in TYPED.items() if typed[name].strip() != words.in_language(lang)]
    with transaction.atomic():
        for language in changed or [ENGLISH]:
            suggestions.suggest(
                page,
                person=request.user,
                place=place,
                language=language,
                wording=typed[TYPED[language]],
                because=typed["because"],
                now=now,
            )
    return len(changed)


def _answer(request: HttpRequest, suggestion: Suggestion) -> str:
    act, now = request.POST.get("act", ""), timezone.now()
    if act == "accept":
        suggestions.accept(suggestion, by=request.user, now=now)
        said = _("Accepted. The wording is yours now: somebody else reviews and signs it.")
        return followed(said, next_step(open_desk(suggestion.page_id)))
    if act == "decline":
        suggestions.decline(suggestion, by=request.user, because=request.POST.get("because", ""), now=now)
        return _("Declined. Your reason stands beside the suggestion.")
    if act == "take-back":
        suggestions.take_back(suggestion, by=request.user, now=now)
        return _("Taken back.")
    raise Incomplete(_("Nothing was decided: choose one of the buttons."))


def _typed(request: HttpRequest) -> dict[str, str]:
    """What was typed, with the line ends the database has; browsers post CRLF."""
    names = (*TYPED.values(), "because", "place")
    return {name: request.POST.get(name, "").replace("\r\n", "\n") for name in names}


def _back(request: HttpRequest, page_id: int) -> str:
    """The screen the form stood on, as the form says; only ever one of this site."""
    if request.method != "POST":
        return request.get_full_path()
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if safe else reverse("editorial_suggestions", args=[page_id])


def _to_list(page_id: int) -> HttpResponse:
    return redirect("editorial_suggestions", page_id)


def _to_row(request: HttpRequest, page_id: int, place: str) -> HttpResponse:
    return redirect(f"{_back(request, page_id)}#suggestions-{place}")
