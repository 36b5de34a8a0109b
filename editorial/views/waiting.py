from editorial.office.waiting import waiting_for

__all__ = ["waiting_for"]
