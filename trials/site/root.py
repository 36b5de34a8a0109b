"""Addresses without a language: the way in, short links, and what machines ask for."""

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from trials.site.codes import plain_code
from trials.site.languages import address, asked_for
from trials.site.serving import public, unless_same

# A machine that follows every link would have each of them made; the page says the same.
FILES_TO_TAKE_AWAY = ("*/take-away.pdf$", "*/picture.png$")


@public
def way_in(request: HttpRequest) -> HttpResponse:
    """The home page in the language the browser asks for."""
    return _in_language_asked_for(request, "")


@public
def short_link(request: HttpRequest, trial_id: str) -> HttpResponse:
    """A trial's page by its number, in the language the browser asks for."""
    return _in_language_asked_for(request, f"trials/{trial_id.lower()}/")


@public
def verify(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """What a code on paper stands for, in the language the browser asks for."""
    plain = plain_code(code or "")
    return _in_language_asked_for(request, f"verify/{plain}/" if plain else "verify/")


@public
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *"]
    closed = [settings.ADMIN_PATH, *FILES_TO_TAKE_AWAY]
    lines += ["Disallow: /"] if settings.DEMO else [f"Disallow: /{path}" for path in closed]
    lines += ["", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    return unless_same(request, response)


@transaction.non_atomic_requests
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; asks nothing of anything else."""
    return _plain("ok", status=200)


@transaction.non_atomic_requests
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has every migration of this release."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Exception:  # whatever the database raises, the answer to a load balancer is "not now"
        return _plain("the database does not answer", status=503)
    if waiting:
        return _plain(f"{len(waiting)} migrations are waiting", status=503)
    return _plain("ok", status=200)


def _plain(text: str, *, status: int) -> HttpResponse:
    response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def _in_language_asked_for(request: HttpRequest, path: str) -> HttpResponse:
    lang = asked_for(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(address(lang, path))
    patch_vary_headers(response, ["Accept-Language"])
    return response
