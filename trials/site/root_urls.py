from django.urls import path, re_path

from trials.site import root
from trials.site.sitemap import sitemap
from trials.site.urls import HANGING

urlpatterns = [
    path("", root.way_in, name="way_in"),
    re_path(rf"^t/(?P<trial_id>[A-Za-z0-9-]+?)/?(?:{HANGING})?/?$", root.short_link, name="short_link"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", root.robots, name="robots"),
    path("healthz", root.healthz, name="healthz"),
    path("readyz", root.readyz, name="readyz"),
]
