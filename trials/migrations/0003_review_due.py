"""When the review of a listed trial lapses."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("trials", "0002_ethics_and_medical_review"),
    ]

    operations = [
        migrations.AddField(
            model_name="publishedtrial",
            name="review_due",
            field=models.DateField(null=True),
        ),
    ]
