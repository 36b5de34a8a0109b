import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials.registry.dates import PartialDate


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", PartialDate(2024)),
        ("2024-02", PartialDate(2024, 2)),
        ("2024-02-03", PartialDate(2024, 2, 3)),
    ],
)
def test_date_keeps_its_precision(written, read):
    on = PartialDate.parse(written)

    assert (on, on.isoformat(), str(on)) == (read, written, written)


@pytest.mark.parametrize(
    "written", ["", "2024-", "2024-00", "2024-2-3", "2023-02-29", "２０２４", "2024-02-03T00:00"]
)
def test_date_in_another_form_is_refused(written):
    with pytest.raises(ValueError, match=r"registry date|month must|day is out"):
        PartialDate.parse(written)


@given(st.dates())
def test_any_day_is_read_back_as_written(day):
    assert PartialDate.parse(day.isoformat()).isoformat() == day.isoformat()
