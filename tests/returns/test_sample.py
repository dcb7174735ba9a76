"""The sample of cases: of every kind, spread, the same again."""

from datetime import date

from sightline.returns.annex_a.lists import lists_of
from sightline.returns.annex_a.sample import EACH, KINDS, sample_of
from sightline.sources.headings_of_annex_a import CHILD
from tests.returns.records_drawn import told

STARTED = date(2024, 1, 8)


def plans(teams, born=date(2015, 6, 1)):
    """Children on a protection plan, each held by one of these teams."""
    children = [f"C{place:03}" for place in range(len(teams))]
    return lists_of(
        told(
            children=[{"child": child, "born": born} for child in children],
            protection_plans=[{"child": child, "started": STARTED} for child in children],
            allocations=[
                {"child": child, "team": team, "role": "social worker", "started": STARTED}
                for child, team in zip(children, teams, strict=True)
            ],
        )
    )


def test_every_kind_there_is_is_drawn_and_no_child_twice(authority):
    from sightline.returns.annex_a.filled_from import columns_read
    from sightline.returns.told_records import ToldRecords

    with authority.workspace.reading() as backend:
        lists = lists_of(ToldRecords.of_ledger(backend, None, columns_read()))
    drawn = sample_of(lists, seed=1)
    by_kind = {kind: {one.child for one in drawn if one.kind == kind} for kind in KINDS}
    for kind, (number, suits) in KINDS.items():
        left = {row[CHILD] for row in lists[number] if suits(row)} - {one.child for one in drawn}
        assert len(by_kind[kind]) == EACH or not left, "all there were are drawn where they are few"
    assert len({one.child for one in drawn}) == len(drawn)
    assert all(len(children) <= EACH for children in by_kind.values())
    assert sum(bool(children) for children in by_kind.values()) > len(KINDS) / 2


def test_the_same_seed_gives_the_same_and_another_another():
    lists = plans(["North"] * 100)
    assert sample_of(lists, seed=1) == sample_of(lists, seed=1)
    assert sample_of(lists, seed=1) != sample_of(lists, seed=2)


def test_teams_take_turns_however_many_children_they_have():
    drawn = sample_of(plans(["North"] * 97 + ["South", "East", "West"]), seed=1)
    assert {one.team for one in drawn} == {"North", "South", "East", "West"}


def test_fewer_children_than_wanted_are_all_drawn():
    assert len(sample_of(plans(["North"] * 2), seed=1)) == 2
