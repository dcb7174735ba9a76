"""A small made-up workspace with people of every age, each kept by another standard."""

from datetime import date

from sightline.ledger.load import load
from sightline.ledger.workspace import Workspace
from tests.ledger.small_folder import GOOD_ROWS, write_rows

# Old enough for RET-04; a name no compression makes two of, to be looked for in the bytes of files.
IN_NEED = "7c1e9f2a4b8d"
CHILDREN = [
    {"child": IN_NEED, "born": date(1985, 1, 1), "family_name": "Zqxwvut-Made-Up"},
    {"child": "young", "born": date(2015, 1, 1)},
    {"child": "care", "born": date(1985, 1, 1)},
    {"child": "died", "born": date(1990, 1, 1), "died": date(2000, 2, 29)},
    {"child": "protected", "born": date(1970, 1, 1)},
    {"child": "still open", "born": date(1985, 1, 1)},
    {"child": "no birth"},
    {"child": "adopted", "born": date(1999, 1, 1)},
    {"child": "adopted long ago", "born": date(1985, 1, 1)},
    {"child": "alleged", "born": date(1985, 1, 1)},
    {"child": "mother", "born": date(1990, 1, 1)},
]


def referral(child, received, closed, **more):
    return {
        "referral": f"R {child}",
        "child": child,
        "received": received,
        "closed": closed,
        **more,
    }


def episode(child, started, ended, **more):
    return {"episode": f"E {child}", "child": child, "started": started, "ended": ended, **more}


ROWS = {
    "extract": GOOD_ROWS["extract"],
    "children": CHILDREN,
    "referrals": [
        referral(IN_NEED, date(2000, 5, 1), date(2001, 5, 1)),
        referral("still open", date(2000, 5, 1), None),
        referral("no birth", date(2000, 5, 1), date(2001, 5, 1)),
        referral("alleged", date(2000, 5, 1), date(2001, 5, 1)),
    ],
    "care_episodes": [
        episode("care", date(1990, 1, 1), date(1991, 1, 1), end_reason="E4A"),
        episode("died", date(1999, 1, 1), date(2000, 2, 29), end_reason="E2"),
        episode("adopted", date(2005, 1, 1), date(2006, 6, 1), end_reason="E11"),
        episode("adopted long ago", date(1986, 1, 1), date(1987, 6, 1), end_reason="E12"),
    ],
    "protection_plans": [
        {
            "plan": "P",
            "child": "protected",
            "started": date(1984, 1, 1),
            "ended": date(1985, 3, 1),
        }
    ],
    "allegations": [
        {
            "allegation": "A",
            "child": "alleged",
            "reported": date(2000, 6, 1),
            "concluded": date(2000, 7, 1),
            "outcome": "unsubstantiated",
        }
    ],
    "mothers": [
        {
            "motherhood": "M",
            "child": "mother",
            "her_child": IN_NEED,
            "her_child_born": date(1985, 1, 1),
        }
    ],
}


def loaded(tmp_path, rows=ROWS):
    """A workspace with those people; gives it and the source folder."""
    source = tmp_path / "source"
    source.mkdir(exist_ok=True)
    for name, of_table in rows.items():
        write_rows(source, name, of_table)
    workspace = Workspace(tmp_path / "workspace")
    load(source, workspace)
    return workspace, source
