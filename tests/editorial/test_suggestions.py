"""A suggestion writes nothing; accepting one writes it, by its accepter, as the editing screen would."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import ModelLogEntry, PageLogEntry, TaskState

from editorial import people
from editorial.authors import written_by
from editorial.desk import Step, open_desk
from editorial.models import Suggestion, Wording
from editorial.refusals import ChangedSince, SignOffRefused
from editorial.signoff import review_language
from editorial.suggestible import LONGEST_WORDING, answerable_by, words_at
from editorial.suggestions import TextChanged, accept, decline, suggest, take_back
from tests.editorial.desk import CHINESE_TICKED, save_draft, signed
from trials.models import TrialPage
from trials.translating.pins import is_out_of_date
from trials.translating.staleness import confirm_still_right

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
CHINESE = {"place": "criteria.i1.text", "language": "zh-hans", "wording": "血小板计数≥50×10^9/L"}
ENGLISH = {"place": "summary", "language": "en", "wording": "A study of one injection."}


@pytest.fixture
def clearer(submitted, signer):
    """The signer's suggestion for the Chinese of a criterion, on a page that waits for review."""
    return suggest(submitted, person=signer, **CHINESE, now=NOON)


@pytest.fixture
def shorter(submitted, signer):
    return suggest(submitted, person=signer, **ENGLISH, because="Shorter.", now=NOON)


@pytest.fixture
def refused():
    """Return a function that does an act which must be refused, and gives the sentence."""

    def sentence_of(act, *args, **given):
        with pytest.raises(SignOffRefused) as refusal:
            act(*args, now=NOON, **given)
        return str(refusal.value)

    return sentence_of


def said(page, suggestion):
    return words_at(open_desk(page.pk).content, suggestion.place).in_language(suggestion.language)


def wrote(person, page):
    desk = open_desk(page.pk)
    return written_by(person, desk.page, desk.revision)


def join(person, group):
    person.groups.add(Group.objects.get(name=group))


def found_right(page, reviewer):
    seen = open_desk(page.pk).seen_by(reviewer)
    return review_language(page, reviewer=reviewer, seen=seen, ticked=CHINESE_TICKED, now=NOON)


# ——— suggesting


def test_a_suggestion_keeps_the_text_it_was_made_for_and_writes_nothing(submitted, shorter, signer):
    assert (shorter.original, shorter.because, shorter.status) == ("English of summary.", "Shorter.", "open")
    assert said(submitted, shorter) == "English of summary."
    assert Wording.objects.filter(person=signer).count() == 0


@pytest.mark.parametrize("group", [people.LANGUAGE_REVIEWERS, people.MEDICAL_REVIEWERS, people.LEADS])
def test_every_reader_of_the_desk_may_suggest(submitted, person, group):
    made = suggest(submitted, person=person("reader", group), **ENGLISH, now=NOON)

    assert Suggestion.objects.get() == made


def test_who_writes_pages_edits_them_instead(submitted, author, translator, superuser, refused):
    sentence = (
        "Only members of “Chinese language reviewers / Medical reviewers / Signers / Leads” may do this: "
        "suggest a wording. Being an administrator is not enough."
    )

    for writer in (author, translator, superuser):
        assert refused(suggest, submitted, person=writer, **ENGLISH) == sentence


def test_suggesting_without_a_right_on_the_page_is_refused(submitted, signer, refused):
    Group.objects.get(name=people.SIGNERS).page_permissions.all().delete()

    assert refused(suggest, submitted, person=signer, **ENGLISH) == "You have no permission on this page."


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"wording": " \n"}, "Please write the wording you suggest."),
        (
            {"wording": "English of summary.\r\n"},
            "The page says exactly this already. Write what it should say instead.",
        ),
        ({"wording": "a" * (LONGEST_WORDING + 1)}, "The wording is too long: at most 20000 characters."),
        ({"wording": "\x00"}, "Null characters are not allowed."),
        ({"because": "a" * 2001}, "The reason is too long: at most 2000 characters."),
        ({"language": "de"}, "Suggestions are made for the English or the Chinese text."),
        (
            {"place": "sponsor.name"},
            "This name is shared with other pages: it is changed in the vocabulary, not here.",
        ),
        ({"place": "criteria.i99.text"}, "This text is on the page no longer."),
        ({"place": "status"}, "This text is on the page no longer."),
    ],
)
def test_a_suggestion_nobody_could_accept_is_refused(submitted, signer, refused, changed, sentence):
    assert refused(suggest, submitted, person=signer, **ENGLISH | changed) == sentence
    assert Suggestion.objects.count() == 0


def test_a_wording_longer_than_its_column_is_refused_before_somebody_accepts_it(submitted, signer, refused):
    submitted = save_draft(submitted, signer)
    place = {"place": "how_to_participate.h1.time", "language": "en", "wording": "long " * 50}

    assert "at most 200 characters" in refused(suggest, submitted, person=signer, **place)


def test_the_same_wording_is_suggested_once(submitted, shorter, lead, refused):
    assert refused(suggest, submitted, person=lead, **ENGLISH) == (
        "This wording was suggested already and waits for an answer."
    )


