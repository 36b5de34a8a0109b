"""What somebody with the database and without the key might do, each as one act on a published page."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core import serializers
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from editorial.content import Words
from editorial.models import Edition, SignOff
from editorial.signoff import withdraw
from trials.models import PublishedTrial, TrialPage

Act = Callable[[], None]
Dump = list[list[dict[str, Any]]]
EVIDENCE = ("editorial_signoff", "editorial_edition")
PATH = "trials/nct00000001/"
IN_FORCE = (
    "UPDATE editorial_edition SET ended_at = NULL, ended_reason = '', withdrawn_because_en = '', "
    "withdrawn_because_zh_hans = '', end_seal = ''"
)


def raw(sql: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def take_down(page: TrialPage, lead: Any) -> None:
    reason = Words(en="A wrong number.", zh_hans="")
    withdraw(TrialPage.objects.get(pk=page.pk), by=lead, reason=reason, now=timezone.now())


def rewrite_words() -> None:
    raw("UPDATE editorial_edition SET content = REPLACE(content, '≥50', '≥5')")


def rewrite_words_and_digest() -> None:
    content = Edition.objects.get().content.replace("≥50", "≥5")
    digest = hashlib.sha256(content.encode()).hexdigest()
    raw("UPDATE editorial_edition SET content = %s, digest = %s", content, digest)
    raw("UPDATE editorial_signoff SET digest = %s WHERE scope = 'final'", digest)


def move_to_another_address() -> None:
    raw("UPDATE editorial_edition SET path = 'trials/nct00000002/'")


def claim_another_day() -> None:
    raw("UPDATE editorial_edition SET published_at = %s", timezone.now())


def claim_one_language() -> None:
    raw("UPDATE editorial_edition SET languages = 'en'")


def point_to_another_version() -> None:
    raw("UPDATE editorial_edition SET revision_id = (SELECT MIN(id) FROM wagtailcore_revision)")


def break_the_chain() -> None:
    raw("UPDATE editorial_edition SET previous_seal = %s", "0" * 64)


def sign_for_somebody_else() -> None:
    raw("UPDATE editorial_signoff SET person_name = 'Somebody else' WHERE scope = 'final'")


def postpone_the_next_review() -> None:
    raw("UPDATE editorial_signoff SET review_due = '2099-01-01' WHERE scope = 'final'")


def delete_the_edition() -> None:
    raw("DELETE FROM trials_publishedtrial")
    raw("DELETE FROM editorial_edition")


def delete_the_language_review() -> None:
    raw("DELETE FROM editorial_signoff WHERE scope = 'zh-hans'")


def empty_both_tables() -> None:
    connection.check_constraints()  # PostgreSQL truncates no table with constraints still to be checked
    if connection.vendor == "postgresql":
        raw("TRUNCATE editorial_signoff CASCADE")
    else:
        raw("DELETE FROM trials_publishedtrial")
        raw("DELETE FROM editorial_edition")
        raw("DELETE FROM editorial_signoff")


def remove_the_words() -> None:
    raw("UPDATE editorial_edition SET content = '', redacted_at = published_at")


def undo_the_withdrawal() -> None:
    raw(IN_FORCE)


def change_why_it_ended() -> None:
    raw("UPDATE editorial_edition SET withdrawn_because_en = 'Nothing was wrong.'")


def end_it_without_the_key() -> None:
    raw("UPDATE editorial_edition SET ended_at = published_at, ended_reason = 'withdrawn'")


def forged_edition() -> Edition:
    """The next edition, as like a genuine one as it can be made without the key."""
    genuine = Edition.objects.get()
    signed_by = SignOff.objects.get(pk=genuine.signed_by_id)
    signed_by.pk, signed_by._state.adding = None, True
    signed_by.save()
    content = genuine.content.replace("≥50", "≥5")
    columns = {name: getattr(genuine, name) for name in ("page_id", "revision_id", "path", "languages")}
    return Edition(
        **columns,
        number=2,
        content=content,
        digest=hashlib.sha256(content.encode()).hexdigest(),
        signed_by=signed_by,
        published_at=genuine.published_at,
        previous_seal=genuine.seal,
        seal="0" * 64,
    )


def forge_by_orm() -> None:
    end_it_without_the_key()
    forged_edition().save()


def forge_in_bulk() -> None:
    end_it_without_the_key()
    Edition.objects.bulk_create([forged_edition()])


def forge_by_fixture() -> None:
    end_it_without_the_key()
    forged = forged_edition()
    forged.pk = 1_000_000
    load(serializers.serialize("json", [forged]))


def forge_by_sql() -> None:
    end_it_without_the_key()
    forged = forged_edition()
    fields = [field for field in Edition._meta.concrete_fields if not field.primary_key]
    names = ", ".join(field.column for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    values = [field.get_db_prep_save(getattr(forged, field.attname), connection) for field in fields]
    raw(f"INSERT INTO editorial_edition ({names}) VALUES ({marks})", *values)


def load(fixture: str) -> None:
    for row in serializers.deserialize("json", fixture):
        row.save()


def dump() -> Dump:
    """Sign-offs and editions as a dump of the database holds them."""
    return [_rows(f"SELECT * FROM {table} ORDER BY id") for table in EVIDENCE]


def restore(dumped: Dump) -> None:
    """As a dump is restored: the rows of the tables go, those of the dump come."""
    for table in ("trials_publishedtrial", *reversed(EVIDENCE)):
        raw(f"DELETE FROM {table}")
    for table, rows in zip(EVIDENCE, dumped, strict=True):
        for row in rows:
            marks = ", ".join(["%s"] * len(row))
            raw(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", *row.values())


def fixture() -> str:
    return serializers.serialize("json", [*SignOff.objects.all(), *Edition.objects.all()])


def _rows(sql: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def rewrite_the_version() -> None:
    revision = Edition.objects.get().revision
    content = json.dumps({**revision.content, "summary_en": "Unsigned words."})
    Revision.objects.filter(pk=revision.pk).update(content=json.loads(content))


def rewrite_the_version_and_the_live_row() -> None:
    rewrite_the_version()
    TrialPage.objects.update(summary_en="Unsigned words.")


def forget_the_seal_of_the_version() -> None:
    entry = PageLogEntry.objects.get(action="editorial.sign_off")
    entry.data = {name: fact for name, fact in entry.data.items() if name != "version_seal"}
    entry.save()


def rewrite_the_live_row() -> None:
    TrialPage.objects.update(summary_en="Unsigned words.")


def point_the_live_row_to_another_version() -> None:
    other = Revision.objects.order_by("pk").first()
    TrialPage.objects.update(live_revision=other)


def hide_the_live_row() -> None:
    TrialPage.objects.update(live=False)


def rewrite_the_listing() -> None:
    PublishedTrial.objects.update(status="COMPLETED")


def delete_the_listing() -> None:
    raw("DELETE FROM trials_publishedtrial")
