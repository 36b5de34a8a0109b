"""Choosers of what is never made from a page: its own screen makes it."""

from typing import Any

from wagtail.snippets.views.chooser import SnippetChooserViewSet


class OnlyChooserViewSet(SnippetChooserViewSet):
    """A chooser without an address for making a row, which without a form would answer every post with 500."""

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
