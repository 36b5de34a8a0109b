"""What a code on paper stands for: which edition, whether it is in force, which numbers changed since."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.editions import EditionTampered, require_intact
from editorial.models import Edition
from editorial.seals import is_sealed
from trials.site.codes import LONGEST, plain_code
from trials.site.frame import frame_of, settings_for
from trials.site.languages import address
from trials.site.review import CODE_LENGTH
from trials.site.serving import public
from trials.site.verdict import edition_words, verdict_on

CODE = re.compile(rf"[0-9a-f]{{{CODE_LENGTH},64}}")
MOST_EDITIONS = 50
ABOVE_EVERY_DIGIT = "g"


@public
def verify(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What became of the edition with this code; 404 for a code nobody has, 503 for a forged edition."""
    typed = request.GET.get("code", "") if code is None else code
    plain = plain_code(typed)
    if plain and code != plain:
        return HttpResponseRedirect(_address(f"{plain}/"))
    found = _editions_with(plain)
    if len(found) == 1:
        return _page(request, "verify.html", plain, **verdict_on(_whole(found[0]), request).context())
    if found:
        shown = [(_address(f"{each.digest}/"), edition_words(each)) for each in found]
        heading = _("Several editions begin with this code")
        return _page(request, "verify_which.html", plain, heading=heading, shown=shown)
    heading = _("We know no edition with this code") if typed else _("Check a printed page")
    response = _page(
        request, "verify_ask.html", plain, heading=heading, typed=typed[:LONGEST], asks_at=_address("")
    )
    response.status_code = 404 if typed else 200
    return response


def _address(code: str) -> str:
    return address(str(get_language()), f"verify/{code}")


def _editions_with(code: str) -> list[Edition]:
    """The newest genuine edition of each digest that begins with `code`, their words not read.

    Raises EditionTampered when only forged ones do.
    """
    if not CODE.fullmatch(code):
        return []
    # A range, not LIKE: the same index answers it on both databases.
    rows = Edition.objects.filter(digest__gte=code, digest__lt=code + ABOVE_EVERY_DIGIT).defer("content")
    rows = list(rows.order_by("digest", "-number")[:MOST_EDITIONS])
    genuine = [row for row in rows if is_sealed(row)]
    if rows and not genuine:
        raise EditionTampered(f"edition {rows[0]}: the seal does not match")
    newest: dict[str, Edition] = {}
    for row in genuine:
        newest.setdefault(row.digest, row)
    return list(newest.values())


def _whole(found: Edition) -> Edition:
    edition = Edition.objects.select_related("signed_by", "page").get(pk=found.pk)
    require_intact(edition)
    return edition


def _page(request: HttpRequest, template: str, code: str, **context: object) -> HttpResponse:
    below = f"verify/{code}/" if code else "verify/"
    frame = frame_of(settings_for(request), lang=str(get_language()), path=below, indexed=False)
    context |= {"frame": frame, "title": f"{context['heading']} – {frame.site_name}"}
    response = HttpResponse(render_to_string(f"pages/{template}", context))
    patch_cache_control(response, no_store=True)
    return response
