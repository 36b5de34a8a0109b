"""Where an approved passage stands, word for word in both languages, and what is said of an older one."""

from datetime import timedelta

import pytest

from editorial.authors import written_by
from editorial.desk import open_desk
from tests.editorial.desk import save_draft
from tests.trials.passages.conftest import CHINESE, ENGLISH, NOON, approved, write_passage
from trials.passages import findings, remarks
from trials.passages.holders import holders

pytestmark = pytest.mark.django_db
NEW = "Phase 1 comes first.\n\nThe aim is a safe dose."


@pytest.fixture
def holding(trial, approved_phase1, author):
    """A draft whose rights hold the passage, between two other paragraphs."""
    texts = {"en": f"Before.\n\n{ENGLISH}\n\nAfter.", "zh_hans": f"前。\r\n\r\n{CHINESE}\n\n后。"}
    return save_draft(trial, author, **{f"rights_{column}": text for column, text in texts.items()})


def outdated(page):
    desk = open_desk(page.pk)
    return findings(desk.page, desk.content)


def remarked(page):
    return remarks(open_desk(page.pk).content)


def renew(author, signer):
    approved(write_passage(author, text_en=NEW), signer, NOON + timedelta(days=1))


def test_a_text_that_holds_a_passage_says_when_it_was_reviewed(holding):
    assert remarked(holding) == {
        "rights": ["Already reviewed on 2026-05-15 by Language-reviewer: the passage “Phase 1”."]
    }
    assert outdated(holding) == []


def test_words_changed_in_one_language_are_not_reviewed(holding, author):
    save_draft(holding, author, rights_zh_hans=f"前。\n\n{CHINESE.replace('安全', '合适')}")

    assert (remarked(holding), outdated(holding)) == ({}, [])


def test_a_passage_changed_and_not_yet_approved_leaves_pages_as_they_are(holding, author):
    write_passage(author, text_en=NEW)

    assert (list(remarked(holding)), outdated(holding)) == (["rights"], [])


def test_a_newer_approved_wording_is_an_advisory_finding_with_both(holding, author, signer):
    renew(author, signer)

    [finding] = outdated(holding)

    assert (finding.check, finding.weight, finding.key) == (
        "passage-outdated",
        "advisory",
        "passage-outdated|rights||",
    )
    assert finding.message == (
        "“Your choice and your rights”: the passage “Phase 1” was approved in another wording on 2026-05-16. "
        "Here: “Phase 1 is the first time.” Approved: “Phase 1 comes first.”"
    )
    assert (finding.found, finding.expected) == (f"{ENGLISH}\n{CHINESE}", f"{NEW}\n{CHINESE}")
    assert remarked(holding) == {}


def test_the_desk_shows_the_finding(holding, author, signer):
    renew(author, signer)

    checks = [finding.check for finding in open_desk(holding.pk).findings]

    assert "passage-outdated" in checks


def test_a_wording_approved_again_after_another_is_the_newest(holding, author, signer, signer2):
    renew(author, signer)
    approved(write_passage(author, text_en=ENGLISH), signer2, NOON + timedelta(days=2))

    assert (list(remarked(holding)), outdated(holding)) == (["rights"], [])


def test_all_passages_are_read_in_one_query(holding, author, signer, django_assert_num_queries):
    for number in range(5):
        approved(write_passage(author, f"Another {number}", text_en=f"Text {number}."), signer)
    desk = open_desk(holding.pk)
    content = desk.content

    with django_assert_num_queries(1):
        remarks(content)
    with django_assert_num_queries(1):
        findings(desk.page, content)


def test_a_passage_lists_the_pages_that_hold_it(holding, approved_phase1, author, signer, person):
    renew(author, signer)

    [holder] = holders(approved_phase1, person=author)

    assert (holder.page.pk, holder.label, holder.held.is_newest) == (
        holding.pk,
        "Your choice and your rights",
        False,
    )
    assert holders(approved_phase1, person=person("stranger")) == []


def test_a_passage_nobody_approved_is_held_by_no_page(trial, phase1, author):
    save_draft(trial, author, rights_en=ENGLISH, rights_zh_hans=CHINESE)

    assert holders(phase1, person=author) == []


def test_who_wrote_a_passage_does_not_sign_a_page_that_holds_it(holding, author):
    revision = holding.get_latest_revision()

    assert "Phase 1" in written_by(author, revision.as_object(), revision)
