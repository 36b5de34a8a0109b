"""The pages that hold the others: home, and under it the trials. Owned by code, made where missing."""

from typing import NamedTuple

from django.db import connection, transaction
from wagtail.models import Page, Site

from trials.models import HomePage, TrialIndexPage

WELCOME = "Welcome to your new Wagtail site!"


class Tree(NamedTuple):
    home: HomePage
    trials: TrialIndexPage


@transaction.atomic
def ensure_tree() -> Tree | None:
    """Make or find home and trials, and let the default site begin at home; None in a tree without a root.

    Wagtail's welcome page is taken away if nobody has touched it.
    """
    if not _is_migrated():
        return None
    root = Page.get_first_root_node()
    if root is None:
        return None
    home = HomePage.objects.order_by("path").first() or _make_home(root)
    trials = TrialIndexPage.objects.order_by("path").first() or _add(
        home, TrialIndexPage(title="Trials", slug="trials")
    )
    _root_site_at(home)
    return Tree(home, trials)


def _is_migrated() -> bool:
    # A migration backwards also ends in post_migrate, with our tables gone.
    needed = {model._meta.db_table for model in (Page, Site, HomePage, TrialIndexPage)}
    return needed <= set(connection.introspection.table_names())


def _make_home(root: Page) -> HomePage:
    welcome = root.get_children().filter(slug="home", title=WELCOME, numchild=0, latest_revision=None).first()
    if welcome is None:
        return _add(root, HomePage(title="Home"))
    # Deleting a page deletes the sites that begin there, so home takes over the address first.
    Page.objects.filter(pk=welcome.pk).update(slug="welcome", url_path="/welcome/")
    home = _add(root, HomePage(title="Home", slug="home"))
    Site.objects.filter(root_page=welcome).update(root_page=home)
    Page.objects.get(pk=welcome.pk).delete()
    return home


def _add(parent: Page, page: Page) -> Page:
    # Read again: treebeard trusts the number of children it holds in memory.
    return Page.objects.get(pk=parent.pk).add_child(instance=page)


def _root_site_at(home: HomePage) -> None:
    """The default site begins at home; made if there is none. A site of another host is left alone."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    elif site.root_page_id != home.pk:
        site.root_page = home
        site.save()
    Site.clear_site_root_paths_cache()
