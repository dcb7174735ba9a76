"""The database itself refuses to alter or remove an audit entry."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

from django.db import migrations

REFUSE = """
CREATE TRIGGER audit_entry_{when} BEFORE {what} ON casework_auditentry
BEGIN SELECT RAISE(ABORT, 'An audit entry is never altered or removed.'); END;
"""


def add_triggers(apps, schema_editor):
    """On SQLite by triggers; on PostgreSQL what the database role is granted does the same."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(REFUSE.format(when="altered", what="UPDATE"))
        schema_editor.execute(REFUSE.format(when="removed", what="DELETE"))


def drop_triggers(apps, schema_editor):
    """Undo."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audit_entry_altered")
        schema_editor.execute("DROP TRIGGER audit_entry_removed")


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("casework", "0001_initial")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
