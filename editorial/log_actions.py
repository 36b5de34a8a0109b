"""What the log of a page calls the acts of the office: the act, and the act once done."""

from typing import Any

from django.utils.translation import gettext_lazy

from editorial.workflow_words import name_no_workflow

ACTIONS = (
    ("editorial.language_review", gettext_lazy("Review the Chinese"), gettext_lazy("Chinese reviewed")),
    ("editorial.medical_review", gettext_lazy("Review the medicine"), gettext_lazy("Medicine reviewed")),
    ("editorial.changes", gettext_lazy("Request changes"), gettext_lazy("Changes requested")),
    ("editorial.refused", gettext_lazy("Refuse a sign-off"), gettext_lazy("Sign-off refused")),
    ("editorial.suggest", gettext_lazy("Suggest a wording"), gettext_lazy("Wording suggested")),
    ("editorial.accept", gettext_lazy("Accept a suggestion"), gettext_lazy("Suggestion accepted")),
    ("editorial.decline", gettext_lazy("Decline a suggestion"), gettext_lazy("Suggestion declined")),
    ("editorial.take_back", gettext_lazy("Take a suggestion back"), gettext_lazy("Suggestion taken back")),
    ("editorial.query", gettext_lazy("Ask about a text"), gettext_lazy("Query asked")),
    ("editorial.query_answered", gettext_lazy("Answer a query"), gettext_lazy("Query answered")),
    ("editorial.query_reopened", gettext_lazy("Reopen a query"), gettext_lazy("Query reopened")),
    (
        "editorial.query_told",
        gettext_lazy("Tell readers that the sponsor was asked"),
        gettext_lazy("Readers are told that the sponsor was asked"),
    ),
    (
        "editorial.query_untold",
        gettext_lazy("Tell readers of a query no longer"),
        gettext_lazy("Readers are told of a query no longer"),
    ),
    (
        "editorial.mistake_answered",
        gettext_lazy("Answer a report of a mistake"),
        gettext_lazy("Report of a mistake answered"),
    ),
    (
        "editorial.mistake_asked",
        gettext_lazy("Turn a report of a mistake into a query"),
        gettext_lazy("Report of a mistake turned into a query"),
    ),
    ("editorial.notice", gettext_lazy("Put up an urgent notice"), gettext_lazy("Urgent notice put up")),
    (
        "editorial.notice_confirmed",
        gettext_lazy("Confirm an urgent notice"),
        gettext_lazy("Urgent notice confirmed"),
    ),
    ("editorial.notice_lifted", gettext_lazy("Lift an urgent notice"), gettext_lazy("Urgent notice lifted")),
    ("editorial.redact", gettext_lazy("Remove an edition’s words"), gettext_lazy("Edition’s words removed")),
    ("editorial.sign_off", gettext_lazy("Sign off"), gettext_lazy("Signed off")),
    (
        "editorial.still_correct",
        gettext_lazy("Confirm still correct"),
        gettext_lazy("Confirmed still correct"),
    ),
    ("editorial.withdraw", gettext_lazy("Withdraw"), gettext_lazy("Withdrawn")),
)


def register_log_actions(actions: Any) -> None:
    for action, label, message in ACTIONS:
        actions.register_action(action, label, message)
    name_no_workflow(actions)
