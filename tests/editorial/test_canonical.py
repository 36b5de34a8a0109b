from dataclasses import dataclass, field

import pytest

from editorial.canonical import ContentUnreadable, canonical_text, digest_of, from_plain, to_plain


@dataclass(frozen=True)
class Dose:
    amount: int
    unit: str
    note: str | None = None


@dataclass(frozen=True)
class Plan:
    doses: tuple[Dose, ...]
    blinded: bool
    arm: str = field(default="", metadata={"since": 2})


PLAN = Plan(doses=(Dose(1, "mg"), Dose(2, "mg", "with food")), blinded=True)


def test_canonical_text_is_the_same_whatever_the_order_of_keys():
    assert (
        canonical_text({"b": 1, "a": "≥10⁹"}) == canonical_text({"a": "≥10⁹", "b": 1}) == '{"a":"≥10⁹","b":1}'
    )


def test_digest_of_chinese_text_is_over_its_utf8_bytes():
    assert digest_of("骨髓瘤") == "8333464aacc1bdfa6f34f102858aedc7a2f79ee80d5a088e9d24819f0e87bfbb"


def test_dataclasses_come_back_equal():
    assert from_plain(Plan, to_plain(PLAN, schema=2), schema=2) == PLAN


def test_a_field_of_a_later_schema_leaves_older_bytes_unchanged():
    assert to_plain(PLAN, schema=1) == {
        "doses": [{"amount": 1, "unit": "mg"}, {"amount": 2, "unit": "mg", "note": "with food"}],
        "blinded": True,
    }


@pytest.mark.parametrize(
    ("plain", "message"),
    [
        ({"doses": [], "blinded": 1}, "content.blinded: expected bool, found int"),
        (
            {"doses": [{"amount": True, "unit": "mg"}], "blinded": True},
            "content.doses[0].amount: expected int, found bool",
        ),
        ({"doses": []}, "content: blinded is missing"),
        ({"doses": [], "blinded": True, "price": 1}, "content: unknown price"),
        ({"doses": {}, "blinded": True}, "content.doses: expected a list"),
        ([], "content: expected an object"),
    ],
)
def test_content_of_another_shape_is_refused_naming_the_place(plain, message):
    with pytest.raises(ContentUnreadable) as refusal:
        from_plain(Plan, plain, schema=1)

    assert str(refusal.value) == message
