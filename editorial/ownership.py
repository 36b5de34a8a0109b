"""The workflow is code: its rows are written by `ensure_editorial_setup` and by nobody else.

What no signal tells of (QuerySet.update, bulk_create, SQL) opens nothing either: a finished workflow
publishes only what an edition names, and the set-up repairs the rows. `loaddata` is let through (raw):
whoever runs it has the machine, and tests put their database back with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.models import (
    GroupPagePermission,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from editorial.gate import SignOffRequired

SIGNAL = "editorial.ownership"
_by_code: ContextVar[bool] = ContextVar("editorial_rows_written_by_code", default=False)


@contextmanager
def owned_by_code() -> Iterator[None]:
    """Within this block the workflow's rows may be written."""
    before = _by_code.set(True)
    try:
        yield
    finally:
        _by_code.reset(before)


def guard_workflow() -> None:
    """Listen to every model of the workflow; by sender, so that no other deletion becomes slower."""
    for model in _owned():
        pre_save.connect(refuse_saving, sender=model, dispatch_uid=SIGNAL)
        pre_delete.connect(refuse_deleting, sender=model, dispatch_uid=SIGNAL)
    pre_save.connect(refuse_right_to_publish, sender=GroupPagePermission, dispatch_uid=SIGNAL)


def refuse_saving(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    if not raw and not _by_code.get():
        raise _owned_by_software()


def refuse_deleting(sender: type[Model], origin: Any = None, **kwargs: Any) -> None:
    # A page that is deleted takes its link to the workflow along; only the row itself is guarded.
    asked = origin.model if isinstance(origin, QuerySet) else type(origin)
    if asked in _owned() and not _by_code.get():
        raise _owned_by_software()


def refuse_right_to_publish(
    sender: type[Model], instance: GroupPagePermission, raw: bool = False, **kwargs: Any
) -> None:
    if not raw and instance.permission.codename == "publish_page":
        raise SignOffRequired(_("Nobody holds a right to publish: a page becomes public by sign-off only."))


def _owned() -> set[type[Model]]:
    tasks = {model for model in apps.get_models() if issubclass(model, Task)}
    return tasks | {Workflow, WorkflowTask, WorkflowPage, WorkflowContentType}


def _owned_by_software() -> SignOffRequired:
    return SignOffRequired(_("The workflow is part of the software and cannot be changed here."))
