"""What the records keep in one table and the Dataset in another, and keys that a system leaves out.

Each function fills columns of the loose record tables in place, and gives a sentence where it
filled what the source left out. A child that a row gives only through its plan or referral is
found by the load itself, for every door.
"""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from sightline.records.codes import CODES
from sightline.sources.ssd import outcomes
from sightline.sources.ssd.columns import as_texts, days, looked_up, translated
from sightline.sources.ssd.words import into_code
from sightline.sources.typing_rows import SourceRows

Loose = dict[str, SourceRows]

UNACCOMPANIED = ("uasc", "unaccompanied")


def fill_from_elsewhere(loose: Loose) -> list[str]:
    """Fill what other tables know; gives sentences worth saying."""
    _sources_by_words(loose)
    _disabled(loose)
    _unaccompanied(loose)
    _factors_one_by_one(loose)
    _legal_status_of_episodes(loose)
    _transferred_in(loose)
    _as_of(loose)
    return _children_through_care(loose)


def _sources_by_words(loose: Loose) -> None:
    """Who told, from the words beside the code: SystemC gives an id of its own, Mosaic nothing."""
    by_words = into_code("referral_source")
    for name in ("contacts", "referrals"):
        rows = loose.get(name)
        if rows is None or "source_words" not in rows.columns:
            continue
        words = translated(rows.columns["source_words"], by_words)
        code = rows.columns.get("source", pa.nulls(len(words), pa.string()))
        known = pa.array(list(CODES["referral_source"]))
        is_told = pc.or_(pc.is_in(code, known), pc.invert(pc.is_in(words, known)))
        rows.columns["source"] = pc.if_else(is_told, code, words)


def _disabled(loose: Loose) -> None:
    """Any disability but NONE is yes; NONE alone is no; no row at all is not known."""
    children, found = loose.get("children"), loose.get("disabilities")
    if children is None or found is None or "disability" not in found.columns:
        return
    said: dict[str, bool] = {}
    for child, disability in _pairs(found, "child", "disability"):
        said[child] = said.get(child, False) or disability != "NONE"
    children.columns["disabled"] = _of_each_child(children, said)


def _unaccompanied(loose: Loose) -> None:
    """Told by the words of the status, since the Dataset has no list of codes for it."""
    children, found = loose.get("children"), loose.get("immigration_statuses")
    if children is None or found is None or "status" not in found.columns:
        return
    said: dict[str, bool] = {}
    for child, status in _pairs(found, "child", "status"):
        words = status.lower()
        is_so = words == "u" or any(word in words for word in UNACCOMPANIED)
        said[child] = said.get(child, False) or is_so
    children.columns["unaccompanied"] = _of_each_child(children, said)


def _of_each_child(children: SourceRows, said: dict[str, bool]) -> pa.Array:
    ids = as_texts(children.columns["child"]).to_pylist()
    return pa.array([said.get(child) for child in ids], pa.bool_())


def _factors_one_by_one(loose: Loose) -> None:
    """A row for each factor; whose it is and when it was found, the assessment knows."""
    sets, assessments = loose.get("assessment_factors"), loose.get("assessments")
    if sets is None or "factor" not in sets.columns:
        return
    places: list[int] = []
    factors: list[str] = []
    read: dict[str | None, list[str]] = {None: []}
    for place, text in enumerate(sets.columns["factor"].to_pylist()):
        if text not in read:
            read[text] = outcomes.factors(text)
        factors += read[text]
        places += [place] * len(read[text])
    at = pa.array(places, pa.int64())
    columns = {name: as_texts(values).take(at) for name, values in sets.columns.items()}
    columns["factor"] = pa.array(factors, pa.string())
    if assessments is not None and {"assessment", "child"} <= assessments.columns.keys():
        named = columns["assessment"]
        ids = assessments.columns["assessment"]
        columns["child"] = looked_up(named, ids, as_texts(assessments.columns["child"]))
        if "authorised" in assessments.columns:
            signed_off = days(assessments.columns["authorised"])
            columns["found"] = looked_up(named, ids, signed_off)
    loose["assessment_factors"] = SourceRows(
        columns, sets.files.take(at), sets.row_numbers.take(at)
    )


