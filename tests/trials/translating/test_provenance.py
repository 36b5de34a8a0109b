"""Who worded a Chinese text: kept beside it, told to editors, reviewers and readers, gone with a person's."""

import csv
import io
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.content import Words
from editorial.desk import open_desk
from editorial.models import SignOff, Wording
from editorial.questions import questions_of
from editorial.refusals import SignOffRefused
from editorial.signoff import review_language
from editorial.suggestions import accept, suggest
from editorial.views.register import BOM
from editorial.worded import changed_facts, facts_in_words
from tests.editorial.desk import CHINESE_TICKED, signed
from tests.trials.factories import NOON
from tests.trials.posting import form_values, looked_at, opened, saved
from trials.models import TrialPage

pytestmark = pytest.mark.django_db


def newest(page):
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


@pytest.fixture
def by_machine(trial):
    """Headline and first criterion are a machine's, the costs come from the translation memory."""
    page = newest(trial)
    page.made_by = {"headline": "machine", "costs": "memory"}
    page.criteria.get(key="i1").made_by = {"text": "machine"}
    page.save_revision()
    return trial


def machine_texts(page):
    return newest(page).build_content().machine_translated


def edit(client, page, **typed):
    assert saved(client, page, form_values(opened(client, page)) | typed).status_code == 302


def test_texts_of_a_machine_are_in_what_is_signed_and_those_of_the_memory_are_not(by_machine):
    assert machine_texts(by_machine) == ("headline", "criteria.i1.text")


def test_chinese_edited_by_hand_is_a_persons(at_desk, by_machine):
    edit(at_desk, by_machine, **{"criteria-0-text_zh_hans": "成人", "costs_zh_hans": "免费。"})

    assert machine_texts(by_machine) == ("headline",)
    assert newest(by_machine).made_by == {"headline": "machine"}


@pytest.mark.parametrize(
    "typed",
    [{}, {"headline_en": "Another headline"}, {"headline_zh_hans": "中文 headline。"}, {"status": ""}],
)
def test_any_other_save_leaves_it_the_machines(at_desk, by_machine, typed):
    edit(at_desk, by_machine, **typed)

    assert machine_texts(by_machine) == ("headline", "criteria.i1.text")


def test_a_confirmed_still_right_leaves_it_the_machines(at_desk, by_machine):
    edit(at_desk, by_machine, headline_en="Another headline")
    [box] = looked_at(opened(at_desk, by_machine)).select("input[name=still_right]")
    edit(at_desk, by_machine, still_right=box["value"])

    page = newest(by_machine)
    assert (page.translated_from["headline"], page.made_by["headline"]) == ("Another headline", "machine")


def test_chinese_taken_away_is_nobodys(at_desk, by_machine):
    edit(at_desk, by_machine, headline_zh_hans="")

    assert newest(by_machine).made_by == {"costs": "memory"}


def test_an_accepted_suggestion_is_a_persons(by_machine, signer, author):
    wanted = {"place": "headline", "language": "zh-hans", "wording": "人写的标题"}

    accept(suggest(by_machine, person=signer, **wanted, now=NOON), by=author, now=NOON)

    assert machine_texts(by_machine) == ("criteria.i1.text",)


def test_the_editor_says_beside_the_text_who_made_it(at_desk, by_machine):
    said = [each.text for each in looked_at(opened(at_desk, by_machine)).select(".beside__made-by")]

    machine = "This Chinese was made by a machine. Readers are told so until a person words it."
    memory = "This Chinese came from the translation memory; a person worded it for another page."
    assert said == [machine, memory, machine]


def test_keeping_the_books_makes_nobody_an_author(trial, translator):
    before = {"translated_from", "made_by", "as_typed"}
    page = newest(trial)
    page.made_by, page.as_typed = {"headline": "machine"}, {"costs": "免费。"}
    page.criteria.get(key="i1").made_by = {"text": "machine"}

    page.save_revision(user=translator)

    written = set(Wording.objects.filter(person=translator).values_list("field", flat=True))
    assert written & (before | {f"criteria.{name}" for name in before}) == set()
    assert written == set()


# ——— at the desk


def test_the_desk_names_the_texts_and_not_their_keys(by_machine):
    page = newest(by_machine)
    page.asked_about, page.foreign_words = ["criteria.e1.text", "costs"], "Find a Trial\nAcme\n"
    content = page.build_content()

    facts = dict(facts_in_words(page, content))

    assert facts["Translated by a machine"] == "Headline, Inclusion criterion 1"
    assert facts["Asked of the sponsor"] == "Exclusion criterion 1, Costs and payments"
    assert facts["Names that stay foreign"] == "Find a Trial, Acme"


def test_a_change_of_them_is_told_and_not_asked_of_a_source(by_machine):
    page = newest(by_machine)
    before = page.build_content()
    after = replace(before, machine_translated=("headline",), asked_about=("criteria.i1.text",))

    rows = [(row.label, row.before, row.after) for row in changed_facts(page, before, after)]

    assert rows == [
        ("Translated by a machine", "Headline, Inclusion criterion 1", "Headline"),
        ("Asked of the sponsor", "", "Inclusion criterion 1"),
    ]
    assert questions_of(page, before, after) == {}


def test_a_text_that_is_gone_is_called_as_it_was(by_machine):
    page = newest(by_machine)
    before = page.build_content()
    after = replace(before, criteria=before.criteria[1:], machine_translated=("headline",))

    [told] = [row for row in changed_facts(page, before, after) if row.label == "Translated by a machine"]

    assert (told.before, told.after) == ("Headline, Inclusion criterion 1", "Headline")


