"""The seed page as signed content: every string of seed_page/*.json, and what the seed leaves open."""

import json
from dataclasses import replace
from pathlib import Path

from editorial.content import LANGUAGES, Words
from trials.content import (
    Age,
    Condition,
    Criterion,
    DatedFact,
    Disclaimer,
    Explanation,
    Facts,
    Identifier,
    Intervention,
    Organisation,
    Registry,
    Site,
    Source,
    Step,
    TrialContent,
)

FOLDER = Path(__file__).parent / "seed_page"
SEED = {lang: json.loads((FOLDER / f"{lang}.json").read_text(encoding="utf-8")) for lang in LANGUAGES}
EN, ZH = SEED["en"], SEED["zh-hans"]
REGISTRY_URL = "https://clinicaltrials.gov/study/NCT06279026"
NOT_SAID = Words("The registry does not say; ask the study team.", "登记信息没有说明，请询问研究团队。")


def words(*place: str | int) -> Words:
    """The text at one place of both seed files."""
    found = [EN, ZH]
    for step in place:
        found = [part[step] for part in found]
    return Words(en=found[0], zh_hans=found[1])


def seed_content(**changes: object) -> TrialContent:
    """The seed trial, both languages complete; `changes` replace whole fields."""
    content = TrialContent(
        schema=1,
        path="trials/nct06279026/",
        languages=LANGUAGES,
        trial_id="NCT06279026",
        identifiers=(Identifier("ctgov", "NCT06279026"),),
        facts=seed_facts(),
        sponsor=Organisation(
            Words(
                en="PersonGen BioTherapeutics (Suzhou) Co., Ltd.", zh_hans="博生吉医药科技（苏州）有限公司"
            ),
            "INDUSTRY",
        ),
        collaborators=(),
        conditions=(Condition(words("conditions", "items", 0)),),
        interventions=(
            Intervention("v1", "BIOLOGICAL", Words("CAR T", "CAR-T细胞")),
            Intervention("v2", "DRUG", Words("chemotherapy", "化疗")),
        ),
        **seed_texts(),
        criteria=tuple(seed_criteria()),
        sites=(seed_site(),),
        contacts=(),
        sources=(
            Source(
                "q1",
                Words("ClinicalTrials.gov, record NCT06279026", "ClinicalTrials.gov登记信息NCT06279026"),
                REGISTRY_URL,
                "2026-08-22",
            ),
        ),
        registry=Registry("ctgov", REGISTRY_URL, "2026-08-22", "", True),
        explanations=(
            Explanation(
                "t1",
                Words("Relapsed or refractory", "复发或难治性"),
                Words(
                    "The disease came back after treatment, or did not respond to it.",
                    "治疗后疾病又回来了，或者治疗一直没有起效。",
                ),
            ),
        ),
        disclaimer=Disclaimer(1, words("review", "disclaimer")),
    )
    return replace(content, **changes)


def seed_facts(**changes: object) -> Facts:
    facts = Facts(
        study_type="INTERVENTIONAL",
        phases=("NA",),
        status="RECRUITING",
        status_date="2024-02-26",
        why_stopped=Words("", ""),
        enrolment=15,
        enrolment_kind="ESTIMATED",
        minimum_age=Age(18, "year"),
        maximum_age=None,
        sex="ALL",
        healthy_volunteers=None,
        start=DatedFact("2024-04-01", ""),
        primary_completion=None,
        completion=None,
        ethics_approval="",
    )
    return replace(facts, **changes)


def seed_texts() -> dict[str, object]:
    """The translated texts of the page by field name."""
    return {
        "headline": words("title"),
        "official_title": words("official_title"),
        "summary": words("one_line_summary"),
        "key_points": Words("", ""),
        "what_it_studies": words("what_this_trial_studies", "paragraphs", 0),
        "good_fit": words("who_should_consider", "good_fit", "text"),
        "not_a_fit": words("who_should_consider", "not_a_fit", "text"),
        "taking_part": (
            Step(
                "p1",
                Words("Before the infusion", "输注前"),
                Words("Tests, and a treatment that prepares your body.", "做检查，并接受预处理。"),
            ),
            Step(
                "p2",
                Words("Infusion", "输注当天"),
                Words("You receive UTAA17 through a vein.", "通过静脉接受UTAA17输注。"),
            ),
            Step(
                "p3",
                Words("Up to 24 months after", "输注后最长24个月"),
                Words("Visits with blood samples.", "定期复查并抽血。"),
            ),
        ),
        "potential_benefit": words("why_it_matters", "potential_benefit", "text"),
        "possible_harms": NOT_SAID,
        "not_known": NOT_SAID,
        "similar_studies": words("why_it_matters", "similar_studies", "text"),
        "costs": NOT_SAID,
        "rights": Words(
            "Taking part is your choice. You can say no or stop at any time.\n\nYour usual care goes on.",
            "是否参加由您自己决定。您可以拒绝，也可以随时退出。\n\n您的日常治疗不会因此受影响。",
        ),
        "how_to_participate": tuple(
            Step(f"h{number}", Words("", ""), words("how_to_participate", "steps", number - 1))
            for number in (1, 2, 3)
        ),
        "seo_description": words("one_line_summary"),
    }


def seed_site(**changes: object) -> Site:
    site = Site(
        key="s1",
        facility=Words("The Second Affiliated Hospital of Soochow University", "苏州大学附属第二医院"),
        city=Words("Suzhou", "苏州市"),
        region=Words("Jiangsu", "江苏省"),
        country=Words("China", "中国"),
        country_code="China",
        status="RECRUITING",
    )
    return replace(site, **changes)


def seed_criteria() -> list[Criterion]:
    rows: list[Criterion] = []
    for group, letter in enumerate("ie"):
        en, zh = (seed["eligibility"]["groups"][group]["items"] for seed in (EN, ZH))
        _add_criteria(rows, letter, list(zip(en, zh, strict=True)), level=1, ordered=False)
    return rows


def _add_criteria(rows: list[Criterion], letter: str, pairs: list, *, level: int, ordered: bool) -> None:
    for en, zh in pairs:
        key = f"{letter}{sum(row.key.startswith(letter) for row in rows) + 1}"
        group = {"i": "inclusion", "e": "exclusion"}[letter]
        text = Words(en["text"], zh["text"])
        rows.append(Criterion(key, group, level, ordered, "registry", text))
        inner = list(zip(en.get("items", ()), zh.get("items", ()), strict=True))
        _add_criteria(rows, letter, inner, level=level + 1, ordered=bool(en.get("ordered")))
