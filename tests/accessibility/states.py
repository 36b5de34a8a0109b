"""Public states the demonstration does not show, each brought about as it comes about in life."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from editorial import letters, triggers
from editorial.content import Words
from editorial.desk import open_desk
from editorial.mistakes import Told, report
from editorial.models import Edition
from editorial.queries import answer, ask, tell_readers
from editorial.signoff import review_language, withdraw
from editorial.suggestions import decline, suggest
from tests.editorial.desk import CHINESE_TICKED, save_draft, signed
from tests.site import publishing
from tests.site.seed import seed_content, seed_facts, seed_site
from tests.trials.factories import make_snapshot, make_trial
from trials.content import Contact
from trials.models import HomePage, TrialPage
from trials.passages.approving import approve, seen_of
from trials.passages.starter import ensure_starter_passages
from trials.site.listing import TRIALS_A_PAGE

STANDINGS = (
    "RECRUITING",
    "NOT_YET_RECRUITING",
    "ENROLLING_BY_INVITATION",
    "ACTIVE_NOT_RECRUITING",
    "SUSPENDED",
    "TERMINATED",
    "WITHDRAWN",
    "COMPLETED",
    "UNKNOWN",
)
HOSPITALS = (
    ("Peking Union Medical College Hospital", "北京协和医院", "Beijing", "北京市", "China", "中国"),
    ("Ruijin Hospital", "上海交通大学医学院附属瑞金医院", "Shanghai", "上海市", "China", "中国"),
    ("Charité – Universitätsmedizin Berlin", "", "Berlin", "柏林", "Germany", "德国"),
)

CONTACTS = (
    Contact("c1", "s0", "CONTACT", "+86 512 0000 0000", "2026-05-01"),
    Contact("c2", "", "PRINCIPAL_INVESTIGATOR", "010-0000 0000", ""),
)


@pytest.fixture
def home(db: None) -> HomePage:
    """The site with its names in both languages; what other fixtures make stands below this page."""
    return publishing.build_site()


@pytest.fixture
def withdrawn(published: TrialPage, lead: Any) -> TrialPage:
    withdraw(
        published,
        by=lead,
        reason=Words(en="The hospital asked for it.", zh_hans="医院提出了要求。"),
        now=timezone.now(),
    )
    return published


@pytest.fixture
def language_withheld(submitted: TrialPage, signer: Any) -> TrialPage:
    signed(submitted, signer, withhold_chinese_because="The Chinese is being looked at again.")
    return submitted


@pytest.fixture
def being_checked(published: TrialPage) -> TrialPage:
    """Published, then its words changed by somebody with the database and without the key."""
    edition = Edition.objects.in_force().get(page=published)
    triggers.drop(connection)
    Edition.objects.filter(pk=edition.pk).update(content=edition.content.replace("English", "Unsigned"))
    triggers.install(connection)
    return published


@pytest.fixture
def several_editions(
    published: TrialPage, submit: Callable[..., TrialPage], author: Any, signer: Any
) -> TrialPage:
    """The first edition replaced by one in English only."""
    submit(save_draft(published, author, summary_en="A new summary."), author)
    signed(published, signer, withhold_chinese_because="Not translated yet.")
    return published


@pytest.fixture
def every_standing(home: HomePage, signer: Any) -> None:
    """More trials than one page of the list holds, of every status, fresh and stale, one in English only."""
    for number in range(TRIALS_A_PAGE + 1):
        facts = seed_facts(
            status=STANDINGS[number % len(STANDINGS)],
            status_date="2024-02-26" if number % 2 else timezone.localdate().isoformat(),
        )
        trial_id = f"NCT1000{number:04}"
        headline = Words(
            f"Study {number} of UTAA17 in multiple myeloma", f"UTAA17治疗多发性骨髓瘤的第{number}项研究"
        )
        content = seed_content(
            trial_id=trial_id, path=f"trials/{trial_id.lower()}/", facts=facts, headline=headline
        )
        if number == 0:
            content = content.withhold_chinese()
        publishing.publish(content, home=home, signer=signer, now=timezone.now())


@pytest.fixture
def full_trial(home: HomePage, signer: Any) -> None:
    """A stopped trial with key points, contacts and many sites, some abroad without a Chinese name."""
    content = seed_content(
        facts=seed_facts(status="SUSPENDED", why_stopped=Words("Slow enrolment.", "入组缓慢。")),
        key_points=Words("- One point\n- Another point", "- 第一点\n- 第二点"),
        contacts=CONTACTS,
        sites=tuple(_sites()),
    )
    publishing.publish(content, home=home, signer=signer, now=timezone.now())


@pytest.fixture
def trial_at_work(
    home: HomePage,
    author: Any,
    language_reviewer: Any,
    signer: Any,
    submit: Callable[..., TrialPage],
) -> TrialPage:
    """A public trial made from a registry record, with newer words waiting for the language review."""
    page = make_trial(owner=author, registry_record=make_snapshot())
    _sign(submit(page, author), language_reviewer, signer)
    submit(save_draft(page, author, summary_en="A newer summary."), author)
    _suggest(page, signer, author)
    _ask(page, signer, author)
    _report(page)
    _write_passages(author, language_reviewer)
    letters.changes_requested(page, by=signer, reason="The dose is wrong.", now=timezone.now())
    return page


def _sign(page: TrialPage, language_reviewer: Any, signer: Any) -> None:
    seen = open_desk(page.pk).seen_by(language_reviewer)
    review_language(page, reviewer=language_reviewer, seen=seen, ticked=CHINESE_TICKED, now=timezone.now())
    signed(page, signer)


def _ask(page: TrialPage, signer: Any, author: Any) -> None:
    """A query of which the draft tells readers, one about a fact, and one that was answered."""
    asked = [
        ask(page, by=signer, place=place, question="Really? 真的吗？", now=timezone.now())
        for place in ("summary", "facts.phases", "costs")
    ]
    tell_readers(asked[0], by=author, on=True, now=timezone.now())
    answer(asked[2], by=author, words="是的。", now=timezone.now())


def _report(page: TrialPage) -> None:
    """What two readers say is wrong, one of them about a criterion."""
    edition = Edition.objects.get(page=page)
    for told in (Told("", "找不到医院。"), Told("i1", "50 or 75?\nI do not know.", "me@example.org")):
        report(edition, told, lang="zh-hans", address="", now=timezone.now())


def _write_passages(author: Any, language_reviewer: Any) -> None:
    """The passages to begin with, of which the first is approved."""
    first = ensure_starter_passages(by=author, at=timezone.now())[0]
    approve(first, by=language_reviewer, seen=seen_of(first), now=timezone.now())


def _suggest(page: TrialPage, signer: Any, author: Any) -> None:
    """A suggestion that waits and one that was declined."""
    for place, language, wording in (("summary", "en", "A short one."), ("costs", "zh-hans", "没有费用。")):
        made = suggest(
            page,
            person=signer,
            place=place,
            language=language,
            wording=wording,
            because="Clearer.",
            now=timezone.now(),
        )
    decline(made, by=author, because="The hospital pays travel only.", now=timezone.now())


def _sites() -> list[Any]:
    sites = []
    for number, (name, chinese, city, chinese_city, country, chinese_country) in enumerate(HOSPITALS * 5):
        site = replace(
            seed_site(),
            key=f"s{number}",
            facility=Words(name, chinese),
            city=Words(city, chinese_city),
            region=Words("", ""),
            country=Words(country, chinese_country),
            country_code=country,
            status="COMPLETED" if number % 2 else "RECRUITING",
        )
        sites.append(site)
    return sites
