"""Reading the edition in force again and confirming it: the date moves, the words do not."""

from typing import Any

from django.contrib.auth import get_user_model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin import messages

from editorial import signoff
from editorial.authors import edition_written_by
from editorial.canonical import canonical_text, digest_of
from editorial.checklist import STATEMENTS
from editorial.desk import open_desk
from editorial.editions import day_of, edition_problems, newest_sign_off
from editorial.models import Edition, SignOff, Voucher
from editorial.people import SIGNERS, belongs_to, name_of
from editorial.refusals import SignOffRefused, places_in_words
from editorial.views.act import ActView
from editorial.views.pages import public_buttons, signed_page
from editorial.views.review.readings import framed, in_force


class StillCorrectView(ActView):
    template_name = "editorial/still_correct.html"
    header_icon = "check"

    def get_page_title(self) -> str:
        return _("Still correct?")

    def of_page(self) -> dict[str, Any]:
        desk = open_desk(self.page.pk)
        edition = desk.edition
        if edition is None or any(edition_problems(edition)):
            return {"desk": desk, "edition": None, "damaged": edition is not None}
        person = self.request.user
        written = edition_written_by(person, edition)
        is_member = belongs_to(person, SIGNERS)
        content = edition.load()
        label = self.page.labels(content)
        return {
            "desk": desk,
            "edition": edition,
            "newest": newest_sign_off(edition),
            "is_member": is_member,
            "wrote": bool(written),
            "written": places_in_words(self.page, written),
            "others": [] if is_member and not written else signers_of(edition),
            "findings": desk.findings_of(content),
            "statements": STATEMENTS[SignOff.Role.SIGNER],
            "ticked": set(self.request.POST.getlist("ticked")),
            "signs_as": Voucher.of(person),
            "known_as": _signs_as(person),
            "readings": [(code, _reading_url(edition, code)) for code in edition.language_codes],
            "sources": [(label(at), said) for at, said in self.page.source_words().items()],
        }

    def act(self) -> HttpResponse:
        if self.request.POST.get("as", "") != _signs_as(self.request.user):
            raise SignOffRefused(_("What the page says of you changed after you opened it. Read it again."))
        signed = signoff.still_correct(
            self.page,
            reviewer=self.request.user,
            seen=self.request.POST.get("seen", ""),
            ticked=set(self.request.POST.getlist("ticked")),
            now=timezone.now(),
        )
        told = {"date": day_of(signed.signed_at).isoformat(), "due": signed.review_due.isoformat()}
        said = _("Confirmed. The page says “last reviewed %(date)s”; it is due again by %(due)s.") % told
        edition = Edition.objects.in_force().get(page_id=self.page.pk)
        messages.success(self.request, said, buttons=public_buttons(edition))
        return redirect("wagtailadmin_home")


def signers_of(edition: Edition) -> list[str]:
    """Names of the active signers who wrote no word of the edition."""
    people = get_user_model().objects.filter(is_active=True, groups__name=SIGNERS).order_by("username")
    return [name_of(person) for person in people if not edition_written_by(person, edition)]


def edition_reading(request: HttpRequest, page_id: int, lang: str, digest: str) -> HttpResponse:
    """The edition in force as the public reads it; 409 when it is another one than `digest` names."""
    desk = open_desk(signed_page(request, page_id).pk)
    edition = desk.edition
    if edition is None or lang not in edition.language_codes:
        raise Http404
    if edition.digest != digest or any(edition_problems(edition)):
        return HttpResponse(_("Another edition came into force. Load this page again."), status=409)
    return framed(request, desk, in_force(request, desk, edition, lang))


def _signs_as(person: Any) -> str:
    """Stands for what goes out with the signature; travels with the form."""
    return digest_of(canonical_text([Voucher.of(person), name_of(person)]))


def _reading_url(edition: Edition, lang: str) -> str:
    return reverse("editorial_edition_reading", args=[edition.page_id, lang, edition.digest])
