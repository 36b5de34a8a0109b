"""Every text that belongs to a trial page can be put there by its place, and lands nowhere else."""

import pytest
from django.core.exceptions import ValidationError

from editorial.content import LANGUAGES
from tests.trials.factories import make_index, make_trial
from trials.models import CriterionRow, HomePage, TrialPage
from trials.translating.pins import is_out_of_date

pytestmark = pytest.mark.django_db

SHARED = {"sites", "conditions", "sponsor", "collaborators", "disclaimer"}
OTHER = "Quite another wording"


@pytest.fixture
def page(author):
    made = make_trial(owner=author, why_stopped_en="Slow enrolment.", why_stopped_zh_hans="入组缓慢。")
    return made.get_latest_revision_as_object()


@pytest.fixture
def home():
    make_index()
    home = HomePage.objects.get()
    for place, name in home.PLACES.items():
        setattr(home, f"{name}_en", f"English {place}")
        setattr(home, f"{name}_zh_hans", f"中文 {place}")
    return home


def texts(page):
    """Every text of the page, {(place, language): text}."""
    pairs = page.build_content().pairs()
    return {(pair.place, lang): pair.words.in_language(lang) for pair in pairs for lang in LANGUAGES}


def written_again(page):
    """What changed when each writable text was replaced, one after the other."""
    found = {}
    for (place, lang), _text in list(texts(page).items()):
        if page.can_write(place):
            before = texts(page)
            page.write(place, lang, OTHER)
            after = texts(page)
            found[place, lang] = [where for where in after if after[where] != before[where]]
            page.write(place, lang, before[place, lang])
    return found


def test_write_changes_the_text_at_its_place_and_no_other(page):
    places = [where for where in texts(page) if where[0].split(".")[0] not in SHARED]

    assert written_again(page) == {where: [where] for where in places}


def test_write_of_a_page_read_from_its_tables_reaches_its_rows(page):
    page = TrialPage.objects.get(pk=page.pk)

    assert written_again(page)["criteria.i1.text", "en"] == [("criteria.i1.text", "en")]


def test_write_reaches_every_text_of_a_prose_page(home):
    assert written_again(home) == {where: [where] for where in texts(home)}


def test_what_is_written_is_in_the_next_revision(page, author):
    page.write("taking_part.t1.time", "zh-hans", "第2天")

    page.save_revision(user=author)

    stored = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert texts(stored)["taking_part.t1.time", "zh-hans"] == "第2天"


@pytest.mark.parametrize(
    "place",
    [
        "sponsor.name",
        "conditions.0.name",
        "sites.0a1b2c3d4e5f.facility",
        "disclaimer.text",
        "why_stopped",
        "facts.headline",
        "facts.status",
        "title",
        "slug",
        "criteria",
        "criteria.i99.text",
        "criteria.i1.registry_text",
        "criteria.i1.key",
        "criteria..text",
        "criteria.i1.text.more",
        "contacts.c1.role",
        "translated_from",
        "",
    ],
)
def test_write_refuses_what_is_no_text_of_the_page(page, place):
    with pytest.raises(LookupError):
        page.write(place, "en", OTHER)

    assert page.can_write(place) is False


@pytest.mark.parametrize("place", ["heading", "seo_description", "slug", ""])
def test_write_refuses_what_is_no_text_of_a_prose_page(home, place):
    with pytest.raises(LookupError):
        home.write(place, "en", OTHER)

    assert home.can_write(place) is False


@pytest.mark.parametrize("lang", ["de", "zh_hans", ""])
def test_write_knows_two_languages(page, home, lang):
    for one, place in ((page, "headline"), (home, "title")):
        with pytest.raises(LookupError):
            one.write(place, lang, OTHER)


def test_a_key_two_rows_carry_names_none_of_them(page):
    page.criteria.add(CriterionRow(key="i1", group="inclusion", text_en="A row with a key of another"))

    assert page.can_write("criteria.i1.text") is False


def test_chinese_that_is_written_counts_as_made_from_the_english_beside_it(page):
    page.write("headline", "en", OTHER)
    out_of_date = is_out_of_date(page, "headline")

    page.write("headline", "zh-hans", "另一个标题")

    assert out_of_date is True
    assert page.translated_from["headline"] == OTHER
    assert is_out_of_date(page, "headline") is False


def test_chinese_of_a_row_is_pinned_to_the_english_of_its_row(page):
    page.write("criteria.i1.text", "zh-hans", "成人")

    row = next(row for row in page.criteria.all() if row.key == "i1")
    assert row.translated_from == {"text": "Adults"}


def test_a_text_longer_than_its_column_is_refused(page):
    with pytest.raises(ValidationError, match="at most 200 characters"):
        page.write("taking_part.t1.time", "en", "long " * 50)


def test_a_line_stays_a_line(page):
    page.write("interventions.v1.name", "en", "UTAA17\n injection")

    assert texts(page)["interventions.v1.name", "en"] == "UTAA17 injection"
