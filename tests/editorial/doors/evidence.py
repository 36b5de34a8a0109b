"""Doors through the evidence itself: editions and sign-offs made, changed or taken away."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from editorial import triggers
from editorial.canonical import digest_of
from editorial.models import Edition, SignOff
from tests.editorial.doors.code import LIVE_WITHOUT
from tests.editorial.doors.database import loads
from tests.editorial.doors.door import Doors
from tests.editorial.doors.office import Office, said_by
from tests.editorial.doors.oracles import ENGLISH_NUMBER, ENGLISH_SENTENCE, SIGNED

doors = Doors()

PATH = "edition trials/nct00000001/"
NO_SEAL = "the seal does not match"
FORGED = f"{PATH} 2: {NO_SEAL}"
NEVER_CHANGED = "Sign-offs and editions are evidence: they are never changed."
NEVER_DELETED = "Sign-offs and editions are evidence: they are never deleted."
WRITTEN_ONCE = "editions and sign-offs are written once"


def sql(statement: str, *values: Any) -> str:
    """The first line of what the database says."""

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return said_by(run).partition("\n")[0]


@contextmanager
def unlocked() -> Iterator[None]:
    """Somebody with the database and without the key: the triggers are gone, and come back afterwards."""
    # PostgreSQL drops no trigger of a table whose constraints are still to be checked.
    connection.check_constraints()
    triggers.drop(connection)
    yield
    triggers.install(connection)


def another(row: Any, **columns: Any) -> Any:
    """A row like this one, not stored yet."""
    made = copy.copy(row)
    made.pk, made._state = None, copy.copy(row._state)
    made._state.adding = True
    for name, value in columns.items():
        setattr(made, name, value)
    return made


def forged_sign_off(office: Office) -> SignOff:
    forged = another(office.edition.signed_by, seal="0" * 64)
    forged.save()
    return forged


def forged_edition(office: Office) -> Edition:
    """Unsigned words as an edition, with everything right but what only the key can make."""
    genuine = office.edition
    content = genuine.content.replace(SIGNED["en"][0], ENGLISH_SENTENCE).replace("≥50", ENGLISH_NUMBER)
    return another(
        genuine,
        number=genuine.number + 1,
        content=content,
        digest=digest_of(content),
        signed_by=forged_sign_off(office),
        previous_seal=genuine.seal,
        seal="0" * 64,
    )


def superseded(office: Office) -> str:
    """The genuine edition ended by SQL, as the triggers let anybody end one."""
    return sql(
        "UPDATE editorial_edition SET ended_at = published_at, ended_reason = 'superseded' "
        "WHERE page_id = %s",
        office.pk,
    )


IN_PLACE_OF_GENUINE = (
    "sign-off {n} on nct00000001: the seal does not match",
    f"{PATH} 1: its end was changed",
    FORGED,
    f"{PATH} 2: the sign-off's seal does not match",
    f"{PATH} 2: the sign-off is for something else",
    f"{PATH} 2: the log does not hold the seal of the version it was signed from",
    "listing: the row of trials/nct00000001/ differs from its edition in "
    "edition_id, summary_en, words, grams",
    *(
        f"take-away: {PATH.removeprefix('edition ')} 1 {kind} {lang} is kept although its edition has ended"
        for kind in ("pdf", "picture", "share")
        for lang in ("en", "zh-hans")
    ),
)


@doors.row("Edition by ORM create", found=IN_PLACE_OF_GENUINE, public="checked")
def creates_edition(office: Office) -> str:
    forged = forged_edition(office)
    superseded(office)
    return said_by(forged.save)


@doors.row("Edition by bulk_create", found=IN_PLACE_OF_GENUINE, public="checked")
def creates_in_bulk(office: Office) -> str:
    forged = forged_edition(office)
    superseded(office)
    return said_by(Edition.objects.bulk_create, [forged])


@doors.row("Edition by INSERT", found=IN_PLACE_OF_GENUINE, public="checked")
def inserts_edition(office: Office) -> str:
    forged = forged_edition(office)
    superseded(office)
    fields = [field for field in Edition._meta.concrete_fields if not field.primary_key]
    columns, values = [f.column for f in fields], [getattr(forged, f.attname) for f in fields]
    marks = ", ".join(["%s"] * len(columns))
    return sql(f"INSERT INTO editorial_edition ({', '.join(columns)}) VALUES ({marks})", *values)


@doors.row("Edition by loaddata", found=IN_PLACE_OF_GENUINE, public="checked")
def loads_edition(office: Office) -> str:
    forged = forged_edition(office)
    superseded(office)
    return loads(forged)


@doors.row(
    "Edition beside the one in force",
    says="refused",
    found=("sign-off {n} on nct00000001: the seal does not match",),
)
def second_in_force(office: Office) -> str:
    # On SQLite a trigger speaks before the constraint does.
    forged = forged_edition(office)
    refusal = "unique" if connection.vendor == "postgresql" else WRITTEN_ONCE

    return "refused" if refusal in said_by(forged.save) else ""


@doors.row(
    "Edition of a draft",
    start="reviewed",
    found=(
        "sign-off {n} on nct00000001: the seal does not match",
        f"{PATH} 1: the seal does not match",
        f"{PATH} 1: the sign-off's seal does not match",
        "page nct00000001: an edition is in force but the page is not live",
        "listing: the row of trials/nct00000001/ is missing",
    ),
    public="checked",
)
def first_edition(office: Office) -> str:
    desk_content = office.page.get_latest_revision_as_object().build_content()
    review = SignOff.objects.get(page_id=office.pk)
    sign_off = another(review, scope="final", role="signer", digest=desk_content.digest, seal="0" * 64)
    sign_off.save()
    edition = Edition(
        page_id=office.pk, revision=office.newest, path=desk_content.path, number=1,
        content=desk_content.to_json(), digest=desk_content.digest, signed_by=sign_off,
        languages="en,zh-hans", published_at=sign_off.signed_at, seal="0" * 64,
    )  # fmt: skip
    return said_by(edition.save)


@doors.row("SignOff by ORM create", found=("sign-off {n} on nct00000001: the seal does not match",))
def creates_sign_off(office: Office) -> str:
    forged_sign_off(office)
    return ""


@doors.row("Edition saved again", says=NEVER_CHANGED)
def saves_edition(office: Office) -> str:
    edition = office.edition
    edition.content = edition.content.replace("≥50", ENGLISH_NUMBER)
    return said_by(edition.save)


@doors.row("Edition deleted by ORM", says=NEVER_DELETED)
def deletes_edition(office: Office) -> str:
    return said_by(office.edition.delete)


@doors.row("Editions deleted by QuerySet", says=NEVER_DELETED)
def deletes_editions(office: Office) -> str:
    return said_by(Edition.objects.all().delete)


@doors.row("Edition by UPDATE", says=WRITTEN_ONCE)
def updates_edition(office: Office) -> str:
    return sql("UPDATE editorial_edition SET content = REPLACE(content, '≥50', %s)", ENGLISH_NUMBER)


@doors.row("SignOff by UPDATE", says=WRITTEN_ONCE)
def updates_sign_off(office: Office) -> str:
    return sql("UPDATE editorial_signoff SET person_name = 'Somebody'")


@doors.row("Edition by DELETE", says=WRITTEN_ONCE)
def removes_edition(office: Office) -> str:
    return sql("DELETE FROM editorial_edition")


@doors.row("SignOff by DELETE", says=WRITTEN_ONCE)
def removes_sign_off(office: Office) -> str:
    return sql("DELETE FROM editorial_signoff")


@doors.row("evidence by TRUNCATE", says=WRITTEN_ONCE)
def truncates(office: Office) -> str:
    # SQLite knows no TRUNCATE; its DELETE without a condition must meet the trigger all the same.
    connection.check_constraints()
    empty = "TRUNCATE {} CASCADE" if connection.vendor == "postgresql" else "DELETE FROM {}"
    said = {sql(empty.format(table)) for table in ("editorial_edition", "editorial_signoff")}
    return " ".join(said)


@doors.row("ended_at set back to NULL", start="withdrawn", says=WRITTEN_ONCE)
def undoes_end(office: Office) -> str:
    return sql("UPDATE editorial_edition SET ended_at = NULL, ended_reason = '', end_seal = ''")


@doors.row(
    "words changed where the triggers are gone",
    public="checked",
    found=(f"{PATH} 1: the words are not those that were signed",),
)
def tampers(office: Office) -> str:
    with unlocked():
        return sql("UPDATE editorial_edition SET content = REPLACE(content, '≥50', %s)", ENGLISH_NUMBER)


UNDONE = (
    f"{PATH} 1: in force although it was withdrawn on {{day}}",
    "page nct00000001: an edition is in force but the page is not live",
    "listing: the row of trials/nct00000001/ is missing",
)


@doors.row(
    "withdrawal undone by half where the triggers are gone",
    start="withdrawn",
    public="checked",
    found=(f"{PATH} 1: its end was changed", *UNDONE),
)
def undoes_half(office: Office) -> str:
    with unlocked():
        return sql("UPDATE editorial_edition SET ended_at = NULL WHERE page_id = %s", office.pk)


@doors.row("old dump restored over a withdrawal", start="withdrawn", public="checked", found=UNDONE)
def restores_dump(office: Office) -> str:
    with unlocked():
        return sql(
            "UPDATE editorial_edition SET ended_at = NULL, ended_reason = '', withdrawn_because_en = '', "
            "withdrawn_because_zh_hans = '', end_seal = '' WHERE page_id = %s",
            office.pk,
        )


@doors.row(
    "edition deleted where the triggers are gone",
    public="gone",
    found=(
        "sign-off {n} on nct00000001: its edition is missing",
        "page nct00000001: edition 1, which the log names, is missing",
        *LIVE_WITHOUT,
    ),
)
def deletes_unlocked(office: Office) -> str:
    with unlocked():
        for made in ("publishedplace", "publishedword", "publishedtrial", "takeaway"):
            sql(f"DELETE FROM trials_{made}")
        return sql("DELETE FROM editorial_edition WHERE page_id = %s", office.pk)
