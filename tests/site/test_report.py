"""Found a mistake? What readers send is kept with the words they read, and nothing typed is lost."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from editorial import mistakes, triggers
from editorial.content import Words
from editorial.editions import end
from editorial.mistakes import Limits
from editorial.models import Edition, MistakeReport, SiteSettings
from tests.site.seed import seed_content
from trials.site.report_form import OLDEST, SALT, cleaned

PATH = "trials/nct06279026/"
FORM = f"/en/{PATH}report/"
THANKS = f"{FORM}?sent=1"
FILLED = {"item": "i3", "wrong": "It says 18, the registry says 20.", "contact": ""}


@pytest.fixture
def edition(publish):
    return publish(seed_content())


def stamp(number=1, path=PATH, ago=60):
    return signing.dumps([path, number, int(timezone.now().timestamp()) - ago], salt=SALT)


@pytest.fixture
def send():
    """Return a function that posts a form as a browser does, opened a minute ago if not said otherwise."""

    def post(to=FORM, *, by="203.0.113.7", content_type="application/x-www-form-urlencoded", **fields):
        body = urlencode({"stamp": stamp(), "website": ""} | FILLED | fields)
        return Client(REMOTE_ADDR=by).post(to, body, content_type=content_type)

    return post


def seen(response):
    return BeautifulSoup(response.content, "html.parser")


def said(response):
    """The sentences of the summary of errors, with the field each leads to."""
    rows = seen(response).select("#errors li")
    return [(row.a["href"] if row.a else "", row.text.strip()) for row in rows]


def kept(response):
    form = seen(response).select_one(".report__form")
    chosen = form.select_one("option[selected]")
    return {
        "item": chosen["value"] if chosen else "",
        "wrong": form.select_one("[name=wrong]").text.removeprefix("\n"),
        "contact": form.select_one("[name=contact]")["value"],
    }


# ——— the form


def test_form_offers_every_part_the_page_has(client, edition):
    page = seen(client.get(f"/en/{PATH}"))
    form = seen(client.get(FORM))

    offered = [option["value"] for option in form.select("#report-item option") if option["value"]]
    anchors = [element["id"] for element in page.select("main [id]")]

    assert [anchor for anchor in offered if anchor not in anchors] == []
    assert [key for key in (row.key for row in seed_content().criteria) if key not in offered] == []
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "Inclusion criterion 1: Age at least 18 years"), ("zh-hans", "入选标准第1条：年龄大于等于18岁")],
)
def test_criterion_is_named_by_its_number_and_first_words(client, publish, lang, name):
    rows = seed_content().criteria[:1]
    text = Words("Age ≥18 years", "年龄≥18岁")
    publish(seed_content(criteria=(rows[0].__class__(**vars(rows[0]) | {"text": text}),)))

    option = seen(client.get(f"/{lang}/{PATH}report/")).select_one(f"option[value={rows[0].key}]")

    assert option.text == name


def test_item_of_the_address_is_chosen_and_an_unknown_one_is_not(client, edition):
    chosen = [kept(client.get(FORM, {"item": item}))["item"] for item in ("i3", "contacts", "i999", "'\"<")]

    assert chosen == ["i3", "contacts", "", ""]


@pytest.mark.parametrize("address", [FORM, THANKS])
def test_reader_gets_no_cookie_and_nothing_in_between_keeps_the_page(client, edition, address):
    answer = client.get(address)

    assert (answer.status_code, answer.cookies, answer["Cache-Control"]) == (
        200,
        {},
        "private, max-age=0, must-revalidate",
    )
    assert seen(answer).select("script:not([type='application/ld+json'])") == []


def test_form_says_what_not_to_send_and_how_long_a_contact_is_kept(client, edition, settings):
    settings.KEEP_REPORTERS_DAYS = 30

    text = seen(client.get(FORM)).select_one("main").text

    assert text.count("Please send no medical records, test results or identity numbers.") == 1
    assert text.count("We delete it after 30 days.") == 1


def test_trap_is_there_for_machines_only(client, edition):
    trap = seen(client.get(FORM)).select_one("[name=website]")

    assert (trap["tabindex"], trap.parent["aria-hidden"], trap["autocomplete"]) == ("-1", "true", "off")


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_refused(client, edition, method):
    assert getattr(client, method)(FORM).status_code == 405


# ——— sending


def test_report_is_kept_with_edition_language_and_item(edition, send):
    answer = send(contact=" 138 0000 0000 ")

    sent = MistakeReport.objects.get()
    assert (answer.status_code, answer["Location"], answer.cookies) == (303, THANKS, {})
    assert (sent.page_id, sent.edition, sent.lang, sent.item) == (edition.page_id, 1, "en", "i3")
    assert (sent.wrong, sent.contact, sent.status) == (FILLED["wrong"], "138 0000 0000", "open")


def test_no_token_is_asked_of_readers_because_they_have_no_session(edition):
    strict = Client(enforce_csrf_checks=True)
    body = urlencode(FILLED | {"stamp": stamp()})

    answer = strict.post(FORM, body, content_type="application/x-www-form-urlencoded")

    assert (answer.status_code, answer.cookies) == (303, {})


def test_words_are_looked_up_in_the_edition_the_form_was_opened_on(publish, send):
    first = publish(seed_content())
    fewer = seed_content(criteria=seed_content().criteria[:1])
    publish(fewer)

    answer = send(item="i3", stamp=stamp(number=1))

    assert (answer.status_code, MistakeReport.objects.get().edition) == (303, first.number)


def test_thanks_lead_back_to_the_page(client, edition):
    page = seen(client.get(THANKS))

    assert page.h1.text == "Thank you"
    assert page.select_one("main a.way")["href"] == f"/en/{PATH}"


def test_sent_twice_is_kept_once(edition, send):
    answers = [send().status_code for _again in range(2)]

    assert (answers, MistakeReport.objects.count()) == ([303, 303], 1)


def test_filled_trap_is_thanked_like_everybody_and_nothing_is_kept(edition, send):
    answer, honest = send(website="https://spam.example"), send()

    told = [(each.status_code, each["Location"], each.content, each.cookies) for each in (answer, honest)]
    assert told[0] == told[1]
    assert MistakeReport.objects.count() == 1


def test_trap_hides_even_what_is_wrong_with_the_form(edition, send):
    assert send(website="x", wrong="", stamp="").status_code == 303


# ——— refusals


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"wrong": " \n"}, [("#report-wrong", "Write what is wrong.")]),
        ({"wrong": "。。。"}, [("#report-wrong", "Write what is wrong.")]),
        (
            {"wrong": "长" * 2001},
            [("#report-wrong", "This is too long: 2001 characters, and at most 2000 fit.")],
        ),
        (
            {"contact": "a" * 201},
            [("#report-contact", "This is too long: 201 characters, and at most 200 fit.")],
        ),
        (
            {"item": "i999", "wrong": ""},
            [
                ("#report-item", "Choose a part of the page from the list."),
                ("#report-wrong", "Write what is wrong."),
            ],
        ),
        (
            {"stamp": ""},
            [("", "This form cannot be used any more. What you wrote is kept: please send it again.")],
        ),
    ],
    ids=["empty", "no word", "long", "long contact", "two", "no stamp"],
)
def test_form_that_cannot_be_taken_says_why_and_keeps_the_words(edition, send, fields, problems):
    answer = send(**fields)

    typed = FILLED | {name: text for name, text in fields.items() if name != "stamp"}
    shown = {"item": "" if typed["item"] == "i999" else typed["item"], "wrong": typed["wrong"].strip()}
    assert (answer.status_code, said(answer), answer.cookies) == (422, problems, {})
    assert kept(answer) == typed | shown
    assert seen(answer).title.text.startswith("Error: Found a mistake?")
    assert MistakeReport.objects.count() == 0


def test_error_stands_at_its_field_and_comes_first(edition, send):
    page = seen(send(wrong=""))

    field = page.select_one("#report-wrong")
    told = [page.select_one(f"#{name}").text for name in field["aria-describedby"].split()]
    assert field["aria-invalid"] == "true"
    assert told[1] == "Error: Write what is wrong."
    assert page.select_one(".report > *")["id"] == "errors"


def test_too_quick_is_asked_to_look_again_and_need_not_wait_anew(edition, send):
    mark = stamp(ago=1)

    answer = send(stamp=mark)

    assert (answer.status_code, said(answer)[0][1]) == (
        422,
        "That was very quick. Please look at it once more, then send it again.",
    )
    assert seen(answer).select_one("[name=stamp]")["value"] == mark


@pytest.mark.parametrize(
    "mark",
    [
        stamp(ago=OLDEST + 5),
        stamp(path="trials/nct1/"),
        stamp()[:-1] + "_",
        "x",
        signing.dumps([1], salt=SALT),
    ],
    ids=["old", "of another page", "forged", "nonsense", "half"],
)
def test_form_with_a_stamp_that_does_not_hold_is_given_a_new_one(edition, send, mark):
    answer = send(stamp=mark)
    new = seen(answer).select_one("[name=stamp]")["value"]

    assert (answer.status_code, kept(answer)) == (422, FILLED)
    assert new != mark
    assert signing.loads(new, salt=SALT)[:2] == [PATH, 1]


@pytest.mark.parametrize(("site", "status"), [("cross-site", 422), ("same-origin", 303), ("none", 303)])
def test_form_that_another_site_sent_is_shown_again_with_its_words(edition, site, status):
    body = urlencode(FILLED | {"stamp": stamp()})
    reader = Client(headers={"Sec-Fetch-Site": site})

    answer = reader.post(FORM, body, content_type="application/x-www-form-urlencoded")

    assert (answer.status_code, MistakeReport.objects.count()) == (status, int(status == 303))


@pytest.mark.parametrize("given", [{"wrong": "长" * 30_000}, {"content_type": "multipart/form-data"}])
def test_what_is_too_large_or_no_form_is_not_read(edition, send, given):
    answer = send(**given)

    assert (answer.status_code, said(answer)) == (
        413,
        [("#report-wrong", "This was too long to be read. Please write it shorter.")],
    )
    assert MistakeReport.objects.count() == 0


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a\0b\x1b[31mc\x7f", "ab[31mc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\u202eevil\u2066", "evil"),
        ("\ud800lone", "lone"),
        ("👩\u200d⚕️ 血小板", "👩\u200d⚕️ 血小板"),
    ],
)
def test_what_no_keyboard_writes_is_left_out(typed, text):
    assert cleaned(typed) == text


def test_bytes_that_are_no_text_are_kept_as_far_as_they_are(client, edition):
    body = f"stamp={stamp()}&wrong=%00dose%ED%A0%80%FF&contact=%00"

    answer = client.post(FORM, body, content_type="application/x-www-form-urlencoded")

    assert (answer.status_code, MistakeReport.objects.get().wrong.startswith("dose")) == (303, True)


# ——— limits


def test_a_ward_behind_one_address_is_not_locked_out(edition, send):
    answers = [send(wrong=f"Mistake {number}.").status_code for number in range(10)]

    assert answers == [303] * 10


@pytest.mark.parametrize(
    "limits", [Limits(2, 9, 9), Limits(9, 2, 9), Limits(9, 9, 2)], ids=["page", "address", "everybody"]
)
def test_over_a_limit_the_words_stay_and_the_office_can_be_reached(edition, send, monkeypatch, limits):
    monkeypatch.setattr(mistakes, "LIMITS", limits)
    SiteSettings.objects.update(contact_telephone="+86 512 0000 0000")
    for number in range(2):
        send(wrong=f"Mistake {number}.")

    answer = send(contact="me@example.org")

    page = seen(answer)
    links = [link["href"] for link in page.select(".report__reach a")]
    assert (answer.status_code, answer["Retry-After"], answer.cookies) == (429, "3600", {})
    assert kept(answer) == FILLED | {"contact": "me@example.org"}
    assert links == ["tel:+86 512 0000 0000", "mailto:editors@example.org"]
    assert MistakeReport.objects.count() == 2


def test_without_limits_everything_is_kept(edition, send, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(99, 99, 99))

    answers = {send(wrong=f"Mistake {number}.").status_code for number in range(20)}

    assert (answers, MistakeReport.objects.count()) == ({303}, 20)


def test_another_address_and_the_next_hour_have_room(edition, send, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(1, 1, 9))
    send()

    refused, elsewhere = send(wrong="Other."), send(wrong="Other.", by="198.51.100.1")
    MistakeReport.objects.update(sent_at=timezone.now() - timedelta(minutes=61))
    later = send(wrong="Other.")

    assert [each.status_code for each in (refused, elsewhere, later)] == [429, 303, 303]


def test_a_header_anybody_can_write_is_not_believed(edition, monkeypatch):
    monkeypatch.setattr(mistakes, "LIMITS", Limits(1, 1, 9))
    statuses = []

    for number in range(2):
        headers = {"HTTP_X_FORWARDED_FOR": f"10.0.0.{number}", "HTTP_X_REAL_IP": f"10.0.0.{number}"}
        body = urlencode(FILLED | {"stamp": stamp(), "wrong": f"Mistake {number}."})
        reader = Client(REMOTE_ADDR="203.0.113.7", **headers)
        statuses.append(reader.post(FORM, body, content_type="application/x-www-form-urlencoded").status_code)

    assert statuses == [303, 429]


def test_behind_our_own_proxy_readers_are_told_apart_by_what_it_says(edition, settings):
    settings.READER_ADDRESS = "HTTP_X_REAL_IP"
    body = urlencode(FILLED | {"stamp": stamp()})

    for real in ("203.0.113.7", "203.0.113.8"):
        Client(HTTP_X_REAL_IP=real).post(FORM, body, content_type="application/x-www-form-urlencoded")

    assert len(set(MistakeReport.objects.values_list("sender", flat=True))) == 2


# ——— pages that are not there


def test_upper_case_address_leads_to_the_form(client, edition):
    answer = client.get("/en/trials/NCT06279026/report/?item=i3")

    assert (answer.status_code, answer["Location"]) == (301, f"{FORM}?item=i3")


def test_unknown_trial_has_no_form(home, client, send):
    assert [client.get(FORM).status_code, send().status_code] == [404, 404]


def test_withdrawn_trial_takes_no_report_and_keeps_those_it_has(edition, client, send):
    send()
    end(edition, Edition.End.WITHDRAWN, now=timezone.now(), because=Words("Wrong.", "有误。"))

    assert [client.get(FORM).status_code, send(wrong="More.").status_code] == [410, 410]
    assert MistakeReport.objects.count() == 1


def test_tampered_page_takes_no_report(edition, client, send):
    triggers.drop(connection)
    Edition.objects.update(content=edition.content.replace("UTAA17", "UTAA18"))
    triggers.install(connection)

    assert [client.get(FORM).status_code, send().status_code] == [503, 503]
    assert MistakeReport.objects.count() == 0


def test_page_in_english_only_is_reported_as_a_whole_in_chinese(client, publish, send):
    publish(seed_content().withhold_chinese())

    offered = seen(client.get(f"/zh-hans/{PATH}report/")).select("#report-item option")
    answer = send(f"/zh-hans/{PATH}report/", item="")

    assert [option["value"] for option in offered] == [""]
    assert (answer.status_code, MistakeReport.objects.get().lang) == (303, "zh-hans")
