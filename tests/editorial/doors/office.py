"""An editorial office with a page before the public, and everybody who could try a door."""

import html
import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.messages import get_messages
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from wagtail.models import Page, Revision

from editorial import people
from editorial.content import Words
from editorial.desk import open_desk
from editorial.models import Edition, SignOff
from editorial.signoff import review_language, withdraw
from tests.editorial.desk import CHINESE_TICKED, signed
from tests.editorial.doors.oracles import (
    CHINESE_NUMBER,
    CHINESE_SENTENCE,
    ENGLISH_NUMBER,
    ENGLISH_SENTENCE,
    SIGNED,
)
from tests.trials.factories import make_trial
from trials.models import HomePage, InformationPage, TrialIndexPage, TrialPage
from trials.translating import staleness
from trials.tree import ensure_tree

TEAM = {
    "author": people.AUTHORS,
    "author2": people.AUTHORS,
    "translator": people.TRANSLATORS,
    "language_reviewer": people.LANGUAGE_REVIEWERS,
    "signer": people.SIGNERS,
    "signer2": people.SIGNERS,
    "lead": people.LEADS,
}


@dataclass
class Office:
    home: HomePage
    trials: TrialIndexPage
    people: dict[str, User]
    pk: Any = None

    @classmethod
    def open(cls) -> "Office":
        """The pages that hold the others, and a team; no trial yet."""
        tree = ensure_tree()
        team = {name: person(name, Group.objects.get(name=group)) for name, group in TEAM.items()}
        team["superuser"] = person("superuser", is_superuser=True)
        return cls(home=tree.home, trials=tree.trials, people=team)

    def again(self) -> "Office":
        """The same office with everybody read anew, as the test before may have changed them in memory."""
        team = {name: User.objects.get(pk=user.pk) for name, user in self.people.items()}
        home, trials = HomePage.objects.get(), TrialIndexPage.objects.get()
        return Office(home=home, trials=trials, people=team, pk=self.pk)

    def drafts(self) -> None:
        """A page complete in both languages, written by the author."""
        self.pk = make_trial(owner=self.people["author"]).pk
        self.writes("author", "en", *SIGNED["en"])
        self.writes("translator", "zh_hans", *SIGNED["zh-hans"])

    @property
    def page(self) -> TrialPage:
        """The trial's row, read anew."""
        return TrialPage.objects.get(pk=self.pk)

    @property
    def base(self) -> Page:
        return Page.objects.get(pk=self.pk)

    @property
    def newest(self) -> Revision:
        return self.page.latest_revision

    @property
    def edition(self) -> Edition:
        return Edition.objects.filter(page_id=self.pk).latest("number")

    def browser(self, who: str) -> Client:
        client = Client()
        client.force_login(self.people[who])
        return client

    def posts(self, who: str, url: str, fields: Any = None, **extra: Any) -> str:
        """Post a form of the admin as somebody; what they are told."""
        return told(self.browser(who).post(url, fields or {}, **extra))

    def edits(self, who: str, fields: dict[str, Any], **extra: Any) -> str:
        return self.posts(who, edit_url(self.pk), fields, **extra)

    def asks_api(self, who: str, action: str, page: Page | None = None, **fields: Any) -> str:
        """Call an action of the admin's API; its status and what it says."""
        pk = page.pk if page else self.pk
        url = f"/admin/api/main/pages/{pk}/action/{action}/"
        response = self.browser(who).post(url, fields, content_type="application/json")
        return f"{response.status_code} {said_by_api(response)}"

    def decides(self, who: str, act: str, *, ticked: Any, page: Any = None, **fields: Any) -> str:
        """Decide on the review screen as it stands, unless `seen` says what was on an older one."""
        seen = fields.pop("seen", None) or self.seen(who)
        url = reverse("editorial_review", args=[page or self.pk])
        return self.posts(who, url, {"act": act, "seen": seen, "ticked": list(ticked), **fields})

    def statements(self) -> set[str]:
        """Everything a signer has to tick for what is on the desk now."""
        return set(open_desk(self.pk).statements(SignOff.Role.SIGNER))

    def seen(self, who: str) -> str:
        return open_desk(self.pk).seen_by(self.people[who])

    def redrafts(self) -> None:
        """A newer draft, unsigned: sentences and numbers changed in both languages."""
        self.writes("author", "en", ENGLISH_SENTENCE, ENGLISH_NUMBER)
        self.writes("translator", "zh_hans", CHINESE_SENTENCE, CHINESE_NUMBER)

    def writes(self, who: str, lang: str, sentence: str, number: str) -> None:
        draft = self.page.get_latest_revision_as_object()
        unsigned(draft, lang, sentence, number)
        if lang == "zh_hans":
            # As the editing screen does: Chinese counts as made from the English beside it.
            staleness.keep(draft, staleness.stale_texts(draft))
        draft.save_revision(user=self.people[who])

    def submits(self) -> None:
        self.page.get_workflow().start(self.page, self.people["author"])

    def reviews(self) -> None:
        """The Chinese of the draft is found right."""
        reviewer = self.people["language_reviewer"]
        review_language(
            self.page,
            reviewer=reviewer,
            seen=open_desk(self.pk).seen_by(reviewer),
            ticked=CHINESE_TICKED,
            now=timezone.now(),
        )

    def signs(self) -> None:
        signed(self.page, self.people["signer"])

    def withdraws(self) -> None:
        because = Words(en="A wrong number.", zh_hans="数字有误。")
        withdraw(self.page, by=self.people["lead"], reason=because, now=timezone.now())

    def signs_home(self) -> None:
        """The home page is before the public too, so that words could come out there."""
        self._signs_prose(HomePage.objects.get(pk=self.home.pk))

    def signs_about(self) -> None:
        about = InformationPage(title="about", slug="about", owner=self.people["author"])
        self._signs_prose(self.home.add_child(instance=about))

    def _signs_prose(self, page: Any) -> None:
        for name in page.WORDS:
            setattr(page, f"{name}_en", "Welcome.")
            setattr(page, f"{name}_zh_hans", "欢迎。")
        page.save_revision(user=self.people["author"])
        page.get_workflow().start(page, self.people["author"])
        signed(page, self.people["signer"])


