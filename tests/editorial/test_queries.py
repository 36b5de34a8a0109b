"""Queries: whoever asks or answers writes nothing; what readers are told is written, reviewed and signed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from wagtail.models import PageLogEntry

from editorial import people
from editorial.authors import written_by
from editorial.desk import Step, open_desk
from editorial.models import EditorQuery, Wording
from editorial.queries import LONGEST, answer, ask, open_queries, reopen, tell_readers
from editorial.refusals import SignOffRefused
from tests.editorial.desk import save_draft

NOON = datetime(2026, 5, 15, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
CRITERION = "criteria.i1.text"


@pytest.fixture
def query(submitted, language_reviewer):
    """The reviewer's question about a criterion, on a page that waits for review."""
    return ask(submitted, by=language_reviewer, place=CRITERION, question="κb/γ: is κ/λ meant?", now=NOON)


@pytest.fixture
def told(query, author):
    """The same query, of which the draft tells readers."""
    tell_readers(query, by=author, on=True, now=NOON)
    return query


@pytest.fixture
def refused():
    """Return a function that does an act which must be refused, and gives the sentence."""

    def sentence_of(act, *args, **given):
        with pytest.raises(SignOffRefused) as refusal:
            act(*args, now=NOON, **given)
        return str(refusal.value)

    return sentence_of


def asked_about(page):
    return open_desk(page.pk).content.asked_about


def actions(page):
    logged = PageLogEntry.objects.filter(page=page.pk, action__startswith="editorial.query")
    return [entry.action for entry in logged.order_by("pk")]


# ——— asking


def test_a_question_writes_nothing_of_the_page(submitted, query, language_reviewer):
    desk = open_desk(submitted.pk)

    assert (query.place, query.status, query.asked_by) == (CRITERION, "open", language_reviewer)
    assert Wording.objects.filter(person=language_reviewer).count() == 0
    assert (desk.step, written_by(language_reviewer, desk.page, desk.revision)) == (Step.LANGUAGE_REVIEW, [])
    assert actions(submitted) == ["editorial.query"]


@pytest.mark.parametrize("group", people.GROUPS)
def test_every_member_of_the_office_may_ask_and_answer(draft, person, group):
    member = person("member", group)

    asked = ask(draft, by=member, place="summary", question="Really?", now=NOON)
    done = answer(asked, by=member, words="Yes.", now=NOON)

    assert (done.query.status, done.query.answered_by, done.revision) == ("answered", member, None)


def test_an_administrator_is_no_member_of_the_office(draft, superuser, query, refused):
    groups = " / ".join(people.GROUPS)

    for act in (
        lambda **now: ask(draft, by=superuser, place="summary", question="?", **now),
        lambda **now: answer(query, by=superuser, words="Yes.", **now),
        lambda **now: reopen(query, by=superuser, **now),
        lambda **now: tell_readers(query, by=superuser, on=True, **now),
    ):
        assert refused(act).startswith(f"Only members of “{groups}” may do this")


def test_a_fact_can_be_asked_about(draft, author):
    ask(draft, by=author, place="facts.phases", question="Why NA?", now=NOON)

    assert list(open_queries(draft)) == ["facts.phases"]


def test_a_place_the_page_does_not_have_is_refused(draft, author, refused):
    for place in ("criteria.i9.text", "", "nowhere", "criteria.i1"):
        sentence = refused(ask, draft, by=author, place=place, question="?")

        assert sentence == "This text is on the page no longer."


def test_an_empty_and_an_endless_question_are_refused(draft, author, refused):
    given = {"by": author, "place": "summary"}

    assert refused(ask, draft, question=" \0\n", **given) == "Please write the question."
    assert refused(ask, draft, question="a" * (LONGEST + 1), **given) == (
        "The text is too long: at most 2000 characters."
    )
    assert EditorQuery.objects.count() == 0


def test_the_same_question_is_not_asked_twice_while_it_is_open(submitted, query, author, refused):
    again = {"by": author, "place": CRITERION, "question": query.question}

    assert refused(ask, submitted, **again) == "This was asked already and waits for an answer."
    answer(query, by=author, words="Yes.", now=NOON)
    ask(submitted, now=NOON, **again)

    assert EditorQuery.objects.count() == 2


def test_open_queries_are_read_in_one_query_of_the_database(
    submitted, query, author, django_assert_num_queries
):
    for number in range(5):
        ask(submitted, by=author, place=CRITERION, question=f"Why {number}?", now=NOON)

    with django_assert_num_queries(1):
        found = open_queries(submitted)
        names = [str(each.asked_by) for each in found[CRITERION]]

    assert names == ["language-reviewer"] + ["author"] * 5


# ——— answering


def test_an_answered_query_is_not_answered_again(query, author, signer, refused):
    answer(query, by=author, words="κ/λ is meant.", now=NOON)

    sentence = refused(answer, query, by=signer, words="No.")

    assert sentence == "This query was answered by Author at 2026-05-15 12:00."
    assert EditorQuery.objects.get().answer == "κ/λ is meant."


