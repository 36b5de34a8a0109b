from typing import Any

from django.apps import AppConfig, apps
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

VOCABULARY = (
    "trials.organisation",
    "trials.condition",
    "trials.place",
    "trials.glossaryterm",
    "trials.passage",
    "trials.batch",
    "trials.synonym",
)
READ_BY_ALL = ("trials.glossaryterm", "trials.passage", "trials.batch", "trials.synonym")


class TrialsConfig(AppConfig):
    name = "trials"
    verbose_name = _("Trials")

    def ready(self) -> None:
        from editorial.kinds import register_kind
        from editorial.setup import let_editors_keep, let_the_office_read
        from trials.content import TrialContent

        register_kind(TrialContent)
        let_editors_keep(*VOCABULARY)
        let_the_office_read(*READ_BY_ALL)
        # After the editorial set-up, which listens to the same sender and was connected first.
        post_migrate.connect(_plant, sender=list(apps.get_app_configs())[-1])


def _plant(using: str, **kwargs: Any) -> None:
    from trials.finding import index
    from trials.tree import ensure_tree

    # A migration that remakes the table of the list on SQLite takes its triggers away.
    index.install(connections[using])
    if using == DEFAULT_DB_ALIAS:
        ensure_tree()
