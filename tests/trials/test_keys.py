import pytest

from tests.trials.factories import make_trial
from trials.keys import give_keys, is_given, last_numbers, next_key
from trials.models import CriterionRow

pytestmark = pytest.mark.django_db


def keys_of(page) -> list[str]:
    return [row.key for row in page.criteria.all()]


def test_keys_count_by_group_in_reading_order(author):
    page = make_trial(owner=author)

    assert keys_of(page) == ["i1", "i2", "e1"]
    assert page.last_keys == {"v": 1, "t": 1, "h": 1, "i": 2, "e": 1, "c": 1, "s": 1}


def test_key_of_a_deleted_row_is_not_given_again(author):
    page = make_trial(owner=author)
    page.criteria.remove(page.criteria.get(key="i2"))

    page.criteria.add(CriterionRow(group="inclusion", text_en="New", sort_order=9))
    give_keys(page)

    assert keys_of(page) == ["i1", "e1", "i3"]


def test_key_is_not_given_again_after_a_return_to_an_older_version(author):
    page = make_trial(owner=author)
    older = page.latest_revision
    page.criteria.add(CriterionRow(group="inclusion", text_en="Third", sort_order=9))
    give_keys(page)
    page.save_revision(user=author)

    returned = older.as_object()
    returned.criteria.add(CriterionRow(group="inclusion", text_en="Another", sort_order=9))
    give_keys(returned)

    assert keys_of(returned) == ["i1", "i2", "e1", "i4"]


def test_key_stays_when_a_row_moves_to_another_group(author):
    page = make_trial(owner=author)
    page.criteria.get(key="i2").group = "exclusion"

    give_keys(page)

    assert keys_of(page) == ["i1", "i2", "e1"]


def test_key_met_twice_stays_with_the_first_row(author):
    page = make_trial(owner=author)
    page.criteria.add(CriterionRow(group="inclusion", key="i1", text_en="Copied", sort_order=9))

    give_keys(page)

    assert keys_of(page) == ["i1", "i2", "e1", "i3"]


def test_next_key_counts_on(author):
    page = make_trial(owner=author)

    assert [next_key(page, "x"), next_key(page, "x")] == ["x1", "x2"]


@pytest.mark.parametrize(
    ("key", "given"), [("i2", True), ("i3", False), ("i0", False), ("", False), ("ix", False)]
)
def test_key_counts_as_given_up_to_the_last_number(author, key, given):
    assert is_given(key, last_numbers(make_trial(owner=author))) is given
