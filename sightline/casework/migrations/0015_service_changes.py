"""Changes to services: every child affected, and where each goes."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The tables of changes to services."""

    dependencies = [
        ("casework", "0014_allocations_decided"),
    ]

    operations = [
        migrations.CreateModel(
            name="AffectedChild",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("child", models.CharField(db_index=True, max_length=100)),
                ("found_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Destination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("team", "To another team"),
                            ("service", "To another service"),
                            ("step_down", "Steps down to early help or universal services"),
                            ("closes", "The case closes"),
                            ("stays", "Nothing changes for this child"),
                        ],
                        max_length=20,
                    ),
                ),
                ("to", models.CharField(blank=True, default="", max_length=200)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "affected",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="destinations",
                        to="casework.affectedchild",
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
                    "responsible",
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
            name="ServiceChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("team_closes", "A team closes"),
                            ("threshold_moves", "A threshold moves"),
                            ("service_ends", "A service ends"),
                        ],
                        max_length=20,
                    ),
                ),
                ("concerns", models.CharField(max_length=300)),
                ("since", models.DateField(null=True)),
                ("found_by", models.TextField()),
                ("why", models.TextField()),
                ("planned", models.DateField()),
                ("begun_at", models.DateTimeField()),
                ("happened_on", models.DateField(null=True)),
                ("not_ready", models.PositiveIntegerField(null=True)),
                ("called_off_at", models.DateTimeField(null=True)),
                ("because", models.TextField(blank=True, default="")),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "led_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="affectedchild",
            name="change",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="children",
                to="casework.servicechange",
            ),
        ),
        migrations.AddConstraint(
            model_name="affectedchild",
            constraint=models.UniqueConstraint(
                fields=("change", "child"), name="one_child_of_a_change"
            ),
        ),
    ]
