"""Many made-up authorities, one after another, a folder of Parquet files each: a made-up region."""

from collections.abc import Callable
from pathlib import Path

from sightline.synthetic.authority import Summary, synthesise
from sightline.synthetic.names import PLACE_NAMES

Progress = Callable[[int, int], None]


def synthesise_many(
    authorities: int,
    children: int,
    seed: int,
    out: Path,
    progress: Progress | None = None,
    *,
    faults: bool = False,
) -> list[Summary]:
    """Write that many authorities of ``children`` children each, a folder of ``out`` each.

    The first has ``seed``, each following one the next; nothing of one is kept while the next is
    made. A folder is called as its authority, in small letters.

    Raises ValueError for more authorities than there are names.
    """
    if not 1 <= authorities <= len(PLACE_NAMES):
        raise ValueError(f"Make 1 to {len(PLACE_NAMES)} authorities, not {authorities}.")
    made = []
    for number, place in enumerate(PLACE_NAMES[:authorities]):
        before = number * children

        def tell(done: int, of: int, before: int = before) -> None:
            if progress:
                progress(before + done, authorities * children)

        made.append(
            synthesise(
                children,
                seed + number,
                out / place.lower(),
                tell,
                faults=faults,
                authority=f"{place} (made up)",
            )
        )
    return made
