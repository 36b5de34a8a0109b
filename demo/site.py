"""Who runs the demonstration's site, and the disclaimer on its trial pages."""

from typing import Any

from wagtail.log_actions import log
from wagtail.models import Site

from demo import texts
from editorial.models import Disclaimer, SiteSettings

NAMES = {
    "site_name": ("Find a Trial", "Find a Trial"),
    "editorial_team": ("Find a Trial editorial team", "Find a Trial编辑团队"),
    "publisher": ("A made-up publisher, for demonstration only", "虚构的发布机构，仅供演示"),
    "contact": ("1 Example Street, Exampletown (a made-up address)", "示例市示例路1号（虚构地址）"),
}


def ensure_site_names() -> bool:
    """Fill in names and contact where nobody has; whether anything was written."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    if settings.site_name_en or settings.site_name_zh_hans:
        return False
    for name, (english, chinese) in NAMES.items():
        setattr(settings, f"{name}_en", english)
        setattr(settings, f"{name}_zh_hans", chinese)
    settings.contact_email = "contact@example.org"
    settings.save()
    return True


def ensure_disclaimer(*, by: Any) -> bool:
    """The first version, where there is none; whether it was made."""
    if Disclaimer.in_use() is not None:
        return False
    words = texts.disclaimer()
    disclaimer = Disclaimer.objects.create(version=1, text_en=words["en"], text_zh_hans=words["zh-hans"])
    log(instance=disclaimer, action="wagtail.create", user=by, content_changed=True)
    return True
