"""The marks of criteria on the editing screen and on the review desk."""

from dataclasses import replace
from typing import Any

import pytest

from editorial.questions import questions_of
from editorial.worded import changed_facts
from tests.trials.posting import add_criterion, autosaved, form_values, looked_at, opened, saved
from trials.models import TrialPage
from trials.reviewing.marks import remarks

pytestmark = pytest.mark.django_db

NOTHING = ("", False, False)


def marks(page: TrialPage) -> dict[str, tuple[str, bool, bool]]:
    newest = TrialPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return {row.key: (row.who_can_tell, row.sensitive, row.decisive) for row in newest.criteria.all()}


def mark(values: dict[str, Any], row: int, who: str, *ticked: str) -> None:
    values[f"criteria-{row}-who_can_tell"] = who
    values.update({f"criteria-{row}-{name}": "on" for name in ticked})


@pytest.mark.parametrize("which", ["trial", "live_trial"])
def test_marks_are_saved_and_shown_again(at_desk, request, which):
    page = request.getfixturevalue(which)
    values = form_values(opened(at_desk, page))
    mark(values, 0, "you", "decisive")
    mark(values, 2, "papers", "sensitive")

    saved(at_desk, page, values)
    saved(at_desk, page, form_values(opened(at_desk, page)))

    assert marks(page) == {"i1": ("you", False, True), "i2": NOTHING, "e1": ("papers", True, False)}


def test_marks_are_taken_back(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    mark(values, 0, "you", "sensitive", "decisive")
    saved(at_desk, trial, values)

    values = form_values(opened(at_desk, trial))
    mark(values, 0, "")
    for name in ("sensitive", "decisive"):
        values.pop(f"criteria-0-{name}")
    saved(at_desk, trial, values)

    assert marks(trial)["i1"] == NOTHING


def test_marks_of_a_new_row_are_autosaved_with_it(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial))
    prefix = add_criterion(values, text_en="New", who_can_tell="doctor", decisive="on")

    for _again in range(2):
        autosaved(at_desk, live_trial, values)

    assert values[f"{prefix}-key"] == "i3"
    assert marks(live_trial)["i3"] == ("doctor", False, True)


def test_marks_stay_with_their_row_when_rows_are_moved(at_desk, live_trial):
    values = form_values(opened(at_desk, live_trial))
    mark(values, 0, "you")
    saved(at_desk, live_trial, values)
    values = form_values(opened(at_desk, live_trial))
    values["criteria-0-ORDER"], values["criteria-1-ORDER"] = "2", "1"
    values["criteria-1-level"] = "1"

    saved(at_desk, live_trial, values)

    assert (marks(live_trial)["i1"], marks(live_trial)["i2"]) == (("you", False, False), NOTHING)


def test_mark_nobody_knows_is_refused_beside_it(at_desk, trial):
    values = form_values(opened(at_desk, trial))
    mark(values, 0, "neighbour")

    screen = looked_at(saved(at_desk, trial, values).content.decode())

    assert screen.select_one("#id_criteria-0-who_can_tell ~ .errorlist") is not None
    assert marks(trial)["i1"] == NOTHING


def test_every_mark_has_a_label_of_its_own(at_desk, trial):
    screen = looked_at(opened(at_desk, trial))

    choice = screen.select_one("#id_criteria-0-who_can_tell")
    ticks = screen.select(".row-marks")[0].select("label > input[type=checkbox]")

    assert screen.select_one(f'label[for="{choice["id"]}"]').get_text(strip=True) == "Who can tell"
    assert [each["name"] for each in ticks] == ["criteria-0-sensitive", "criteria-0-decisive"]
    assert screen.select_one("template, script[type='text/django-form-template']") is not None


@pytest.fixture
def content(trial):
    return trial.build_content()


def marked(content, **changes):
    first, *others = content.criteria
    return replace(content, criteria=(replace(first, **changes), *others))


def test_changed_mark_is_told_to_the_signer_and_not_asked(content):
    after = marked(content, who_can_tell="you", sensitive=True)

    told = [(row.label, row.before, row.after) for row in changed_facts(TrialPage, content, after)]

    assert told == [
        ("Inclusion criterion 1: who can tell", "", "You can tell"),
        ("Inclusion criterion 1: sensitive", "no", "yes"),
    ]
    assert questions_of(TrialPage, content, after) == {}


def test_other_facts_of_a_criterion_are_asked_as_before(content):
    after = marked(content, source="official")

    assert len(questions_of(TrialPage, content, after)) == 1


def test_reviewer_reads_the_marks_beside_each_criterion(content):
    rows = marked(content, who_can_tell="doctor", decisive=True).criteria
    after = replace(content, criteria=(rows[0], rows[1], replace(rows[2], who_can_tell="you")))

    assert remarks(after, {"criteria.i1.text": ["Already reviewed."]}) == {
        "criteria.i1.text": [
            "Already reviewed.",
            "Marked: Only a doctor can tell, on the card for the doctor",
        ],
        "criteria.e1.text": ["Marked: You can tell, in the self-check"],
    }


def test_marks_leave_the_reviewed_chinese_as_it_was(content):
    assert marked(content, who_can_tell="you").language_digest == content.language_digest


def test_registry_leaves_marks_empty(content):
    assert [(row.who_can_tell, row.sensitive, row.decisive) for row in content.criteria] == [NOTHING] * 3
