"""The home page and the information pages: written by author and translator, signed by a signer."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction

from demo import texts
from demo.acts import sign, submit
from demo.office import Office
from demo.writing import newest, save
from editorial.models import Edition
from trials.models import HomePage, InformationPage

INFORMATION = ("how-to-read", "for-someone-else", "about", "editorial-policy", "accessibility", "privacy")
SIGNED = 30
"""Days ago."""


def missing_pages(office: Office) -> Iterator[tuple[str, Callable[[], Edition]]]:
    """The name of each page that nobody has written yet, and what writes and signs it."""
    home = HomePage.objects.get(pk=office.tree.home.pk)
    if home.latest_revision_id is None:
        yield "home", lambda: _publish(home, texts.page_text("home"), office)
    for slug in INFORMATION:
        if not InformationPage.objects.filter(slug=slug).exists():
            yield slug, lambda slug=slug: _add(slug, office)


@transaction.atomic
def _add(slug: str, office: Office) -> Edition:
    text = texts.page_text(slug)
    # Read again: treebeard trusts the number of children it holds in memory.
    home = HomePage.objects.get(pk=office.tree.home.pk)
    page = home.add_child(
        instance=InformationPage(title=text["title"], slug=slug, owner=office.team["author"])
    )
    return _publish(page, text, office)


@transaction.atomic
def _publish(page: Any, text: dict[str, Any], office: Office) -> Edition:
    author, translator, signer = (office.team[name] for name in ("author", "translator", "signer"))
    _write(page, text, "en", "en", by=author, at=office.days_ago(SIGNED + 4))
    _write(newest(page), text, "zh-hans", "zh_hans", by=translator, at=office.days_ago(SIGNED + 3))
    submit(page, by=author, at=office.days_ago(SIGNED + 2))
    return sign(page, by=signer, now=office.days_ago(SIGNED))


def _write(page: Any, text: dict[str, Any], lang: str, column: str, **version: Any) -> None:
    for name in page.WORDS:
        setattr(page, f"{name}_{column}", text[name][lang])
    save(page, **version)
