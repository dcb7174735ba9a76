"""Who is to hold a case, decided beside the case system."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of decisions about allocations."""

    dependencies = [
        ("casework", "0013_audits_and_look_backs"),
    ]

    operations = [
        migrations.CreateModel(
            name="AllocationDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("child", models.CharField(db_index=True, max_length=100)),
                ("worker", models.CharField(max_length=100)),
                ("team", models.CharField(max_length=200)),
                ("held_by", models.TextField(blank=True, default="")),
                ("from_day", models.DateField()),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
