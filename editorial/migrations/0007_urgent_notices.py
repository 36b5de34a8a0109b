"""Sentences one person may put above a page at once."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0006_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="UrgentNotice",
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
                            ("paused", "Taking new people in is paused"),
                            ("safety", "A safety question is open"),
                            ("contact", "The contact details are wrong"),
                            ("closed", "The trial takes nobody in any more"),
                        ],
                        max_length=12,
                        verbose_name="notice",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("registry", "the registry"),
                            ("sponsor", "the sponsor"),
                            ("hospital", "the hospital"),
                            ("ethics", "the ethics committee"),
                            ("authority", "the authority"),
                            ("editors", "our own editorial team"),
                        ],
                        max_length=12,
                        verbose_name="source",
                    ),
                ),
                ("set_at", models.DateTimeField(verbose_name="put up at")),
                ("seal", models.CharField(max_length=64)),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="confirmed at")),
                ("confirm_seal", models.CharField(blank=True, max_length=64)),
                ("lifted_at", models.DateTimeField(null=True, verbose_name="lifted at")),
                ("lifted_because", models.TextField(blank=True, verbose_name="why it was lifted")),
                ("lift_seal", models.CharField(blank=True, max_length=64)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmed by",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="lifted by",
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgent_notices",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="put up by",
                    ),
                ),
            ],
            options={
                "verbose_name": "urgent notice",
                "verbose_name_plural": "urgent notices",
                "ordering": ["set_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=("page", "kind"),
                        name="one_notice_of_a_kind_per_page",
                    )
                ],
            },
        ),
    ]
