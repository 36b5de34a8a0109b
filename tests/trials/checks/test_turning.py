"""A “before” that became an “after” in translation, or the other way round."""

from dataclasses import replace

import pytest

from editorial.content import CHINESE, Words
from editorial.findings import Finding, Weight
from tests.site.seed import seed_content
from trials.checks import turning
from trials.content import Criterion

SEED = seed_content()


def told(english: str, chinese: str) -> list[Finding]:
    criterion = Criterion("i1", "inclusion", 1, False, "editors", Words(english, chinese))
    return list(turning.before_or_after(replace(SEED, criteria=(criterion,))))


@pytest.mark.parametrize(
    ("english", "chinese", "said", "told_so"),
    [
        ("Surgery within 4 weeks before the first dose.", "首次给药后4周内接受过手术。", "before", "后"),
        ("Live vaccine within 30 days prior to enrollment.", "入组后30天内接种过活疫苗。", "prior to", "后"),
        ("For 6 months after the last dose.", "末次给药前6个月内。", "after", "前"),
        ("Seven to ten days following enrolment", "入组之前7～10天", "following", "之前"),
        ("post-transplant", "移植前", "post-", "前"),
    ],
)
def test_turning_round_is_advised_of(english, chinese, said, told_so):
    [finding] = told(english, chinese)

    assert (finding.check, finding.weight, finding.place, finding.language) == (
        "before-after",
        Weight.ADVISORY,
        "i1.text",
        CHINESE,
    )
    assert (finding.expected, finding.found) == (said, told_so)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Surgery before the first dose.", "首次给药前接受过手术。"),
        ("The team calls you before you come; then you sleep.", "来之前团队会给您打电话，然后您睡觉。"),
        ("The following are asked beforehand.", "事先会询问以下内容。"),
        ("Prostate cancer after surgery", "术后前列腺癌"),
        ("Prognosis is unknown before treatment.", "治疗之前预后不明。"),
        ("You are currently treated.", "您目前正在接受治疗，最后会复查。"),
        ("Do not eat until the test is done.", "检查完成前请勿进食。"),
        ("Treatment ended more than 2 weeks ago, then started.", "2周前结束治疗，之后开始。"),
    ],
)
def test_other_wording_is_no_turning(english, chinese):
    assert told(english, chinese) == []
