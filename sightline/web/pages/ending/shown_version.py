"""A version of an ending in the shape in which forms show what somebody else recorded meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sightline.casework.ending_plans import EndingVersion
from sightline.casework.models import Person
from sightline.web.pages.ending.asked import values_of


@dataclass(frozen=True)
class ShownVersion:
    """What stands, by field, where it is not what the person sent."""

    by: Person
    at: datetime
    number: int
    content: Mapping[str, Any]

    @classmethod
    def of(cls, version: EndingVersion, *, besides: Mapping[str, Any]) -> "ShownVersion":
        """The fields of a version that differ from those beside which it is shown."""
        stands = values_of(version.ending)
        differs = {
            name: value
            for name, value in stands.items()
            if str(value) != str(besides.get(name) if besides.get(name) is not None else "")
        }
        return cls(version.by, version.at, version.number, differs)
