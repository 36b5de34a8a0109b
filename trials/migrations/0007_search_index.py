"""The index searches go through; made again after every migration that remakes the table (trials.apps)."""

from django.db import migrations, models

from trials.finding import index


def make(apps, schema_editor):
    index.install(schema_editor.connection)


def take_away(apps, schema_editor):
    index.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("trials", "0006_public_site")]

    operations = [
        migrations.AddIndex(
            model_name="publishedtrial",
            index=models.Index(
                fields=[
                    "review_due",
                    "last_reviewed",
                    "status",
                    "status_date",
                    "completion_date",
                    "trial_id",
                    "edition",
                ],
                name="trials_in_order",
            ),
        ),
        migrations.RunPython(make, take_away),
    ]
