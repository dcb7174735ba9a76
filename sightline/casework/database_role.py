"""What the database role of the application is granted in PostgreSQL: to add, never to remove.

The tables belong to another role, which alone migrates. The application's role reads and adds,
changes what has an end or an owner, and removes what is nobody's record: sessions, drafts that
were sent, failed sign-ins, second factors that were given up, answers of rules that are worked out
anew.
"""

import re

from django.apps import apps
from django.db import models

from sightline.casework.models import (
    AllocationDecision,
    AskedAgain,
    AuditAction,
    AuditCase,
    AuditDraw,
    AuditedChild,
    AuditEntry,
    CaseAudit,
    ConcernDecision,
    ConcernLook,
    Draft,
    FailedSignIn,
    Moderation,
    MovedConcern,
    RecordingVersion,
    RuleStage,
    SpentCode,
)

NEVER_CHANGED = (
    AuditAction,
    AuditCase,
    AuditDraw,
    AllocationDecision,
    AuditEntry,
    AuditedChild,
    CaseAudit,
    ConcernDecision,
    ConcernLook,
    Moderation,
    MovedConcern,
    RecordingVersion,
    RuleStage,
)
MAY_BE_REMOVED = (AskedAgain, Draft, FailedSignIn, SpentCode)
MAY_BE_REMOVED_OF_OTHERS = ("sessions.Session", "mfa.Authenticator")
NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def grants(role: str, schema: str = "public") -> str:
    """The statements that the owner of the tables runs after each migration.

    Raises ValueError for a name that is not plain small letters, digits and underscores.
    """
    for name in (role, schema):
        if not NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no plain name of a role or schema.")
    lines = [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role};",
        f"GRANT USAGE ON SCHEMA {schema} TO {role};",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};",
        f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};",
    ]
    for model in sorted(_tables(), key=lambda model: model._meta.db_table):
        lines.append(f'GRANT {_what(model)} ON {schema}."{model._meta.db_table}" TO {role};')
    return "\n".join(lines) + "\n"


def _tables() -> list[type[models.Model]]:
    """Every table the application writes."""
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]


def _what(model: type[models.Model]) -> str:
    """What may be done to the rows of one table, beyond reading them."""
    # The rooms above casework say it on the model: casework does not know them.
    if model in NEVER_CHANGED or getattr(model, "written_once", False):
        return "INSERT"
    removable = model in MAY_BE_REMOVED or model._meta.label in MAY_BE_REMOVED_OF_OTHERS
    return "INSERT, UPDATE, DELETE" if removable else "INSERT, UPDATE"
