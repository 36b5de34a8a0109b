"""What a code on paper stands for: in force, replaced, withdrawn, redacted, forged, unknown, ambiguous."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from editorial import triggers
from editorial.content import Words
from editorial.editions import end
from editorial.models import Edition
from editorial.seals import redaction_seal_of
from tests.site.acts import give_digest, put_up
from tests.site.conftest import REVIEWED
from tests.site.publishing import prose_content
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import soup, words_of
from trials.content import Age, Contact, Criterion, TrialContent
from trials.site.codes import plain_code
from trials.site.review import verify_address

DAY = timedelta(days=1)


def check(client, edition: Edition | str, lang="en", **options):
    code = edition if isinstance(edition, str) else edition.digest[:12]
    return client.get(f"/{lang}/verify/{code}/", **options)


def page_of(client, edition: Edition | str, lang="en"):
    return soup(check(client, edition, lang).content).main


def verdict(page) -> str:
    return words_of(page.select_one("h1 + .status"))


def changes(page) -> dict[str, list[str]]:
    """What is said of each place that changed."""
    return {
        words_of(row.strong): [words_of(line) for line in row.select(".since__line")]
        for row in page.select(".since > li")
    }


def change(client, publish, before: TrialContent, after: TrialContent, lang="en") -> dict[str, list[str]]:
    paper = publish(before)
    publish(after, now=REVIEWED + DAY)
    return changes(page_of(client, paper, lang))


def criterion(key: str, text: Words, group: str = "inclusion") -> Criterion:
    return Criterion(key, group, 1, False, "registry", text)


def redact(edition: Edition) -> None:
    edition.refresh_from_db()
    edition.redacted_at, edition.redacted_because, edition.content = REVIEWED + 2 * DAY, "asked for", ""
    edition.redaction_seal = redaction_seal_of(edition)
    edition.save(update_fields=["content", *Edition.REDACTION])


def tamper(statement: str, *values: object) -> None:
    triggers.drop(connection)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE editorial_edition SET {statement}", values)


def test_edition_in_force_says_so(client, publish):
    edition = publish(seed_content())

    page = page_of(client, edition)

    assert verdict(page) == "In force: the page on the site has exactly these words today."
    assert words_of(page.select_one(".status ~ p:not(.status)")) == (
        "You hold: Edition 1 of the page on trial NCT06279026, published 15 May 2026, "
        f"code {edition.digest[:12]}"
    )
    assert page.select_one(".onward")["href"] == "/en/trials/nct06279026/"
    assert page.select(".since") == []
    assert [words_of(each) for each in page.select("h2 ~ .review__line")] == [
        "Last reviewed 2026-05-15 by the Find a Trial editorial team."
    ]


def test_edition_in_force_in_chinese(client, publish):
    edition = publish(seed_content())

    page = page_of(client, edition, "zh-hans")

    assert page.select_one(".onward")["href"] == "/zh-hans/trials/nct06279026/"
    assert words_of(page.select_one(".onward")) == seed_content().headline.zh_hans


def test_replaced_edition_says_since_when_and_what_is_in_force(client, publish):
    paper = publish(seed_content())
    publish(seed_content(headline=Words("New", "新")), now=REVIEWED + DAY)

    page = page_of(client, paper)

    assert verdict(page) == (
        "Out of date since 16 May 2026: in force is edition 2, published 16 May 2026. "
        "Do not rely on the paper."
    )
    assert words_of(page.select_one(".onward")) == "New"
    assert changes(page) == {"Headline": ["worded differently: read it on the page"]}
    assert "Changed: headline." in words_of(page)


def test_replaced_words_are_not_shown_again(client, publish):
    old = Words("Withdrawn phrase of 60 grams", "撤回的说法60克")
    paper = publish(seed_content(costs=old))
    publish(seed_content(costs=Words("It is 65 grams", "为65克")), now=REVIEWED + DAY)

    texts = [check(client, paper, lang).content.decode() for lang in ("en", "zh-hans")]

    assert [[word in text for word in ("Withdrawn", "phrase", "撤回", "说法")] for text in texts] == [
        [False] * 4
    ] * 2


def test_changed_number_is_told_with_what_it_was(client, publish):
    before = seed_content(costs=Words("Travel up to 60 yuan a day", "每天交通费最多60元"))
    after = seed_content(costs=Words("Travel up to 65 yuan a day", "每天交通费最多65元"))

    assert change(client, publish, before, after) == {"Costs and payments": ["to: was 60; now 65"]}


def test_number_changed_in_the_other_language_alone_is_told_too(client, publish):
    before = seed_content(costs=Words("Up to 65 yuan", "最多60元"))
    after = seed_content(costs=Words("Up to 65 yuan", "最多65元"))

    assert change(client, publish, before, after) == {
        "Costs and payments": ["Chinese text: 最多: was 60; now 65"]
    }


def test_changed_comparator_is_a_changed_number(client, publish):
    rows = [seed_content(criteria=(criterion("i1", Words(f"Age {n}", f"年龄{n}")),)) for n in ("≥18", ">18")]

    assert change(client, publish, *rows) == {"Inclusion criterion 1": ["Age: was ≥18; now >18"]}


WORDED = ["worded differently: read it on the page"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Chemotherapy within 4 weeks", "4周内化疗"), ("Chemotherapy within 4 months", "4个月内化疗")),
        (("At least two lines", "至少二线"), ("At least three lines", "至少三线")),
        (("Platelets at least 50", "血小板不低于50"), ("Platelets at most 50", "血小板不高于50")),
        (("5 mg, then 5 mg", "5 mg，然后5 mg"), ("5 mg", "5 mg")),
        (("twice daily for 14 days", "14天"), ("once daily for 14 days", "14天")),
        (("not within 14 days", "14天内不得"), ("within 14 days", "14天内")),
        (("14 days before dosing", "给药前14天"), ("14 days after dosing", "给药后14天")),
    ],
)
def test_text_of_another_sense_with_the_same_numbers_is_told_by_its_place(client, publish, before, after):
    rows = [seed_content(criteria=(criterion("i1", Words(*words)),)) for words in (before, after)]

    assert change(client, publish, *rows) == {"Inclusion criterion 1": WORDED}


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", {"Costs and payments": ["Chinese text: worded differently: read it on the page"]}),
        ("zh-hans", 1),
    ],
)
def test_words_of_the_other_language_that_changed_are_told_too(client, publish, lang, told):
    before, after = (seed_content(costs=Words("Nothing", words)) for words in ("没有", "不收费"))

    found = change(client, publish, before, after, lang)

    assert (found if lang == "en" else len(found)) == told


def test_number_in_a_text_of_another_sense_does_not_hide_that(client, publish):
    rows = [seed_content(costs=Words(words, "钱")) for words in ("At least 60 yuan", "At most 65 yuan")]

    assert change(client, publish, *rows) == {"Costs and payments": ["was 60; now 65", *WORDED]}


@pytest.mark.parametrize(
    ("changed", "place", "told"),
    [
        (
            lambda rows: (replace(rows[0], group="exclusion"), *rows[1:]),
            "Inclusion criterion 1",
            "was Inclusion Criteria; now Exclusion Criteria",
        ),
        (lambda rows: (rows[1], rows[0]), "Criteria", "in another order"),
        (
            lambda rows: (rows[0], replace(rows[1], level=2)),
            "Inclusion criterion 2",
            "is part of another criterion, or of none: read it on the page",
        ),
    ],
    ids=["other group", "other order", "other level"],
)
def test_criterion_that_moved_is_told(client, publish, changed, place, told):
    rows = tuple(criterion(key, Words(f"Words {key}", f"文字{key}")) for key in ("i1", "i2"))

    found = change(client, publish, seed_content(criteria=rows), seed_content(criteria=tuple(changed(rows))))

    assert [lines for name, lines in found.items() if name == place] == [[told]]


@pytest.mark.parametrize(
    "changed",
    [
        {"interventions": ()},
        {"identifiers": ()},
        {"sponsor": None},
        {"conditions": ()},
        {"sources": ()},
        {"facts": seed_facts(why_stopped=Words("toxic", "毒性"))},
        {"interventions": tuple(replace(row, type="DEVICE") for row in seed_content().interventions)},
    ],
)
def test_every_other_fact_that_changed_is_told(client, publish, changed):
    found = change(client, publish, seed_content(), seed_content(**changed))

    assert found != {}


def test_changed_place_leads_to_where_it_stands_on_the_page(client, publish):
    rows = [seed_content(criteria=(criterion("i1", Words(words, "文字")),)) for words in ("Old", "New")]
    paper = publish(rows[0])
    publish(rows[1], now=REVIEWED + DAY)

    link = page_of(client, paper).select_one(".since a")

    assert link["href"] == "/en/trials/nct06279026/#i1"


def test_mark_of_the_author_alone_is_no_change_of_words(client, publish):
    rows = [
        seed_content(
            schema=4, criteria=(replace(criterion("i1", Words("Words", "文字")), decisive=decisive),)
        )
        for decisive in (False, True)
    ]

    assert change(client, publish, *rows) == {}


@pytest.mark.parametrize(
    ("kind", "tone"), [("paused", "paused"), ("safety", "paused"), ("closed", "closed"), ("contact", "open")]
)
def test_edition_in_force_is_not_green_below_an_urgent_notice(client, publish, lead, kind, tone):
    edition = publish(seed_content())
    put_up(edition, by=lead, kind=kind)

    shown = page_of(client, edition).select_one("h1 + .status")

    assert f"status--{tone}" in shown["class"]
    assert words_of(shown).endswith("Read the urgent notice first.") == (tone != "open")


def test_facts_that_changed_are_told(client, publish):
    before = seed_content(contacts=(Contact("c1", "", "CONTACT", "010-1", ""),))
    after = seed_content(
        contacts=(Contact("c1", "", "CONTACT", "010-2", ""),),
        facts=seed_facts(status="COMPLETED", minimum_age=Age(21, "year")),
    )

    assert change(client, publish, before, after) == {
        "Recruitment status": ["was Recruiting; now Completed"],
        "Youngest age": ["was 18; now 21"],
        "Study contact 1: telephone": ["was 010-1; now 010-2"],
    }


def test_criteria_that_came_and_went_are_named_by_the_number_of_their_paper(client, publish):
    kept, gone, new = (criterion(key, Words(f"Words {key}", f"文字{key}")) for key in ("i1", "i2", "i3"))
    paper = publish(seed_content(criteria=(gone, kept)))
    publish(seed_content(criteria=(kept, new)), now=REVIEWED + DAY)

    page = page_of(client, paper)

    assert [[words_of(each) for each in found.select("li")] for found in page.select("p + ul")[:2]] == [
        ["Inclusion criterion 1"],
        ["Inclusion criterion 2"],
    ]


def test_criterion_with_another_number_now_has_both(client, publish):
    rows = (criterion("i1", Words("Words", "文字")), criterion("i2", Words("Age 18", "年龄18")))
    paper = publish(seed_content(criteria=rows))
    later = criterion("i2", Words("Age 20", "年龄20"))
    publish(seed_content(criteria=(later,)), now=REVIEWED + DAY)

    row = page_of(client, paper).select_one(".since > li")

    assert words_of(row) == "Inclusion criterion 2 (now: Inclusion criterion 1) Age: was 18; now 20"


def test_chinese_withheld_since_is_no_change_of_numbers(client, publish):
    before = seed_content(costs=Words("Up to 65 yuan", "最多60元"))

    assert change(client, publish, before, before.withhold_chinese(), "zh-hans") == {}


def test_withdrawn_edition_says_when_and_why(client, publish):
    edition = publish(seed_content())
    end(edition, Edition.End.WITHDRAWN, now=REVIEWED + DAY, because=Words("the trial closed", "试验已关闭"))

    page = page_of(client, edition)

    assert verdict(page) == "We took this page down on 16 May 2026 because: the trial closed"
    assert page.select('a[href="/en/trials/nct06279026/"]') == []
    assert "call your study doctor" in words_of(page)
    assert seed_content().headline.en not in words_of(page)


def test_older_edition_of_a_withdrawn_page_is_withdrawn(client, publish):
    paper = publish(seed_content())
    newer = publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY)
    end(newer, Edition.End.WITHDRAWN, now=REVIEWED + 2 * DAY, because=Words("the trial closed", ""))

    pages = [page_of(client, paper, lang) for lang in ("en", "zh-hans")]

    assert verdict(pages[0]) == "We took this page down on 17 May 2026 because: the trial closed"
    assert pages[1].select_one(".way[hreflang=en]")["href"] == f"/en/verify/{paper.digest[:12]}/"


def test_redacted_edition_keeps_its_code_and_tells_no_numbers(client, publish):
    paper = publish(seed_content())
    publish(seed_content(costs=Words("Up to 65", "最多65")), now=REVIEWED + DAY)
    redact(paper)

    page = page_of(client, paper)

    assert verdict(page).startswith("Out of date since 16 May 2026")
    assert "The words of this edition were removed on 17 May 2026" in words_of(page)
    assert page.select(".since") == []
    assert paper.digest in words_of(page.select_one(".auditing"))
    assert "the digest cannot be computed anew" in words_of(page.select_one(".auditing"))


@pytest.mark.parametrize(
    "statement",
    [
        "content = REPLACE(content, 'UTAA17', 'UTAA18') WHERE number = 1",
        "number = 7 WHERE number = 1",
        "ended_at = NULL, ended_reason = '', end_seal = '' WHERE number = 1 AND 1 = 0 OR number = 2",
        "content = REPLACE(content, 'UTAA17', 'UTAA18') WHERE number = 2",
    ],
)
def test_forged_edition_or_successor_is_being_checked(client, publish, statement):
    paper = publish(seed_content())
    publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY)
    if "1 = 0" in statement:
        end(Edition.objects.get(number=2), Edition.End.WITHDRAWN, now=REVIEWED + 2 * DAY)
        statement = "ended_reason = 'superseded' WHERE number = 2"
    tamper(statement)

    answer = check(client, paper)

    assert answer.status_code == 503
    assert "UTAA18" not in answer.content.decode()


def test_urgent_notice_and_status_of_today_are_told(client, publish, lead):
    paper = publish(seed_content())
    put_up(publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY), by=lead)

    page = page_of(client, paper)

    assert page.select_one("section.urgent + h1") is not None
    assert words_of(page.select_one("h2 + .status")).endswith("Read the urgent notice first.")


def test_what_proves_the_edition_is_folded_away(client, publish):
    first = publish(seed_content())
    second = publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY)

    folded = page_of(client, second).select_one("details.auditing:not([open])")

    assert [words_of(each) for each in folded.select("dd")] == [second.digest, second.seal, first.seal]
    assert [words_of(each) for each in folded.select("li")] == [
        "16 May 2026 · the whole page · Haematologist. Interests declared: none"
    ]


def test_same_words_again_are_told_by_their_newest_edition(client, publish):
    first = publish(seed_content())
    publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY)
    publish(seed_content(), now=REVIEWED + 2 * DAY)

    assert verdict(page_of(client, first)).startswith("In force")


def test_code_of_an_information_page_is_told(client, publish):
    edition = publish(prose_content("about/", Words("About us", "关于我们"), Words("We are.", "我们。")))

    page = page_of(client, edition)

    assert verdict(page).startswith("In force")
    assert [words_of(each) for each in page.select(".onward")] == ["About us"]


def test_beginning_that_several_editions_share_lists_them(client, publish):
    editions = [
        publish(seed_content()),
        publish(seed_content(costs=Words("New", "新")), now=REVIEWED + DAY),
    ]
    for edition, last in zip(editions, "ab", strict=True):
        give_digest(edition, f"abcdef012345{last}".ljust(64, "0"))

    page = page_of(client, "abcdef012345")

    assert [(link["href"][:27], words_of(link)[:9]) for link in page.select(".which a")] == [
        ("/en/verify/abcdef012345a000", "Edition 1"),
        ("/en/verify/abcdef012345b000", "Edition 2"),
    ]


@pytest.mark.parametrize("code", ["0" * 12, "0" * 11, "0" * 65, "a" * 500, "zzzz", "%00", "'--", "％", "é"])
@pytest.mark.parametrize("lang", ["en", "zh-hans"])
def test_code_nobody_has_says_how_codes_look(client, home, lang, code):
    answer = check(client, code, lang, follow=True)

    assert answer.status_code == 404
    assert soup(answer.content).select_one("main #code[name=code]") is not None


def test_code_typed_is_shown_again_and_cannot_write_the_page(client, home):
    answer = check(client, "%3Cscript%3E%22%3E", follow=True)

    assert soup(answer.content).main.find_all("script") == []


def test_too_short_a_code_of_an_edition_is_not_looked_up(client, publish):
    edition = publish(seed_content())

    assert check(client, edition.digest[:11]).status_code == 404


@pytest.mark.parametrize("length", [12, 13, 63, 64])
def test_any_longer_beginning_of_the_digest_finds_it(client, publish, length):
    edition = publish(seed_content())

    assert check(client, edition.digest[:length]).status_code == 200


def test_code_is_asked_for_in_a_form_that_leads_to_it(client, publish):
    edition = publish(seed_content())
    typed = edition.digest[:12].upper()

    form = soup(client.get("/en/verify/").content).main.form
    answer = client.get(form["action"], {"code": f"{typed[:4]} {typed[4:8]}-{typed[8:]}"})

    assert (form["method"], answer.status_code) == ("get", 302)
    assert answer["Location"] == f"/en/verify/{edition.digest[:12]}/"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("A1B2C3D4E5F6", "a1b2c3d4e5f6"),
        (" a1b2 c3d4-e5f6。", "a1b2c3d4e5f6"),
        ("ａ１ｂ２ｃ３ｄ４ｅ５ｆ６", "a1b2c3d4e5f6"),
        ("aObIcld4e5f6", "a0b1c1d4e5f6"),
        ("。）", ""),
    ],
)
def test_codes_are_read_however_they_are_typed(typed, code):
    assert plain_code(typed) == code


@pytest.mark.parametrize(("asked", "lang"), [("zh-CN,zh;q=0.9", "zh-hans"), ("en", "en"), ("", "en")])
def test_address_on_paper_leads_to_the_language_of_the_browser(client, publish, asked, lang):
    edition = publish(seed_content())
    on_paper = verify_address(edition).removeprefix("http://localhost:8000")

    answer = client.get(on_paper, headers={"accept-language": asked})

    assert (answer.status_code, answer["Location"]) == (302, f"/{lang}/verify/{edition.digest[:12]}/")
    assert answer["Vary"] == "Accept-Language"


def test_check_is_kept_out_of_search_engines_and_caches(client, publish):
    answer = check(client, publish(seed_content()))

    assert soup(answer.content).select_one('meta[name="robots"]')["content"] == "noindex"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("before", [0, 3])
def test_look_up_asks_no_more_of_a_long_history(client, publish, django_assert_num_queries, before):
    paper = publish(seed_content())
    for number in range(1, before + 2):
        costs = Words(f"Up to {number}", f"最多{number}")
        publish(seed_content(costs=costs), now=REVIEWED + number * DAY)
    check(client, paper)

    with django_assert_num_queries(12):
        check(client, paper)


def test_edition_of_an_earlier_schema_is_compared(client, publish):
    before = replace(seed_content(schema=1), costs=Words("Up to 60", "最多60"))
    after = replace(seed_content(schema=4), costs=Words("Up to 65", "最多65"))

    assert change(client, publish, before, after) == {"Costs and payments": ["to: was 60; now 65"]}
