"""Public addresses in a language; the last one answers for every signed page."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from trials.site import (
    feed,
    files,
    glossary_pages,
    history,
    listing,
    public,
    record,
    report,
    self_check,
    verifying,
)

TRIAL = r"^trials/(?P<trial_id>[A-Za-z0-9-]+)/"
# What a chat or an e-mail leaves hanging behind an address.
HANGING = r"[\s。．.，,、；;：:！!？?）)」』】》〉”’\"'…]+"
FILE = r"^(?P<path>(?:[\w-]+/)*[\w-]+\.(?:json|pdf|png|xml))"

urlpatterns = [
    path("trials/", listing.trials, name="trials"),
    path("feed.xml", feed.feed, name="feed"),
    re_path(f"{TRIAL}sites/$", public.sites, name="trial_sites"),
    re_path(f"{TRIAL}print/$", public.sheet, name="trial_sheet"),
    re_path(f"{TRIAL}history/$", history.history, name="trial_history"),
    re_path(rf"{TRIAL}content\.json$", record.content_json, name="trial_content"),
    re_path(rf"{TRIAL}take-away\.pdf$", files.pdf, name="trial_pdf"),
    re_path(rf"{TRIAL}picture\.png$", files.picture, name="trial_picture"),
    re_path(rf"{TRIAL}share\.png$", files.share_image, name="trial_share_image"),
    re_path(f"{TRIAL}report/$", report.report, name="trial_report"),
    re_path(f"{TRIAL}check/$", self_check.self_check, name="trial_self_check"),
    re_path(r"^verify/(?:(?P<code>[^/]+)/?)?$", verifying.verify, name="verify_in_language"),
    path("words/", glossary_pages.words, name="words"),
    re_path(rf"^(?P<path>(?:[\w-]+/)*[\w-]+)/?{HANGING}/?$", public.astray, name="astray"),
    re_path(rf"{FILE}/?{HANGING}/?$", public.astray_file, name="astray_file"),
    # Wagtail reverses this name wherever it links to a page.
    re_path(serve_pattern, public.page, name="wagtail_serve"),
]