def test_a_text_nobody_has_written_yet_can_be_suggested(submitted, signer, author):
    empty = suggest(
        submitted,
        person=signer,
        place="how_to_participate.h1.time",
        language="en",
        wording="Day 1",
        now=NOON,
    )

    accept(empty, by=author, now=NOON)

    assert (empty.original, said(submitted, empty)) == ("", "Day 1")


# ——— accepting


def test_accepting_writes_the_newest_draft_and_makes_the_accepter_its_author(submitted, shorter, author2):
    revision = accept(shorter, by=author2, now=NOON)

    assert said(submitted, shorter) == "A study of one injection."
    assert TrialPage.objects.get(pk=submitted.pk).latest_revision_id == revision.pk
    assert revision.user == author2
    assert wrote(author2, submitted) == ["summary"]


def test_accepting_changes_no_other_word_of_the_page(submitted, shorter, author):
    before = {pair.place: pair.words for pair in open_desk(submitted.pk).content.pairs()}

    accept(shorter, by=author, now=NOON)

    after = {pair.place: pair.words for pair in open_desk(submitted.pk).content.pairs()}
    assert [place for place in after if after[place] != before.get(place)] == ["summary"]
    assert after.keys() == before.keys()


def test_accepting_leaves_the_page_on_the_desk(submitted, clearer, shorter, author, translator):
    accept(clearer, by=translator, now=NOON)
    accept(shorter, by=author, now=NOON)

    assert open_desk(submitted.pk).step == Step.LANGUAGE_REVIEW
    assert TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count() == 1


def test_a_form_opened_before_an_acceptance_signs_nothing(reviewed, signer, author):
    shorter = suggest(reviewed, person=signer, **ENGLISH, now=NOON)
    opened = open_desk(reviewed.pk).seen_by(signer)
    accept(shorter, by=author, now=NOON)

    with pytest.raises(ChangedSince, match="The text changed after you opened it"):
        signed(reviewed, signer, seen=opened)

    assert open_desk(reviewed.pk).edition is None


def test_accepting_a_word_of_what_was_signed_leaves_the_edition_as_it_was(published, signer2, author):
    edition = open_desk(published.pk).edition
    accept(suggest(published, person=signer2, **ENGLISH, now=NOON), by=author, now=NOON)

    desk = open_desk(published.pk)
    assert (desk.edition, desk.edition.digest, desk.is_public) == (edition, edition.digest, False)


def test_the_suggester_may_still_review_and_sign(submitted, clearer, shorter, signer, author, translator):
    join(signer, people.LANGUAGE_REVIEWERS)
    accept(clearer, by=translator, now=NOON)
    accept(shorter, by=author, now=NOON)
    confirm_still_right(submitted, ["summary"], by=author)

    found_right(submitted, signer)

    assert signed(submitted, signer).number == 1


def test_who_accepted_neither_reviews_nor_signs(submitted, clearer, author2, refused):
    for group in (people.SIGNERS, people.LANGUAGE_REVIEWERS):
        join(author2, group)
    accept(clearer, by=author2, now=NOON)

    sentence = refused(
        review_language,
        submitted,
        reviewer=author2,
        seen=open_desk(submitted.pk).seen_by(author2),
        ticked=CHINESE_TICKED,
    )

    assert sentence == (
        "You wrote words of this page (Criterion). Somebody who did not has to review and sign it."
    )
    with pytest.raises(SignOffRefused, match="You wrote words of this page"):
        signed(submitted, author2)


def test_a_suggester_who_saves_the_words_by_another_way_is_their_author(submitted, shorter, signer, refused):
    save_draft(submitted, signer, summary_en=shorter.wording)

    with pytest.raises(SignOffRefused, match="You wrote words of this page"):
        signed(submitted, signer)


def test_accepting_one_s_own_suggestion_is_refused(submitted, signer, refused):
    join(signer, people.AUTHORS)
    own = suggest(submitted, person=signer, **ENGLISH, now=NOON)

    assert refused(accept, own, by=signer) == "You made this suggestion: somebody else has to answer it."
    assert refused(decline, own, by=signer, because="No.") == (
        "You made this suggestion: somebody else has to answer it."
    )
    assert said(submitted, own) == own.original


@pytest.mark.parametrize("act", [accept, decline])
def test_english_is_the_authors_chinese_also_the_translators(
    submitted, shorter, clearer, translator, language_reviewer, superuser, refused, act
):
    given = {"because": "No."} if act is decline else {}

    by_translator = refused(act, shorter, by=translator, **given)
    others = {refused(act, clearer, by=other, **given) for other in (language_reviewer, superuser)}

    assert by_translator == (
        "Only members of “Authors” may do this: answer a suggestion. Being an administrator is not enough."
    )
    assert others == {
        "Only members of “Authors / Translators” may do this: answer a suggestion. "
        "Being an administrator is not enough."
    }


