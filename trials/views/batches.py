"""The screens of batches: the list, where many are given to one person, and the page of each."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic.base import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput

from editorial.editions import day_of
from editorial.people import name_of
from trials.models import Batch, TrialPage
from trials.translating import batches
from trials.translating.progress import AT_ONCE, count_again

CHANGE, VIEW = "trials.change_batch", "trials.view_batch"


class Person(forms.ModelChoiceField):
    """Somebody a batch can be given to, or nobody."""

    def __init__(self, **kwargs: Any) -> None:
        nobody = gettext_lazy("nobody")
        super().__init__(batches.translators(), required=False, empty_label=nobody, **kwargs)

    def label_from_instance(self, person: Any) -> str:
        return name_of(person)


class BatchForm(forms.Form):
    """What is said of a batch; its trials are put in from the list of trials."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    assignee = Person(label=gettext_lazy("Assigned to"))
    due = forms.DateField(label=gettext_lazy("Due"), required=False, widget=AdminDateInput)


class AssignForm(forms.Form):
    batch = forms.ModelMultipleChoiceField(Batch.objects.filter(closed_at=None))
    assignee = Person(label=gettext_lazy("Give the ticked batches to"))


def may_read(person: Any) -> bool:
    return person.has_perm(VIEW) or person.has_perm(CHANGE)


class BatchScreen(WagtailAdminTemplateMixin, View):
    """Who may see batches at all, and what a refusal looks like."""

    header_icon = "folder-open-1"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_read(request.user) or (request.method == "POST" and not request.user.has_perm(CHANGE)):
            raise PermissionDenied
        try:
            return super().dispatch(request, *args, **kwargs)
        except batches.BatchRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(request.get_full_path())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        above = [{"url": reverse("trial_batches"), "label": _("Batches")}]
        return [*super().get_breadcrumbs_items(), *above, {"url": "", "label": self.get_page_title()}]


class BatchesView(BatchScreen):
    template_name = "trials/batches/list.html"

    def get_page_title(self) -> str:
        return _("Batches")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return super().get_breadcrumbs_items()[:-1]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(BatchForm(prefix="new"), AssignForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        return self._make(request) if "make" in request.POST else self._assign(request)

    def _make(self, request: HttpRequest) -> HttpResponse:
        form = BatchForm(request.POST, prefix="new")
        if not form.is_valid():
            return self._show(form, AssignForm())
        batch = batches.make_batch(**form.cleaned_data, by=request.user)
        return redirect("trial_batch", batch.pk)

    def _assign(self, request: HttpRequest) -> HttpResponse:
        form = AssignForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Tick the batches first."))
            return redirect("trial_batches")
        number = batches.assign(form.cleaned_data["batch"], assignee=form.cleaned_data["assignee"])
        told = ngettext("%(number)d batch was assigned.", "%(number)d batches were assigned.", number)
        messages.success(request, told % {"number": number})
        return redirect("trial_batches")

    def _show(self, new: BatchForm, give: AssignForm) -> HttpResponse:
        count_again(only_uncounted=True, limit=AT_ONCE)
        found = list(Batch.objects.select_related("assignee"))
        today, sums = day_of(timezone.now()), batches.sums(found)
        rows = [(batch, sums[batch.pk], batches.is_late(batch, today)) for batch in found]
        context = self.get_context_data(
            open=[row for row in rows if row[0].closed_at is None],
            closed=[row for row in rows if row[0].closed_at],
            new=new,
            give=give,
            may_change=self.request.user.has_perm(CHANGE),
        )
        return self.render_to_response(context)


class BatchView(BatchScreen):
    template_name = "trials/batches/batch.html"

    def dispatch(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        self.batch = get_object_or_404(Batch.objects.select_related("assignee", "made_by"), pk=batch_id)
        return super().dispatch(request, batch_id)

    def get_page_title(self) -> str:
        return self.batch.name

    def get(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        return self._show(BatchForm(initial=_said(self.batch)))

    def post(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        for act in ("remove", "close", "reopen"):
            if act in request.POST:
                messages.success(request, getattr(self, f"_{act}")(request))
                return redirect("trial_batch", batch_id)
        form = BatchForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        batches.change(self.batch, **form.cleaned_data)
        messages.success(request, _("The batch was saved."))
        return redirect("trial_batch", batch_id)

    def _remove(self, request: HttpRequest) -> str:
        ticked = [int(pk) for pk in request.POST.getlist("trial") if pk.isdecimal()]
        number = batches.remove_trials(self.batch, pages=ticked)
        told = ngettext("%(number)d trial was taken out.", "%(number)d trials were taken out.", number)
        return told % {"number": number}

    def _close(self, request: HttpRequest) -> str:
        batches.close(self.batch, now=timezone.now())
        return _("The batch was closed.")

    def _reopen(self, request: HttpRequest) -> str:
        batches.reopen(self.batch)
        return _("The batch is open again.")

    def _show(self, form: BatchForm) -> HttpResponse:
        count_again(only_uncounted=True, limit=AT_ONCE)
        pages = list(
            TrialPage.objects.filter(batches=self.batch).select_related("progress").order_by("trial_id")
        )
        may_change = self.request.user.has_perm(CHANGE)
        rows = {page.pk: page.progress for page in pages if hasattr(page, "progress")}
        context = self.get_context_data(
            batch=self.batch,
            pages=[(page, rows.get(page.pk)) for page in pages],
            sum=batches.sum_of((page.pk for page in pages), rows),
            late=batches.is_late(self.batch, day_of(timezone.now())),
            form=form,
            may_change=may_change,
            ticks=may_change and self.batch.closed_at is None,
        )
        return self.render_to_response(context)


def _said(batch: Batch) -> dict[str, Any]:
    return {"name": batch.name, "assignee": batch.assignee, "due": batch.due}


class BatchesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request.user)


def batches_menu_item() -> MenuItem:
    return BatchesMenuItem(
        gettext_lazy("Batches"),
        reverse_lazy("trial_batches"),
        name="batches",
        icon_name="folder-open-1",
        order=245,
    )


def batch_urls() -> list[URLPattern]:
    return [
        path("batches/", BatchesView.as_view(), name="trial_batches"),
        path("batches/<int:batch_id>/", BatchView.as_view(), name="trial_batch"),
    ]
