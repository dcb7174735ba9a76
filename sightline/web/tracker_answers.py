"""What trackers ask of a workspace: the part of ``WorkspaceService`` that says who is on which."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import Any

from sightline.ledger.questions import rows_of
from sightline.measures.at_hand import ConcernAtHand
from sightline.web import service
from sightline.web.live_child import LiveChildren
from sightline.web.trackers import TRACKERS, LastSeen, Stay, Tracker, with_left_of_late

CHILDHOOD = {"children": ("born", "died")}

OPEN_CHILDREN = """
    SELECT child FROM records.referrals
    WHERE received <= $day AND NOT coalesce(no_further_action, false) AND (closed IS NULL OR closed > $day)
    UNION SELECT child FROM records.protection_plans
    WHERE started <= $day AND (ended IS NULL OR ended > $day)
    UNION SELECT child FROM records.child_in_need_plans
    WHERE started <= $day AND (ended IS NULL OR ended > $day)
    UNION SELECT child FROM records.care_episodes
    WHERE started <= $day AND (ended IS NULL OR ended > $day)
"""
VISITS = ("protection_visits", "child_in_need_visits", "care_visits")
LAST_SEEN = f"""
    WITH open_now AS ({OPEN_CHILDREN}),
    seen AS ({" UNION ALL ".join(f"SELECT child, visited, worker, mode FROM records.{one} WHERE child_seen AND visited <= $day" for one in VISITS)}),
    latest AS (
        SELECT child, max(visited) AS seen, arg_max(worker, visited) AS worker, arg_max(mode, visited) AS how
        FROM seen GROUP BY child
    )
    SELECT child, seen, worker, how FROM open_now LEFT JOIN latest USING (child) ORDER BY child
"""  # fmt: skip


class TrackerAnswers:
    """Answers about trackers, from the ledger that ``_reading`` gives and what was recorded since."""

    _live: LiveChildren

    def _reading(self) -> AbstractContextManager[Any]:
        raise NotImplementedError

    def authority(self) -> service.Authority | None:
        """Whose records these are, and the day asked about."""
        raise NotImplementedError

    def at_hand(
        self, children: Collection[str] | None = None, *, rule: str = ""
    ) -> list[ConcernAtHand]:
        """What is open, or was opened or closed of late."""
        raise NotImplementedError

    def records_of(
        self, child: str, tables: Collection[str] = ()
    ) -> dict[str, list[dict[str, Any]]]:
        """The records of one child this moment."""
        raise NotImplementedError

    def stays(self, tracker: str) -> list[Stay]:
        """Who is on a tracker, and who left of late; children recorded for since as they are now."""
        wanted = TRACKERS[tracker]
        day = self._day
        if wanted.rule:
            found = [
                Stay(one.child, one.opens, one.closes)
                for one in self.at_hand(rule=wanted.rule)
                if one.opens
            ]
            return with_left_of_late(found, day)
        last_night = self._of_last_night(wanted)
        changed = self._live.recorded_lately(wanted.reads)
        now = [stay for child in changed for stay in self._this_moment(wanted, child)]
        return [one for one in last_night if one.child not in changed] + now

    def open_children(self) -> list[LastSeen]:
        """Every child whose case is open on the day of the records, and when they were last seen."""
        return self._open_children

    def _this_moment(self, tracker: Tracker, child: str) -> list[Stay]:
        day = max(self._live.today(), self._day)
        rows = self.records_of(child, {*tracker.reads, *CHILDHOOD})
        filled = {
            table: [{**dict.fromkeys(columns), **row} for row in rows.get(table, ())]
            for table, columns in {**tracker.reads, **CHILDHOOD}.items()
        }
        return with_left_of_late(tracker.stays_of(child, filled, day), day)

    def _of_last_night(self, tracker: Tracker) -> Sequence[Stay]:
        """Read once for each ledger file."""
        if tracker.name not in self._kept_stays:
            by_child: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(dict)
            with self._reading() as backend:
                for table, columns in {**tracker.reads, **CHILDHOOD}.items():
                    question = f"SELECT child, {', '.join(columns)} FROM records.{table}"
                    for row in rows_of(backend, question):
                        # Nobody comes onto a tracker by being born.
                        if table not in CHILDHOOD or row["child"] in by_child:
                            by_child[row["child"]].setdefault(table, []).append(row)
            self._kept_stays[tracker.name] = [
                stay
                for child, rows in by_child.items()
                for stay in with_left_of_late(tracker.stays_of(child, rows, self._day), self._day)
            ]
        return self._kept_stays[tracker.name]

    @cached_property
    def _kept_stays(self) -> dict[str, list[Stay]]:
        return {}

    @property
    def _day(self) -> date:
        authority = self.authority()
        return authority.day if authority else date.min

    @cached_property
    def _open_children(self) -> list[LastSeen]:
        with self._reading() as backend:
            rows = backend.con.execute(LAST_SEEN, {"day": self._day}).fetchall()
        return [LastSeen(child, seen, worker or "", how or "") for child, seen, worker, how in rows]
