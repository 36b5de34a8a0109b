"""The settings of the site cover the editorial office by now."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0007_urgent_notices"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="sitesettings",
            options={"verbose_name": "site and editorial office"},
        ),
    ]
