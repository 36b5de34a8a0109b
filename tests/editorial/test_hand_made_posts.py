"""Forms no browser sends: a NUL, a number beyond every column, an act that is none."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.desk import open_desk
from editorial.models import Edition, Suggestion, UrgentNotice
from editorial.notices import put_up
from editorial.refusals import SignOffRefused
from editorial.signoff import request_changes
from editorial.suggestions import decline, suggest
from tests.editorial.desk import save_draft, signed

NUL = "a\0b"


def post(person: Any, screen: str, number: int, **fields: Any) -> Any:
    client = Client()
    client.force_login(person)
    return client.post(reverse(f"editorial_{screen}", args=[number]), fields, follow=True)


@pytest.fixture
def notice(published, signer) -> UrgentNotice:
    return put_up(published, by=signer, kind="paused", source="hospital", now=timezone.now())


@pytest.mark.parametrize("number", ["9" * 20, "9" * 5000, "²", "-1"])
def test_a_notice_number_beyond_every_column_is_not_found(published, notice, lead, number):
    answer = post(lead, "notice", published.pk, act="lift", notice=number, because="Over.")

    assert answer.status_code == 404


def test_a_nul_is_left_out_of_the_reason_for_lifting_a_notice(published, notice, lead):
    post(lead, "notice", published.pk, act="lift", notice=notice.pk, because=NUL)

    assert UrgentNotice.objects.get().lifted_because == "ab"


def test_a_nul_is_left_out_of_the_reason_for_a_withdrawal(published, lead):
    post(lead, "withdraw", published.pk, reason_en=NUL, reason_zh_hans=NUL)

    edition = Edition.objects.get()
    assert (edition.withdrawn_because_en, edition.withdrawn_because_zh_hans) == ("ab", "ab")


def test_a_nul_is_left_out_of_the_reason_for_sending_back(reviewed, signer):
    request_changes(reviewed, reviewer=signer, reason=NUL, now=timezone.now())

    assert open_desk(reviewed.pk).page.current_workflow_state.current_task_state.comment == "ab"


def test_a_nul_is_left_out_of_the_reason_for_withholding_the_chinese(reviewed, signer):
    edition = signed(reviewed, signer, withhold_chinese_because=NUL)

    assert edition.signed_by.withheld_reason == "ab"


def test_a_nul_is_left_out_of_the_reasons_of_a_suggestion(submitted, signer, author):
    chosen = {"place": "headline", "language": "en", "wording": "Other words.", "because": NUL}
    suggestion = suggest(submitted, person=signer, **chosen, now=timezone.now())

    decline(suggestion, by=author, because=NUL, now=timezone.now())

    assert Suggestion.objects.values_list("because", "declined_because").get() == ("ab", "ab")


@pytest.mark.parametrize("act", ["", NUL, "<script>"])
def test_an_act_that_is_none_is_refused(reviewed, signer, act):
    answer = post(signer, "review", reviewed.pk, act=act)

    assert (answer.status_code, Edition.objects.count()) == (409, 0)


def test_a_nul_in_what_was_seen_is_something_else_than_was_shown(reviewed, signer):
    with pytest.raises(SignOffRefused, match="changed after you opened it"):
        signed(reviewed, signer, seen=NUL)


def test_a_wording_that_turns_the_reading_direction_blocks_the_page(submitted, author):
    save_draft(submitted, author, summary_en="Call \u202e321\u202c now.", summary_zh_hans="请拨打321。")

    findings = open_desk(submitted.pk).findings

    assert [(found.check, found.field) for found in findings if found.blocks] == [
        ("hidden-character", "summary")
    ]
