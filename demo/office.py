"""What every story of the demonstration needs: who is there, where trials go, and what day it is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from demo.people import Team
from trials.tree import Tree


@dataclass(frozen=True)
class Office:
    team: Team
    tree: Tree
    now: datetime

    def days_ago(self, days: int) -> datetime:
        return self.now - timedelta(days=days)
