"""Doors of the admin's own API, which is mounted wherever the admin is; tried by a superuser."""

from wagtail.models import Locale

from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office

doors = Doors()


@doors.row("admin API: publish", says="403 You do not have permission to publish this page.")
def publishes(office: Office) -> str:
    return office.asks_api("superuser", "publish")


@doors.row(
    "admin API: publish a draft", start="draft", says="403 You do not have permission to publish this page."
)
def publishes_draft(office: Office) -> str:
    return office.asks_api("superuser", "publish")


@doors.row("admin API: unpublish", says="403 You do not have permission to unpublish this page.")
def unpublishes(office: Office) -> str:
    return office.asks_api("superuser", "unpublish")


@doors.row(
    "admin API: unpublish from home down", says="403 You do not have permission to unpublish this page."
)
def unpublishes_recursively(office: Office) -> str:
    return office.asks_api("superuser", "unpublish", office.home, recursive=True)


@doors.row("admin API: copy", says="403 You do not have permission to copy this page")
def copies(office: Office) -> str:
    return office.asks_api("superuser", "copy", keep_live=True, slug="copy")


@doors.row("admin API: copy of the parent", says="403 You do not have permission to copy this page")
def copies_parent(office: Office) -> str:
    return office.asks_api("superuser", "copy", office.trials, recursive=True, keep_live=True, slug="copy")


@doors.row("admin API: alias", says="403 You do not have permission to create an alias of this page.")
def makes_alias(office: Office) -> str:
    return office.asks_api(
        "superuser", "create_alias", update_slug="alias", destination_page_id=office.home.pk
    )


@doors.row("admin API: convert alias", says="400 Page must be an alias to be converted.")
def converts_alias(office: Office) -> str:
    return office.asks_api("superuser", "convert_alias")


@doors.row("admin API: revert to a revision", says="200 ")
def reverts(office: Office) -> str:
    said = office.asks_api(
        "superuser", "revert_to_page_revision", revision_id=office.page.revisions.earliest("pk").pk
    )
    assert office.page.has_unpublished_changes is True
    return said


@doors.row("admin API: copy for translation", says="403 Pages that are signed off cannot have aliases.")
def copies_for_translation(office: Office) -> str:
    Locale.objects.create(language_code="zh-hans")
    return office.asks_api("superuser", "copy_for_translation", locale="zh-hans", copy_parents=True)


@doors.row("admin API: alias for translation", says="403 Pages that are signed off cannot have aliases.")
def aliases_for_translation(office: Office) -> str:
    Locale.objects.create(language_code="zh-hans")
    return office.asks_api(
        "superuser", "copy_for_translation", locale="zh-hans", copy_parents=True, alias=True
    )


@doors.row(
    "admin API: copy home for translation, with what is below it",
    says="403 Pages that are signed off cannot have aliases.",
)
def copies_tree_for_translation(office: Office) -> str:
    Locale.objects.create(language_code="zh-hans")
    return office.asks_api(
        "superuser", "copy_for_translation", office.home, locale="zh-hans", recursive=True, alias=True
    )


@doors.row("admin API: delete", says="403 You do not have permission to delete this page.")
def deletes(office: Office) -> str:
    return office.asks_api("superuser", "delete")


@doors.row("admin API: delete the parent", says="403 You do not have permission to delete this page.")
def deletes_parent(office: Office) -> str:
    return office.asks_api("superuser", "delete", office.trials)


@doors.row("admin API: move", says="403 You do not have permission to move the page to the target specified.")
def moves(office: Office) -> str:
    return office.asks_api("superuser", "move", destination_page_id=office.home.pk)
