"""What worklists ask of a workspace: the part of ``WorkspaceService`` that reads what is at hand."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone

from sightline.casework.policy import ChildRecord
from sightline.casework.reach import Reach
from sightline.ledger.told import ToldRow, told_rows
from sightline.measures import at_hand
from sightline.measures.at_hand import NOBODY, ConcernAtHand
from sightline.web.records_for_policy import ByWhatBringsTogether
from sightline.web.service import Authority, Concern


class WorklistAnswers:
    """Answers about what is at hand, from the ledger that ``_reading`` gives."""

    def _reading(self) -> AbstractContextManager[Any]:
        raise NotImplementedError

    def authority(self) -> Authority | None:
        """Whose records these are, and the day asked about."""
        raise NotImplementedError

    def changed_since_last_night(self, children: Collection[str]) -> dict[str, list[Concern]]:
        """Of the children those asked again, with all their concerns."""
        raise NotImplementedError

    def records_for_policy(self) -> Mapping[str, ChildRecord]:
        """Every child's record as the policy sees it on the day asked about."""
        raise NotImplementedError

    def at_hand(
        self,
        children: Collection[str] | None = None,
        *,
        rule: str = "",
        team: str = "",
        worker: str = "",
    ) -> list[ConcernAtHand]:
        """What is open, due soon, or was opened or closed of late; children asked again as they are now.

        Of a list over all children (None), those alone are laid over who were on it last night.
        """
        if children is not None and not children:
            return []
        with self._reading() as backend:
            found = at_hand.at_hand(backend, children, rule=rule, team=team, worker=worker)
        listed = {one.child for one in found} if children is None else children
        changed = self.changed_since_last_night(listed)
        if not changed:
            return found
        with self._reading() as backend:
            last_night = at_hand.at_hand(backend, changed)
        now = [
            one
            for child, concerns in changed.items()
            for one in laid_over(child, concerns, last_night, self._now())
            if rule in ("", one.rule)
            if team in ("", one.team or NOBODY)
            if worker in ("", one.worker or NOBODY)
        ]
        unchanged = [one for one in found if one.child not in changed]
        return sorted((*unchanged, *now), key=lambda one: (one.child, one.rule, one.subject))

    def _now(self) -> date:
        """The day of which children are asked again: today, or the day of the records if later."""
        authority = self.authority()
        return max(timezone.localdate(), authority.day if authority else date.min)

    def children_within(self, reach: Reach) -> set[str] | None:
        """The children among whom those open to a person are; None where it can be any child."""
        return self._by_what_brings_together.within(reach)

    def team_names(self) -> list[str]:
        """The teams that have to do with children on that day, in order of name."""
        return self._by_what_brings_together.team_names

    def told_rows(self, child: str, tables: Collection[str]) -> list[ToldRow]:
        """The rows of these tables about a child as each source tells them."""
        with self._reading() as backend:
            return told_rows(backend, child, tables)

    @cached_property
    def _by_what_brings_together(self) -> ByWhatBringsTogether:
        return ByWhatBringsTogether(self.records_for_policy())


def laid_over(
    child: str, concerns: Sequence[Concern], last_night: Sequence[ConcernAtHand], day: date
) -> list[ConcernAtHand]:
    """What is at hand of one child asked again on ``day``, each found when it was found before."""
    before = {(one.rule, one.subject): one for one in last_night if one.child == child}
    found = []
    for one in concerns:
        known = before.get((one.rule, one.subject))
        if not at_hand.is_at_hand(one.status, one.due, one.opens, one.closes, day):
            continue
        found_on = known.found_on if known and known.found_on else day if one.opens else None
        found.append(
            ConcernAtHand(
                rule=one.rule,
                child=child,
                subject=one.subject,
                starts=one.starts,
                due=one.due,
                met=one.met,
                opens=one.opens,
                closes=one.closes,
                status=one.status,
                worker=one.worker or None,
                team=one.team or None,
                found_on=found_on,
                from_before=known is not None and known.from_before,
            )
        )
    return found
