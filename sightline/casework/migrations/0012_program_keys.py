"""Keys of programs that read and record."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def to_a_person(**more):
    """A column that names a person."""
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        **more,
    )


class Migration(migrations.Migration):
    """The table of keys."""

    dependencies = [("casework", "0011_concerns_looked_at_and_rules_in_stages")]

    operations = [
        migrations.CreateModel(
            name="ProgramKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("given_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("acts_as", to_a_person()),
                ("given_by", to_a_person()),
                ("ended_by", to_a_person(null=True)),
            ],
        )
    ]
