"""What Wagtail's admin offers on pages that are signed: everything but the ways round a sign-off."""

from wagtail.models import PagePermissionTester

from editorial.evidence import holds_evidence


class SignedPagePermissions(PagePermissionTester):
    """Nobody publishes, unpublishes or copies, a superuser neither: publishing is the signer's act.

    Deleting and moving stay possible until the first signature, so that a wrong import can be cleared away.
    """

    def can_publish(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_unschedule(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return super().can_delete(ignore_bulk) and not self._is_home() and not holds_evidence(self.page)

    def _is_home(self) -> bool:
        # The site's root holds every page; without it no address resolves.
        return self.page.sites_rooted_here.exists()
