"""Who is told what: letters are written inside the transaction of the act and sent after it."""

from editorial.letters.at_once import changes_requested, notice_escalated, notice_put_up, withdrawn

__all__ = ["changes_requested", "notice_escalated", "notice_put_up", "withdrawn"]
