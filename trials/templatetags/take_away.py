"""For the trial page: whether its files can be made on this machine."""

from django import template

from trials.take_away.tools import can_make

register = template.Library()


@register.simple_tag
def files_missing() -> str:
    """What PDF and picture lack here, as a sentence; "" where they can be made."""
    return can_make()
