"""What the demonstration shows of translating: queries, passages, a draft half done, a batch."""

from datetime import timedelta

import pytest
from django.test import Client

from demo.batches import ensure_batch
from demo.office import Office
from demo.pages import SEED
from demo.passages import ensure_passages, renew
from demo.stories import half_translated, public
from editorial.desk import open_desk
from editorial.editions import day_of
from editorial.models import EditorQuery
from editorial.queries import open_queries
from tests.site.seen import soup, words_of
from trials.models import Batch, Passage, TrialPage
from trials.passages import findings, remarks
from trials.passages.approving import newest_approval
from trials.passages.standing import standing_of
from trials.translating.staleness import stale_texts

DRAFT = "NCT05480501"


@pytest.fixture
def draft(office: Office) -> TrialPage:
    """The draft half translated, with the passages it holds."""
    ensure_passages(office)
    half_translated(DRAFT, office)
    return open_desk(TrialPage.objects.get(trial_id=DRAFT).pk).page


def test_the_doubts_of_the_seed_are_open_queries(office: Office) -> None:
    public(SEED, office)

    page = TrialPage.objects.get()
    places = EditorQuery.objects.filter(status="open").order_by("pk").values_list("place", flat=True)
    assert list(places) == [
        "facts.phases",
        "key_points",
        "criteria.i7.text",
        "criteria.i16.text",
        "criteria.i18.text",
        "how_to_participate.h1.text",
        "similar_studies",
    ]
    assert open_desk(page.pk).content.asked_about == ("criteria.i7.text",)


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "We have asked the sponsor about this point."),
        ("zh-hans", "我们已就这一点询问申办者。"),
    ],
)
def test_readers_are_told_of_one_of_them(office: Office, client: Client, lang: str, sentence: str) -> None:
    public(SEED, office)

    page = words_of(soup(client.get(f"/{lang}/trials/nct06279026/").content))

    assert page.count(sentence) == 1


def test_passages_are_approved_by_reviewers_who_did_not_write_them(office: Office) -> None:
    ensure_passages(office)

    approvers = {p.name: newest_approval(p).approved_by.username for p in Passage.objects.all()}
    assert approvers == {
        "CAR-T: what it is": "medical-reviewer",
        "CAR-T: risks of the class": "medical-reviewer",
        "CAR-T: another cancer later": "medical-reviewer",
        "Phase 1: what it means": "medical-reviewer",
        "Your rights": "language-reviewer",
        "How to join": "language-reviewer",
    }


def test_one_passage_is_renewed_and_one_changed_since_its_approval(office: Office) -> None:
    ensure_passages(office)

    done = renew(office)

    states = {
        p.name: (p.approvals.count(), standing_of(p, newest_approval(p)).split(" on ")[0])
        for p in Passage.objects.filter(name__in=["CAR-T: risks of the class", "How to join"])
    }
    assert done is True
    assert states == {
        "CAR-T: risks of the class": (2, "approved"),
        "How to join": (1, "changed since its approval"),
    }
    assert renew(office) is False


def test_a_passage_that_somebody_else_changed_is_left_to_them(office: Office) -> None:
    ensure_passages(office)
    Passage.objects.filter(name="How to join").update(text_en="Call us.")
    renew(office)

    assert Passage.objects.get(name="How to join").text_en == "Call us."


def test_the_draft_has_one_text_of_each_kind(draft: TrialPage) -> None:
    missing = [row.key for row in draft.criteria.all() if not row.text_zh_hans]

    assert (missing, list(stale_texts(draft))) == (["i7"], ["criteria.e1.text"])
    assert draft.build_content().machine_translated == ("not_known",)
    assert list(open_queries(draft)) == ["criteria.e12.text", "criteria.i6.text"]


def test_the_draft_holds_passages_of_which_one_is_outdated(draft: TrialPage, office: Office) -> None:
    before = list(remarks(draft.build_content()))
    renew(office)

    [finding] = findings(draft, draft.build_content())
    assert before == ["what_it_studies", "possible_harms", "rights"]
    assert (finding.check, finding.field) == ("passage-outdated", "possible_harms")


def test_the_draft_was_written_before_today(draft: TrialPage, office: Office) -> None:
    versions = draft.revisions.order_by("created_at", "pk")

    assert [version.pk for version in versions] == sorted(version.pk for version in versions)
    assert all(version.created_at < office.now - timedelta(days=3) for version in versions)


def test_the_translator_has_a_batch_with_a_day(draft: TrialPage, office: Office) -> None:
    ensure_batch(office)

    batch = Batch.objects.get()
    assert (batch.assignee, batch.due) == (
        office.team["translator"],
        day_of(office.now) + timedelta(days=7),
    )
    assert list(batch.trials.values_list("trial_id", flat=True)) == [DRAFT]
    assert ensure_batch(office) is False
