"""The bars of the load planner in the units of their drawing; the numbers stand in the table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from editorial.office.plan import Week

STEP, BAR, HEIGHT, HEAD = 24, 16, 160, 8


@dataclass(frozen=True)
class Bar:
    x: int
    y: int
    height: int
    room_y: int
    """Where the line of what the team can read stands above this bar."""
    is_too_full: bool
    width: int = BAR
    room_width: int = STEP

    @property
    def room_x(self) -> int:
        return self.x - (STEP - BAR) // 2


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    width: int
    height: int = HEIGHT


def chart(weeks: Sequence[Week]) -> Chart:
    """A bar for each week, as high as what is due in it, and the height of what can be read."""
    most = max((max(week.due, week.room) for week in weeks), default=0) or 1
    bars = tuple(_bar(number, week, most) for number, week in enumerate(weeks))
    return Chart(bars, len(weeks) * STEP)


def _bar(number: int, week: Week, most: int) -> Bar:
    tall = round(week.due / most * (HEIGHT - HEAD))
    room = round(week.room / most * (HEIGHT - HEAD))
    return Bar(number * STEP + (STEP - BAR) // 2, HEIGHT - tall, tall, HEIGHT - room, week.is_too_full)
