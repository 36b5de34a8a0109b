"""Home and the trials' index are made once, and nothing an editor made is taken away."""

import pytest
from django.db import connection
from wagtail.models import Page, Site

from trials.models import HomePage, TrialIndexPage
from trials.tree import WELCOME, ensure_tree

pytestmark = pytest.mark.django_db


def test_tree_stands_after_migrations():
    home, index = HomePage.objects.get(), TrialIndexPage.objects.get()

    assert (home.slug, home.live, index.slug) == ("home", False, "trials")
    assert index.get_parent() == Page.objects.get(pk=home.pk)
    assert Site.objects.get().root_page_id == home.pk
    assert not Page.objects.filter(title=WELCOME).exists()


def test_tree_is_made_once():
    before = set(Page.objects.values_list("pk", flat=True))

    tree = ensure_tree()

    assert tree == (HomePage.objects.get(), TrialIndexPage.objects.get())
    assert set(Page.objects.values_list("pk", flat=True)) == before


def test_welcome_page_somebody_edited_is_kept():
    _as_wagtail_leaves_it(title="Our clinic")

    home, _index = ensure_tree()

    assert Page.objects.filter(title="Our clinic").count() == 1
    assert (home.slug, Site.objects.get().root_page_id) == ("home-2", home.pk)


def test_welcome_page_makes_room_without_losing_the_site():
    _as_wagtail_leaves_it(title=WELCOME)
    site = Site.objects.get()

    home, _index = ensure_tree()

    assert not Page.objects.filter(title=WELCOME).exists()
    assert (Site.objects.get(), Site.objects.get().root_page_id) == (site, home.pk)
    assert Page.find_problems() == ([], [], [], [], [])


def test_missing_site_is_made():
    Site.objects.all().delete()

    home, _index = ensure_tree()

    assert list(Site.objects.values_list("root_page_id", "is_default_site")) == [(home.pk, True)]


def test_missing_root_is_left_to_the_migrations():
    Page.objects.all().delete()

    assert ensure_tree() is None


def test_missing_tables_are_left_to_the_migrations():
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {HomePage._meta.db_table} RENAME TO away")

    assert ensure_tree() is None


def _as_wagtail_leaves_it(title: str) -> None:
    root = Page.get_first_root_node()
    root.get_children().delete()
    welcome = Page.get_first_root_node().add_child(instance=Page(title=title, slug="home"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
