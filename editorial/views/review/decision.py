"""What this person may decide now: in which role, with which statements, by which buttons."""

from dataclasses import dataclass
from typing import Any

from editorial.authors import written_by
from editorial.desk import Desk, Step
from editorial.models import SignOff
from editorial.people import LANGUAGE_REVIEWERS, MEDICAL_REVIEWERS, SIGNERS, belongs_to

ROLE_OF_STEP = {
    Step.LANGUAGE_REVIEW: SignOff.Role.LANGUAGE_REVIEWER,
    Step.MEDICAL_REVIEW: SignOff.Role.MEDICAL_REVIEWER,
    Step.SIGN_OFF: SignOff.Role.SIGNER,
}
GROUP_OF_ROLE = {
    SignOff.Role.LANGUAGE_REVIEWER: LANGUAGE_REVIEWERS,
    SignOff.Role.MEDICAL_REVIEWER: MEDICAL_REVIEWERS,
    SignOff.Role.SIGNER: SIGNERS,
}


@dataclass(frozen=True)
class Decision:
    """`role` is "" for somebody who has nothing to put their name to now."""

    role: str
    wrote: bool
    statements: dict[str, str]
    may_sign: bool
    may_withhold: bool
    may_request_changes: bool

    @property
    def may_decide(self) -> bool:
        return self.role != ""


def decision_of(person: Any, desk: Desk) -> Decision:
    wrote = bool(desk.revision and written_by(person, desk.page, desk.revision))
    role = "" if wrote else _role(person, desk)
    is_signer = role == SignOff.Role.SIGNER
    return Decision(
        role=role,
        wrote=wrote,
        statements=desk.statements(role) if role else {},
        may_sign=is_signer and desk.step == Step.SIGN_OFF,
        may_withhold=is_signer and desk.page.needs_language_review,
        may_request_changes=desk.task_state is not None and belongs_to(person, *GROUP_OF_ROLE.values()),
    )


def _role(person: Any, desk: Desk) -> str:
    """The role of the step that waits; a signer need not wait for Chinese that may be withheld."""
    role = ROLE_OF_STEP.get(desk.step)
    if role and belongs_to(person, GROUP_OF_ROLE[role]):
        return role
    waits_for_chinese = desk.step == Step.LANGUAGE_REVIEW and not desk.awaits_medical_review
    return SignOff.Role.SIGNER if waits_for_chinese and belongs_to(person, SIGNERS) else ""
