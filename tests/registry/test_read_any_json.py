"""Whatever JSON comes, it is read or refused with a reason; nothing else is raised."""

import copy
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.registry.records import TRIAL_IDS, study_of
from trials.registry.read import read_study
from trials.registry.records import RecordRefused

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of every part of a study, whole parts before the values in them."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, each in inner for found in leaves(each, (*path, key)))]


SMALL = [trial_id for trial_id in TRIAL_IDS if trial_id not in ("NCT04267848", "NCT05827016")]
STUDIES = {trial_id: study_of(trial_id) for trial_id in SMALL}
PATHS = {trial_id: leaves(study)[1:] for trial_id, study in STUDIES.items()}


@settings(max_examples=400)
@given(st.data())
def test_real_record_with_any_part_replaced_by_any_json_is_read_or_refused(data):
    trial_id = data.draw(st.sampled_from(SMALL))
    study = copy.deepcopy(STUDIES[trial_id])
    for path in data.draw(st.lists(st.sampled_from(PATHS[trial_id]), min_size=1, max_size=3)):
        replace_at(study, path, data.draw(values))

    try:
        record = read_study(study)
    except RecordRefused:
        # Only what the id stands on, or a number that JSON does not know, may cost the whole record.
        event("refused")
    else:
        assert record.registry == "ctgov"
        assert record.raw.encode()
        assert all(each.place.encode() and each.value.encode() for each in record.not_understood)


@given(values)
def test_any_json_is_read_or_refused(study):
    with pytest.raises(RecordRefused):
        read_study(study)


def replace_at(study: Any, path: tuple[Any, ...], value: Any) -> None:
    """Put a value at a path, unless an earlier one has already taken the way there."""
    for key in path[:-1]:
        try:
            study = study[key]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(study, dict) or (isinstance(study, list) and path[-1] in range(len(study))):
        study[path[-1]] = value
