"""Who referred or made contact, in groups large enough to be told."""

import ibis
import ibis.expr.types as ir

NOT_RECORDED = "not recorded"
GROUPS = {
    "family, friends or the child": ("1A", "1B", "1C", "1D"),
    "school or education": ("2A", "2B"),
    "health": ("3A", "3B", "3C", "3D", "3E", "3F"),
    "housing": ("4",),
    "council": ("5A", "5B", "5C", "5D"),
    "police": ("6",),
    "court, probation or legal agency": ("7",),
    "another organisation": ("8",),
    "anonymous": ("9",),
}
"""Groups by code, as the children in need census puts its codes of sources together."""


def who_told(source: ir.StringValue) -> ir.StringValue:
    """The group of a code of source; not known and not recorded are one."""
    branches = [(source.isin(codes), group) for group, codes in GROUPS.items()]
    return ibis.cases(*branches, else_=NOT_RECORDED)
