"""The trial this site shows first: complete, signed, and every string of its two source texts on the page."""

import pytest
from django.test import Client
from django.utils import timezone

from demo.acts import find_chinese_right, sign, submit
from demo.office import Office
from demo.pages import SEED, write_seed_trial
from demo.stories import public
from editorial.desk import open_desk
from editorial.editions import day_of
from editorial.models import Edition
from tests.site.seed import SEED as SEED_PAGE
from tests.site.seen import soup, words_of
from tests.site.test_seed_strings import shown, strings
from trials.site.self_check import items, left_to_the_doctor


def served(client: Client, path: str) -> str:
    response = client.get(path)

    assert response.status_code == 200
    return words_of(soup(response.content))


@pytest.fixture
def signed(office: Office) -> Edition:
    public(SEED, office)
    return Edition.objects.in_force().get()


@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_public_page_shows_every_seed_string(signed: Edition, client: Client, lang: str) -> None:
    # The review statement names the day of another review.
    seed = SEED_PAGE[lang] | {"review": SEED_PAGE[lang]["review"]["disclaimer"]}

    page = served(client, f"/{lang}/trials/nct06279026/")

    assert [text for text in strings(seed) if shown(text) not in page] == []


def test_public_page_names_team_and_day_of_its_review(signed: Edition, client: Client) -> None:
    day = day_of(signed.published_at)

    english, chinese = (served(client, f"/{lang}/trials/nct06279026/") for lang in ("en", "zh-hans"))

    assert (
        f"Last reviewed {day.isoformat()} by the Find a Trial editorial team and a haematologist." in english
    )
    assert (
        f"由Find a Trial编辑团队和一位血液科医生于{day.year}年{day.month}月{day.day}日最后审核。" in chinese
    )


def test_seed_trial_has_nothing_left_to_mend(office: Office) -> None:
    page = write_seed_trial(
        author=office.team["author"], translator=office.team["translator"], parent=office.tree.trials
    )

    desk = open_desk(page.pk)
    assert (desk.step, [finding for finding in desk.findings if finding.blocks]) == ("not-submitted", [])


def test_seed_trial_has_the_criteria_of_the_seed(office: Office) -> None:
    page = write_seed_trial(
        author=office.team["author"], translator=office.team["translator"], parent=office.tree.trials
    )

    counted = [(row.group, row.level) for row in page.criteria.all()]
    kinds = [("inclusion", 1), ("inclusion", 2), ("exclusion", 1)]
    assert [counted.count(kind) for kind in kinds] == [10, 10, 11]
    assert len(counted) == 31


def test_seed_trial_can_be_written_reviewed_and_signed_today(office: Office) -> None:
    team = office.team
    page = write_seed_trial(author=team["author"], translator=team["translator"], parent=office.tree.trials)

    submit(page, by=team["author"], at=timezone.now())
    find_chinese_right(page, by=team["language-reviewer"], now=timezone.now())
    edition = sign(page, by=team["signer"], now=timezone.now())

    assert (edition.path, edition.languages) == ("trials/nct06279026/", "en,zh-hans")


def test_versions_of_the_seed_trial_are_older_than_its_edition(signed: Edition) -> None:
    versions = signed.page.revisions.order_by("created_at", "pk")

    # The last says that the sponsor was asked.
    assert [version.user.username for version in versions] == ["author", "author", "translator", "author"]
    assert all(version.created_at < signed.published_at for version in versions)


def test_seed_trial_can_be_checked_by_readers_in_a_few_minutes(office: Office) -> None:
    content = write_seed_trial(
        author=office.team["author"], translator=office.team["translator"], parent=office.tree.trials
    ).build_content()

    asked = [group for teller in items(content, "en") for group in teller.groups]
    assert sum(len(group.asked) for group in asked) == 6
    assert left_to_the_doctor(content) == 23
    assert sum(row.decisive for row in content.criteria) == 7
