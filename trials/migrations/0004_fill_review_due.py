"""Listed trials learn when their review lapses, from the newest sign-off of their words."""

from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    sign_offs = apps.get_model("editorial", "SignOff").objects
    for row in apps.get_model("trials", "PublishedTrial").objects.select_related("edition"):
        signed = sign_offs.filter(page_id=row.edition.page_id, scope="final", digest=row.edition.digest)
        row.review_due = signed.latest("signed_at").review_due
        row.save(update_fields=["review_due"])


class Migration(migrations.Migration):
    dependencies = [
        ("trials", "0003_review_due"),
        ("editorial", "0001_editions"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
