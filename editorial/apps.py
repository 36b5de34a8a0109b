from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate, pre_save
from django.utils.translation import gettext_lazy as _


class EditorialConfig(AppConfig):
    name = "editorial"
    verbose_name = _("Editorial office")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from editorial import checks  # noqa: F401  registers system checks
        from editorial.gate import guard
        from editorial.ownership import guard_workflow
        from editorial.quiet import silence_wagtail
        from editorial.refused import let_refusals_out
        from editorial.views.editing import tell_true_of_conflicts

        pre_save.connect(guard, dispatch_uid="editorial.gate")
        guard_workflow()
        let_refusals_out()
        silence_wagtail()
        tell_true_of_conflicts()
        pre_migrate.connect(_drop_triggers, sender=self)
        # Permissions and content types exist only after the last app's own post_migrate.
        post_migrate.connect(_set_up, sender=list(apps.get_app_configs())[-1])


def _drop_triggers(using: str, **kwargs: Any) -> None:
    from editorial import triggers

    triggers.drop(connections[using])


def _set_up(using: str, **kwargs: Any) -> None:
    from editorial import triggers
    from editorial.setup import ensure_editorial_setup

    triggers.install(connections[using])
    ensure_editorial_setup()
