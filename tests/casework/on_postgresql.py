"""What a test asks of casework on PostgreSQL, in a process of its own: the settings differ.

``python -m tests.casework.on_postgresql migrate``, ``write`` or ``let go``. The first is run by the role that
owns the tables, the second by the role the application runs as.
"""

import sys
from datetime import timedelta
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

ROLE = "sightline_web"
KEPT = ("casework_auditentry", "casework_auditedchild", "casework_concerndecision",
        "casework_namedgrant", "casework_reasonedaccess", "casework_task", "casework_recordingversion")  # fmt: skip


def migrate() -> None:
    """Make the tables, and the application's role with what it is granted."""
    from sightline.casework import database_role

    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} LOGIN")
        cursor.execute(database_role.grants(ROLE))
    print("refused to the owner:", refused(("casework_auditentry", "casework_auditedchild")))


def write() -> None:
    """Record as the application does, then try to take out what was recorded."""
    from sightline.casework import access_actions, audit, decisions, recording
    from sightline.casework.concern_keys import ConcernKey
    from sightline.sources import recorded_here
    from tests.casework.people import CHILD, somebody

    leader, holder = somebody("leader"), somebody("practitioner", worker="W9")
    until = timezone.now() + timedelta(days=7)
    access_actions.grant(by=leader, person=holder, record=CHILD, until=until, why="covers leave")
    access_actions.open_with_reason(by=leader, record=CHILD, why="a call")
    decisions.act(
        by=holder, record=CHILD, concern=ConcernKey("third_referral_without_plan", "C1", "referral 2024-01-01"),
        reason="Known.", task="See the child", owner=holder, due=timezone.localdate(), submission="form",
    )  # fmt: skip
    recording.record(
        by=holder, child=CHILD, table="return_interviews",
        given={"missing_episode": "2024-03-01", "held": "2024-03-03", "independent": True},
    )  # fmt: skip
    host = connection.settings_dict["HOST"]
    address = f"postgresql://{ROLE}@localhost/postgres?host={host}"
    (interview,) = recorded_here.read(Path(address)).tables["return_interviews"].rows.to_pylist()
    print("the ledger reads:", interview["held"], interview["independent"], interview["child"])
    print("faults:", len(audit.verify()), "entries:", audit.head().entries)
    print("refused to the application:", refused(KEPT))


def let_child_go() -> None:
    """Let go of what ``write`` recorded, as somebody does whose records were destroyed."""
    from sightline.casework import audit, letting_go
    from sightline.sources.could_not import CouldNot

    try:
        done = letting_go.let_go(by="D. Archivist", was_destroyed={"C1"}.__contains__, held=())
    except CouldNot as fault:
        print("refused:", fault.next_step)
        return
    letting_go.leave_no_trace()
    print("let go:", done.children, "faults:", len(audit.verify()))


def refused(tables: tuple[str, ...]) -> str:
    """Of each table, whether DELETE and TRUNCATE are refused, and UPDATE too for the audit trail."""
    answers = []
    for table in tables:
        commands = [f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"]
        if "audit" in table:
            commands.append(f"UPDATE {table} SET id = id")
        answers += [is_refused(command) for command in commands]
    return f"{sum(answers)} of {len(answers)}"


def is_refused(command: str) -> bool:
    """Whether the database refuses a command."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(command)
    except DatabaseError:
        return True
    return False


if __name__ == "__main__":
    {"migrate": migrate, "write": write, "let go": let_child_go}[sys.argv[1]]()
