"""``sightline.toml``: what a council sets for itself. Without the file the defaults hold.

authority = "Example Council"

[standards]
CPE-06 = 15      # local value of a standard, by its id; or a list of values with their days

[roles]
"Allocated case worker" = "social worker"      # the council's word for a role, and Sightline's

[agencies]
"Acute trust" = "health"                       # the same for agencies

[retention]
care_records = "RET-06"      # records of children in care by good practice, beyond what the law asks

[nightly]
sources = ["/srv/extracts/ssd"]                # see ``nightly_settings``
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sightline.ledger.nightly_settings import Nightly, read_nightly
from sightline.records.codes import CODES
from sightline.sources.could_not import CouldNot

FILE_NAME = "sightline.toml"
# How long records of children in care are kept: as the law asks, or longer by good practice.
CARE_RECORDS = ("RET-01", "RET-06")


@dataclass(frozen=True)
class Settings:
    """What ``sightline.toml`` says.

    ``authority``  the council's name, used where a source does not give one; "" where not set.
    ``standards``  local values of standards by id.
    ``roles``      the council's words for roles of an allocation, and the codes they mean.
    ``agencies``   the same for agencies.
    ``care_records``  the standard by which records of children in care are kept.
    ``nightly``    what runs every night.
    """

    authority: str = ""
    standards: Mapping[str, Any] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, str] = field(default_factory=dict)
    care_records: str = CARE_RECORDS[0]
    nightly: Nightly = field(default_factory=Nightly)


def read_settings(folder: Path) -> Settings:
    """Settings of the workspace in ``folder``. Raises CouldNot where the file makes no sense."""
    file = folder / FILE_NAME
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CouldNot(
            f"The settings file {FILE_NAME} cannot be read: {error}.",
            f"Mend that line of {file}, or take the file away to use the defaults.",
        ) from error
    return Settings(
        _authority(content),
        _standards(content),
        _words(content, "roles", CODES["allocation_role"]),
        _words(content, "agencies", CODES["agency"]),
        _care_records(content),
        read_nightly(content),
    )


def _authority(content: Mapping[str, object]) -> str:
    authority = content.get("authority", "")
    if not isinstance(authority, str):
        raise CouldNot(
            f"In {FILE_NAME}, authority is not a name.",
            'Write it in quotation marks, such as authority = "Example Council".',
        )
    return authority.strip()


def _care_records(content: Mapping[str, object]) -> str:
    retention = content.get("retention", {})
    given = retention if isinstance(retention, Mapping) else {"": None}
    chosen = given.get("care_records", CARE_RECORDS[0])
    if set(given) - {"care_records"} or chosen not in CARE_RECORDS:
        raise CouldNot(
            f"In {FILE_NAME}, [retention] says something Sightline does not know.",
            f"It holds one line: care_records = one of {', '.join(CARE_RECORDS)}, in quotation "
            "marks. Local years of RET-03 and RET-04 go under [standards].",
        )
    return str(chosen)


def _words(
    content: Mapping[str, object], section: str, codes: Mapping[str, str]
) -> Mapping[str, str]:
    """A council's own words and the codes they mean. Raises CouldNot where a code is none."""
    words = content.get(section, {})
    example = f'"Our own word" = "{next(iter(codes))}"'
    if not isinstance(words, Mapping):
        raise CouldNot(
            f"In {FILE_NAME}, {section} is not a section.",
            f"Write a line [{section}] and below it lines such as {example}.",
        )
    for word, code in words.items():
        if not isinstance(code, str) or code not in codes:
            raise CouldNot(
                f"In {FILE_NAME}, under [{section}], {word} leads to a word Sightline does not know.",
                f"After the = sign write one of: {', '.join(codes)}.",
            )
    return dict(words)


def _standards(content: Mapping[str, object]) -> dict[str, Any]:
    # Imported here because most readers of settings never come across the standards.
    from sightline.records.standards import STANDARDS, StandardsError, check_local

    local = content.get("standards", {})
    if not isinstance(local, Mapping):
        raise CouldNot(
            f"In {FILE_NAME}, standards is not a section.",
            "Write a line [standards] and below it lines such as CPE-06 = 15.",
        )
    for name in local:
        if name not in STANDARDS:
            raise CouldNot(
                f"In {FILE_NAME}, {name} is no standard that Sightline knows.",
                "Use an id as the rule pages give it, such as CPE-06.",
            )
    try:
        check_local(local)
    except StandardsError as error:
        raise CouldNot(
            f"In {FILE_NAME}, a local standard cannot be used: {error}",
            f"Mend [standards] in {FILE_NAME}; `sightline rules show` names each rule's standards.",
        ) from error
    return dict(local)