def test_reviewers_see_at_the_text_that_a_machine_made_it(by_machine):
    found = [finding for finding in open_desk(by_machine.pk).findings if finding.check == "made-by-a-machine"]

    assert [(finding.field, finding.place, finding.blocks, finding.message) for finding in found] == [
        ("headline", "", False, "The Chinese of “Headline” was made by a machine. Compare every word."),
        (
            "criteria",
            "i1.text",
            False,
            "The Chinese of “Inclusion criterion 1” was made by a machine. Compare every word.",
        ),
    ]


def test_withheld_chinese_was_made_by_nobody(by_machine):
    content = newest(by_machine).build_content()
    by_person = replace(content, machine_translated=())

    assert content.withhold_chinese() == by_person.withhold_chinese()


def test_an_edition_without_chinese_names_no_text_of_a_machine(by_machine, author, signer, client):
    page = newest(by_machine)
    page.criteria.get(key="i2").registry_text = "ECOG 0 or 1"
    page.save_revision(user=author)
    page.get_workflow().start(newest(page), author)
    signed(page, signer, withhold_chinese_because="Not yet.")

    record = client.get(f"/en/trials/{page.slug}/content.json").json()

    assert record["content"]["machine_translated"] == []


# ——— official Chinese


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "www.chictr.org.cn"])
def test_official_chinese_without_an_address_blocks(trial, address):
    page = newest(trial)
    row = page.criteria.get(key="i1")
    row.source, row.official_url = "official", address

    [finding] = [each for each in TrialPage.findings(page.build_content()) if each.blocks]

    assert (finding.check, finding.place, finding.overridable) == (
        "official-without-address",
        "i1.official_url",
        False,
    )


def test_official_chinese_with_an_address_is_in_order(trial):
    page = newest(trial)
    row = page.criteria.get(key="i1")
    row.source, row.official_url = "official", "https://www.chictr.org.cn/showproj.html?proj=1"

    assert [each for each in TrialPage.findings(page.build_content()) if each.blocks] == []


def test_a_note_is_a_pair_with_a_name_and_a_heading_of_its_group(trial):
    page = newest(trial)
    row = page.criteria.get(key="i1")
    row.note_en, row.note_zh_hans = "Ask.", ""
    content = page.build_content()

    assert TrialPage.labels(content)("criteria.i1.note") == "Inclusion criterion 1: editors’ note"
    assert TrialPage.headings(content)["criteria.i1.text"] == "Inclusion Criteria"
    assert [each.message for each in TrialPage.findings(content) if each.blocks] == [
        "“Inclusion criterion 1: editors’ note” has no Chinese text."
    ]


# ——— an alarm a signer may overrule


@pytest.fixture
def alarmed(trial, author):
    """On the desk, with a number in the Chinese that the English does not have, on purpose."""
    page = newest(trial)
    page.costs_zh_hans = "全部12项检查免费。"
    page.save_revision(user=author)
    page.get_workflow().start(newest(page), author)
    return trial


def reviewed(page, reviewer):
    seen = open_desk(page.pk).seen_by(reviewer)
    return review_language(page, reviewer=reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now())


def test_a_number_alarm_is_judged_by_the_reviewer_and_needs_the_signers_reason(
    alarmed, language_reviewer, signer
):
    [alarm] = [finding for finding in open_desk(alarmed.pk).findings if finding.blocks]
    review = reviewed(alarmed, language_reviewer)

    with pytest.raises(SignOffRefused, match="Still to be mended"):
        signed(alarmed, signer)
    edition = signed(alarmed, signer, overrides={alarm.as_shown: "The hospital counts 12."})

    assert review.scope == SignOff.Scope.CHINESE
    assert "The hospital counts 12." in edition.signed_by.overrides


def test_chinese_that_is_missing_stops_the_review(alarmed, language_reviewer):
    page = newest(alarmed)
    page.headline_zh_hans = ""
    page.save_revision()

    with pytest.raises(SignOffRefused, match="has no Chinese text"):
        reviewed(alarmed, language_reviewer)


def test_the_register_shows_what_was_overruled_with_its_reason(alarmed, language_reviewer, signer, lead):
    [alarm] = [finding for finding in open_desk(alarmed.pk).findings if finding.blocks]
    reviewed(alarmed, language_reviewer)
    signed(alarmed, signer, overrides={alarm.as_shown: "The hospital counts 12."})
    client = Client()
    client.force_login(lead)

    screen = looked_at(client.get(reverse("editorial_register"), {"overridden": "on"}).content.decode())
    table = client.get(reverse("editorial_register"), {"overridden": "on", "export": "csv"}).content.decode()

    [told] = screen.select(".register__exceptions p")
    assert told.get_text(" ", strip=True) == (f"Overridden: {alarm.message} Reason: The hospital counts 12.")
    [_headings, row] = csv.reader(io.StringIO(table.removeprefix(BOM)))
    assert row[9] == f"{alarm.message} → The hospital counts 12."


def test_words_of_a_note_are_in_both_languages(trial):
    page = newest(trial)
    row = page.criteria.get(key="i1")
    row.note_en, row.note_zh_hans = "Ask.", "请询问。"

    assert page.build_content().criteria[0].note == Words("Ask.", "请询问。")
