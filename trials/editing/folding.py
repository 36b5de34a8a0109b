"""Fields of a row that few rows need: folded away while they are empty."""

from typing import Any

from django.utils.functional import Promise
from wagtail.admin.panels import MultiFieldPanel


class FoldedPanel(MultiFieldPanel):
    """Its children under a summary, open where one of `names` says something or was refused."""

    def __init__(
        self,
        children: Any = (),
        *args: Any,
        summary: str | Promise = "",
        names: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(children, *args, **kwargs)
        self.summary, self.names = summary, names

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "summary": self.summary, "names": self.names}

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "trials/editing/folded.html"

        @property
        def is_open(self) -> bool:
            fields = [self.form[name] for name in self.panel.names]
            return any(field.value() or field.errors for field in fields)
