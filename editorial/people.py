"""Who may do what: the six groups, and the questions asked of a person before an editorial act."""

from collections.abc import Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

AUTHORS = "Authors"
TRANSLATORS = "Translators"
LANGUAGE_REVIEWERS = "Chinese language reviewers"
MEDICAL_REVIEWERS = "Medical reviewers"
SIGNERS = "Signers"
LEADS = "Leads"
GROUPS = (AUTHORS, TRANSLATORS, LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, LEADS)
LABELS: Mapping[str, Promise] = {
    AUTHORS: _("Authors"),
    TRANSLATORS: _("Translators"),
    LANGUAGE_REVIEWERS: _("Chinese language reviewers"),
    MEDICAL_REVIEWERS: _("Medical reviewers"),
    SIGNERS: _("Signers"),
    LEADS: _("Leads"),
}


def belongs_to(person: AbstractBaseUser, *groups: str) -> bool:
    """Whether an active person is a member of one of `groups`; being superuser makes nobody a member."""
    return person.is_active and person.groups.filter(name__in=groups).exists()


def label_of(group: str) -> str:
    """The name of a group in the language of the screen; one that is not ours keeps its own."""
    return str(LABELS.get(group, group))


def name_of(person: AbstractBaseUser) -> str:
    return person.get_full_name() or person.get_username()
