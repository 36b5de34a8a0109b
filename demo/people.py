"""The made-up team of the demonstration: one person for each part in the flow, each in one group only."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db import transaction
from wagtail.users.models import UserProfile

from editorial import people
from editorial.content import CHINESE
from editorial.models import Voucher

PASSWORD = "demo"
# Nobody reads mail at example.org.
NO_MAIL = dict.fromkeys(
    (
        "submitted_notifications",
        "approved_notifications",
        "rejected_notifications",
        "updated_comments_notifications",
    ),
    False,
)
Team = Mapping[str, AbstractUser]


@dataclass(frozen=True)
class Person:
    """`public_role` and `qualification` are what readers see beside a review, English and Chinese."""

    username: str
    first_name: str
    last_name: str
    group: str = ""
    public_role: tuple[str, str] = ("", "")
    qualification: tuple[str, str] = ("", "")
    byline: tuple[str, str] = ("", "")
    """What the review line calls somebody whose field says something to readers."""
    language: str = ""
    """Of their screens and mail; "" for what the browser asks for."""

    @property
    def is_administrator(self) -> bool:
        return not self.group


PEOPLE = (
    Person("author", "Nora", "Fairweather", people.AUTHORS),
    Person("author2", "Tobias", "Marlowe", people.AUTHORS),
    Person("translator", "Xiaowen", "Lin", people.TRANSLATORS, language=CHINESE),
    Person(
        "language-reviewer",
        "Yunhe",
        "Qian",
        people.LANGUAGE_REVIEWERS,
        ("Chinese language reviewer", "中文审校"),
        ("medical translator, a made-up person", "医学翻译（虚构人物）"),
        language=CHINESE,
    ),
    Person(
        "medical-reviewer",
        "Ines",
        "Okonjo",
        people.MEDICAL_REVIEWERS,
        ("Medical reviewer", "医学审校"),
        ("clinical pharmacologist, a made-up person", "临床药理学医生（虚构人物）"),
        ("a clinical pharmacologist", "一位临床药理学医生"),
    ),
    Person(
        "signer",
        "Greta",
        "Lindqvist",
        people.SIGNERS,
        ("Medical editor", "医学编辑"),
        ("doctor for blood diseases, a made-up person", "血液科医生（虚构人物）"),
        ("a haematologist", "一位血液科医生"),
    ),
    Person(
        "signer2",
        "Zhiyuan",
        "Meng",
        people.SIGNERS,
        ("Medical editor", "医学编辑"),
        ("doctor for cancer, a made-up person", "肿瘤科医生（虚构人物）"),
        ("an oncologist", "一位肿瘤科医生"),
        CHINESE,
    ),
    Person(
        "lead",
        "Judith",
        "Abernathy",
        people.LEADS,
        ("Head of the editorial team", "编辑团队负责人"),
        ("nurse, a made-up person", "护士（虚构人物）"),
    ),
    Person("admin", "Ada", "Ministrator"),
)


def ensure_people() -> tuple[Team, list[str]]:
    """The team by user name, and the user names of those that had to be made; nobody is changed."""
    known = get_user_model().objects.filter(username__in=[person.username for person in PEOPLE])
    team = {user.username: user for user in known}
    missing = [person for person in PEOPLE if person.username not in team]
    team |= {person.username: _make(person) for person in missing}
    return team, [person.username for person in missing]


@transaction.atomic
def _make(person: Person) -> AbstractUser:
    user = get_user_model().objects.create_user(
        person.username,
        f"{person.username}@example.org",
        PASSWORD,
        first_name=person.first_name,
        last_name=person.last_name,
        is_staff=person.is_administrator,
        is_superuser=person.is_administrator,
    )
    UserProfile.objects.create(user=user, preferred_language=person.language, **NO_MAIL)
    if person.group:
        user.groups.add(Group.objects.get(name=person.group))
    if any(person.public_role):
        Voucher.objects.create(person=user, **_voucher(person))
    return user


def _voucher(person: Person) -> dict[str, str]:
    columns = {
        "public_role": person.public_role,
        "qualification": person.qualification,
        "byline": person.byline,
        "conflict": ("none", "无"),
    }
    return {
        f"{name}_{lang}": text
        for name, pair in columns.items()
        for lang, text in zip(("en", "zh_hans"), pair, strict=True)
    }