def _legal_status_of_episodes(loose: Loose) -> None:
    """The status in force on an episode's first day: the latest begun of those with a code."""
    episodes, statuses = loose.get("care_episodes"), loose.get("legal_statuses")
    if episodes is None or statuses is None:
        return
    if not {"child", "started"} <= episodes.columns.keys() & statuses.columns.keys():
        return
    spells = _spells(statuses)
    found: list[str | None] = []
    starts = days(episodes.columns["started"]).to_pylist()
    for child, day in zip(as_texts(episodes.columns["child"]).to_pylist(), starts, strict=True):
        in_force = [
            (started, status)
            for started, ended, status in spells.get(child, ())
            if day is not None and started <= day and (ended is None or day < ended)
        ]
        found.append(max(in_force)[1] if in_force else None)
    episodes.columns["legal_status"] = pa.array(found, pa.string())


def _spells(statuses: SourceRows) -> dict[str, list[tuple[date, date | None, str]]]:
    count = len(statuses.row_numbers)
    ends = statuses.columns.get("ended", pa.nulls(count, pa.string()))
    spells: dict[str, list[tuple[date, date | None, str]]] = {}
    for child, status, started, ended in zip(
        as_texts(statuses.columns["child"]).to_pylist(),
        statuses.columns.get("legal_status", pa.nulls(count, pa.string())).to_pylist(),
        days(statuses.columns["started"]).to_pylist(),
        days(ends).to_pylist(),
        strict=True,
    ):
        if started is not None and status in CODES["legal_status"]:
            spells.setdefault(child, []).append((started, ended, status))
    return spells


def _transferred_in(loose: Loose) -> None:
    """Whether a plan was taken over, its conference knows."""
    plans, conferences = loose.get("protection_plans"), loose.get("initial_conferences")
    if plans is None or conferences is None:
        return
    if "conference" not in plans.columns:
        return
    if {"conference", "transfer_in"} <= conferences.columns.keys():
        plans.columns["transferred_in"] = looked_up(
            plans.columns["conference"],
            conferences.columns["conference"],
            conferences.columns["transfer_in"],
        )


def _as_of(loose: Loose) -> None:
    """A care leaver's row tells of the later of the last contact and the last review."""
    leavers = loose.get("care_leavers")
    if leavers is None:
        return
    known = [
        days(leavers.columns[name])
        for name in ("latest_contact", "pathway_plan_reviewed")
        if name in leavers.columns
    ]
    if known:
        leavers.columns["as_of"] = pc.max_element_wise(*known)


def _children_through_care(loose: Loose) -> list[str]:
    """Mosaic's placements and Eclipse's reviews name a period of care and no child."""
    episodes = loose.get("care_episodes")
    if episodes is None or not {"child", "period_of_care"} <= episodes.columns.keys():
        return []
    child = as_texts(episodes.columns["child"])
    notes = []
    for name in ("placements", "care_reviews", "care_visits"):
        rows = loose.get(name)
        if rows is None or "period_of_care" not in rows.columns:
            continue
        count = len(rows.row_numbers)
        given = as_texts(rows.columns.get("child", pa.nulls(count, pa.string())))
        if not given.null_count:
            continue
        through = looked_up(
            rows.columns["period_of_care"], episodes.columns["period_of_care"], child
        )
        rows.columns["child"] = pc.coalesce(given, through)
        found = given.null_count - rows.columns["child"].null_count
        notes.append(f"{found:,} rows of {name} gave no child: found through the period of care.")
    return notes


def _pairs(rows: SourceRows, first: str, second: str) -> list[tuple[str, str]]:
    both = zip(
        as_texts(rows.columns[first]).to_pylist(),
        as_texts(rows.columns[second]).to_pylist(),
        strict=True,
    )
    return [(one, other) for one, other in both if one is not None and other is not None]
