"""Choosers of what is never made from a page: its own screen makes it."""

from typing import Any

from wagtail.snippets.views.chooser import SnippetChooserViewSet


class OnlyChooserViewSet(SnippetChooserViewSet):
    """A chooser with no address for making a row: without a form, every post to it would end in a 500."""

    def get_urlpatterns(self) -> list[Any]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
