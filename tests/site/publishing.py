"""Puts content in front of the public the short way: sealed as a sign-off seals it, no workflow."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.contrib.auth.models import User
from wagtail.models import Site

from editorial.canonical import canonical_text
from editorial.content import SignedContent, Words
from editorial.editions import put_in_force
from editorial.models import Edition, SignedPage, SignOff, SiteSettings
from editorial.prose import ProseContent
from editorial.seals import seal_of
from trials.content import TrialContent
from trials.models import HomePage, InformationPage, TrialIndexPage, TrialPage
from trials.tree import ensure_tree

NAMES = {
    "site_name_en": "Find a Trial",
    "site_name_zh_hans": "寻找临床试验",
    "editorial_team_en": "Find a Trial editorial team",
    "editorial_team_zh_hans": "Find a Trial编辑团队",
    "publisher_en": "Example Foundation, Suzhou",
    "publisher_zh_hans": "苏州示例基金会",
    "contact_email": "editors@example.org",
    "icp_number": "苏ICP备00000000号",
}


def site_settings(**changes: object) -> SiteSettings:
    """Names of an example site, not stored."""
    return SiteSettings(**NAMES | changes)


def build_site() -> HomePage:
    """Home page, list of trials and names of the example site; the home page has no edition yet."""
    home = ensure_tree().home
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults=NAMES)
    return home


def prose_content(path: str, title: Words, body: Words, **changes: object) -> ProseContent:
    languages = ("en", "zh-hans")
    description = Words("About this page.", "关于本页。")
    values = {"schema": 1, "path": path, "languages": languages, "title": title, "body": body}
    return ProseContent(**values | {"description": description} | changes)


def page_for(content: SignedContent, home: HomePage) -> SignedPage:
    """The draft page an edition of `content` belongs to, made when it is not there yet."""
    if not content.path:
        return home
    slug = content.path.rstrip("/").rpartition("/")[2]
    parent = TrialIndexPage.objects.get() if isinstance(content, TrialContent) else home
    if found := parent.get_children().filter(slug=slug).first():
        return found.specific
    if isinstance(content, TrialContent):
        return parent.add_child(instance=TrialPage(title=slug, trial_id=content.trial_id, live=False))
    return parent.add_child(instance=InformationPage(title=slug, slug=slug, live=False))


def publish(
    content: SignedContent,
    *,
    home: HomePage,
    signer: User,
    now: datetime,
    review_due: date | None = None,
    rests_on: Sequence[SignOff] = (),
    **vouched: object,
) -> Edition:
    """Sign `content` as it stands and put it in force; `vouched` is what the signer's role says."""
    page = page_for(content, home)
    revision = page.save_revision()
    sign_off = signed_row(
        page_id=page.pk,
        revision=revision,
        digest=content.digest,
        person=signer,
        signed_at=now,
        review_due=review_due or (now + timedelta(days=180)).date(),
        rests_on=canonical_text([review.pk for review in rests_on]) if rests_on else "",
        **vouched,
    )
    return put_in_force(content, page=page, revision=revision, signed_by=sign_off, now=now)


def sign_again(edition: Edition, *, now: datetime) -> SignOff:
    """The same words reviewed anew and found still correct."""
    return signed_row(
        page_id=edition.page_id,
        revision=edition.revision,
        digest=edition.digest,
        person=edition.signed_by.person,
        signed_at=now,
        review_due=(now + timedelta(days=180)).date(),
    )


def signed_row(**signed: object) -> SignOff:
    """A sealed sign-off, stored: the whole page by Dr Zhang Wei, where `signed` does not say otherwise."""
    said = {
        "role": SignOff.Role.SIGNER,
        "scope": SignOff.Scope.FINAL,
        "person_name": "Dr Zhang Wei",
        "public_role_en": "Haematologist",
        "public_role_zh_hans": "血液科医生",
        "conflict_en": "none",
        "conflict_zh_hans": "无",
        "checklist": "{}",
    }
    sign_off = SignOff(**said | signed)
    sign_off.seal = seal_of(sign_off)
    sign_off.save()
    return sign_off
