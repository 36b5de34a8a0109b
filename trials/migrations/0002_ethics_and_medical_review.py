"""What recruitment material must state, and which conditions a doctor has to read."""

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trials", "0001_trials"),
    ]

    operations = [
        migrations.AddField(
            model_name="condition",
            name="needs_medical_review",
            field=models.BooleanField(
                default=False,
                help_text="Counts where the site’s settings ask for it by condition.",
                verbose_name="needs medical review",
            ),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="ethics_date",
            field=models.CharField(
                blank=True,
                default="",
                max_length=10,
                validators=[
                    django.core.validators.RegexValidator(
                        "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\\Z",
                        "Write the date as 2026-05-31, or 2026-05 where the registry gives no day.",
                    )
                ],
                verbose_name="date of the ethics approval",
            ),
        ),
        migrations.AddField(
            model_name="trialpage",
            name="ethics_version",
            field=models.CharField(
                blank=True, default="", max_length=60, verbose_name="version of the approved material"
            ),
        ),
    ]
