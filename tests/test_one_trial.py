"""One trial, from its registry record to a reader in two languages, through every room on the way."""

import pytest
from django.test import Client
from django.urls import reverse

from demo.pages import write_seed_trial
from editorial.desk import open_desk
from editorial.models import Edition
from editorial.verify import problems
from tests.editorial.desk import ALL_TICKED, CHINESE_TICKED
from tests.site.typeset.reading import visible_text
from trials.models import TrialIndexPage
from trials.site.typeset import shown
from trials.tree import ensure_tree

ADDRESS = {"en": "/en/trials/nct06279026/", "zh-hans": "/zh-hans/trials/nct06279026/"}


def client_of(user):
    client = Client()
    client.force_login(user)
    return client


def decide(page, user, act, ticked):
    posted = {"act": act, "seen": open_desk(page.pk).seen_by(user), "ticked": list(ticked)}
    return client_of(user).post(reverse("editorial_review", args=[page.pk]), posted)


@pytest.mark.django_db
def test_one_trial_from_record_to_reader(author, translator, language_reviewer, signer):
    ensure_tree()
    page = write_seed_trial(author=author, translator=translator, parent=TrialIndexPage.objects.get())
    nothing_yet = Client().get(ADDRESS["zh-hans"]).status_code
    page.get_workflow().start(page.get_latest_revision_as_object(), author)

    decide(page, language_reviewer, "review-language", CHINESE_TICKED)
    decide(page, signer, "sign-off", ALL_TICKED)

    assert nothing_yet == 404
    assert Edition.objects.in_force().get().number == 1
    assert list(problems()) == []
    for lang, address in ADDRESS.items():
        seen = visible_text(Client().get(address).content.decode())
        content = Edition.objects.get().load()
        # The description stands in the head; the country is named where there is more than one.
        elsewhere = ["seo_description", f"sites.{content.sites[0].key}.country"]
        assert [pair.place for pair in content.pairs() if not on_page(pair, lang, seen)] == elsewhere


def on_page(pair, lang, seen):
    return all(shown(line, lang) in seen for line in lines_of(pair.words.in_language(lang)))


def lines_of(text):
    return [line.removeprefix("- ") for line in text.splitlines() if line.strip()]
