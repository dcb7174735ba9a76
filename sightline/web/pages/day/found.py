"""The concern behind an address, and what every page about it shows."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404

from sightline.casework.concern_keys import ConcernKey, earlier_subjects_of
from sightline.casework.policy import ChildRecord
from sightline.casework.readers import name_of
from sightline.engine.rule import Rule
from sightline.rules import RULES
from sightline.web import service
from sightline.web.concern_addresses import address_part
from sightline.web.pages.child_door import address_of


@dataclass(frozen=True)
class Found:
    """A concern at an address: what the rule found, and what it is known by."""

    concern: service.Concern
    key: ConcernKey
    record: ChildRecord

    @property
    def rule(self) -> Rule:
        """What asks for it."""
        return RULES[self.key.rule]


def found_at(record: ChildRecord, part: str) -> Found | str:
    """The concern behind a part of an address; where its date was corrected since, the part it has now.

    Raises Http404 where the child has no such concern.
    """
    child = record.child
    concerns = service.current().concerns_of(child)
    keys = {ConcernKey(one.rule, child, one.subject): one for one in concerns if one.rule in RULES}
    for key, found in keys.items():
        if address_part(key, settings.WORKSPACE) == part:
            return Found(found, key, record)
    for key, earlier in earlier_subjects_of([child]).items():
        before = (ConcernKey(key.rule, child, subject) for subject in earlier)
        if key in keys and any(address_part(one, settings.WORKSPACE) == part for one in before):
            return address_part(key, settings.WORKSPACE)
    raise Http404("There is no such page.")


def of_concern(found: Found) -> dict[str, Any]:
    """What every page about one concern shows of it."""
    return {
        "one": found.concern,
        "rule": found.rule,
        "who": service.current().names_of({found.key.child}).get(found.key.child, ("", "")),
        "token": address_of(found.key.child),
        "part": address_part(found.key, settings.WORKSPACE),
        "name_of": name_of,
    }
