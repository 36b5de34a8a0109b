"""content.json: what anybody can check."""

import hashlib
import json

from editorial.models import SignOff, SiteSettings, UrgentNotice
from tests.site.acts import MOMENT, put_up
from tests.site.publishing import signed_row
from tests.site.seed import seed_content
from tests.site.seen import soup, words_of

TRIAL = "/en/trials/nct06279026/"


def test_content_can_be_checked_against_its_digest(client, publish):
    edition = publish(seed_content())

    record = client.get(f"{TRIAL}content.json").json()

    text = json.dumps(record["content"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert text == edition.content
    assert hashlib.sha256(text.encode()).hexdigest() == record["digest"]


def test_content_says_in_which_roles_it_was_signed_and_no_names(client, publish):
    edition = publish(seed_content())

    record = client.get(f"{TRIAL}content.json").json()

    assert record["sign_offs"] == [
        {
            "role": "signer",
            "scope": "final",
            "digest": edition.digest,
            "public_role": {"en": "Haematologist", "zh-hans": "血液科医生"},
            "signed_on": "2026-05-15",
        }
    ]
    assert {key: record[key] for key in ("number", "last_reviewed", "review_due", "languages")} == {
        "number": 1,
        "last_reviewed": "2026-05-15",
        "review_due": "2126-05-15",
        "languages": ["en", "zh-hans"],
    }


def test_names_are_given_where_the_site_shows_them(client, publish):
    publish(seed_content())
    SiteSettings.objects.update(show_names=True)

    page = soup(client.get(TRIAL).content)

    assert client.get(f"{TRIAL}content.json").json()["sign_offs"][0]["name"] == "Dr Zhang Wei"
    assert words_of(page.select_one(".review li")) == "Dr Zhang Wei, Haematologist. Interests declared: none"


def test_page_says_which_edition_it_is(client, publish):
    edition = publish(seed_content())

    lines = [words_of(line) for line in soup(client.get(TRIAL).content).select(".review p")]

    assert lines[-1] == f"Edition 1, published 15 May 2026, code {edition.digest[:12]}"


def test_roles_are_given_without_names_where_the_site_does_not(client, publish):
    publish(seed_content())

    page = soup(client.get(TRIAL).content)

    assert words_of(page.select_one(".review li")) == "Haematologist. Interests declared: none"


def test_content_says_which_urgent_notices_stand(client, publish, lead):
    put_up(publish(seed_content()), by=lead, kind=UrgentNotice.Kind.SAFETY, source=UrgentNotice.Source.ETHICS)

    record = client.get(f"{TRIAL}content.json").json()

    assert record["notices"] == [{"code": "safety", "source": "ethics", "set_at": MOMENT.isoformat()}]


def test_content_names_the_medical_review_its_signature_rests_on(client, publish, home, lead):
    page = publish(seed_content()).page
    review = signed_row(
        page_id=page.pk,
        revision=page.latest_revision,
        role=SignOff.Role.MEDICAL_REVIEWER,
        scope=SignOff.Scope.MEDICAL,
        digest=seed_content().withhold_chinese().digest,
        person=lead,
        signed_at=MOMENT,
    )
    publish(seed_content(), now=MOMENT, rests_on=[review])

    record = client.get(f"{TRIAL}content.json").json()

    assert [(row["role"], row["scope"]) for row in record["sign_offs"]] == [
        ("medical-reviewer", "medical"),
        ("signer", "final"),
    ]
