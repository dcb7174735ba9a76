"""A child's story on one page: who, why, what is worrying, what is working, who is around, what comes.

Everything on it is a record or somebody's own words. Nothing is generated, scored or left out
because it is good.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.casework.concern_keys import ConcernKey, Decided, latest_decisions
from sightline.casework.models import RecordingVersion
from sightline.casework.recording import standing_versions
from sightline.records.tables import TABLES
from sightline.web.pages.child.around import Around, people_around
from sightline.web.pages.child.frame import ChildPage, opened, shown_tab
from sightline.web.pages.child.identity import meaning, running
from sightline.web.pages.child.what_comes import what_comes
from sightline.web.service import Concern

TABLES_OF_STORY = (
    "referrals",
    "assessments",
    "assessment_factors",
    "risk_alerts",
    "plan_outcomes",
    "safety_scales",
    "case_summaries",
    "review_conferences",
    "core_groups",
    "child_in_need_reviews",
    "plan_actions",
    "neglect_assessments",
    "exploitation_assessments",
)
LATELY = timedelta(days=365)
"""How far back duties done in time are told: a year, so that every yearly duty can stand there."""

GOOD_THINGS_SHOWN = 5
HOW_OFTEN = ("never", "once", "twice", "three times", "four times", "five times", "six times",
             "seven times", "eight times", "nine times", "ten times")  # fmt: skip
GOOD_FINDINGS = ("better", "resolved")


@dataclass(frozen=True, kw_only=True)
class Worry:
    """An open concern, how many days it has been open, and what was decided last about it."""

    concern: Concern
    days: int
    decided: Decided | None


def story(request: HttpRequest, token: str) -> HttpResponse:
    """One page that lets a stranger on night duty know the child."""
    page = opened(request, token, tables=TABLES_OF_STORY)
    around = people_around(page)
    named = [one.child for one in around.relatives]
    return shown_tab(page, "child/story.html", lambda: _content(page, around), named=named)


def _content(page: ChildPage, around: Around) -> dict[str, Any]:
    return {
        "why": _why(page),
        "alerts": _alerts(page),
        "worries": worries(page),
        "good_things": good_things(page.child)[:GOOD_THINGS_SHOWN],
        "kept": _kept_in_time(page),
        "changes": _changes_for_the_better(page),
        "scales": _scales(page),
        "summary": _latest(page, "case_summaries"),
        "around": around,
        "comes": what_comes(page),
    }


def worries(page: ChildPage) -> list[Worry]:
    """The child's open concerns with what was decided about each, the longest open first."""
    still_open = [one for one in page.concerns if one.is_open]
    keys = {one: ConcernKey(one.rule, page.child, one.subject) for one in still_open}
    decided = latest_decisions(page.child, keys.values())
    found = [
        Worry(concern=one, days=(page.day - one.opens).days, decided=decided.get(keys[one]))
        for one in still_open
    ]
    return sorted(found, key=lambda worry: (-worry.days, worry.concern.title))


def good_things(child: str) -> list[RecordingVersion]:
    """What went well, in people's words, the latest first."""
    told = standing_versions(child, "what_went_well")
    return sorted(told, key=lambda one: one.content["happened"], reverse=True)


def _why(page: ChildPage) -> dict[str, Any]:
    """The latest referral and what the latest assessment found."""
    referral, found = _latest(page, "referrals"), _latest(page, "assessments")
    factors = [
        meaning("factor", row["factor"])
        for row in page.records.get("assessment_factors", ())
        if found and row.get("assessment") == found.get("assessment") and row.get("factor")
    ]
    told = referral or {}
    return {
        "referral": referral,
        "told_by": (
            meaning("referral_source", told["source"])
            if told.get("source")
            else told.get("source_words") or ""
        ),
        "need": meaning("primary_need", told["primary_need"]) if told.get("primary_need") else "",
        "assessment": found,
        "factors": sorted(set(factors)),
    }


def _latest(page: ChildPage, table: str) -> Mapping[str, Any] | None:
    """The last row of a table that happened by the day asked about."""
    happened = TABLES[table].happened
    rows = [
        row
        for row in page.records.get(table, ())
        if row.get(happened) and row[happened] <= page.day
    ]
    return max(rows, key=lambda row: row[happened], default=None)


def _alerts(page: ChildPage) -> list[dict[str, Any]]:
    """Warnings that stand on the record."""
    return [
        {"words": meaning("alert_kind", row.get("kind") or "other"), "since": row["raised"]}
        for row in running(page.records, "risk_alerts", page.day)
    ]


def _kept_in_time(page: ChildPage) -> list[tuple[str, str]]:
    """The questions whose answer was yes, and how often, in the last year. Never added up."""
    # Imported here: the rule book and its engine take seconds that signing in does not need.
    from sightline.rules import RULES

    since = page.day - LATELY
    kept = Counter(
        one.rule
        for one in page.concerns
        if one.status == "in time" and one.met and since < one.met <= page.day
    )
    told = [(RULES[rule].question, how_often(times)) for rule, times in kept.items()]
    return sorted(told)


def how_often(times: int) -> str:
    """A count as people say it."""
    return HOW_OFTEN[times] if times < len(HOW_OFTEN) else f"{times} times"


def _changes_for_the_better(page: ChildPage) -> list[dict[str, Any]]:
    """Harms of a plan that somebody found better or over."""
    return [
        {
            "harm": meaning("harm_category", row.get("harm") or "harm"),
            "found": meaning("finding_of_change", row["found"]),
            "on": row["found_on"],
            "measure": row.get("measure"),
        }
        for row in page.records.get("plan_outcomes", ())
        if row.get("found") in GOOD_FINDINGS and row.get("found_on")
    ]


def _scales(page: ChildPage) -> dict[str, list[tuple[date, int]]]:
    """How safe each person thinks the child is, each beside what they said before, never averaged."""
    by_scorer: dict[str, list[tuple[date, int]]] = {}
    for row in page.records.get("safety_scales", ()):
        if row.get("score") is not None and row.get("scored"):
            scorer = row.get("scorer") or "somebody, not named"
            by_scorer.setdefault(scorer, []).append((row["scored"], row["score"]))
    return {scorer: sorted(scores) for scorer, scores in sorted(by_scorer.items())}
