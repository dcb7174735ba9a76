"""Signs of adoption, so that nothing leads from one identity of an adopted child to the other.

The signs are read from everything the ledger ever held, and generously: a plan that was given up
counts too. Whoever has one is left out wherever two ids might meet.
"""

from typing import Any

PLACED_FOR_ADOPTION = ("A3", "A4", "A5", "A6")
ADOPTED_ENDS = ("E11", "E12")
CLOSED_AS_ADOPTED = "RC1"
HELP_AFTER_ADOPTION = "N9"
ONCE_ADOPTED = ("P1", "P4")

_SIGNS = (
    ("permanence", "TRUE"),
    ("care_episodes", f"end_reason IN {ADOPTED_ENDS}"),
    ("placements", f"type IN {PLACED_FOR_ADOPTION}"),
    ("care_plans", "permanence_plan = 'ADOPTION'"),
    (
        "referrals",
        f"closure_reason = '{CLOSED_AS_ADOPTED}' OR primary_need = '{HELP_AFTER_ADOPTION}'",
    ),
    ("care_episodes", f"primary_need = '{HELP_AFTER_ADOPTION}'"),
    ("previous_permanence", f"option IN {ONCE_ADOPTED}"),
)
# Where one id on file names another: a sign on either is a sign on both.
NAMES_ANOTHER_ID = (
    ("children", "older_id"),
    ("children", "unborn_id"),
    ("linked_identifiers", "identifier"),
)


def with_signs_of_adoption(connection: Any) -> set[str]:
    """The ids on file, in history too, that show any sign of adoption or name one that does."""
    found = connection.execute(
        " UNION ".join(f"SELECT child FROM history.{name} WHERE {sign}" for name, sign in _SIGNS)
    ).fetchall()
    named = connection.execute(
        " UNION ".join(
            f"SELECT child, {column} FROM history.{name} WHERE {column} IS NOT NULL"
            for name, column in NAMES_ANOTHER_ID
        )
    ).fetchall()
    signs = {child for (child,) in found if child is not None}
    while True:
        more = {one for pair in named if signs.intersection(pair) for one in pair} - signs
        if not more:
            return signs
        signs |= more
