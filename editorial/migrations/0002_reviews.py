"""What a language review covers, what a sign-off rests on, and medical review."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0001_editions"),
    ]

    operations = [
        migrations.AddField(
            model_name="signoff",
            name="byline_en",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="signoff",
            name="byline_zh_hans",
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name="signoff",
            name="covers",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="signoff",
            name="rests_on",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="voucher",
            name="byline_en",
            field=models.CharField(
                blank=True,
                help_text="As in “by the editorial team and a haematologist”: with its article, without a name.",
                max_length=120,
                verbose_name="in the review line, English",
            ),
        ),
        migrations.AddField(
            model_name="voucher",
            name="byline_zh_hans",
            field=models.CharField(
                blank=True,
                help_text="As in “由编辑团队和一位血液科医生审核”: with its measure word, without a name.",
                max_length=120,
                verbose_name="in the review line, Chinese",
            ),
        ),
        migrations.AlterField(
            model_name="signoff",
            name="role",
            field=models.CharField(
                choices=[
                    ("language-reviewer", "Chinese language reviewer"),
                    ("medical-reviewer", "Medical reviewer"),
                    ("signer", "Signer"),
                ],
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AlterField(
            model_name="signoff",
            name="scope",
            field=models.CharField(
                choices=[
                    ("zh-hans", "every English text and its Chinese"),
                    ("medical", "every fact and every English text"),
                    ("final", "the whole page"),
                ],
                max_length=10,
                verbose_name="scope",
            ),
        ),
    ]
