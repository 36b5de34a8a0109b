"""How many pages the team can review, and what it asks for before a sign-off."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0003_redaction"),
    ]

    operations = [
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_friday",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="Friday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_monday",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="Monday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_saturday",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="Saturday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_sunday",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="Sunday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_thursday",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="Thursday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_tuesday",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="Tuesday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="capacity_wednesday",
            field=models.PositiveSmallIntegerField(default=20, verbose_name="Wednesday"),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="days_to_decide",
            field=models.PositiveSmallIntegerField(
                default=5,
                validators=[django.core.validators.MinValueValidator(1)],
                verbose_name="working days to decide on a page",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="digest_hour",
            field=models.PositiveSmallIntegerField(
                default=8,
                validators=[django.core.validators.MaxValueValidator(23)],
                verbose_name="hour of the daily mail",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="medical_review",
            field=models.CharField(
                choices=[
                    ("never", "never"),
                    ("conditions", "for the conditions marked so"),
                    ("always", "for every trial"),
                ],
                default="never",
                max_length=12,
                verbose_name="medical review before sign-off",
            ),
        ),
        migrations.AddField(
            model_name="sitesettings",
            name="recruitment_material",
            field=models.BooleanField(
                default=False,
                help_text="On: the ethics approval’s number, version and date must stand before a page is signed.",
                verbose_name="pages are recruitment material",
            ),
        ),
    ]
