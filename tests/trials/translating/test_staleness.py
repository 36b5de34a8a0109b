"""Chinese whose English was changed after it: found text by text, and confirmed without being edited."""

import pytest
from django.urls import reverse

from editorial.content import CHINESE
from editorial.desk import open_desk
from editorial.models import Wording
from editorial.refusals import SignOffRefused
from editorial.signoff import review_language
from tests.editorial.desk import CHINESE_TICKED, signed
from tests.people import PASSWORD
from tests.trials.factories import NOON, make_trial
from tests.trials.posting import autosaved, form_values, looked_at, opened, saved
from trials.models import CriterionRow, TrialPage
from trials.translating.pins import says_the_same
from trials.translating.staleness import confirm_still_right, stale_texts

pytestmark = pytest.mark.django_db
ADULTS_ONLY = {"criteria-0-text_en": "Adults only"}


def newest(page):
    return TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def stale(page):
    return list(stale_texts(newest(page)))


def edit(client, page, **typed):
    """Save the editing screen with some values typed over."""
    values = form_values(opened(client, page)) | typed
    assert saved(client, page, values).status_code == 302


def stale_findings(page):
    return [finding for finding in open_desk(page.pk).findings if finding.check == "stale"]


def ticks(client, page):
    """The tick boxes of the editing screen by the words beside them."""
    return [box["value"] for box in looked_at(opened(client, page)).select("input[name=still_right]")]


@pytest.fixture
def long_trial(author):
    """A draft with ten inclusion criteria."""
    page = make_trial(owner=author)
    draft = newest(page)
    draft.criteria = [
        CriterionRow(
            key=f"i{number}",
            sort_order=number,
            text_en=f"Criterion number {number}",
            text_zh_hans=f"第{number}条",
            translated_from={"text": f"Criterion number {number}"},
        )
        for number in range(1, 11)
    ]
    draft.last_keys = {"i": 10}
    draft.save_revision(user=author)
    return page


@pytest.fixture
def typed(author):
    """A draft typed by hand: no registry's words that its English must keep."""
    page = make_trial(owner=author)
    draft = newest(page)
    draft.criteria.get(key="i1").registry_text = ""
    draft.save_revision(user=author)
    return page


def test_changed_english_of_criterion_6_marks_only_chinese_criterion_6(at_desk, long_trial):
    edit(at_desk, long_trial, **{"criteria-5-text_en": "Criterion number six"})

    assert stale(long_trial) == ["criteria.i6.text"]


def test_a_stale_text_tells_what_became_of_its_english(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)

    [text] = stale_texts(newest(trial)).values()
    assert [(part.kind, part.text) for part in text.changes] == [("same", "Adults"), ("added", " only")]


def test_english_changed_on_monday_and_back_on_tuesday_marks_nothing(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)
    edit(at_desk, trial, **{"criteria-0-text_en": "Adults"})

    assert stale(trial) == []


@pytest.mark.parametrize(
    "typed",
    [
        {"criteria-1-text_en": "ECOG  0 or\u00a01 "},
        {"status": "COMPLETED", "enrolment": "16"},
        {"criteria-1-level": "1", "criteria-1-ordered": "on"},
        {"headline_zh_hans": "另一个标题"},
        {},
    ],
)
def test_white_space_facts_and_chinese_mark_nothing(at_desk, trial, typed):
    edit(at_desk, trial, **typed)

    assert stale(trial) == []


def test_a_save_of_facts_leaves_what_is_stale_as_it_is(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)
    edit(at_desk, trial, status="COMPLETED")

    assert stale(trial) == ["criteria.i1.text"]


def test_white_space_in_the_chinese_is_no_new_chinese(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)
    edit(at_desk, trial, **{"criteria-0-text_zh_hans": "成年 人"})

    assert stale(trial) == ["criteria.i1.text"]


def test_chinese_written_anew_is_fresh(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)
    edit(at_desk, trial, **{"criteria-0-text_zh_hans": "仅限成年人"})

    assert stale(trial) == []


def test_both_languages_in_one_save_are_fresh(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY, **{"criteria-0-text_zh_hans": "仅限成年人"})

    assert stale(trial) == []


def test_chinese_without_a_note_of_its_english_was_made_from_the_english_that_goes(at_desk, trial):
    draft = newest(trial)
    draft.translated_from = {}
    draft.save_revision()

    edit(at_desk, trial, headline_en="Another headline.")

    assert stale(trial) == ["headline"]


def test_lay_texts_notes_and_steps_are_watched_too(at_desk, trial):
    edit(at_desk, trial, **{"criteria-0-note_en": "Ask.", "criteria-0-note_zh_hans": "请询问。"})
    typed = {"criteria-0-note_en": "Ask your doctor.", "costs_en": "Free.", "taking_part-0-time_en": "Day 2"}
    edit(at_desk, trial, **typed)

    assert stale(trial) == ["costs", "taking_part.t1.time", "criteria.i1.note"]


def test_official_chinese_is_never_stale_but_its_note_is(at_desk, typed):
    official = {"criteria-0-source": "official", "criteria-0-official_url": "https://www.chictr.org.cn/"}
    edit(at_desk, typed, **official, **{"criteria-0-note_en": "Ask.", "criteria-0-note_zh_hans": "请询问。"})
    edit(at_desk, typed, **ADULTS_ONLY, **{"criteria-0-note_en": "Ask us."})

    assert stale(typed) == ["criteria.i1.note"]


