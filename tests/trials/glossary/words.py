"""A small glossary for the tests."""

from typing import Any

from editorial.content import Words
from trials.glossary.terms import Glossary, Term
from trials.models import GlossaryTerm

MYELOMA = Term(
    "multiple-myeloma",
    "multiple myeloma",
    "多发性骨髓瘤",
    abbreviation="MM",
    meaning=Words("A cancer of plasma cells.", "浆细胞的癌症。"),
)
CAR_T = Term("car-t", "CAR-T", "CAR-T", also_en=("CAR-T cell",), also_zh=("嵌合抗原受体T细胞",))
THERAPY = Term("line-of-therapy", "line of therapy", "线治疗", also_zh=("线既往治疗",))
MEASURABLE = Term("measurable-disease", "measurable disease", "可测量病灶")
EVENT = Term("adverse-event", "adverse event", "不良事件", forbidden=("不良反应",))
REACTION = Term("adverse-reaction", "adverse reaction", "不良反应")
SMALL = Glossary((MYELOMA, CAR_T, THERAPY, MEASURABLE, EVENT, REACTION))


def make_term(
    english: str = "multiple myeloma", chinese: str = "多发性骨髓瘤", **columns: Any
) -> GlossaryTerm:
    explained = {"meaning_en": "A cancer of plasma cells.", "meaning_zh_hans": "浆细胞的癌症。"}
    return GlossaryTerm.objects.create(term_en=english, term_zh_hans=chinese, **explained | columns)
