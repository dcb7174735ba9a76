"""A made-up authority of any size, the same for the same seed, with the truth about its failings."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sightline.records.codes import CODES
from sightline.synthetic.around_the_journey import tell_around
from sightline.synthetic.chance import Chance
from sightline.synthetic.faults import Faults
from sightline.synthetic.journey import tell
from sightline.synthetic.organisation import organisation
from sightline.synthetic.people import Child, families
from sightline.synthetic.period import AUTHORITY, EARLIEST_DAY, EXTRACT_DAY
from sightline.synthetic.permanence import those_who_adopt
from sightline.synthetic.practice import Practice
from sightline.synthetic.story import Pages, Place, Row, Story
from sightline.synthetic.workforce import Workforce
from sightline.synthetic.writing import TOLD, Writers

DISABILITIES = tuple(code for code in CODES["disability"] if code != "NONE")

# Children told before their rows are written and let go of, so that memory stays small.
CHILDREN_PER_BATCH = 2000

# Of 10,000 children of an area, about this many come to notice over thirteen years, at the
# published rate of referrals. It turns the children of the records into the children around them.
KNOWN_PER_10000 = 3850

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Summary:
    """What was made: how many children, rows by table, and failings by rule.

    ``population`` is the number of children who would live in such an authority, known or not:
    the denominator of rates per 10,000.
    """

    authority: str
    children: int
    population: int
    extract_day: date
    rows: dict[str, int]
    failings: dict[str, int]


def synthesise(
    children: int,
    seed: int,
    out: Path,
    progress: Progress | None = None,
    *,
    faults: bool = False,
    authority: str = AUTHORITY,
) -> Summary:
    """Write the records of a made-up authority to ``out``, one Parquet file per record table.

    ``children``  how many children its records know, at least 1.
    ``seed``      the same seed and number give the same files, byte for byte.
    ``progress``  called with the number of children told so far, and of all.

    ``faults``    plant faults of recording too, listed in ``planted_faults.parquet``.
    ``authority`` its name, which says that it is made up.

    ``truth.parquet`` beside them holds every failing that was planted: rule, child, subject, opens.
    It holds with faults as well: they lie beside good records, for a load to find.
    """
    if children < 1:
        raise ValueError(f"An authority knows at least 1 child, not {children}.")
    place = Place(Practice(seed), Workforce(children, seed))
    writers = Writers(Path(out))
    truth: list[tuple[str, str, str, int]] = []
    planted = Faults(Chance(seed, "faults"))
    told = 0
    for batch in _batches(children, seed):
        pages = Pages({name: [] for name in TOLD})
        for child in batch:
            _tell_of(child, place, pages, seed)
        if faults:
            planted.plant(pages.rows, len(batch))
        writers.write(pages.rows)
        writers.write(planted.beyond, cut=False)
        truth += pages.truth
        told += len(batch)
        if progress:
            progress(told, children)
    writers.write({"extract": [_extract(authority)], "workers": place.workforce.workers})
    writers.write(organisation(place.workforce, seed))
    writers.write({"prospective_adopters": those_who_adopt(children, seed)})
    writers.write_truth(truth)
    if faults:
        writers.write_faults(planted.planted)
    writers.close()
    return Summary(
        authority=authority,
        children=children,
        population=round(children * 10_000 / KNOWN_PER_10000),
        extract_day=date(1970, 1, 1) + timedelta(days=EXTRACT_DAY),
        rows=writers.written,
        failings=dict(sorted(Counter(rule for rule, *_ in truth).items())),
    )


def _batches(children: int, seed: int) -> Iterator[list[Child]]:
    """Children in batches of whole families."""
    batch: list[Child] = []
    for family in families(children, seed):
        batch += family
        if len(batch) >= CHILDREN_PER_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _tell_of(child: Child, place: Place, pages: Pages, seed: int) -> None:
    """Tell one child's story, with luck of their own, and write who they are."""
    story = Story(place, pages, child, Chance(seed, "child", child.child))
    tell(story)
    story.chance = Chance(seed, "around", child.child)
    tell_around(story)
    pages.rows["children"].append(_who(child))
    _tell_who_they_are(story)


def _who(child: Child) -> Row:
    return {
        "child": child.child,
        "given_name": child.given_name,
        "family_name": child.family_name,
        "born": child.born,
        "expected_birth": child.born if child.unborn_at_first else None,
        "died": child.died,
        "sex": child.sex if child.born <= EXTRACT_DAY else "U",
        "ethnicity": child.ethnicity,
        "disabled": child.disabled,
        "unaccompanied": child.unaccompanied,
    }


def _tell_who_they_are(story: Story) -> None:
    """Disability and right to be in the country, where somebody asked."""
    child = story.child
    if child.disabled is not None:
        disability = story.chance.pick(DISABILITIES) if child.disabled else "NONE"
        story.row("disabilities", disability_record=story.new_id("DI"), disability=disability)
    if child.unaccompanied:
        story.row(
            "immigration_statuses",
            immigration_status=story.new_id("IM"),
            status="UASC",
            started=child.first_noticed,
        )


def _extract(authority: str) -> Row:
    return {
        "authority": authority,
        "extract_day": EXTRACT_DAY,
        "earliest_day": EARLIEST_DAY,
        "made_up": True,
    }
