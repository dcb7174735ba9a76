"""PostgreSQL too refuses to alter or remove an audit entry; both refuse it of the lists of children."""

# Django declares these lists on the class; the house rule on mutable defaults does not fit here.
# ruff: noqa: RUF012

from django.db import migrations

ENTRIES, CHILDREN = "casework_auditentry", "casework_auditedchild"
REFUSED = "An audit entry is never altered or removed."

ON_SQLITE = f"""
CREATE TRIGGER audited_child_{{when}} BEFORE {{what}} ON {CHILDREN}
BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END;
"""
ON_POSTGRESQL = f"""
CREATE FUNCTION audit_entries_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$;
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {ENTRIES}
FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay();
CREATE TRIGGER audit_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {CHILDREN}
FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_stay();
"""


def add_triggers(apps, schema_editor):
    """The database's own refusal, whoever asks."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(ON_SQLITE.format(when="altered", what="UPDATE"))
        schema_editor.execute(ON_SQLITE.format(when="removed", what="DELETE"))
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(ON_POSTGRESQL)


def drop_triggers(apps, schema_editor):
    """Undo."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER audited_child_altered")
        schema_editor.execute("DROP TRIGGER audited_child_removed")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION audit_entries_stay() CASCADE")


class Migration(migrations.Migration):
    """Adds the triggers."""

    dependencies = [("casework", "0004_decisions_and_tasks")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
