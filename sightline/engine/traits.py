"""The groups of children that figures are also told of: ethnicity, sex, age and disability.

They show whether a service serves every group alike. What is not recorded is a group of its own,
so that nobody drops out of a figure.
"""

import ibis
import ibis.expr.types as ir

from sightline.engine.clocks import standing_alone

ETHNICITY, SEX, AGE, DISABILITY = TRAITS = ("ethnicity", "sex", "age", "disability")
NOT_RECORDED = "not recorded"

BROAD_GROUPS = {
    "White": ("WBRI", "WIRI", "WIRT", "WROM", "WOTH"),
    "Mixed": ("MWBC", "MWBA", "MWAS", "MOTH"),
    "Asian": ("AIND", "APKN", "ABAN", "AOTH", "CHNE"),
    "Black": ("BCRB", "BAFR", "BOTH"),
    "Other": ("OOTH",),
}
"""Broad ethnic groups by code, as the census of England and Wales and the published statistics
group them (Chinese with Asian since the census of 2011)."""

AGES = (
    ("0", 1),
    ("1 to 4", 5),
    ("5 to 9", 10),
    ("10 to 15", 16),
    ("16 and 17", 18),
)
"""Bands of age, each with the age below which it ends, as the published statistics have them."""
UNBORN = "before birth"
GROWN = "18 and over"


def with_traits(rows: ir.Table, children: ir.Table) -> ir.Table:
    """Rows with ``child`` and ``since``, with a text column for each of ``TRAITS``.

    Age is the child's on the day ``since``. A row of a child who is not in ``children`` is in the
    group "not recorded" of each.
    """
    known = children.select("child", "born", "sex", "ethnicity", "disabled")
    beside = rows.left_join(known, "child")
    traits = {
        ETHNICITY: _ethnicity(known.ethnicity),
        SEX: known.sex.cases(("F", "girls"), ("M", "boys"), else_=NOT_RECORDED),
        AGE: _age(rows.since, known.born),
        DISABILITY: known.disabled.cases(
            (True, "disabled"), (False, "not disabled"), else_=NOT_RECORDED
        ),
    }
    return standing_alone(beside.select(*(rows[name] for name in rows.columns), **traits))


def _ethnicity(code: ir.StringValue) -> ir.StringValue:
    branches = [(code.isin(codes), group) for group, codes in BROAD_GROUPS.items()]
    return ibis.cases(*branches, else_=NOT_RECORDED)


def _age(day: ir.DateValue, born: ir.DateValue) -> ir.StringValue:
    birthdays = {band: _birthday(born, age) for band, age in AGES}
    branches = [(born.isnull(), NOT_RECORDED), (day < born, UNBORN)]
    branches += [(day < birthday, band) for band, birthday in birthdays.items()]
    return ibis.cases(*branches, else_=GROWN)


def _birthday(born: ir.DateValue, age: int) -> ir.DateValue:
    return born + ibis.interval(years=age)
