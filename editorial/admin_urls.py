"""Addresses of Wagtail's admin that are ours: they stand before Wagtail's own and hide them.

Wagtail's names for them go on working, so that its templates can still be rendered.
"""

from django.urls import path, re_path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.utils.urlpatterns import decorate_urlpatterns

from editorial.views.workflow import WorkflowView, refuse_decision, refuse_in_bulk

REFUSED_IN_BULK = ("publish", "unpublish")

urlpatterns = [
    path("workflows/", WorkflowView.as_view(), name="editorial_workflow"),
    re_path(r"^workflows/.+", WorkflowView.as_view()),
    re_path(r"^pages/workflow/(action|collect_action_data)/", refuse_decision),
    re_path(rf"^bulk/wagtailcore/page/({'|'.join(REFUSED_IN_BULK)})/$", refuse_in_bulk),
]

for _decorator in (require_admin_access, never_cache):
    decorate_urlpatterns(urlpatterns, _decorator)

# What is refused at its address is not offered below the list of pages either.
bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")
for _action in REFUSED_IN_BULK:
    bulk_action_registry.actions["wagtailcore"]["page"].pop(_action, None)
