"""What can be recorded for a child here, by table, in the order it is offered."""

from itertools import groupby

from sightline.web.pages.child.what_to_record.childs_life import ABOUT_THE_CHILDS_LIFE
from sightline.web.pages.child.what_to_record.court import BEFORE_THE_COURT
from sightline.web.pages.child.what_to_record.missing import ABOUT_MISSING
from sightline.web.pages.child.what_to_record.protection import ABOUT_PROTECTION
from sightline.web.pages.child.what_to_record.record_itself import ABOUT_THE_RECORD
from sightline.web.pages.child.what_to_record.to_record import Ask, OneRowEach, ToRecord

__all__ = ["BY_PART", "TO_RECORD", "Ask", "OneRowEach", "ToRecord"]

_ALL = (
    *ABOUT_THE_CHILDS_LIFE,
    *ABOUT_MISSING,
    *ABOUT_PROTECTION,
    *BEFORE_THE_COURT,
    *ABOUT_THE_RECORD,
)

TO_RECORD: dict[str, ToRecord] = {one.table: one for one in _ALL}

BY_PART: tuple[tuple[str, tuple[ToRecord, ...]], ...] = tuple(
    (part, tuple(ones)) for part, ones in groupby(_ALL, key=lambda one: one.part)
)
