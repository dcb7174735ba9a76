"""What ran by itself, and how it ended."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """The table of jobs."""

    dependencies: ClassVar = [("casework", "0007_views_for_the_ledger")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(db_index=True, max_length=40)),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Done"),
                            ("in_part", "Done in part"),
                            ("not_done", "Not done"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("steps", models.JSONField(default=list)),
            ],
        )
    ]
