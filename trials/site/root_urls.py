from django.urls import path, re_path

from trials.site import root, schema
from trials.site.sitemap import sitemap, sitemap_part
from trials.site.urls import HANGING

urlpatterns = [
    path("", root.way_in, name="way_in"),
    re_path(rf"^t/(?P<trial_id>[A-Za-z0-9-]+?)/?(?:{HANGING})?/?$", root.short_link, name="short_link"),
    re_path(r"^verify/(?:(?P<code>[^/]+)/?)?$", root.verify, name="verify"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemaps/<int:number>.xml", sitemap_part, name="sitemap_part"),
    path(schema.PATH.removeprefix("/"), schema.content_schema, name="content_schema"),
    path("robots.txt", root.robots, name="robots"),
    path("healthz", root.healthz, name="healthz"),
    path("readyz", root.readyz, name="readyz"),
]
