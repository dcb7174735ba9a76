"""The made-up authority as a children in need census: one year's XML, streamed child by child."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sightline.returns.told_records import Row, ToldRecords
from sightline.synthetic.cin_census_blocks import Census, Year, text
from sightline.synthetic.writing import MADE_UP

STRUCTURES = ("2022-23", "2023-24", "2024-25", "2025-26", "2026-27")
# Sex took the place of the current gender, and pre-proceedings came, with these structures.
SEX_FROM = "2024-25"
GENDER = {"M": "1", "F": "2", "U": "0"}
NO_COUNCIL = "999"


def write_cin_census(
    records: Path,
    out: Path,
    *,
    structure: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write the record tables in ``records`` as the census ``out``; gives the children in it.

    The year is the last that ended on 31 March by the extract day. ``structure`` is the year whose
    elements are used, one of ``STRUCTURES``; by default that of the year itself.
    """
    from lxml import etree

    told = ToldRecords.of_folder(records)
    year = Year.up_to(told.day)
    structure = structure or year.name
    if structure not in STRUCTURES:
        raise ValueError(f"No structure is called {structure}. Use one of {', '.join(STRUCTURES)}.")
    census = Census(told, year, structure)
    out.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with etree.xmlfile(str(out), encoding="utf-8") as file:
        file.write_declaration()
        with file.element("Message"):
            file.write(etree.Comment(f" Made up: {MADE_UP['made_up'].removeprefix('yes: ')} "))
            file.write(_header(etree, year, structure))
            with file.element("Children"):
                for done, (child, who) in enumerate(told.children.items()):
                    if progress and done % 500 == 0:
                        progress(done, len(told.children))
                    episodes = census.episodes_of(child)
                    if episodes:
                        file.write(_child(etree, told, census, who, episodes))
                        written += 1
    return written


def _header(etree: Any, year: Year, structure: str) -> Any:
    header = etree.Element("Header")
    details = etree.SubElement(header, "CollectionDetails")
    text(details, "Collection", "CIN")
    text(details, "Year", 2000 + int(structure[-2:]))
    text(details, "ReferenceDate", year.last)
    source = etree.SubElement(header, "Source")
    text(source, "SourceLevel", "L")
    text(source, "LEA", NO_COUNCIL)
    text(source, "SoftwareCode", "Sightline synthetic")
    content = etree.SubElement(header, "Content")
    levels = etree.SubElement(content, "CBDSLevels")
    text(levels, "CBDSLevel", "Child")
    return header


def _child(etree: Any, told: ToldRecords, census: Census, who: Row, episodes: list[Row]) -> Any:
    child = etree.Element("Child")
    identifiers = etree.SubElement(child, "ChildIdentifiers")
    text(identifiers, "LAchildID", who["child"])
    text(identifiers, "UPNunknown", "UN1")
    born = who["born"] if who["born"] and who["born"] <= census.year.last else None
    text(identifiers, "PersonBirthDate", born)
    if born is None:
        text(identifiers, "ExpectedPersonBirthDate", who["expected_birth"])
    sex = who["sex"] if born else "U"
    if census.structure >= SEX_FROM:
        text(identifiers, "Sex", sex)
    else:
        text(identifiers, "GenderCurrent", GENDER[sex])
    died = who["died"]
    text(identifiers, "PersonDeathDate", died if died and died <= census.year.last else None)
    characteristics = etree.SubElement(child, "ChildCharacteristics")
    text(characteristics, "Ethnicity", who["ethnicity"])
    if disabilities := census.disabilities.get(who["child"]):
        listed = etree.SubElement(characteristics, "Disabilities")
        for row in disabilities:
            text(listed, "Disability", row["disability"])
    for episode in episodes:
        census.write_episode(child, episode)
    return child
