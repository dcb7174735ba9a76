"""The views by which the ledger reads what is recorded here."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

from django.db import migrations

from sightline.casework import record_views


def make_views(apps, schema_editor):
    """Make every view as the record tables are declared now."""
    record_views.drop_views(schema_editor)
    record_views.make_views(schema_editor)


def drop_views(apps, schema_editor):
    """Undo."""
    record_views.drop_views(schema_editor)


class Migration(migrations.Migration):
    """Makes the views."""

    dependencies = [("casework", "0006_recordings")]
    operations = [migrations.RunPython(make_views, drop_views)]
