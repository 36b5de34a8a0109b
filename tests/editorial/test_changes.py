"""What changed between two contents: a fact that turns unknown is a change like any other."""

import pytest

from editorial.changes import FactChange, fact_changes


@pytest.mark.parametrize(("before", "after"), [(False, None), (None, False), (True, None), (False, True)])
def test_a_fact_that_turns_yes_no_or_unknown_is_a_change(draft, before, after):
    draft.healthy_volunteers = before
    former = draft.build_content()
    draft.healthy_volunteers = after

    changes = list(fact_changes(former, draft.build_content()))

    assert changes == [FactChange("facts.healthy_volunteers", before, after)]


def test_unknown_instead_of_nothing_is_no_change(draft):
    draft.healthy_volunteers = None
    content = draft.build_content()

    assert [
        change for change in fact_changes(None, content) if change.place == "facts.healthy_volunteers"
    ] == []
