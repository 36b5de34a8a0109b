"""Chinese names of organisations, conditions and places, written where translators write them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from wagtail.log_actions import log

from trials.models import Condition, Organisation, Place


def name_in_chinese(names: Mapping[str, Any], *, by: Any, at: datetime) -> None:
    """Write each Chinese name that is still missing; `names` is the "names" part of a trial's texts."""
    for model, kind in ((Organisation, "organisations"), (Condition, "conditions")):
        for english, chinese in names.get(kind, {}).items():
            _write(model.objects.filter(name_en=english).order_by("pk").first(), chinese, by=by, at=at)
    for kind, registry_name, within, chinese in names.get("places", ()):
        # The registry reader makes no row for a hospital abroad.
        place, _made = Place.objects.get_or_create(
            kind=kind, registry_name=registry_name, within=within, defaults={"name_en": registry_name}
        )
        _write(place, chinese, by=by, at=at)


def _write(row: Any, chinese: str, *, by: Any, at: datetime) -> None:
    if row.name_zh_hans:
        return
    row.name_zh_hans = chinese
    row.save()
    log(instance=row, action="wagtail.edit", user=by, content_changed=True, timestamp=at)
