"""Where a council differs from the national standards, and what of its settings cannot be used."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sightline.ledger.settings import FILE_NAME
from sightline.records.standards import (
    STANDARDS,
    DatedValue,
    Standard,
    StandardsError,
    check_local,
    dated_values,
)
from sightline.sources.could_not import CouldNot

SECTION = "standards"


@dataclass(frozen=True)
class LocalStandard:
    """One standard for which the council has a value of its own.

    ``own`` are its values, oldest first, and ``standard`` the latest version of the one they stand
    in for.
    """

    standard: Standard
    own: tuple[DatedValue, ...]

    @property
    def differs(self) -> bool:
        """Whether the latest of its own values is another than the national one."""
        latest, national = self.own[-1], self.standard
        return (latest.value, latest.unit) != (national.value, national.unit)


@dataclass(frozen=True)
class LocalStandards:
    """What ``[standards]`` of sightline.toml comes to: what can be used, and why the rest cannot.

    With one fault nothing is loaded or asked, so that no rule runs by a value nobody meant.
    """

    values: tuple[LocalStandard, ...] = ()
    faults: tuple[str, ...] = ()

    def own_values(self, id: str) -> tuple[DatedValue, ...]:
        """The council's own values of one standard; none where the national one holds."""
        return next((one.own for one in self.values if one.standard.id == id), ())


def local_standards_of(folder: Path) -> LocalStandards:
    """The local standards of the workspace in ``folder``, every fault of them at once."""
    stated = _stated(folder)
    if not isinstance(stated, Mapping):
        return LocalStandards(
            faults=(f"standards in {FILE_NAME} is not a section. Write a line [standards].",)
        )
    values, faults = [], []
    for id, given in stated.items():
        try:
            values.append(_local_standard(id, given))
        except StandardsError as error:
            faults.append(str(error))
    return LocalStandards(tuple(values), tuple(faults))


def _local_standard(id: str, given: Any) -> LocalStandard:
    if id not in STANDARDS:
        raise StandardsError(
            f"{id} is no standard that Sightline knows. Use an id as the rule pages give it, such as "
            "CPE-06."
        )
    local = {id: given}
    check_local(local)
    own = tuple(one for one in dated_values(id, local) if not isinstance(one, Standard))
    return LocalStandard(STANDARDS[id], own)


def _stated(folder: Path) -> object:
    """What stands under ``[standards]``, as it is written."""
    try:
        text = (folder / FILE_NAME).read_text(encoding="utf-8-sig")
        return tomllib.loads(text).get(SECTION, {})
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CouldNot(
            f"The settings file {FILE_NAME} cannot be read: {error}.",
            f"Mend that line of {folder / FILE_NAME}, or take the file away to use the defaults.",
        ) from error
