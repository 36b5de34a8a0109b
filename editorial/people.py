"""Who may do what: the six groups, and the questions asked of a person before an editorial act."""

from django.contrib.auth.models import AbstractBaseUser

AUTHORS = "Authors"
TRANSLATORS = "Translators"
LANGUAGE_REVIEWERS = "Chinese language reviewers"
MEDICAL_REVIEWERS = "Medical reviewers"
SIGNERS = "Signers"
LEADS = "Leads"
GROUPS = (AUTHORS, TRANSLATORS, LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, LEADS)


def belongs_to(person: AbstractBaseUser, *groups: str) -> bool:
    """Whether an active person is a member of one of `groups`; being superuser makes nobody a member."""
    return person.is_active and person.groups.filter(name__in=groups).exists()


def name_of(person: AbstractBaseUser) -> str:
    return person.get_full_name() or person.get_username()
