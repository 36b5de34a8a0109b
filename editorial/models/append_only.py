from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class WrittenOnce(Exception):
    """Somebody tried to change or delete evidence."""


class AppendOnlyQuerySet(models.QuerySet):
    def delete(self) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(_("Sign-offs and editions are evidence: they are never deleted."))


class AppendOnly(models.Model):
    """A row that is written once; `MAY_CHANGE` names the columns that may be set later, one time.

    The database holds the same rule in triggers (editorial.triggers); this one speaks first and plainly.
    """

    MAY_CHANGE: ClassVar[tuple[str, ...]] = ()

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        fixed = set(update_fields or ["*"]) - set(self.MAY_CHANGE)
        if not self._state.adding and fixed:
            raise WrittenOnce(_("Sign-offs and editions are evidence: they are never changed."))
        super().save(*args, update_fields=update_fields, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise WrittenOnce(_("Sign-offs and editions are evidence: they are never deleted."))
