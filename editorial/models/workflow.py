from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from editorial.people import LANGUAGE_REVIEWERS, SIGNERS, belongs_to


class EditorialTask(Task):
    """The one task of the one workflow: what may be done next is read from sign-offs of today's digests.

    It offers no actions to Wagtail's editing screen: a refused approval posted there would already
    have saved a stale form over newer text. Review and sign-off have a screen of their own.
    """

    class Meta:
        verbose_name = _("review and sign-off")
        verbose_name_plural = _("reviews and sign-offs")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        return []

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        raise PermissionDenied(_("Review and sign-off take place on the review screen of the page."))

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        if belongs_to(user, LANGUAGE_REVIEWERS, SIGNERS):
            return self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        return _("Chinese language review, then sign-off, by people who did not write the text")
