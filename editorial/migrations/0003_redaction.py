"""The words of an ended edition can be removed on a demand of erasure; its digest stays."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0002_reviews"),
    ]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="redacted_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="words removed at"),
        ),
        migrations.AddField(
            model_name="edition",
            name="redacted_because",
            field=models.TextField(blank=True, verbose_name="why the words were removed"),
        ),
        migrations.AddField(
            model_name="edition",
            name="redaction_seal",
            field=models.CharField(blank=True, max_length=64),
        ),
    ]