def unsigned(page: TrialPage, lang: str, sentence: str, number: str) -> TrialPage:
    """Put unsigned words into a page in memory."""
    setattr(page, f"summary_{lang}", sentence)
    rows = list(page.criteria.all())
    setattr(rows[0], f"text_{lang}", f"{number}×10^9/L")
    # Made up here: no registry says it otherwise.
    rows[0].registry_text = ""
    page.criteria = rows
    return page


def unsigned_row(office: Office) -> None:
    """The live row with the words of the draft, as a save behind the gate leaves it."""
    page = office.page
    unsigned(page, "en", ENGLISH_SENTENCE, ENGLISH_NUMBER)
    unsigned(page, "zh_hans", CHINESE_SENTENCE, CHINESE_NUMBER)
    page.save()


def edit_url(pk: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[pk])


def told(response: HttpResponse) -> str:
    """What a person reads after a post: the refusal on the screen, or the messages."""
    assert response.status_code < 500
    refused = (response.context or {}).get("refused") if response.status_code in (403, 409) else None
    said = [refused] if refused else get_messages(response.wsgi_request)
    return " ".join(read(str(sentence)) for sentence in said)


def read(sentence: str) -> str:
    """A message as it is read: without markup, without the time of a decision, places in order."""
    text = re.sub(r"\s+", " ", html.unescape(strip_tags(sentence))).strip()
    text = re.sub(r" at \d{4}-\d\d-\d\d \d\d:\d\d", " at {time}", text)
    # PostgreSQL keeps the columns of a revision in an order of its own.
    return re.sub(r"(?<=words of this page \()[^)]*", lambda places: in_order(places[0]), text)


def in_order(names: str) -> str:
    return ", ".join(sorted(names.split(", ")))


def said_by_api(response: HttpResponse) -> str:
    if not response.get("Content-Type", "").startswith("application/json"):
        return ""
    answer = response.json()
    return str(answer.get("detail") or answer.get("message") or "")


def said_by(act: Any, *args: Any, **kwargs: Any) -> str:
    """What a piece of code is told when it tries; "" when nothing refuses."""
    try:
        with transaction.atomic():
            act(*args, **kwargs)
    except Exception as refusal:  # the row compares the whole sentence
        return str(refusal)
    return ""


def person(name: str, *groups: Group, **fields: Any) -> User:
    made = User.objects.create_user(name, f"{name}@example.org", first_name=name.capitalize(), **fields)
    made.groups.set(groups)
    return made
