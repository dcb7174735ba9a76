"""What people record for a child, version by version; tasks that come from it."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_audit_entries_stay_everywhere"),
    ]

    operations = [
        migrations.CreateModel(
            name="Recording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(max_length=60)),
                ("child", models.CharField(max_length=100)),
                ("version", models.PositiveIntegerField(default=1)),
                ("is_withdrawn", models.BooleanField(default=False)),
                ("only_one", models.CharField(max_length=200, null=True)),
                ("made_on", models.DateField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "part_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="casework.recording",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="task",
            name="came_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, to="casework.recording"
            ),
        ),
        migrations.CreateModel(
            name="RecordingVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                ("why", models.TextField(blank=True, default="")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="casework.recording",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="recording",
            index=models.Index(fields=["table", "child"], name="recording_by_table_and_child"),
        ),
        migrations.AddConstraint(
            model_name="recording",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_withdrawn", False)),
                fields=("only_one",),
                name="only_one_recording",
            ),
        ),
        migrations.AddConstraint(
            model_name="recordingversion",
            constraint=models.UniqueConstraint(
                fields=("recording", "number"), name="one_version_of_a_number"
            ),
        ),
    ]
