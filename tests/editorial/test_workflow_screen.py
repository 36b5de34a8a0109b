"""One screen says how a page becomes public, where Wagtail's would let somebody change it."""

import re

import pytest
from django.urls import reverse

from editorial.checklist import STATEMENTS
from editorial.models import SignOff
from editorial.views.workflow import REVIEWS
from trials.models import TrialPage

pytestmark = pytest.mark.django_db
WAGTAILS = (
    ("index", []),
    ("index_results", []),
    ("add", []),
    ("enable", [1]),
    ("disable", [1]),
    ("edit", [1]),
    ("usage", [1]),
    ("usage_results", [1]),
    ("remove", [1]),
    ("remove", [1, 1]),
    ("add_task", ["wagtailcore", "groupapprovaltask"]),
    ("select_task_type", []),
    ("task_index", []),
    ("task_index_results", []),
    ("edit_task", [1]),
    ("disable_task", [1]),
    ("enable_task", [1]),
    ("task_chooser", []),
    ("task_chooser_results", []),
    ("task_chooser_create", []),
    ("task_chosen", [1]),
)
OURS = "The workflow is part of the software and cannot be changed here."


def templates_of(response):
    return [template.name for template in response.templates][:1]


@pytest.mark.parametrize(("name", "where"), WAGTAILS)
def test_every_screen_of_wagtail_s_is_ours(client, superuser, name, where):
    client.force_login(superuser)
    address = reverse(f"wagtailadmin_workflows:{name}", args=where)

    shown, posted = client.get(address), client.post(address, {"name": "A shorter way"})

    assert (shown.status_code, templates_of(shown)) == (200, ["editorial/workflow.html"])
    assert (posted.status_code, posted.context["refused"]) == (403, OURS)


def test_the_screen_names_steps_people_and_statements(client, author, signer, language_reviewer):
    signer.is_active = False
    signer.save()
    client.force_login(author)

    stages = list(client.get(reverse("editorial_workflow")).context["stages"])

    assert [(stage.heading, stage.teams) for stage in stages] == [
        ("Write, translate and submit", [("Authors", ["Author"]), ("Translators", [])]),
        ("Review the Chinese", [("Chinese language reviewers", ["Language-reviewer"])]),
        ("Medical review", [("Medical reviewers", [])]),
        ("Sign off", [("Signers", [])]),
    ]
    assert stages[-1].statements == [str(text) for text in STATEMENTS[SignOff.Role.SIGNER].values()]


def test_every_role_that_ticks_something_is_on_the_screen():
    assert [role for role, _heading, _group in REVIEWS] == list(STATEMENTS)


def test_nobody_without_the_admin_sees_it(client):
    assert client.get(reverse("editorial_workflow")).url == "/admin/login/?next=/admin/workflows/"


def test_the_settings_menu_leads_to_it_and_to_no_screen_of_wagtail_s(client, superuser):
    client.force_login(superuser)

    home = client.get("/admin/").content.decode()

    assert set(re.findall(r"/admin/workflows/[\w/]*", home)) == {"/admin/workflows/"}


OFFERED = re.compile(r"/admin/(?:pages/\d+|bulk/wagtailcore/page)/(\w+)/")


def test_the_list_of_pages_offers_no_way_round(client, superuser, published):
    client.force_login(superuser)

    listing = client.get(reverse("wagtailadmin_explore", args=[published.get_parent().pk]))

    offered = set(OFFERED.findall(listing.content.decode()))
    assert offered & {"publish", "unpublish", "copy", "convert_alias"} == set()
    assert {"delete", "move", "edit"} <= offered


def test_the_editing_screen_offers_no_way_round(client, superuser, published):
    client.force_login(superuser)

    screen = client.get(reverse("wagtailadmin_pages:edit", args=[published.pk])).content.decode()

    assert set(OFFERED.findall(screen)) & {"publish", "unpublish", "copy", "convert_alias"} == set()
    assert "action-publish" not in screen


@pytest.mark.parametrize("action", ["publish", "unpublish"])
def test_publishing_in_bulk_is_refused_in_our_words(client, superuser, draft, action):
    client.force_login(superuser)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    answer = client.post(f"{address}?id={draft.pk}", {"include_descendants": "on"}, follow=True)

    assert [str(message) for message in answer.context["messages"]] == [
        "Pages become public and leave it one by one: by sign-off, and by being withdrawn."
    ]
    assert TrialPage.objects.get(pk=draft.pk).live is False
