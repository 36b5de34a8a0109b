"""What the editing screen shows: two languages beside each other, the registry's words, the way to sites."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.trials.factories import SUZHOU, make_snapshot, make_trial
from tests.trials.posting import edit_url, form_values, looked_at, opened
from trials.models import TrialPage

pytestmark = pytest.mark.django_db


def languages(screen: BeautifulSoup) -> dict[str, str]:
    """The `lang` of every input that is named for a language."""
    fields = screen.select("textarea[name], input[name]:not([type=hidden])")
    return {
        field["name"]: field.get("lang", "")
        for field in fields
        if field["name"].endswith(("_en", "_zh_hans")) and "__prefix__" not in field["name"]
    }


def test_every_text_input_says_its_language(at_desk, trial):
    said = languages(looked_at(opened(at_desk, trial)))

    assert said == {name: "en" if name.endswith("_en") else "zh-Hans" for name in said}
    assert {name.removesuffix("_en") for name in said if name.endswith("_en") and "-" not in name} == set(
        TrialPage.WORDS
    )


def test_english_and_chinese_stand_in_one_row(at_desk, trial):
    rows = looked_at(opened(at_desk, trial)).select(".side-by-side")

    pairs = [[field["name"] for field in row.select("textarea, input[type=text]")] for row in rows]
    assert [pair for pair in pairs if pair[0].startswith("criteria-0")] == [
        ["criteria-0-text_en", "criteria-0-text_zh_hans"],
        ["criteria-0-note_en", "criteria-0-note_zh_hans"],
    ]
    assert all(en.removesuffix("_en") == zh.removesuffix("_zh_hans") for en, zh in pairs)


def test_sections_follow_the_public_page(at_desk, trial):
    screen = opened(at_desk, trial)

    order = [name for name in form_values(screen) if name.endswith("_en") and "-" not in name]
    assert order[: len(TrialPage.WORDS) - 1] == [name + "_en" for name in TrialPage.WORDS[:-1]]


def test_registry_wording_is_shown_as_plain_english_text(at_desk, trial):
    shown = looked_at(opened(at_desk, trial)).select(".registry-words__text[lang=en]")

    assert [each.text.strip() for each in shown] == [
        "<b>UTAA17</b> in myeloma",
        "A study of UTAA17",
        "Inclusion Criteria:\n* Adults",
        "ECOG: 0 or 1",
        "Preg.",
    ]


def test_key_of_a_row_is_shown_and_posted(at_desk, trial):
    screen = opened(at_desk, trial)

    assert [each.text for each in looked_at(screen).select("#tab-texts .row-key")] == [
        "Key: t1",
        "Key: h1",
        "Key: i1",
        "Key: i2",
        "Key: e1",
        "Key: s1",
    ]
    assert form_values(screen)["criteria-2-key"] == "e1"


def test_comments_can_be_made(at_desk, trial):
    screen = looked_at(opened(at_desk, trial))

    assert json.loads(screen.select_one("#comments-data").text)["comments"] == []
    assert screen.select_one("[data-side-panel=comments]") is not None


def test_screen_offers_no_schedule(at_desk, trial):
    assert {"go_live_at", "expire_at"} & set(form_values(opened(at_desk, trial))) == set()


def test_screen_leads_to_the_sites(at_desk, trial):
    link = looked_at(opened(at_desk, trial)).find("a", href=reverse("edit_trial_sites", args=[trial.pk]))

    assert link.text.strip() == "Edit sites"


def test_sites_cost_the_editing_screen_nothing(at_desk, author):
    few = make_trial(owner=author, trial_id="NCT00000001", sites=[SUZHOU])
    many = make_trial(
        owner=author, trial_id="NCT00000002", sites=[SUZHOU | {"key": f"s{n}"} for n in range(1148)]
    )
    for page in (few, many):
        at_desk.get(edit_url(page))

    asked, sent = [], []
    for page in (few, many):
        with CaptureQueriesContext(connection) as queries:
            sent.append(len(at_desk.get(edit_url(page)).content))
        asked.append(len(queries))

    assert asked[0] == asked[1]
    assert sent[1] - sent[0] < 100


def test_criteria_cost_the_editing_screen_no_queries(at_desk, author):
    page = make_trial(owner=author)
    at_desk.get(edit_url(page))
    asked = []
    for texts in (1, 30):
        draft = page.get_latest_revision_as_object()
        row = draft.criteria.all()[0]
        draft.criteria = [type(row)(text_en=f"Criterion {n}", key=f"i{n + 1}") for n in range(texts)]
        draft.save_revision()
        with CaptureQueriesContext(connection) as queries:
            at_desk.get(edit_url(page))
        asked.append(len(queries))

    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("mode", "html_lang", "headline"),
    [("en", "en", "English headline."), ("zh-hans", "zh-Hans", "中文headline。")],
)
def test_preview_shows_the_draft_in_each_language(at_desk, trial, mode, html_lang, headline):
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[trial.pk])
    at_desk.post(preview, form_values(opened(at_desk, trial)))

    shown = BeautifulSoup(at_desk.get(preview, {"mode": mode}).content, "html.parser")

    assert (shown.html["lang"], shown.h1.text.strip()) == (html_lang, headline)


def test_preview_does_not_depend_on_the_language_of_the_admin(at_desk, trial):
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[trial.pk])
    at_desk.post(preview, form_values(opened(at_desk, trial)))

    with translation.override("zh-hans"):
        shown = BeautifulSoup(at_desk.get(preview, {"mode": "en"}).content, "html.parser")

    assert (shown.html["lang"], shown.h1.text.strip()) == ("en", "English headline.")


def test_create_screen_opens(at_desk, trial):
    address = reverse("wagtailadmin_pages:add", args=["trials", "trialpage", trial.get_parent().pk])

    response = at_desk.get(address)

    assert response.status_code == 200
    assert "Save the page, then its sites can be edited." in response.content.decode()


def test_record_without_passages_shows_none(at_desk, author):
    snapshot = make_snapshot()
    snapshot.raw = json.dumps({"protocolSection": {"identificationModule": None}})
    snapshot.save()
    page = make_trial(owner=author, registry_record=snapshot)

    assert looked_at(opened(at_desk, page)).select("details.registry-words") == []


def test_registry_wording_that_is_our_english_is_not_repeated(at_desk, trial):
    trial.headline_en = "<b>UTAA17</b> in myeloma"
    trial.save_revision()

    screen = looked_at(opened(at_desk, trial))

    summaries = [line.get_text(" ", strip=True) for line in screen.select("details.registry-words summary")]
    assert [line.split(" ·")[0] for line in summaries] == ["Official title", "Eligibility criteria"]


def test_comparison_of_versions_names_the_language(at_desk, trial):
    former = trial.get_latest_revision()
    trial.headline_zh_hans = "新标题"
    newer = trial.save_revision()

    url = reverse("wagtailadmin_pages:revisions_compare", args=[trial.pk, former.pk, newer.pk])
    changed = looked_at(at_desk.get(url).content.decode()).select("table.listing tbody tr")

    names = [row.find(["th", "td"]).get_text(strip=True) for row in changed]
    assert names == ["Headline · Chinese:"]
