"""Answers of children asked again; finding what was recorded for a child, and lately."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casework", "0008_jobs")]

    operations = [
        migrations.CreateModel(
            name="AskedAgain",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("child", models.CharField(max_length=100, unique=True)),
                ("version", models.BigIntegerField()),
                ("ledger", models.PositiveIntegerField()),
                ("on", models.DateField(null=True)),
                ("concerns", models.JSONField(default=list)),
            ],
        ),
        migrations.AddIndex(
            model_name="recording",
            index=models.Index(fields=["child"], name="recording_by_child"),
        ),
        migrations.AddIndex(
            model_name="recordingversion",
            index=models.Index(fields=["at"], name="version_by_moment"),
        ),
    ]
