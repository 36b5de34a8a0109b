"""What readers are told of a page whose review is late, day by day."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from editorial.content import Words
from editorial.freshness import Freshness, freshness_of, newest_due
from tests.site.publishing import prose_content
from tests.site.seed import seed_content, seed_facts
from tests.site.seen import article, soup, words_of
from trials.models import PublishedTrial
from trials.site.sentences import status_sentence

DUE = date(2026, 11, 11)
BOUNDARIES = [
    (-1, Freshness.FRESH),
    (0, Freshness.DUE),
    (13, Freshness.DUE),
    (14, Freshness.OVERDUE),
    (89, Freshness.OVERDUE),
    (90, Freshness.LAPSED),
    (179, Freshness.LAPSED),
    (180, Freshness.HIDDEN),
]
NOTE = "This page was due for review by 2026-11-11 and has not been reviewed since."
ZH_NOTE = "本页原定最晚于2026年11月11日复审，但至今尚未复审。"
RECRUITING = seed_facts(status_date="2026-10-01")
# For pages read on the day the tests run.
LATELY = seed_facts(status_date=timezone.localdate().isoformat())
PATH = "trials/nct06279026/"


@pytest.mark.parametrize(("days", "step"), BOUNDARIES)
def test_freshness_changes_on_its_day(days, step):
    assert freshness_of(DUE, DUE + timedelta(days=days)) == step


def test_page_without_a_due_day_is_fresh():
    assert freshness_of(None, DUE) == Freshness.FRESH


@pytest.mark.parametrize(("days", "step"), BOUNDARIES[1:])
def test_newest_due_day_agrees_with_the_step(days, step):
    today = DUE + timedelta(days=days)

    assert (newest_due(step, today) >= DUE, freshness_of(newest_due(step, today), today)) == (True, step)


def late(days, lang="en", **changes):
    facts = {"facts": RECRUITING}
    return article(seed_content(**facts), lang, today=DUE + timedelta(days=days), **changes)


@pytest.mark.parametrize(
    ("days", "lang", "note"),
    [
        (-1, "en", []),
        (0, "en", ["This page is due for review today, 2026-11-11."] * 2),
        (0, "zh-hans", ["本页应于今天（2026年11月11日）复审。"] * 2),
        (1, "en", [NOTE] * 2),
        (180, "zh-hans", [ZH_NOTE] * 2),
    ],
)
def test_note_stands_beside_both_review_lines_from_the_due_day_on(days, lang, note):
    page = late(days, lang)

    assert [words_of(part) for part in page.select(".top__review strong, .review strong")] == note


@pytest.mark.parametrize(("days", "banners"), [(13, 0), (14, 1), (179, 1), (180, 1)])
def test_banner_stands_above_the_headline_after_two_weeks(days, banners):
    parts = late(days).select(".top > section, .top > h1")

    assert [part.name for part in parts] == ["section"] * banners + ["h1"]


@pytest.mark.parametrize(
    ("lang", "label", "said"),
    [
        (
            "en",
            "Not reviewed in time",
            [
                "This page has not been reviewed in time.",
                "It was last reviewed on 2026-05-15, was due for review by 2026-11-11 and has not been "
                "reviewed since. What it says may no longer be right.",
                "Ask the hospital before you rely on it, or look at the registry entry.",
                "View on ClinicalTrials.gov →",
            ],
        ),
        (
            "zh-hans",
            "未按时审核",
            [
                "本页未按时审核。",
                "本页上次审核日期是2026年5月15日，原定最晚于2026年11月11日复审，但至今尚未复审，内容可能已经过时。",
                "请先向医院问清，或查看登记处的记录。",
                "在ClinicalTrials.gov上查看 →",
            ],
        ),
    ],
)
def test_banner_says_what_happened_and_what_to_do(lang, label, said):
    banner = late(14, lang).section

    assert banner["aria-label"] == label
    assert [words_of(part) for part in banner.find_all("p")] == said


@pytest.mark.parametrize(
    ("days", "english", "chinese", "tone"),
    [
        (89, "Recruiting, says the registry (updated 1 Oct 2026).", None, "open"),
        (
            90,
            "We cannot confirm that this trial is recruiting, because this page was due for review by "
            "2026-11-11 and has not been reviewed since. The registry last said so on 1 October 2026. "
            "Ask the hospital before you travel.",
            "无法确认是否还在招募：本页原定最晚于2026年11月11日复审，但至今尚未复审。"
            "登记处上次写“招募中”是2026年10月1日。去医院前请先问清。",
            "unknown",
        ),
    ],
)
def test_status_of_a_page_not_reviewed_for_three_months_vouches_for_nothing(days, english, chinese, tone):
    status = late(days).select_one(".status")

    assert (words_of(status), status["class"][-1]) == (english, f"status--{tone}")
    if chinese:
        assert words_of(late(days, "zh-hans").select_one(".status")) == chinese


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            seed_facts(status="COMPLETED", status_date="2026-10-01"),
            "The trial is completed and takes no new participants, says the registry (updated 1 Oct 2026). "
            + NOTE,
        ),
        (
            seed_facts(status_date="2023-01-01"),
            "We cannot confirm that this trial is recruiting. The registry last said so on 1 January 2023. "
            f"Ask the hospital before you travel. {NOTE}",
        ),
    ],
)
def test_lapse_is_said_beside_any_other_status(facts, said):
    status = status_sentence(facts, today=DUE + timedelta(days=90), review_due=DUE)

    assert status.text == said


@pytest.fixture
def published_late(client, publish, settings):
    """Return a function that asks for an address when the newest review was due so many days ago."""
    settings.DEMO = False

    def ask(days, address, content=None):
        due = timezone.localdate() - timedelta(days=days)
        signed_at = timezone.now() - timedelta(days=days + 180)
        publish(content or seed_content(facts=LATELY), now=signed_at, review_due=due)
        return client.get(address)

    return ask


@pytest.mark.parametrize("part", ["", "sites/", "print/"])
@pytest.mark.parametrize(("days", "banners"), [(13, 0), (14, 1)])
def test_banner_stands_on_page_sites_and_sheet(published_late, part, days, banners):
    page = soup(published_late(days, f"/en/{PATH}{part}").content)

    assert len(page.select("main section.notice")) == banners


@pytest.mark.parametrize(("days", "robots"), [(179, None), (180, "noindex")])
def test_page_half_a_year_late_leaves_search_engines(published_late, days, robots):
    answer = published_late(days, f"/zh-hans/{PATH}")

    meta = soup(answer.content).select_one("meta[name=robots]")
    assert (answer.get("X-Robots-Tag"), meta and meta["content"]) == (robots, robots)


@pytest.mark.parametrize(("days", "listed"), [(179, True), (180, False)])
def test_page_half_a_year_late_leaves_the_sitemap(published_late, days, listed):
    answer = published_late(days, "/sitemap.xml")

    assert (f"/en/{PATH}</loc>".encode() in answer.content) is listed


def test_information_page_says_that_it_is_late(published_late):
    content = prose_content("about/", Words("About", "关于"), Words("Text.", "文字。"))

    page = soup(published_late(14, "/en/about/", content).content)

    assert words_of(page.select_one("section.notice p")) == "This page has not been reviewed in time."


def other_trial():
    return seed_content(path="trials/nct1/", trial_id="NCT1", headline=Words("In time", "按时"), facts=LATELY)


@pytest.mark.parametrize(
    ("days", "late_trials"),
    [
        (89, {"h2": ["UTAA17 injection for treating relapsed or refractory multiple myeloma", "In time"]}),
        (90, None),
    ],
)
def test_trial_not_reviewed_for_three_months_is_listed_after_the_others(
    client, publish, published_late, days, late_trials
):
    published_late(days, f"/en/{PATH}")
    # Signed before the late one: by its date alone it would come last.
    publish(
        other_trial(),
        now=timezone.now() - timedelta(days=days + 200),
        review_due=timezone.localdate() + timedelta(days=1),
    )

    page = soup(client.get("/en/trials/").content)
    headings = [(part.name, words_of(part)) for part in page.main.find_all(["h2", "h3"])]

    late_one = "UTAA17 injection for treating relapsed or refractory multiple myeloma"
    if late_trials:
        assert headings == [("h2", late_one), ("h2", "In time")]
    else:
        assert headings == [("h2", "In time"), ("h2", "Not reviewed in time"), ("h3", late_one)]


def test_card_of_a_lapsed_trial_claims_no_recruiting(published_late):
    page = soup(published_late(90, "/en/trials/").content)

    card = page.select_one(".card")
    assert card.select_one(".status")["class"][-1] == "status--unknown"
    assert words_of(card.select_one(".status")).startswith(
        "We cannot confirm that this trial is recruiting, because this page was due for review by "
    )


@pytest.mark.parametrize(("days", "notes"), [(13, 0), (14, 1), (89, 1), (90, 0)])
def test_card_of_an_overdue_trial_says_so_until_its_status_does(published_late, days, notes):
    page = soup(published_late(days, "/en/trials/").content)

    assert len(page.select(".card__foot strong")) == notes


def test_finder_knows_when_the_review_is_due(published_late):
    published_late(90, f"/en/{PATH}")

    lapsed = PublishedTrial.objects.filter(review_due__lte=newest_due(Freshness.LAPSED, timezone.localdate()))

    assert [row.trial_id for row in lapsed] == ["NCT06279026"]


def test_page_signed_again_is_fresh(client, publish, published_late):
    published_late(100, f"/en/{PATH}")
    publish(seed_content(facts=LATELY), now=datetime.now(tz=timezone.get_default_timezone()))

    page = soup(client.get(f"/en/{PATH}").content)

    assert page.select("section.notice, .top__review strong") == []
