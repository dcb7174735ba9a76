"""What makes two sources speak of the same thing: the same child, and the columns named here.

Children meet on the council's own child id and on nothing else, so that the two identities of an
adopted child never meet. Ids of a source system never take part: each source has its own.
"""

from sightline.records.table import Table

# Ids that the council itself gives and that stay; every other id is the source system's own.
LASTING = ("children", "workers")

# Where the child and the day a row happened do not tell one thing from another, or there is no day.
_TOLD_APART_BY = {
    "children": ("child",),
    "workers": ("worker",),
    "teams": ("team", "started"),
    "posts": ("team", "job_title", "worker", "started"),
    "training": ("worker", "completed", "course"),
    "disabilities": ("child", "disability"),
    "linked_identifiers": ("child", "kind", "identifier"),
    "previous_permanence": ("child", "option"),
    "addresses": ("child", "started", "kind"),
    "notifications": ("child", "received", "kind"),
    "risk_alerts": ("child", "raised", "kind"),
    "assessment_factors": ("child", "found", "factor"),
    "neglect_assessments": ("child", "assessed", "area"),
    "exploitation_assessments": ("child", "assessed", "kind"),
    "decision_makers": ("child", "held", "meeting_kind", "agency"),
    "health_checks": ("child", "checked", "kind"),
    "substance_misuse": ("child", "found", "substance"),
    "exclusions": ("child", "started", "kind"),
    # Not by the worker: each source has its own ids for them, and one post must not count twice.
    "allocations": ("child", "started", "role"),
}

# References that may lead to one of several tables, so that no column can declare which.
_LEADS_TO = {
    ("plan_actions", "plan"): ("protection_plans", "child_in_need_plans"),
    ("decision_makers", "meeting"): (
        "strategy_discussions",
        "initial_conferences",
        "review_conferences",
        "core_groups",
        "child_in_need_reviews",
        "legal_planning_meetings",
        "care_reviews",
    ),
}


def told_apart_by(table: Table) -> tuple[str, ...]:
    """Columns that are alike where two sources speak of one thing; () where nothing tells that."""
    if table.name in _TOLD_APART_BY:
        return _TOLD_APART_BY[table.name]
    if table.happened and "child" in table.column_names:
        return ("child", table.happened)
    return ()


def leads_to(table: Table, column: str) -> tuple[str, ...]:
    """The tables whose ids the column holds, where those ids are the source system's own."""
    declared = table.column(column).refers_to
    if declared and declared not in LASTING:
        return (declared,)
    return _LEADS_TO.get((table.name, column), ())


def names_a_child(table: Table, column: str) -> bool:
    """True where the column holds the council's id of a child."""
    return column == "child" or table.column(column).refers_to == "children"


def passing_ids(table: Table) -> list[str]:
    """Columns that hold ids of the source system, which may be others tomorrow."""
    return [
        column.name
        for column in table.columns
        if (column.name == table.key and table.name not in (*LASTING, "extract"))
        or leads_to(table, column.name)
    ]
