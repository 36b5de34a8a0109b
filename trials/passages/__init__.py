"""Approved passages: what many pages say alike, in both languages, found right once by a second person."""

from trials.passages.held import findings, remarks

__all__ = ["findings", "remarks"]
