"""Who is told at once of what, in which language and words; never who did it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial import letters
from editorial.content import CHINESE, ENGLISH, Words
from editorial.models import Edition, Letter, UrgentNotice
from editorial.notices import confirm, escalate, put_up
from editorial.signoff import request_changes, withdraw
from tests.editorial.letters.conftest import NOON


def told(kind):
    return set(Letter.objects.filter(kind=kind).values_list("person__username", flat=True))


@pytest.fixture
def notice(published, lead, signer2):
    """Put up by the lead at NOON."""
    kinds = {"kind": UrgentNotice.Kind.PAUSED, "source": UrgentNotice.Source.SPONSOR}
    return put_up(published, by=lead, **kinds, now=NOON)


@pytest.mark.parametrize(
    ("languages", "people"),
    [
        ([CHINESE], {"translator", "author2"}),
        ([ENGLISH], {"author", "author2"}),
        ([ENGLISH, CHINESE], {"author", "translator", "author2"}),
    ],
)
def test_changes_requested_goes_to_whose_language_is_wrong_and_to_the_submitter(
    draft, submit, author2, signer, languages, people
):
    submit(draft, author2)

    request_changes(draft, reviewer=signer, reason="Not so.", now=NOON, languages=languages)

    assert told(Letter.Kind.CHANGES) == people


def test_changes_requested_reads_in_full(submitted, signer, translator):
    reason = "Criterion 1: “血小板”?\n\nSee the registry."

    request_changes(submitted, reviewer=signer, reason=reason, now=NOON, languages=[CHINESE])

    letter = Letter.objects.get(person=translator)
    assert letter.subject == "Changes requested: A trial"
    assert letter.body == (
        "Signer asks for changes on “A trial”:\n"
        "\n"
        "> Criterion 1: “血小板”?\n"
        "> \n"
        "> See the registry.\n"
        "\n"
        "Change the page and submit it again:\n"
        f"http://127.0.0.1:8000/admin/pages/{submitted.pk}/edit/\n"
    )


def test_letter_is_in_the_language_of_who_gets_it(submitted, signer, translator, author, speaks):
    speaks(translator, "zh-hans")

    request_changes(submitted, reviewer=signer, reason="Dose?", now=NOON)

    subjects = dict(Letter.objects.values_list("person__username", "subject"))
    assert subjects == {"translator": "退回修改：A trial", "author": "Changes requested: A trial"}


def test_somebody_is_told_where_the_writers_have_left(submitted, signer, author, translator, author2):
    type(author).objects.filter(pk__in=[author.pk, translator.pk]).update(is_active=False)

    request_changes(submitted, reviewer=signer, reason="Dose?", now=NOON)

    assert told(Letter.Kind.CHANGES) == {"author2"}


def test_title_with_line_breaks_begins_no_header_and_no_line(submitted, signer, author):
    submitted.draft_title = "A trial\r\nBcc: all@example.org\u2028> forged"

    letters.changes_requested(submitted, by=signer, reason="Dose?", now=NOON, languages=[ENGLISH])

    letter = Letter.objects.get()
    assert letter.subject == "Changes requested: A trial Bcc: all@example.org > forged"
    assert letter.body.startswith("Signer asks for changes on “A trial Bcc: all@example.org > forged”:\n")


def test_long_title_is_cut_in_the_subject_only(submitted, signer):
    submitted.draft_title = "x" * 250

    letters.changes_requested(submitted, by=signer, reason="Dose?", now=NOON, languages=[ENGLISH])

    assert len(Letter.objects.get().subject) == 200


def test_withdrawn_goes_to_writers_reviewers_signers_and_leads_but_not_to_who_did_it(
    published, lead, person, signer2, author2
):
    person("lead2", "Leads")

    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans="剂量有误。"), now=NOON)

    assert told(Letter.Kind.WITHDRAWN) == {"author", "translator", "language-reviewer", "signer", "lead2"}


def test_withdrawn_reads_in_full(published, lead, signer):
    withdraw(published, by=lead, reason=Words(en="The dose was wrong.", zh_hans="剂量有误。"), now=NOON)

    letter = Letter.objects.get(person=signer)
    assert letter.subject == "Withdrawn: A trial"
    assert letter.body == (
        "Lead withdrew edition 1 of “A trial”.\n"
        "The public cannot read it any more. Readers are told:\n"
        "\n"
        "> The dose was wrong.\n"
        "> 剂量有误。\n"
        "\n"
        "The page stands in the office as it was. It becomes public again only by a new sign-off:\n"
        f"http://127.0.0.1:8000/admin/pages/{published.pk}/edit/\n"
    )


@pytest.mark.parametrize(
    ("reason", "line"),
    [
        (Words(en="Wrong.", zh_hans=""), "The Chinese page gives no reason; the English page tells readers:"),
        (Words(en="", zh_hans="有误。"), "The English page gives no reason; the Chinese page tells readers:"),
    ],
)
def test_withdrawn_says_in_which_language_readers_are_told_the_reason(published, lead, signer, reason, line):
    withdraw(published, by=lead, reason=reason, now=NOON)

    told = Letter.objects.get(person=signer).body.splitlines()[1]
    assert told == f"The public cannot read it any more. {line}"


def test_notice_asks_a_second_person_to_confirm_it(notice, signer):
    letter = Letter.objects.get(person=signer)

    assert told(Letter.Kind.NOTICE) == {"signer", "signer2"}
    assert letter.subject == "Urgent notice to confirm: A trial"
    assert letter.body == (
        "Lead put up an urgent notice above “A trial”:\n"
        "\n"
        "> Taking new people in is paused\n"
        "> Source: the sponsor\n"
        "\n"
        "The public can read it now. A second person has to confirm it within 24 hours:\n"
        f"http://127.0.0.1:8000/admin/notice/{notice.page_id}/\n"
    )


def test_escalation_comes_after_24_hours_and_again_after_each_24(notice, person):
    person("lead2", "Leads")
    hours = [23, 24, 25, 47, 48, 49, 72]

    numbers = []
    for hour in hours:
        escalate(NOON + timedelta(hours=hour))
        numbers.append(Letter.objects.filter(kind=Letter.Kind.ESCALATION).count())

    assert numbers == [0, 1, 1, 1, 2, 2, 3]
    assert told(Letter.Kind.ESCALATION) == {"lead2"}


def test_escalation_goes_to_signers_where_no_other_lead_is(notice):
    escalate(NOON + timedelta(hours=24))

    assert told(Letter.Kind.ESCALATION) == {"signer", "signer2"}


def test_escalation_of_two_notices_above_one_page_tells_both(notice, published, lead, person):
    person("lead2", "Leads")
    put_up(published, by=lead, kind="contact", source="hospital", now=NOON)

    escalate(NOON + timedelta(hours=24))

    escalations = Letter.objects.filter(kind=Letter.Kind.ESCALATION)
    assert set(escalations.values_list("subject", flat=True)) == {
        "Not confirmed: “Taking new people in is paused” above A trial",
        "Not confirmed: “The contact details are wrong” above A trial",
    }


def test_escalation_ends_when_somebody_confirmed(notice, signer, person):
    person("lead2", "Leads")
    confirm(notice, by=signer, now=NOON + timedelta(hours=1))

    escalate(NOON + timedelta(hours=24))

    assert told(Letter.Kind.ESCALATION) == set()


def test_letter_of_a_refused_act_is_not_written(published, lead, author):
    with pytest.raises(Exception, match="Only members of"):
        withdraw(published, by=author, reason=Words(en="No.", zh_hans=""), now=timezone.now())

    assert (Letter.objects.count(), Edition.objects.in_force().count()) == (0, 1)