def test_a_row_that_is_official_no_longer_is_stale_after_all(at_desk, typed):
    edit(at_desk, typed, **{"criteria-0-source": "official"}, **ADULTS_ONLY)
    edit(at_desk, typed, **{"criteria-0-source": "editors"})

    assert stale(typed) == ["criteria.i1.text"]


def test_an_autosave_marks_like_any_other_save(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial)) | ADULTS_ONLY

    autosaved(at_desk, live_trial, values)

    assert stale(live_trial) == ["criteria.i1.text"]


# ——— still right


def test_still_right_confirms_without_editing(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY, costs_en="Free.")
    before = newest(trial).build_content()

    edit(at_desk, trial, still_right=ticks(at_desk, trial)[1])

    assert stale(trial) == ["costs"]
    assert newest(trial).build_content() == before


def test_still_right_does_not_speak_of_english_typed_after_it(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)
    values = form_values(opened(at_desk, trial)) | {"still_right": ticks(at_desk, trial)}
    autosaved(at_desk, trial, values)
    confirmed = stale(trial)

    values["criteria-0-text_en"] = "Adults under 75"
    autosaved(at_desk, trial, values)

    assert (confirmed, stale(trial)) == ([], ["criteria.i1.text"])


@pytest.mark.parametrize("forged", ["criteria.i1.text", "criteria.i1.text:", "criteria.i1.text:0", ":", ""])
def test_still_right_of_nothing_that_was_shown_confirms_nothing(at_desk, trial, forged):
    edit(at_desk, trial, **ADULTS_ONLY)

    edit(at_desk, trial, still_right=forged)

    assert stale(trial) == ["criteria.i1.text"]


def test_the_screen_shows_the_words_that_changed_and_the_box_beside_them(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)

    [shown] = looked_at(opened(at_desk, trial)).select(".beside__stale")
    assert shown.ins.text == "added: \u0020only"
    assert shown.select_one("[lang=en]") is not None
    assert shown.label.text.strip() == "The Chinese is still right"


def test_confirmed_places_are_fresh_in_a_new_version_and_nobody_is_their_author(at_desk, trial, translator):
    edit(at_desk, trial, **ADULTS_ONLY, costs_en="Free.")

    revision = confirm_still_right(trial, ["criteria.i1.text", "headline"], by=translator)

    assert (revision.user, stale(trial)) == (translator, ["costs"])
    assert wrote_of(translator, trial) == []


def test_confirming_what_is_not_stale_writes_no_version(trial, translator):
    before = newest(trial).latest_revision_id

    assert confirm_still_right(trial, ["headline"], by=translator) is None
    assert newest(trial).latest_revision_id == before


def wrote_of(person, page):
    return list(Wording.objects.filter(person=person, page=page.pk).values_list("field", flat=True))


# ——— at the desk


def test_stale_chinese_is_found_in_its_place_with_both_wordings(at_desk, trial):
    edit(at_desk, trial, **ADULTS_ONLY)

    [finding] = stale_findings(trial)
    assert (finding.field, finding.place, finding.language) == ("criteria", "i1.text", CHINESE)
    assert (finding.expected, finding.found) == ("Adults", "Adults only")
    assert finding.message == (
        "“Inclusion criterion 1”: the English was changed after the Chinese was written. Change the Chinese, "
        "or tick on the editing screen that it is still right."
    )


@pytest.fixture
def stale_at_desk(at_desk, trial, author):
    edit(at_desk, trial, **ADULTS_ONLY)
    trial.get_workflow().start(newest(trial), author)
    return trial


def test_stale_chinese_is_neither_reviewed_nor_signed(stale_at_desk, language_reviewer, signer):
    seen = open_desk(stale_at_desk.pk).seen_by(language_reviewer)
    with pytest.raises(SignOffRefused, match="the English was changed after the Chinese was written"):
        review_language(stale_at_desk, reviewer=language_reviewer, seen=seen, ticked=CHINESE_TICKED, now=NOON)
    with pytest.raises(SignOffRefused, match="the English was changed after the Chinese was written"):
        signed(stale_at_desk, signer, overrides={stale_findings(stale_at_desk)[0].as_shown: "I know better."})


def test_withheld_chinese_may_be_stale(stale_at_desk, signer):
    edition = signed(stale_at_desk, signer, withhold_chinese_because="The Chinese is being mended.")

    assert edition.language_codes == ("en",)


def test_the_reviewer_sees_at_the_text_that_it_is_stale(client, stale_at_desk, language_reviewer):
    client.login(username=language_reviewer.username, password=PASSWORD)

    screen = looked_at(client.get(reverse("editorial_review", args=[stale_at_desk.pk])).content.decode())

    told = [item.get_text(" ", strip=True) for item in screen.select(".review__findings li")]
    assert f"Must be mended: {stale_findings(stale_at_desk)[0].message}" in told


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("18 years", "18\u00a0years", True),
        ("≥ 18 years", "≥18 years", True),
        ("10 mg", "10mg", True),
        ("CAR-T\u200b cells", "CAR-T cells", True),
        ("a\n\nb", "a b", True),
        ("成 年 人", "成年人", True),
        ("no where", "nowhere", False),
        ("1 0 mg", "10 mg", False),
        ("18 years", "18 years.", False),
        ("Adults", "adults", False),
    ],
)
def test_white_space_makes_no_difference_where_no_word_or_number_ends(one, other, same):
    assert says_the_same(one, other) is same
