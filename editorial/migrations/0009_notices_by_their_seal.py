"""A notice is known by its seal: a copy of its row is refused, and a forged row stands in nobody's way."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0008_site_and_office"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="urgentnotice",
            name="one_notice_of_a_kind_per_page",
        ),
        migrations.AddConstraint(
            model_name="urgentnotice",
            constraint=models.UniqueConstraint(fields=("seal",), name="a_notice_is_put_up_once"),
        ),
    ]
