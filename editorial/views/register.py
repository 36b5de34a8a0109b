"""The register of sign-offs: to be searched on the screen, and taken along as a table."""

import csv
from datetime import date
from io import StringIO
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.editions import day_of
from editorial.models import SignOff
from editorial.office.register import Asked, Entry, entries, sign_offs, signers
from editorial.people import LANGUAGE_REVIEWERS, LEADS, MEDICAL_REVIEWERS, SIGNERS, belongs_to, name_of

READERS = (LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, LEADS)
PER_PAGE = 50
WITHIN_REASON = (MinValueValidator(date(1990, 1, 1)), MaxValueValidator(date(2999, 12, 31)))
BOM = "\ufeff"
# What a spreadsheet takes for the start of a formula; in Chinese editions the wide forms too.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def may_read(person: Any) -> bool:
    return person.is_superuser or belongs_to(person, *READERS)


class DayInput(forms.DateInput):
    input_type = "date"


class Person(forms.ModelChoiceField):
    def label_from_instance(self, person: Any) -> str:
        return name_of(person)


class RegisterForm(forms.Form):
    since = forms.DateField(
        label=gettext_lazy("From"), required=False, widget=DayInput, validators=WITHIN_REASON
    )
    until = forms.DateField(
        label=gettext_lazy("To"), required=False, widget=DayInput, validators=WITHIN_REASON
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        required=False,
        choices=[("", gettext_lazy("all")), *SignOff.Role.choices],
    )
    person = Person(signers(), label=gettext_lazy("Person"), required=False, empty_label=gettext_lazy("all"))
    page = forms.CharField(label=gettext_lazy("Page or trial id"), required=False, max_length=100)
    overridden = forms.BooleanField(label=gettext_lazy("with a finding overridden"), required=False)
    withheld = forms.BooleanField(label=gettext_lazy("with the Chinese withheld"), required=False)
    still_correct = forms.BooleanField(label=gettext_lazy("confirmed as still correct"), required=False)

    @property
    def asked(self) -> Asked | None:
        """None for a question that makes no sense: no answer is better than a wrong one."""
        if not self.is_bound:
            return Asked()
        return Asked(**self.cleaned_data) if self.is_valid() else None


class RegisterView(WagtailAdminTemplateMixin, View):
    template_name = "editorial/register.html"
    header_icon = "clipboard-list"

    def get_page_title(self) -> str:
        return _("Register of sign-offs")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest) -> HttpResponse:
        if not may_read(request.user):
            raise PermissionDenied(_("The register is for reviewers, signers and leads."))
        form = RegisterForm(request.GET or None)
        asked = form.asked
        found = sign_offs(asked) if asked else SignOff.objects.none()
        if request.GET.get("export") == "csv":
            return table_of(entries(found))
        shown = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
        context = self.get_context_data(
            form=form, shown=shown, entries=entries(shown), lang=get_language(), query=_query(request)
        )
        return self.render_to_response(context)


class RegisterMenuItem(MenuItem):
    def __init__(self) -> None:
        label = gettext_lazy("Register of sign-offs")
        url = reverse("editorial_register")
        super().__init__(label, url, name="editorial-register", icon_name="clipboard-list")

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


def table_of(found: list[Entry]) -> HttpResponse:
    """The entries as CSV that spreadsheets open with its Chinese and run no formula from."""
    written = StringIO()
    writer = csv.writer(written)
    writer.writerows([cell_of(value) for value in row] for row in (_headings(), *map(_row, found)))
    response = HttpResponse(BOM + written.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"sign-offs-{day_of(timezone.now()).isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def cell_of(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _headings() -> list[str]:
    return [
        _("When"), _("Page"), _("Address"), _("Edition"), _("Role"), _("Person"),
        _("Qualification, English"), _("Qualification, Chinese"), _("Still correct"),
        _("Findings overridden"), _("Why the Chinese is withheld"), _("Due again"), _("Seal"), _("Digest"),
    ]  # fmt: skip


def _row(entry: Entry) -> list[Any]:
    signed = entry.sign_off
    return [
        timezone.localtime(signed.signed_at, timezone.get_default_timezone()).isoformat(timespec="minutes"),
        signed.page.get_admin_display_title(),
        signed.page.slug,
        ", ".join(map(str, entry.editions)),
        signed.get_role_display(),
        signed.person_name,
        signed.qualification_en,
        signed.qualification_zh_hans,
        _("yes") if entry.is_still_correct else _("no"),
        "; ".join(f"{each.get('message', '')} → {each['reason']}" for each in entry.overrides),
        signed.withheld_reason,
        signed.review_due,
        _("genuine") if entry.is_sealed else _("does not match"),
        signed.digest,
    ]


def _query(request: HttpRequest) -> str:
    """What was asked, for the addresses of other pages and of the table."""
    asked = request.GET.copy()
    for own in ("p", "export"):
        asked.pop(own, None)
    return asked.urlencode()
