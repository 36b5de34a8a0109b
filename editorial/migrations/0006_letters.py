"""Mail that waits until the mail server has taken it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0005_suggestions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("digest", "what waits for you today"),
                            ("changes", "changes requested"),
                            ("withdrawn", "page withdrawn"),
                            ("notice", "urgent notice"),
                            ("escalation", "urgent notice not confirmed"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("language", models.CharField(max_length=10, verbose_name="language")),
                ("subject", models.CharField(max_length=200, verbose_name="subject")),
                ("body", models.TextField(verbose_name="text")),
                ("day", models.DateField(null=True, verbose_name="day")),
                ("made_at", models.DateTimeField(verbose_name="written at")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="sent at")),
                ("tries", models.PositiveIntegerField(default=0, verbose_name="tries")),
                ("last_error", models.TextField(blank=True, verbose_name="last error")),
                (
                    "page",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "ordering": ["made_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "kind", "day"), name="one_digest_a_day")
                ],
            },
        ),
    ]
