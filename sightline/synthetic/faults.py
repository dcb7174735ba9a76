"""Faults of recording, planted only where they are asked for, each with what should become of it.

Every fault is laid beside good records, or put where no rule looks: whoever sets aside what cannot
be used is left with the same children and the same truth.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sightline.synthetic.chance import Chance
from sightline.synthetic.days import day_of
from sightline.synthetic.period import EXTRACT_DAY
from sightline.synthetic.story import Row

SET_ASIDE = "set aside"
KEPT_AND_SHOWN = "kept and shown"
READ_AS_EMPTY = "read as empty"

# What SQL Server makes of an empty text.
SENTINEL_DAY = day_of(1900, 1, 1)
CHILDREN_PER_FAULT = 400
NOBODYS_ID = "NM9999"

Rows = dict[str, list[Row]]
# Table, key, child, fault, what should become of it.
PlantedFault = tuple[str, str | None, str, str, str]


@dataclass(slots=True)
class Faults:
    """The faults planted so far. ``beyond`` holds rows that no cut to the extract day may drop."""

    chance: Chance
    planted: list[PlantedFault] = field(default_factory=list)
    beyond: Rows = field(default_factory=dict)

    def plant(self, rows: Rows, children: int) -> None:
        """Plant every kind of fault in a batch of stories, more of each in a larger batch."""
        self.beyond = {}
        for plant_one in KINDS:
            for _ in range(max(1, children // CHILDREN_PER_FAULT)):
                plant_one(self, rows)

    def pick(self, rows: Rows, table: str, suits: Callable[[Row], bool]) -> Row | None:
        """One of the rows of a table that suit; None where none does."""
        suitable = [row for row in rows[table] if suits(row)]
        return self.chance.pick(suitable) if suitable else None

    def new_id(self, id: str) -> str:
        """An id of its own for a row made after another, told apart by the faults before it."""
        return f"{id}-{len(self.planted):05d}"

    def note(self, table: str, key: str | None, row: Row, fault: str, becomes: str) -> None:
        """Write down a fault and what should become of its row."""
        self.planted.append((table, key, row["child"], fault, becomes))


def _ended_in_time(row: Row) -> bool:
    return row["ended"] <= EXTRACT_DAY


def ends_before_it_starts(faults: Faults, rows: Rows) -> None:
    """A protection plan whose end lies before its start."""
    plan = faults.pick(rows, "protection_plans", _ended_in_time)
    if plan:
        wrong = {**plan, "plan": faults.new_id(plan["plan"]), "ended": plan["started"] - 30}
        rows["protection_plans"].append(wrong)
        faults.note("protection_plans", wrong["plan"], wrong, "ends before it starts", SET_ASIDE)


def one_id_for_two_children(faults: Faults, rows: Rows) -> None:
    """Somebody else stands under a child's id, with less filled in."""
    child = faults.chance.pick(rows["children"])
    other = {"child": child["child"], "family_name": child["family_name"], "sex": "U"}
    rows["children"].append(other)
    faults.note("children", other["child"], other, "two children have one id", SET_ASIDE)


def visit_to_nobody(faults: Faults, rows: Rows) -> None:
    """A visit to a child who is not among the children."""
    visit = faults.pick(rows, "protection_visits", lambda row: row["visited"] <= EXTRACT_DAY)
    if visit:
        nobody = faults.new_id(NOBODYS_ID)
        wrong = {**visit, "visit": faults.new_id(visit["visit"]), "child": nobody, "plan": None}
        rows["protection_visits"].append(wrong)
        faults.note("protection_visits", wrong["visit"], wrong, "nobody knows the child", SET_ASIDE)


def same_row_twice(faults: Faults, rows: Rows) -> None:
    """A contact that stands twice, alike in everything."""
    contact = faults.pick(rows, "contacts", lambda row: row["received"] <= EXTRACT_DAY)
    if contact:
        rows["contacts"].append(dict(contact))
        faults.note("contacts", contact["contact"], contact, "the same row twice", SET_ASIDE)


def sentinel_day(faults: Faults, rows: Rows) -> None:
    """An open case whose closing day says 1900-01-01 instead of nothing."""
    referral = faults.pick(
        rows,
        "referrals",
        lambda row: (row.get("closed") or 0) > EXTRACT_DAY >= row["received"],
    )
    if referral:
        referral["closed"] = SENTINEL_DAY
        referral["closure_reason"] = None
        faults.note("referrals", referral["referral"], referral, "1900-01-01", READ_AS_EMPTY)


def unknown_code(faults: Faults, rows: Rows) -> None:
    """A contact whose source is no code of the list."""
    contact = faults.pick(
        rows, "contacts", lambda row: row["received"] <= EXTRACT_DAY and row["source"] != "ZZ"
    )
    if contact:
        contact["source"] = "ZZ"
        faults.note("contacts", contact["contact"], contact, "unknown code", KEPT_AND_SHOWN)


def leads_nowhere(faults: Faults, rows: Rows) -> None:
    """Supervision of a worker who is not among the workers."""
    session = faults.pick(
        rows,
        "supervision",
        lambda row: row["held"] <= EXTRACT_DAY and row["worker"] != "W99999",
    )
    if session:
        session["worker"] = "W99999"
        faults.note(
            "supervision", session["supervision"], session, "id leads nowhere", KEPT_AND_SHOWN
        )


def after_the_extract(faults: Faults, rows: Rows) -> None:
    """Supervision dated after the day of the extract."""
    session = faults.pick(rows, "supervision", lambda row: row["held"] <= EXTRACT_DAY)
    if session:
        late = {
            **session,
            "supervision": faults.new_id(session["supervision"]),
            "held": EXTRACT_DAY + 300,
        }
        faults.beyond.setdefault("supervision", []).append(late)
        faults.note(
            "supervision", late["supervision"], late, "after the extract day", KEPT_AND_SHOWN
        )


def overlapping_plans(faults: Faults, rows: Rows) -> None:
    """A second plan while one runs, over before it: to be judged as one plan."""
    plan = faults.pick(
        rows,
        "protection_plans",
        lambda row: _ended_in_time(row) and row["ended"] - row["started"] > 60,
    )
    if plan:
        doubled = {
            **plan,
            "plan": faults.new_id(plan["plan"]),
            "started": plan["started"] + 20,
            "ended": plan["ended"] - 20,
        }
        rows["protection_plans"].append(doubled)
        faults.note("protection_plans", doubled["plan"], doubled, "plans overlap", KEPT_AND_SHOWN)


KINDS: tuple[Callable[[Faults, Rows], None], ...] = (
    # Changes to good rows come first, so that no doubled row is changed afterwards.
    sentinel_day,
    unknown_code,
    leads_nowhere,
    after_the_extract,
    same_row_twice,
    overlapping_plans,
    ends_before_it_starts,
    visit_to_nobody,
    one_id_for_two_children,
)
