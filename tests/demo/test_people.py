from typing import Any

from django.contrib.auth import authenticate, get_user_model
from wagtail.users.models import UserProfile

from demo.people import ensure_people
from editorial.models import Voucher


def test_people_are_each_in_their_group_only(db: None) -> None:
    ensure_people()

    groups = {
        user.username: sorted(group.name for group in user.groups.all())
        for user in get_user_model().objects.all()
    }
    assert groups == {
        "author": ["Authors"],
        "author2": ["Authors"],
        "translator": ["Translators"],
        "language-reviewer": ["Chinese language reviewers"],
        "medical-reviewer": ["Medical reviewers"],
        "signer": ["Signers"],
        "signer2": ["Signers"],
        "lead": ["Leads"],
        "admin": [],
    }


def test_people_log_in_with_the_same_password(db: None) -> None:
    team, _made = ensure_people()

    assert {name: authenticate(username=name, password="demo") for name in team} == dict(team)


def test_people_who_are_there_stay_as_they_are(db: None) -> None:
    changed = get_user_model().objects.create_user("author", password="another")

    _team, made = ensure_people()

    assert "author" not in made
    changed.refresh_from_db()
    assert changed.check_password("another")


def test_people_who_work_on_the_chinese_have_their_screens_in_it(db: None) -> None:
    ensure_people()

    chinese = UserProfile.objects.filter(preferred_language="zh-hans").order_by("user__username")
    assert [profile.user.username for profile in chinese] == ["language-reviewer", "signer2", "translator"]


def test_only_admin_is_superuser(db: None) -> None:
    ensure_people()

    superusers = get_user_model().objects.filter(is_superuser=True)
    assert [user.username for user in superusers] == ["admin"]


def test_reviewers_have_a_public_role_in_both_languages(db: None) -> None:
    ensure_people()

    shown = {voucher.person.username: all(columns(voucher)) for voucher in Voucher.objects.all()}
    assert shown == dict.fromkeys(
        ("language-reviewer", "medical-reviewer", "signer", "signer2", "lead"), True
    )


def columns(voucher: Voucher) -> list[Any]:
    return [getattr(voucher, name) for name in Voucher.copied_fields() if not name.startswith("byline")]


def test_doctors_are_named_by_their_field_in_the_review_line(db: None) -> None:
    ensure_people()

    named = Voucher.objects.exclude(byline_en="").values_list(
        "person__username", "byline_en", "byline_zh_hans"
    )
    assert sorted(named) == [
        ("medical-reviewer", "a clinical pharmacologist", "一位临床药理学医生"),
        ("signer", "a haematologist", "一位血液科医生"),
        ("signer2", "an oncologist", "一位肿瘤科医生"),
    ]
