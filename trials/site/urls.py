"""Public addresses in a language; the last one answers for every signed page."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from trials.site import history, listing, public, record

TRIAL = r"^trials/(?P<trial_id>[A-Za-z0-9-]+)/"
# What a chat or an e-mail leaves hanging behind an address.
HANGING = r"[\s。．.，,、；;：:！!？?）)」』】》〉”’\"'…]+"

urlpatterns = [
    path("trials/", listing.trials, name="trials"),
    re_path(f"{TRIAL}sites/$", public.sites, name="trial_sites"),
    re_path(f"{TRIAL}print/$", public.sheet, name="trial_sheet"),
    re_path(f"{TRIAL}history/$", history.history, name="trial_history"),
    re_path(rf"{TRIAL}content\.json$", record.content_json, name="trial_content"),
    re_path(rf"^(?P<path>(?:[\w-]+/)*[\w-]+)/?{HANGING}/?$", public.astray, name="astray"),
    # Wagtail reverses this name wherever it links to a page.
    re_path(serve_pattern, public.page, name="wagtail_serve"),
]
