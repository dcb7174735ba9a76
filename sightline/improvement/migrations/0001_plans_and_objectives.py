"""Plans, the inspectors' sentences, objectives and how each is judged."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("words", models.TextField()),
                ("outcome", models.TextField(blank=True, default="")),
                ("themes", models.JSONField(default=list)),
                ("owner_elsewhere", models.CharField(blank=True, default="", max_length=200)),
                ("sponsor_elsewhere", models.CharField(blank=True, default="", max_length=200)),
                ("due", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("open", "Open"),
                            ("closed", "Closed"),
                            ("merged", "Merged into another"),
                            ("split", "Split into others"),
                            ("left_out", "Left out of the plan"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("begun_at", models.DateTimeField()),
                (
                    "became",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="improvement.objective",
                    ),
                ),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "came_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="improvement.objective",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sponsor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="ChosenQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(blank=True, default="", max_length=100)),
                ("words", models.TextField()),
                ("chosen_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "chosen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dropped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="improvement.objective",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("authority", models.CharField(blank=True, default="", max_length=200)),
                ("urn", models.CharField(blank=True, default="", max_length=20)),
                ("document_sha", models.CharField(blank=True, default="", max_length=64)),
                ("document_file", models.CharField(blank=True, default="", max_length=300)),
                ("document_kind", models.CharField(blank=True, default="", max_length=60)),
                ("inspected_from", models.DateField(null=True)),
                ("inspected_to", models.DateField(null=True)),
                ("published", models.DateField(null=True)),
                ("baseline", models.DateField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("begun_at", models.DateTimeField()),
                (
                    "begun_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="objective",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="objectives",
                to="improvement.plan",
            ),
        ),
        migrations.CreateModel(
            name="Sentence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("document_sha", models.CharField(max_length=64)),
                ("kind", models.CharField(max_length=40)),
                ("number", models.CharField(blank=True, default="", max_length=40)),
                ("text", models.TextField()),
                ("page", models.PositiveIntegerField()),
                ("themes", models.JSONField(default=list)),
                ("priority", models.CharField(blank=True, default="", max_length=60)),
                ("heading", models.CharField(blank=True, default="", max_length=300)),
                ("addressed_to", models.CharField(blank=True, default="", max_length=60)),
                ("doubtful_because", models.TextField(blank=True, default="")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sentences",
                        to="improvement.plan",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ObjectiveSentence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="improvement.objective"
                    ),
                ),
                (
                    "sentence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, to="improvement.sentence"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="objective",
            name="sentences",
            field=models.ManyToManyField(
                through="improvement.ObjectiveSentence", to="improvement.sentence"
            ),
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("begun", "Begun"),
                            ("taken_up", "Taken up"),
                            ("left_out", "Left out"),
                            ("merged", "Merged"),
                            ("split", "Split"),
                            ("met", "Closed as met"),
                            ("not_met", "Closed without being met"),
                            ("carried", "Carried on"),
                            ("reopened", "Reopened"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, default="")),
                ("basis", models.CharField(blank=True, default="", max_length=30)),
                ("report_sha", models.CharField(blank=True, default="", max_length=64)),
                ("as_it_stood", models.JSONField(default=dict)),
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
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="improvement.objective",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChosenMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measure", models.CharField(max_length=100)),
                (
                    "tie",
                    models.CharField(
                        choices=[
                            ("direct", "A direct measure"),
                            ("proxy", "A proxy: it bears on the same theme"),
                        ],
                        max_length=10,
                    ),
                ),
                ("wanted", models.CharField(max_length=10)),
                ("baseline", models.DateField()),
                ("held_months", models.PositiveIntegerField()),
                ("chosen_at", models.DateTimeField()),
                ("dropped_at", models.DateTimeField(null=True)),
                ("dropped_because", models.TextField(blank=True, default="")),
                (
                    "chosen_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dropped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measures",
                        to="improvement.objective",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dropped_at__isnull", True)),
                        fields=("objective", "measure"),
                        name="one_choice_of_a_measure",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="objectivesentence",
            constraint=models.UniqueConstraint(
                fields=("objective", "sentence"), name="one_sentence_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"), name="one_objective_of_a_number"
            ),
        ),
    ]
