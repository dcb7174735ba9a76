"""Questions that wait for records, and standards that no rule rests on yet, each with the reason."""

from dataclasses import dataclass

from sightline.engine.rule import STAGES
from sightline.records.standards import STANDARDS
from sightline.rules import RULES
from sightline.rules.book.markdown import grid
from sightline.rules.book.not_asked import STANDARDS_WITHOUT_RULE, WAITING
from sightline.rules.checks_before_ending import CHECKS


@dataclass(frozen=True)
class StandardUse:
    """A standard, and the rules and checks that rest on it or why none does."""

    id: str
    standard: str
    tier: str
    rules: tuple[str, ...]
    why_none: str


def standards_in_use() -> list[StandardUse]:
    """Every standard with the rules that rest on it, or a line saying why none does."""
    return [
        StandardUse(
            id,
            standard.standard,
            standard.tier,
            tuple(one.name for one in (*RULES.values(), *CHECKS.values()) if id in one.sources),
            STANDARDS_WITHOUT_RULE.get(id, ""),
        )
        for id, standard in STANDARDS.items()
    ]


def _in_journey(line: tuple[str, str, str]) -> int:
    return STAGES.index(line[0])


def waiting_page() -> str:
    """The page of questions that no record table can answer yet."""
    rows = [
        [stage, question, missing] for stage, question, missing in sorted(WAITING, key=_in_journey)
    ]
    introduction = (
        "Questions inspectors ask that Sightline cannot answer yet. Each waits for a record table, a "
        "column or a standard, and says which. None is answered by guessing."
    )
    table = grid(["stage", "question", "what is missing"], rows)
    return f"# Questions that wait for records\n\n{introduction}\n\n{table}\n"


def standards_page() -> str:
    """The page of every standard with its rules."""
    rows = [
        [use.id, use.standard, use.tier, _links(use.rules) or use.why_none]
        for use in standards_in_use()
    ]
    introduction = "Every standard, with the rules that rest on it or a line saying why none does."
    table = grid(["standard", "what it asks", "tier", "rules, or why there is none"], rows)
    return f"# Standards and their rules\n\n{introduction}\n\n{table}\n"


def _links(names: tuple[str, ...]) -> str:
    return ", ".join(f"[{name}]({name}.md)" for name in names)
