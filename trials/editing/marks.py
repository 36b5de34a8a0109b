"""The three marks of a criterion on one line of the editing screen, without a template for each field."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel, Panel

from trials.labels import WhoCanTell

TICKS = ("sensitive", "decisive")
NAMES = ("who_can_tell", *TICKS)


class MarksPanel(Panel):
    """Who can tell, sensitive, decisive.

    Each of 150 criteria has them; three of Wagtail's own panels for each would slow the screen down.
    """

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": list(NAMES), "defer_required_on_fields": list(NAMES)}

    class BoundPanel(Panel.BoundPanel):
        def render_html(self, parent_context: Any = None) -> SafeString:
            ticks = format_html_join("", "{}", ((self._tick(name),) for name in TICKS))
            return format_html('<div class="row-marks">{}{}</div>', self._choice(), ticks)

        def _choice(self) -> SafeString:
            field = self.form["who_can_tell"]
            chosen = field.value() or ""
            options = format_html_join(
                "",
                '<option value="{}"{}>{}</option>',
                (
                    (code, SELECTED if code == chosen else "", label)
                    for code, label in (("", "—"), *WhoCanTell.choices)
                ),
            )
            return format_html(
                '<label class="row-marks__mark" for="{}">{}</label> <select id="{}" name="{}">{}</select>{}',
                field.auto_id,
                field.label,
                field.auto_id,
                field.html_name,
                options,
                field.errors or "",
            )

        def _tick(self, name: str) -> SafeString:
            field = self.form[name]
            return format_html(
                '<label class="row-marks__mark"><input type="checkbox" id="{}" name="{}"{}> {}</label>',
                field.auto_id,
                field.html_name,
                CHECKED if field.value() else "",
                field.label,
            )

        def get_comparison(self) -> list[Any]:
            panels = (FieldPanel(name).bind_to_model(self.panel.model) for name in NAMES)
            return [
                comparison
                for panel in panels
                for comparison in panel.get_bound_panel(
                    instance=self.instance, request=self.request, form=self.form
                ).get_comparison()
            ]


SELECTED, CHECKED = SafeString(" selected"), SafeString(" checked")
