"""Groups, permissions, the workflow and its one task are owned by code and repaired from here."""

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowPage, WorkflowTask

from editorial.models import EditorialTask
from editorial.ownership import owned_by_code
from editorial.people import AUTHORS, GROUPS, LEADS, TRANSLATORS

WORKFLOW, TASK = "Editorial review", "Review and sign-off"
CORE_GROUPS = ("Moderators", "Editors")
PAGE_PERMISSIONS = {AUTHORS: ("add_page", "change_page")}
CHANGE_ONLY = ("change_page",)

_vocabulary: list[str] = []
_read: list[str] = []


def let_editors_keep(*labels: str) -> None:
    """Name shared models ("trials.place") that authors, translators and leads add and change."""
    _vocabulary.extend(label for label in labels if label not in _vocabulary)


def let_the_office_read(*labels: str) -> None:
    """Name shared models ("trials.passage") that reviewers and signers may look at too."""
    _read.extend(label for label in labels if label not in _read)


@owned_by_code()
def ensure_editorial_setup() -> list[str]:
    """Make or repair everything; returns a line per thing changed. Tolerates a tree without a root."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in GROUPS}
    return [
        *_ensure_model_permissions(groups),
        *_ensure_page_permissions(groups),
        *_remove_core_ways(),
        *_ensure_workflow(),
    ]


def _ensure_model_permissions(groups: dict[str, Group]) -> Iterator[str]:
    for name, group in groups.items():
        wanted = set(Permission.objects.filter(_wanted(name)))
        if set(group.permissions.all()) != wanted:
            group.permissions.set(wanted)
            yield f"permissions of {name} set"


def _wanted(name: str) -> Q:
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    if name in (AUTHORS, TRANSLATORS, LEADS):
        for label in _vocabulary:
            app, model = label.split(".")
            wanted |= Q(
                content_type__app_label=app,
                codename__in=[f"{verb}_{model}" for verb in ("add", "change", "view")],
            )
    for label in _read:
        app, model = label.split(".")
        wanted |= Q(content_type__app_label=app, codename=f"view_{model}")
    if name == LEADS:
        wanted |= Q(content_type__app_label="editorial", codename__in=LEAD_ONLY)
    return wanted


LEAD_ONLY = (
    "add_disclaimer", "change_disclaimer", "change_sitesettings", "add_voucher", "change_voucher",
)  # fmt: skip


def _ensure_page_permissions(groups: dict[str, Group]) -> Iterator[str]:
    root = Page.get_first_root_node()
    if root is None:
        return
    for name, group in groups.items():
        wanted = PAGE_PERMISSIONS.get(name, CHANGE_ONLY)
        held = GroupPagePermission.objects.filter(group=group)
        right = held.filter(page=root, permission__codename__in=wanted)
        if right.count() != len(wanted) or held.count() != len(wanted):
            held.delete()
            for codename in wanted:
                permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
                GroupPagePermission.objects.create(group=group, page=root, permission=permission)
            yield f"page permissions of {name} set"


def _remove_core_ways() -> Iterator[str]:
    """Any other workflow (Wagtail brings one) and any right to publish are ways round a sign-off."""
    publishing = GroupPagePermission.objects.filter(permission__codename="publish_page")
    if publishing.delete()[0]:
        yield "rights to publish removed"
    for workflow in Workflow.objects.filter(active=True).exclude(name=WORKFLOW):
        workflow.deactivate()
        yield f"workflow {workflow.name} switched off"
    for name in CORE_GROUPS:
        if Group.objects.filter(name=name, user__isnull=True).delete()[0]:
            yield f"unused group {name} removed"


def _ensure_workflow() -> Iterator[str]:
    task, made = EditorialTask.objects.get_or_create(name=TASK)
    if made or not task.active:
        task.active = True
        task.save()
        yield "task made"
    workflow, made = Workflow.objects.get_or_create(name=WORKFLOW)
    if made or not workflow.active:
        workflow.active = True
        workflow.save()
        yield "workflow made"
    if list(workflow.workflow_tasks.values_list("task_id", flat=True)) != [task.pk]:
        WorkflowTask.objects.filter(workflow=workflow).delete()
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        yield "the workflow's task set"
    root = Page.get_first_root_node()
    if root is not None and list(WorkflowPage.objects.values_list("page_id", "workflow_id")) != [
        (root.pk, workflow.pk)
    ]:
        # One workflow over the whole tree: a page with another would wait where nobody can sign it.
        WorkflowPage.objects.all().delete()
        WorkflowPage.objects.create(page=root, workflow=workflow)
        yield "the workflow stands over every page"