@pytest.mark.parametrize("act", [accept, decline, take_back])
def test_answering_without_a_right_on_the_page_is_refused(submitted, shorter, author, signer, refused, act):
    for group in (people.AUTHORS, people.SIGNERS):
        Group.objects.get(name=group).page_permissions.all().delete()
    # Read again: rights are remembered with the account that was asked.
    by = User.objects.get(pk=(signer if act is take_back else author).pk)
    given = {"because": "No."} if act is decline else {}

    assert refused(act, shorter, by=by, **given) == "You have no permission on this page."


def test_a_page_somebody_locked_is_not_written(submitted, shorter, author, author2, refused):
    TrialPage.objects.filter(pk=submitted.pk).update(locked=True, locked_by=author2)

    assert refused(accept, shorter, by=author) == "This page is locked: nobody can change it now."


def test_a_text_that_changed_since_is_not_overwritten(submitted, shorter, author, author2):
    save_draft(submitted, author2, summary_en="Rewritten meanwhile.")

    with pytest.raises(TextChanged, match="The text changed after this suggestion was made"):
        accept(shorter, by=author, now=NOON)

    assert said(submitted, shorter) == "Rewritten meanwhile."
    assert Suggestion.objects.get().status == "open"


def test_a_row_that_is_gone_is_not_brought_back(submitted, clearer, author, refused):
    page = TrialPage.objects.get(pk=submitted.pk).get_latest_revision_as_object()
    page.criteria = [row for row in page.criteria.all() if row.key != "i1"]
    page.save_revision(user=author)

    assert refused(accept, clearer, by=author) == "This text is on the page no longer."


@pytest.mark.parametrize("act", [accept, decline, take_back])
def test_what_is_answered_stays_answered(submitted, shorter, author, author2, signer, refused, act):
    accept(shorter, by=author, now=NOON)
    by = signer if act is take_back else author2
    given = {"because": "No."} if act is decline else {}

    assert refused(act, shorter, by=by, **given) == (
        "This suggestion waits no longer: accepted by Author at 2026-05-15 12:00."
    )
    assert wrote(author2, submitted) == []


def test_chinese_that_was_accepted_counts_as_made_from_the_english_beside_it(submitted, clearer, translator):
    page = accept(clearer, by=translator, now=NOON).as_object()

    row = next(row for row in page.criteria.all() if row.key == "i1")
    assert row.translated_from == {"text": "Platelets ≥50×10^9/L"}


def test_english_that_was_accepted_leaves_its_chinese_to_be_looked_at(submitted, shorter, author, translator):
    newest = TrialPage.objects.get(pk=submitted.pk).get_latest_revision_as_object()
    newest.write("summary", "zh-hans", "一句话介绍。")
    newest.save_revision(user=translator)

    page = accept(shorter, by=author, now=NOON).as_object()

    assert is_out_of_date(page, "summary") is True


@pytest.mark.parametrize("order", [("english", "chinese"), ("chinese", "english")])
def test_both_languages_suggested_together_belong_together(submitted, signer, author, order):
    both = {
        "english": suggest(submitted, person=signer, **ENGLISH, now=NOON),
        "chinese": suggest(
            submitted, person=signer, place="summary", language="zh-hans", wording="一项研究。", now=NOON
        ),
    }

    for name in order:
        page = accept(both[name], by=author, now=NOON).as_object()

    assert page.translated_from["summary"] == "A study of one injection."


# ——— declining, taking back


def test_declining_leaves_the_text_and_says_why(submitted, shorter, author):
    answered = decline(shorter, by=author, because=" The registry says so. ", now=NOON)

    assert (answered.status, answered.decided_by, answered.declined_because) == (
        "declined",
        author,
        "The registry says so.",
    )
    assert said(submitted, shorter) == "English of summary."


def test_declining_without_a_reason_is_refused(shorter, author, refused):
    assert refused(decline, shorter, by=author, because=" ") == "Please write the reason."


def test_taking_back_is_the_suggester_s_own(shorter, lead, signer, refused):
    by_another = refused(take_back, shorter, by=lead)

    assert by_another == "Only Signer can take this suggestion back."
    assert take_back(shorter, by=signer, now=NOON).status == "taken-back"


# ——— what is told of them


def test_each_act_stands_in_the_history_of_the_page(submitted, shorter, clearer, author, translator, signer):
    accept(shorter, by=author, now=NOON)
    decline(clearer, by=translator, because="No.", now=NOON)
    take_back(suggest(submitted, person=signer, **CHINESE, now=NOON), by=signer, now=NOON)

    logged = PageLogEntry.objects.filter(page=submitted, action__startswith="editorial.").order_by("pk")
    assert [(entry.action, entry.user) for entry in logged] == [
        ("editorial.suggest", signer),
        ("editorial.suggest", signer),
        ("editorial.accept", author),
        ("editorial.decline", translator),
        ("editorial.suggest", signer),
        ("editorial.take_back", signer),
    ]
    assert ModelLogEntry.objects.filter(action__startswith="editorial.").count() == 0


def test_who_may_answer_which(submitted, shorter, clearer, author, translator, signer, superuser):
    assert list(answerable_by(author)) == [shorter, clearer]
    assert list(answerable_by(translator)) == [clearer]
    assert list(answerable_by(signer)) == []
    assert list(answerable_by(superuser)) == []