def test_an_empty_answer_is_refused(query, author, refused):
    assert refused(answer, query, by=author, words=" ") == "Please write the answer."
    assert EditorQuery.objects.get().status == "open"


def test_a_reopened_query_waits_again_and_the_log_keeps_its_answer(submitted, query, author, refused):
    answer(query, by=author, words="Yes.", now=NOON)

    reopen(query, by=author, now=NOON)

    stands = EditorQuery.objects.get()
    entry = PageLogEntry.objects.get(action="editorial.query_reopened")
    assert (stands.status, stands.answer, stands.answered_by) == ("open", "", None)
    assert entry.data == {"query": query.pk, "place": CRITERION, "answer": "Yes."}
    assert refused(reopen, query, by=author) == "This query is open."


# ——— telling readers


def test_what_readers_are_told_is_in_the_content_and_written_by_who_told(submitted, told, author):
    desk = open_desk(submitted.pk)

    assert desk.content.asked_about == (CRITERION,)
    assert "asked_about" in written_by(author, desk.page, desk.revision)
    assert (desk.revision.user, desk.step) == (author, Step.LANGUAGE_REVIEW)
    assert actions(submitted) == ["editorial.query", "editorial.query_told"]


def test_a_lead_tells_readers_and_can_not_sign_then(submitted, query, lead):
    tell_readers(query, by=lead, on=True, now=NOON)

    desk = open_desk(submitted.pk)
    assert written_by(lead, desk.page, desk.revision) == ["asked_about"]


def test_who_reviews_signs_or_translates_does_not_tell_readers(
    submitted, query, language_reviewer, signer, translator, refused
):
    for other in (language_reviewer, signer, translator):
        sentence = refused(tell_readers, query, by=other, on=True)

        assert sentence == (
            "Only members of “Authors / Leads” may do this: change what readers are told of a query. "
            "Being an administrator is not enough."
        )
    assert asked_about(submitted) == ()


def test_readers_are_told_once_and_of_open_queries_only(submitted, told, author, refused):
    assert refused(tell_readers, told, by=author, on=True) == "The draft says it already."
    answer(told, by=author, words="Yes.", now=NOON)

    assert refused(tell_readers, told, by=author, on=True) == (
        "This query was answered by Author at 2026-05-15 12:00."
    )
    assert refused(tell_readers, told, by=author, on=False) == "The draft does not say it."


def test_no_sentence_stands_at_a_fact_a_name_or_the_headline(draft, author, refused):
    for place in ("facts.phases", "sponsor.name", "headline", "seo_description"):
        query = ask(draft, by=author, place=place, question="?", now=NOON)

        assert refused(tell_readers, query, by=author, on=True) == (
            "Readers meet no sentence at this place. Write about it in “What is not known” instead."
        )


def test_nothing_is_told_on_a_locked_page(submitted, query, author, signer, refused):
    submitted.refresh_from_db()
    submitted.locked, submitted.locked_by = True, signer
    submitted.save(update_fields=["locked", "locked_by"])

    assert refused(tell_readers, query, by=author, on=True) == (
        "This page is locked: nobody can change it now."
    )


def test_answering_takes_the_sentence_off_the_draft(submitted, told, author):
    done = answer(told, by=author, words="The sponsor means κ/λ.", now=NOON)

    assert asked_about(submitted) == ()
    assert done.revision == open_desk(submitted.pk).revision


def test_a_reviewer_does_not_answer_what_readers_are_told_of(submitted, told, language_reviewer, refused):
    sentence = refused(answer, told, by=language_reviewer, words="Yes.")

    assert sentence.startswith("Only members of “Authors / Leads” may do this")
    assert EditorQuery.objects.get().status == "open"
    assert asked_about(submitted) == (CRITERION,)


def test_the_sentence_stays_while_another_query_is_open_there(submitted, told, author, signer):
    other = ask(submitted, by=signer, place=CRITERION, question="And the unit?", now=NOON)

    answer(told, by=author, words="Yes.", now=NOON)
    stayed = asked_about(submitted)
    answer(other, by=author, words="g/L.", now=NOON)

    assert (stayed, asked_about(submitted)) == ((CRITERION,), ())


def test_the_sentence_of_a_text_that_is_gone_can_be_taken_off(submitted, told, author):
    newest = open_desk(submitted.pk).page
    newest.criteria = [row for row in newest.criteria.all() if row.key != "i1"]
    newest.save_revision(user=author)

    tell_readers(told, by=author, on=False, now=NOON)

    assert asked_about(submitted) == ()


def test_a_save_of_somebody_else_keeps_what_readers_are_told(submitted, told, translator):
    save_draft(submitted, translator, summary_zh_hans="另一段文字。")

    assert asked_about(submitted) == (CRITERION,)
