"""Pages to be read again: soon, overdue, or with a name that was changed since."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import log

from editorial.checklist import STATEMENTS
from editorial.editions import day_of
from editorial.models import Disclaimer, Edition, SignOff
from editorial.office.due import due_again
from editorial.office.outdated_names import outdated_names
from editorial.office.wordings import to_answer
from editorial.signoff import still_correct
from editorial.suggestions import suggest
from tests.editorial.desk import signed
from tests.editorial.office.pages import public_trial, queries
from trials.models import Condition, Organisation


def review_due():
    return SignOff.objects.filter(scope="final").latest("signed_at").review_due


def rename(row, person, chinese):
    row.name_zh_hans = chinese
    row.save()
    log(instance=row, action="wagtail.edit", user=person, content_changed=True)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-31, []), (-30, [(30, "fresh")]), (0, [(0, "due")]), (14, [(-14, "overdue")]), (90, [(-90, "lapsed")])],
)
def test_a_page_is_named_from_thirty_days_before_it_is_due(published, signer, days, expected):
    today = review_due() + timedelta(days=days)

    assert [(each.days, each.told) for each in due_again(signer, today)] == expected


def test_a_page_found_still_correct_is_due_no_longer(published, signer2):
    due, later = review_due(), timezone.now() + timedelta(days=170)
    edition = Edition.objects.get()
    ticked = set(STATEMENTS[SignOff.Role.SIGNER])

    still_correct(published, reviewer=signer2, seen=edition.digest, ticked=ticked, now=later)

    assert due_again(signer2, due) == []
    assert [each.signed_by for each in due_again(signer2, review_due())] == ["Signer2"]


def test_nothing_is_due_where_a_person_has_no_right(published, person):
    assert due_again(person("guest"), review_due()) == []


def test_a_renamed_sponsor_asks_for_a_new_edition(published, translator, lead):
    rename(Organisation.objects.get(), translator, "改了名称")

    (found,) = outdated_names(lead)

    assert (found.page.pk, found.names) == (published.pk, ("Organisation: A sponsor",))


def test_a_name_saved_without_a_change_asks_for_nothing(published, translator, lead):
    sponsor = Organisation.objects.get()

    rename(sponsor, translator, sponsor.name_zh_hans)

    assert outdated_names(lead) == []


def test_a_name_that_no_public_page_repeats_asks_for_nothing(published, translator, lead):
    rename(Condition.objects.create(name_en="Another"), translator, "另一个")

    assert outdated_names(lead) == []


def test_a_chinese_name_changes_nothing_where_the_chinese_is_withheld(reviewed, translator, signer, lead):
    signed(reviewed, signer, withhold_chinese_because="Not settled.")

    rename(Organisation.objects.get(), translator, "改了名称")

    assert outdated_names(lead) == []


def test_a_new_disclaimer_asks_for_a_new_edition_of_every_trial(published, lead):
    Disclaimer.objects.create(version=2, text_en="Another.", text_zh_hans="另一条。")

    assert [found.page.pk for found in outdated_names(lead)] == [published.pk]


def test_three_pages_cost_no_more_queries_than_one(author, language_reviewer, signer, translator, lead):
    later = timezone.now() + timedelta(days=170)
    counted = []

    for number in (1, 2, 3):
        public_trial(number, author, language_reviewer, signer)
        rename(Organisation.objects.get(), translator, f"第{number}个名称")
        counted.append(queries(lambda: (due_again(lead, day_of(later)), outdated_names(lead))))

    assert (len(due_again(lead, day_of(later))), len(outdated_names(lead))) == (3, 3)
    assert counted[2] == counted[0]


def test_suggestions_are_told_to_who_may_answer_them(draft, author, translator, signer):
    suggest(draft, person=signer, place="summary", language="en", wording="Shorter.", now=timezone.now())

    assert [(each.number, each.suggested_by, each.is_mine) for each in to_answer(author)] == [
        (1, ("Signer",), True)
    ]
    assert (to_answer(translator), to_answer(signer)) == ([], [])
