"""The self-check: what is asked, what never is, and that nothing is counted or kept."""

from dataclasses import replace

import pytest

from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from tests.site.acts import put_up
from tests.site.conftest import REVIEWED
from tests.site.seed import seed_content
from tests.site.seen import outline, soup, words_of
from trials.content import Criterion, TrialContent
from trials.site.self_check import left_to_the_doctor
from trials.site.self_checkable import checkable

CHECK = "/en/trials/nct06279026/check/"


def row(key: str, group: str = "inclusion", level: int = 1, who: str = "", **marks: bool) -> Criterion:
    return Criterion(
        key, group, level, False, "registry", Words(f"Words {key}", f"文字{key}"), who_can_tell=who, **marks
    )


def content(*rows: Criterion) -> TrialContent:
    return seed_content(schema=4, criteria=rows)


MARKED = content(
    row("i1", who="you"),
    row("i2", who="papers"),
    row("i3", who="doctor"),
    row("i4"),
    row("e1", "exclusion", who="you"),
    row("e2", "exclusion", who="you", sensitive=True),
)


def page_of(client, lang="en"):
    return soup(client.get(f"/{lang}/trials/nct06279026/check/").content)


def asked(page) -> list[tuple[str, str]]:
    return [
        (words_of(item.select_one(".criteria__number")), words_of(item.select_one("[id$=-says]")))
        for item in page.select(".check > li")
    ]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ((row("i1", who="you"), row("i2", who="papers"), row("i3", who="doctor"), row("i4")), {"i1", "i2"}),
        ((row("i1", who="you", sensitive=True),), set()),
        # A part of something private would show the words it is a part of.
        ((row("i1", sensitive=True), row("i2", level=2, who="you")), set()),
        ((row("i1", who="you"), row("i2", level=2, sensitive=True)), set()),
        ((row("i1", who="you"), row("i2", level=2, who="doctor")), set()),
        ((row("i1", who="you"), row("i2", level=2, who="papers")), {"i1"}),
        ((row("i1", who="doctor"), row("i2", level=2, who="papers")), {"i2"}),
        # Nobody said who can tell the part; its words are not put to readers.
        ((row("i1", who="you"), row("i2", level=2)), set()),
        ((row("i1", who="you"), row("i2", level=2, who="you"), row("i3", level=3)), set()),
        # Shown group by group, a row of another group in between parts nothing.
        ((row("i1", sensitive=True), row("e1", "exclusion"), row("i2", level=2, who="you")), set()),
        # The next criterion of the same level, or of another group, is no part of it.
        ((row("i1", sensitive=True), row("i2", who="you")), {"i2"}),
        ((row("i1", sensitive=True), row("e1", "exclusion", level=2, who="you")), {"e1"}),
    ],
)
def test_what_is_asked_is_what_the_author_marked_and_nothing_private(rows, keys):
    assert checkable(content(*rows)) == keys


def test_points_left_are_counted_by_their_parts():
    parts = (row("i2"), row("i3", level=2), row("i4", level=2), row("i5", level=2, who="papers"))

    assert left_to_the_doctor(content(row("i1", who="you"), *parts)) == 2


def test_self_check_in_full(client, publish):
    publish(MARKED)

    page = page_of(client)

    assert outline(page) == ["h1", "h2", "h3", "h3", "h2", "h3", "h2"]
    assert [words_of(heading) for heading in page.main.select("h1, h2, h3")] == [
        "Check for yourself",
        "You can tell",
        "You can take part only if:",
        "You cannot take part if:",
        "Your papers say",
        "You can take part only if:",
        "And now",
    ]
    assert asked(page) == [("1", "Words i1"), ("1", "Words e1"), ("2", "Words i2")]
    assert words_of(page.main.select_one("h2 + p strong")) == (
        "There are 3 more points that only the study doctor can check."
    )


def test_self_check_in_chinese(client, publish):
    publish(MARKED)

    page = page_of(client, "zh-hans")

    assert asked(page) == [("1", "文字i1"), ("1", "文字e1"), ("2", "文字i2")]


def test_nothing_can_be_sent_or_kept(client, publish):
    publish(MARKED)

    page = page_of(client)
    answers = page.main.find_all("input")

    assert page.main.find_all(["form", "button", "script"]) == []
    assert {(each["type"], each["autocomplete"]) for each in answers} == {("radio", "off")}
    assert [each.get("value") for each in answers] == [None] * 9
    assert client.get(CHECK).cookies == {}


def test_each_answer_belongs_to_its_criterion(client, publish):
    publish(MARKED)

    page = page_of(client)
    named = [page.find(id=group["aria-labelledby"]) for group in page.select("[role=radiogroup]")]

    assert [words_of(each) for each in named] == ["Words i1", "Words e1", "Words i2"]


def test_part_of_a_criterion_is_asked_with_what_it_is_a_part_of(client, publish):
    publish(content(row("i1", who="doctor"), row("i2", level=2, who="papers")))

    assert asked(page_of(client)) == [("1.1", "Part of 1 Words i1 Words i2")]


def test_status_and_urgent_notice_stand_above_the_questions(client, publish, lead):
    put_up(publish(MARKED), by=lead)

    page = page_of(client)

    assert page.select_one("section.urgent + h1 ~ .status ~ ul.check") is not None


def test_page_leads_to_its_self_check_and_back(client, publish):
    publish(MARKED)

    there = soup(client.get("/en/trials/nct06279026/").content)
    back = page_of(client)

    # From "who should consider this trial", and from the criteria.
    assert [link["href"] for link in there.select('a[href$="check/"]')] == [CHECK, CHECK]
    assert back.select('a[href="/en/trials/nct06279026/#contacts"]') != []


def test_without_marks_there_is_neither_page_nor_link(client, publish):
    publish(seed_content())

    answer = client.get(CHECK)

    assert answer.status_code == 404
    assert soup(client.get("/en/trials/nct06279026/").content).select('a[href$="check/"]') == []


def test_sensitive_marks_alone_make_no_self_check(client, publish):
    publish(content(row("i1", who="you", sensitive=True)))

    assert client.get(CHECK).status_code == 404


def test_withheld_chinese_shows_no_english_question(client, publish):
    publish(MARKED.withhold_chinese())

    page = page_of(client, "zh-hans")

    assert page.select(".check") == []
    assert page.select_one(".way[hreflang=en]")["href"] == CHECK


def test_self_check_of_a_page_taken_down_is_gone(client, publish):
    end(publish(MARKED), Edition.End.WITHDRAWN, now=REVIEWED)

    assert client.get(CHECK).status_code == 410


def test_self_check_is_kept_out_of_search_engines(client, publish):
    publish(MARKED)

    assert page_of(client).select_one('meta[name="robots"]')["content"] == "noindex"


@pytest.mark.parametrize("path", ["/en/trials/NCT06279026/check/", f"{CHECK}。", f"{CHECK})"])
def test_address_as_chats_hand_it_on_leads_to_the_self_check(client, publish, path):
    publish(MARKED)

    assert client.get(path, follow=True).redirect_chain[-1][0] == CHECK


def test_edited_marks_change_nothing_before_they_are_signed(client, publish):
    edition = publish(MARKED)
    page = edition.page.specific
    page.criteria = []
    page.save_revision()

    assert len(asked(page_of(client))) == 3


def test_note_and_provenance_stand_at_the_question(client, publish):
    marked = replace(row("i1", who="you"), note=Words("Ask us.", "请问我们。"))
    publish(replace(content(marked), asked_about=("criteria.i1.text",)))

    page = page_of(client)

    assert len(page.select(".check .note")) == 1
    assert len(page.select(".check .mark")) == 1
