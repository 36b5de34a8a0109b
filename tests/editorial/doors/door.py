"""One door: a way words could reach the public, who tries it, and what is to happen."""

from collections.abc import Callable
from dataclasses import dataclass, field

Act = Callable[..., str]


@dataclass(frozen=True, kw_only=True)
class Door:
    name: str
    act: Act
    """Tries the door; returns the sentence whoever tried reads, "" where nothing is said."""
    says: str
    """That sentence, in whole."""
    start: str
    """How the page stands before: see STARTS in public.py."""
    found: tuple[str, ...]
    """What verify_editions has to say afterwards, in whole; {n} and {day} stand for what changes."""
    public: str
    """ "same" as before, or a key of INSTEAD in public.py."""
    without_gate: tuple[str, ...]
    """What verify_editions says where the gate is taken away; () where the gate is not what shuts."""

    def __str__(self) -> str:
        return self.name


@dataclass
class Doors:
    """The doors of one room, in the order they are written."""

    rows: list[Door] = field(default_factory=list)

    def row(
        self,
        name: str,
        *,
        says: str = "",
        start: str = "redrafted",
        found: tuple[str, ...] = (),
        public: str = "same",
        without_gate: tuple[str, ...] = (),
    ) -> Callable[[Act], Act]:
        def add(act: Act) -> Act:
            self.rows.append(
                Door(
                    name=name,
                    act=act,
                    says=says,
                    start=start,
                    found=found,
                    public=public,
                    without_gate=without_gate,
                )
            )
            return act

        return add
