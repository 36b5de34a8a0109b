"""How each Chinese text came to be; glossary, passages, memory, progress and batches."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trials", "0004_fill_review_due"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True, verbose_name="name")),
                ("text", models.TextField(verbose_name="text")),
                ("text_en", models.TextField(default="", verbose_name="text")),
                ("text_zh_hans", models.TextField(default="", verbose_name="text")),
                ("source_title", models.CharField(blank=True, max_length=300, verbose_name="source")),
                (
                    "source_url",
                    models.URLField(blank=True, max_length=500, verbose_name="address of the source"),
                ),
            ],
            options={
                "verbose_name": "approved passage",
                "verbose_name_plural": "approved passages",
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="note",
            field=models.TextField(
                blank=True,
                help_text="Shown to readers under the registry’s wording.",
                verbose_name="editors’ note",
            ),
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="note_en",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Shown to readers under the registry’s wording.",
                verbose_name="editors’ note",
            ),
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="note_zh_hans",
            field=models.TextField(
                blank=True,
                default="",
                help_text="Shown to readers under the registry’s wording.",
                verbose_name="editors’ note",
            ),
        ),
        migrations.AddField(
            model_name="criterionrow",
            name="official_url",
            field=models.URLField(blank=True, max_length=500, verbose_name="address of the official Chinese"),
        ),
        migrations.AddField(
            model_name="interventionrow",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="interventionrow",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="participationstep",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="participationstep",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="sourcerow",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="sourcerow",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="takingpartstep",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="takingpartstep",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="as_typed",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="asked_about",
            field=models.JSONField(blank=True, default=list, editable=False),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="foreign_words",
            field=models.TextField(
                blank=True,
                help_text="One on each line: names that stand in the other language on purpose.",
                verbose_name="names that stay foreign",
            ),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="made_by",
            field=models.JSONField(blank=True, default=dict, editable=False),
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("due", models.DateField(blank=True, null=True, verbose_name="due")),
                ("made_at", models.DateTimeField(auto_now_add=True, verbose_name="made at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "assignee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="assigned to",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
                (
                    "trials",
                    models.ManyToManyField(
                        blank=True, related_name="batches", to="trials.trialpage", verbose_name="trials"
                    ),
                ),
            ],
            options={
                "verbose_name": "batch",
                "verbose_name_plural": "batches",
                "ordering": ["closed_at", "due", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("term", models.CharField(max_length=200, verbose_name="term")),
                ("term_en", models.CharField(default="", max_length=200, verbose_name="term")),
                ("term_zh_hans", models.CharField(default="", max_length=200, verbose_name="term")),
                ("meaning", models.TextField(blank=True, verbose_name="explanation for readers")),
                (
                    "meaning_en",
                    models.TextField(blank=True, default="", verbose_name="explanation for readers"),
                ),
                (
                    "meaning_zh_hans",
                    models.TextField(blank=True, default="", verbose_name="explanation for readers"),
                ),
                ("abbreviation", models.CharField(blank=True, max_length=40, verbose_name="abbreviation")),
                (
                    "also_en",
                    models.TextField(
                        blank=True,
                        help_text="Other wordings, one on each line.",
                        verbose_name="also in English",
                    ),
                ),
                (
                    "also_zh_hans",
                    models.TextField(
                        blank=True,
                        help_text="Other wordings that may stand, one on each line.",
                        verbose_name="also in Chinese",
                    ),
                ),
                (
                    "forbidden",
                    models.TextField(
                        blank=True,
                        help_text="Wordings that may not stand, one on each line.",
                        verbose_name="forbidden in Chinese",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=300, verbose_name="source")),
                ("to_confirm", models.BooleanField(default=True, verbose_name="to be confirmed")),
            ],
            options={
                "verbose_name": "glossary term",
                "verbose_name_plural": "glossary",
                "ordering": ["term_en", "pk"],
                "constraints": [models.UniqueConstraint(fields=("term_en",), name="one_entry_per_term")],
            },
        ),
        migrations.CreateModel(
            name="MemoryUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="place")),
                ("english", models.TextField(verbose_name="English")),
                ("chinese", models.TextField(verbose_name="Chinese")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memory_units",
                        to="trials.trialpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "unit of the translation memory",
                "verbose_name_plural": "translation memory",
                "ordering": ["page_id", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PassageApproval",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text_en", models.TextField(verbose_name="English")),
                ("text_zh_hans", models.TextField(verbose_name="Chinese")),
                ("approved_at", models.DateTimeField(verbose_name="approved at")),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="approved by",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="trials.passage",
                        verbose_name="approved passage",
                    ),
                ),
            ],
            options={
                "verbose_name": "approval of a passage",
                "verbose_name_plural": "approvals of passages",
                "ordering": ["approved_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="TranslationProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texts", models.PositiveIntegerField(default=0, verbose_name="texts")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="translated")),
                ("missing", models.PositiveIntegerField(default=0, verbose_name="without Chinese")),
                ("stale", models.PositiveIntegerField(default=0, verbose_name="out of date")),
                ("blocking", models.PositiveIntegerField(default=0, verbose_name="to be mended")),
                ("advisory", models.PositiveIntegerField(default=0, verbose_name="hints")),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="progress",
                        to="trials.trialpage",
                        verbose_name="page",
                    ),
                ),
            ],
            options={
                "verbose_name": "progress of a translation",
                "verbose_name_plural": "progress of translations",
            },
        ),
    ]
