"""Doors through the signature: the wrong person, or words other than those that were read."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.utils import timezone
from wagtail.models import GroupPagePermission, Revision

from editorial import people
from editorial.desk import open_desk
from editorial.models import Disclaimer
from editorial.signoff import sign_off
from tests.editorial.desk import CHINESE_TICKED, save_draft
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, said_by
from tests.editorial.doors.oracles import CHINESE_SENTENCE, ENGLISH_NUMBER, ENGLISH_SENTENCE
from trials.models import HomePage
from trials.translating.staleness import keep

doors = Doors()

WROTE = "You wrote words of this page ({}). Somebody who did not has to review and sign it."
NOT_MEMBER = "Only members of “Signers” may do this: sign-off. Being an administrator is not enough."
CHANGED = "The text changed after you opened it. Read it again, then decide."
START = "resubmitted"


def signs(office: Office, who: str, **fields: Any) -> str:
    return office.decides(who, "sign-off", **{"ticked": office.statements()} | fields)


def makes_signer(office: Office, who: str) -> None:
    office.people[who].groups.add(Group.objects.get(name=people.SIGNERS))


@doors.row("sign off by the author", says=WROTE.format("Criterion, One-line summary"), start=START)
def signs_as_author(office: Office) -> str:
    makes_signer(office, "author")
    return signs(office, "author")


@doors.row("sign off by the translator", says=WROTE.format("Criterion, One-line summary"), start=START)
def signs_as_translator(office: Office) -> str:
    makes_signer(office, "translator")
    return signs(office, "translator")


@doors.row(
    "sign off by a former author through revert",
    says=WROTE.format("Criterion, One-line summary"),
    start="redrafted",
)
def signs_reverted(office: Office) -> str:
    written = office.newest
    save_draft(
        office.page, office.people["author2"], summary_en="In other words.", summary_zh_hans="换一句话。"
    )
    written.as_object().save_revision(user=office.people["author2"])
    office.submits()
    office.reviews()
    makes_signer(office, "author")
    return signs(office, "author")


@doors.row("sign off by the author of an autosaved rewrite", says=WROTE.format("Good fit"), start="redrafted")
def signs_autosaved(office: Office) -> str:
    save_draft(office.page, office.people["signer2"])
    draft = office.newest.as_object()
    draft.good_fit_en = "A sentence the second signer let the open screen save."
    keep(draft, ["good_fit"])
    draft.save_revision(user=office.people["signer2"], overwrite_revision=office.newest)
    office.submits()
    office.reviews()
    return signs(office, "signer2")


@doors.row("sign off by a superuser outside the group", says=NOT_MEMBER, start=START)
def signs_as_superuser(office: Office) -> str:
    return signs(office, "superuser")


@doors.row("sign off by a lead, who is no signer", says=NOT_MEMBER, start=START)
def signs_as_lead(office: Office) -> str:
    return signs(office, "lead")


@doors.row("sign off by the language reviewer, who is no signer", says=NOT_MEMBER, start=START)
def signs_as_reviewer(office: Office) -> str:
    return signs(office, "language_reviewer")


@doors.row("sign off by an inactive user", says="This account is not active.", start=START)
def signs_inactive(office: Office) -> str:
    User.objects.filter(pk=office.people["signer"].pk).update(is_active=False)
    signer = User.objects.get(pk=office.people["signer"].pk)
    posted = {"seen": office.seen("signer"), "ticked": office.statements(), "now": timezone.now()}
    return said_by(sign_off, office.page, reviewer=signer, **posted)


@doors.row("sign off on the screen by an account made inactive meanwhile", start=START)
def signs_inactive_on_screen(office: Office) -> str:
    browser, seen = office.browser("signer"), office.seen("signer")
    User.objects.filter(pk=office.people["signer"].pk).update(is_active=False)
    answer = browser.post(
        f"/admin/review/{office.pk}/", {"act": "sign-off", "seen": seen, "ticked": list(office.statements())}
    )
    assert answer["Location"].startswith("/admin/login/")
    return ""


@doors.row(
    "sign off by a member without page permission", says="You have no permission on this page.", start=START
)
def signs_without_permission(office: Office) -> str:
    GroupPagePermission.objects.filter(group__name=people.SIGNERS).delete()
    return signs(office, "signer")


@doors.row(
    "sign off in code by a member without page permission",
    says="You have no permission on this page.",
    start=START,
)
def signs_in_code_without_permission(office: Office) -> str:
    GroupPagePermission.objects.filter(group__name=people.SIGNERS).delete()
    posted = {"seen": office.seen("signer"), "ticked": office.statements(), "now": timezone.now()}
    signer = User.objects.get(pk=office.people["signer"].pk)
    return said_by(sign_off, office.page, reviewer=signer, **posted)


@doors.row("sign off after autosave rewrote the revision", says=CHANGED, start=START)
def signs_after_autosave(office: Office) -> str:
    save_draft(office.page, office.people["author"], status="COMPLETED")
    seen, newest = office.seen("signer"), office.newest
    draft = newest.as_object()
    draft.costs_en = "Rewritten in place."
    saved = draft.save_revision(user=office.people["author"], overwrite_revision=newest)
    assert saved.pk == newest.pk
    return signs(office, "signer", seen=seen)


@doors.row("sign off after a newer draft was saved", says=CHANGED, start=START)
def signs_after_save(office: Office) -> str:
    seen = office.seen("signer")
    save_draft(office.page, office.people["author"], status="COMPLETED")
    return signs(office, "signer", seen=seen)


@doors.row("sign off with a form opened on the edition before", says=CHANGED, start="redrafted")
def signs_with_old_form(office: Office) -> str:
    seen = office.edition.digest
    office.submits()
    office.reviews()
    return signs(office, "signer", seen=seen)


@doors.row("sign off from another page's URL", start=START, says=CHANGED)
def signs_elsewhere(office: Office) -> str:
    home = HomePage.objects.get()
    save_draft_of_home(office, home)
    return signs(office, "signer", page=home.pk, seen=office.seen("signer"))


def save_draft_of_home(office: Office, home: Any) -> None:
    home.heading_en = ENGLISH_SENTENCE
    home.save_revision(user=office.people["author"])
    home.get_workflow().start(home, office.people["author"])


@doors.row(
    "sign off with go_live_at in the revision",
    says="This page carries a go-live or expiry date, which nobody signs. Remove it.",
    start=START,
)
def signs_dated(office: Office) -> str:
    newest = office.newest
    content = newest.content | {"go_live_at": "2020-01-01T00:00:00Z"}
    Revision.objects.filter(pk=newest.pk).update(content=content)
    return signs(office, "signer")


def emptied(who: str, **texts: str) -> Any:
    """Sign what somebody emptied since it was submitted."""

    def act(office: Office) -> str:
        save_draft(office.page, office.people[who], **texts)
        return signs(office, "signer")

    return act


MENDED = "Still to be mended: {}"
doors.row(
    "sign off with an English text empty",
    says=MENDED.format("“Your choice and your rights” has no English text."),
    start=START,
)(emptied("author", rights_en=""))
doors.row(
    "sign off with a Chinese text empty",
    says=MENDED.format("“Your choice and your rights” has no Chinese text."),
    start=START,
)(emptied("translator", rights_zh_hans=""))
doors.row(
    "sign off with a blocking finding open",
    says=MENDED.format(
        "The English of “Costs and payments” holds characters nobody can see: U+200B. "
        "Delete them, or type the passage anew."
    ),
    start=START,
)(emptied("author", costs_en="Free\u200b of charge."))
doors.row(
    "sign off with benefit filled and harms empty",
    says=MENDED.format("“possible harms” is empty. And 2 more, see below."),
    start=START,
)(emptied("author", possible_harms_en="", possible_harms_zh_hans=""))


@doors.row(
    "sign off with a reason given for what no reason overrules",
    says=MENDED.format("“Possible harms” has no English text. And 1 more, see below."),
    start=START,
)
def signs_with_reasons(office: Office) -> str:
    save_draft(office.page, office.people["author"], possible_harms_en="")
    reasons = {f"reason:{finding.as_shown}": "In a hurry." for finding in open_desk(office.pk).findings}
    return signs(office, "signer", **reasons)


@doors.row(
    "sign off with a box unticked",
    says="Not ticked: Facts, numbers and contacts agree with the sources shown.",
    start=START,
)
def signs_unticked(office: Office) -> str:
    return signs(office, "signer", ticked=office.statements() - {"agrees_with_sources"})


@doors.row("sign off with an outdated disclaimer", says=CHANGED, start=START)
def signs_outdated_disclaimer(office: Office) -> str:
    seen = office.seen("signer")
    Disclaimer.objects.create(version=2, text_en=ENGLISH_SENTENCE, text_zh_hans=CHINESE_SENTENCE)
    return signs(office, "signer", seen=seen)


@doors.row(
    "sign off of Chinese changed after its review",
    says="The Chinese text, as it reads now, was not reviewed by a Chinese language reviewer.",
    start=START,
)
def signs_unreviewed(office: Office) -> str:
    save_draft(office.page, office.people["translator"], costs_zh_hans="改过了。")
    return signs(office, "signer")


@doors.row(
    "language review by the translator",
    says=WROTE.format("Costs and payments, Criterion, One-line summary"),
    start=START,
)
def reviews_own(office: Office) -> str:
    office.people["translator"].groups.add(Group.objects.get(name=people.LANGUAGE_REVIEWERS))
    save_draft(office.page, office.people["translator"], costs_zh_hans=f"{ENGLISH_NUMBER}改过了。")
    return office.decides("translator", "review-language", ticked=CHINESE_TICKED)


@doors.row(
    "sign off of what was not submitted",
    says="This page does not wait for review: already decided by Signer at {time}.",
)
def signs_unsubmitted(office: Office) -> str:
    return signs(office, "signer")


@doors.row(
    "sign off of what was submitted and not reviewed",
    says="The Chinese text, as it reads now, was not reviewed by a Chinese language reviewer.",
)
def signs_before_review(office: Office) -> str:
    office.submits()
    return signs(office, "signer")
