"""The review and sign-off screen: what changed, what is to be ticked, the decision, and all the rest folded.

It posts what stands for everything it showed; the services refuse when anything changed since.
"""

from editorial.views.review.readings import reading
from editorial.views.review.screen import ReviewView

__all__ = ["ReviewView", "reading"]
