from datetime import timedelta

import pytest

from editorial.models import SignOff, SiteSettings
from tests.site.conftest import REVIEWED
from tests.site.publishing import sign_again, signed_row
from tests.site.seed import SEED, seed_content
from tests.site.seen import article, section, soup, words_of

HAEMATOLOGIST = {"byline_en": "a haematologist", "byline_zh_hans": "一位血液科医生"}
PHARMACIST = {"byline_en": "a pharmacist", "byline_zh_hans": "一位药师"}


def test_review_says_when_by_whom_and_when_next():
    review = section(article(seed_content()), "about").select_one(".review")

    assert [words_of(part) for part in review.find_all(["p", "li"])] == [
        "Last reviewed 2026-05-15 by the Find a Trial editorial team.",
        "Next review due by 2026-11-11.",
        "Signed off by:",
        "Haematologist",
    ]


def test_review_in_chinese_is_the_sentence_of_the_seed():
    review = section(article(seed_content(), "zh-hans"), "about").select_one(".review__line")

    assert words_of(review) == SEED["zh-hans"]["review"]["statement"]


def test_draft_has_no_reviewers_and_no_next_review():
    draft = article(
        seed_content(), preview=True, last_reviewed=None, review_due=None, reviewer_roles=seed_content().costs
    )

    assert words_of(section(draft, "about").select_one(".review__line")) == "Not yet reviewed."


def test_disclaimer_and_sources_stand_beside_the_review():
    about = section(article(seed_content()), "about")

    assert words_of(about.select_one(".disclaimer")) == SEED["en"]["review"]["disclaimer"]
    assert [words_of(item) for item in about.select(".sources li")] == [
        "ClinicalTrials.gov, record NCT06279026 read on 22 August 2026"
    ]


def line(client, lang="en"):
    page = soup(client.get(f"/{lang}/trials/nct06279026/").content)
    [top, about] = (words_of(page.select_one(part)) for part in (".top__review", ".review__line"))
    assert top == about
    return about


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Last reviewed 2026-05-15 by the Find a Trial editorial team and a haematologist."),
        ("zh-hans", "由Find a Trial编辑团队和一位血液科医生于2026年5月15日最后审核。"),
    ],
)
def test_review_line_names_who_signed_by_the_byline(client, publish, lang, said):
    publish(seed_content(), **HAEMATOLOGIST)

    assert line(client, lang) == said


@pytest.fixture
def review_behind(publish, lead):
    """Return a function that stores a review for the next edition to rest on."""

    def write(scope, **vouched):
        page = publish(seed_content()).page
        row = {"page_id": page.pk, "revision": page.latest_revision, "scope": scope, "digest": "-"}
        return signed_row(**row, person=lead, signed_at=REVIEWED, **vouched)

    return write


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            "Last reviewed 2026-05-15 by the Find a Trial editorial team, a pharmacist and a haematologist.",
        ),
        ("zh-hans", "由Find a Trial编辑团队、一位药师和一位血液科医生于2026年5月15日最后审核。"),
    ],
)
def test_review_line_names_the_medical_reviewer_too(client, publish, review_behind, lang, said):
    medical = review_behind(SignOff.Scope.MEDICAL, **HAEMATOLOGIST)
    publish(seed_content(), rests_on=[medical], **PHARMACIST)

    assert line(client, lang) == said


def test_review_line_names_the_same_byline_once(client, publish, review_behind):
    medical = review_behind(SignOff.Scope.MEDICAL, **HAEMATOLOGIST)
    publish(seed_content(), rests_on=[medical], **HAEMATOLOGIST)

    assert line(client) == "Last reviewed 2026-05-15 by the Find a Trial editorial team and a haematologist."


def test_review_line_leaves_the_language_reviewer_to_the_list(client, publish, review_behind):
    language = review_behind(SignOff.Scope.CHINESE, **PHARMACIST)
    publish(seed_content(), rests_on=[language])

    page = soup(client.get("/en/trials/nct06279026/").content)

    assert line(client) == SEED["en"]["review"]["statement"]
    assert len(page.select(".review li")) == 2


def test_review_line_names_people_where_the_site_shows_names(client, publish):
    publish(seed_content(), **HAEMATOLOGIST)
    SiteSettings.objects.update(show_names=True)

    assert line(client, "zh-hans") == (
        "由Find a Trial编辑团队和一位血液科医生（Dr Zhang Wei）于2026年5月15日最后审核。"
    )


def test_byline_in_one_language_stays_out_of_the_other(client, publish):
    publish(seed_content(), byline_en="a haematologist")

    assert line(client, "zh-hans") == SEED["zh-hans"]["review"]["statement"]


def test_review_line_leaves_an_older_medical_reviewer_out_of_a_later_day(client, publish, review_behind):
    medical = review_behind(SignOff.Scope.MEDICAL, **HAEMATOLOGIST)
    edition = publish(seed_content(), rests_on=[medical])

    sign_again(edition, now=REVIEWED + timedelta(days=30))

    assert line(client) == "Last reviewed 2026-06-14 by the Find a Trial editorial team."


def test_a_line_break_in_what_a_person_says_of_themselves_makes_no_second_person(client, publish):
    publish(
        seed_content(),
        person_name="Li\n- Professor Wang",
        public_role_en="Doctor\n- Professor Zhao",
        conflict_en="none\n- Professor Xu",
        byline_en="a doctor",
    )
    SiteSettings.objects.update(show_names=True)

    page = soup(client.get("/en/trials/nct06279026/").content)

    assert [words_of(item) for item in page.select(".review li")] == [
        "Li - Professor Wang, Doctor - Professor Zhao. Interests declared: none - Professor Xu"
    ]
    assert line(client) == (
        "Last reviewed 2026-05-15 by the Find a Trial editorial team and a doctor (Li - Professor Wang)."
    )
