"""Decisions about concerns, concerns whose date was corrected, tasks."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0003_people_and_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="MovedConcern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=100)),
                ("child", models.CharField(db_index=True, max_length=100)),
                ("from_subject", models.CharField(max_length=200)),
                ("to_subject", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="ConcernDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule", models.CharField(max_length=100)),
                ("child", models.CharField(db_index=True, max_length=100)),
                ("subject", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("act", "Act: a task, its owner and a day"),
                            ("done_not_recorded", "Done, but not yet recorded"),
                            ("attempted", "Attempted"),
                            ("explain", "Explain"),
                            ("accept", "Accept until a day (local standards alone)"),
                            ("dispute", "Dispute as a data error"),
                            ("settle", "Settle a dispute"),
                            ("escalate", "Escalate"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("on", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "answers",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="casework.concerndecision",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("child", models.CharField(db_index=True, max_length=100)),
                ("words", models.TextField()),
                ("due", models.DateField()),
                ("set_at", models.DateTimeField()),
                (
                    "ended_as",
                    models.CharField(
                        blank=True,
                        choices=[("done", "Done"), ("dropped", "Dropped")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("ended_because", models.TextField(blank=True, default="")),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "decision",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="casework.concerndecision",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
