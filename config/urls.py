"""Every address of the site: the two-language public pages, the addresses without a language, the admin."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail.admin import urls as wagtailadmin_urls

handler404 = "trials.site.errors.not_found"

urlpatterns = [
    # In front: these addresses of Wagtail's admin are ours.
    path(settings.ADMIN_PATH, include("editorial.admin_urls")),
    path(settings.ADMIN_PATH, include(wagtailadmin_urls)),
    path("", include("trials.site.root_urls")),
    *i18n_patterns(path("", include("trials.site.urls")), prefix_default_language=True),
]

if settings.DEMO:
    # In production the web server in front hands out uploaded files.
    media = {"document_root": settings.MEDIA_ROOT}
    urlpatterns.insert(0, re_path(r"^media/(?P<path>.+)$", serve, media))
