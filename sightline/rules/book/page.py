"""The content of one rule's page."""

from dataclasses import dataclass

from sightline.engine.check import Check
from sightline.engine.example import WorkedExample
from sightline.engine.rule import Rule
from sightline.records.standards import Standard, versions_of
from sightline.records.tables import TABLES
from sightline.records.themes import THEMES
from sightline.rules import RULES
from sightline.rules.book.examples import examples_of
from sightline.rules.checks_before_ending import CHECKS

NOT_READ = "not seen"
KINDS = {
    True: "A duty: it has a clock, and is in time, late, still in time, overdue or no longer required.",
    False: "A pattern: it is open from the first day it holds until the first day it no longer does.",
}
BEFORE_A_PLAN_ENDS = "before a plan ends"
KIND_OF_CHECK = (
    "A check: it is asked when a plan is to end, and says met, not met or no evidence from what was "
    "known on that day. Checks are never added up."
)


@dataclass(frozen=True)
class StandardShown:
    """A standard a rule rests on, in all its versions, oldest first."""

    id: str
    versions: tuple[Standard, ...]

    @property
    def text(self) -> str:
        """What the standard asks."""
        return self.versions[-1].standard

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the text of its latest version has not been read."""
        return self.versions[-1].confirmed == NOT_READ


@dataclass(frozen=True)
class Need:
    """A column the rule cannot do without, with what it means and where it misleads."""

    table: str
    column: str
    meaning: str
    trap: str


@dataclass(frozen=True)
class RulePage:
    """Everything a page about one rule or check says, in the order it is said.

    ``asked_by`` says whose procedure asks a check; it is empty for a rule.
    """

    name: str
    title: str
    question: str
    stage: str
    kind: str
    one_row_per: str
    limit: str
    standards: tuple[StandardShown, ...]
    readings: tuple[str, ...]
    examples: tuple[WorkedExample, ...]
    evidence: tuple[str, ...]
    needs: tuple[Need, ...]
    helps: str
    cannot_see: str
    themes: tuple[tuple[str, str], ...]
    on_by_default: bool
    asked_by: str = ""

    def __str__(self) -> str:
        """The page as text, as the terminal shows it."""
        from sightline.rules.book.markdown import page_as_markdown

        return page_as_markdown(self)


def rule_page(rule: str | Rule) -> RulePage:
    """The page of a rule, by name or by itself; KeyError names the rules there are."""
    found = rule if isinstance(rule, Rule) else RULES.get(rule)
    if found is None:
        raise KeyError(f"There is no rule called {rule}. There are: {', '.join(RULES)}.")
    return RulePage(
        name=found.name,
        title=found.title,
        question=found.question,
        stage=found.stage,
        kind=KINDS[found.is_duty],
        one_row_per=found.one_row_per,
        limit=found.clock.limit if found.clock else "",
        standards=_standards(found),
        readings=found.readings,
        examples=examples_of(found.name),
        evidence=tuple(found.evidence),
        needs=tuple(need_of(need) for need in found.needs),
        helps=found.helps,
        cannot_see=found.cannot_see,
        themes=_themes(found),
        on_by_default=found.on_by_default,
    )


def check_page(name: str) -> RulePage:
    """The page of a check by name; KeyError where there is none of that name."""
    check = CHECKS[name]
    return RulePage(
        name=check.name,
        title=check.title,
        question=check.question,
        stage=BEFORE_A_PLAN_ENDS,
        kind=KIND_OF_CHECK,
        one_row_per=check.one_row_per,
        limit="",
        standards=_standards(check),
        readings=check.readings,
        examples=examples_of(check.name),
        evidence=tuple(check.evidence),
        needs=tuple(need_of(need) for need in check.needs),
        helps=check.helps,
        cannot_see=check.cannot_see,
        themes=_themes(check),
        on_by_default=True,
        asked_by=check.asked_by,
    )


def all_pages() -> dict[str, RulePage]:
    """The page of every rule and check by name, rules first."""
    rules = {name: rule_page(name) for name in RULES}
    return rules | {name: check_page(name) for name in CHECKS}


def _standards(asked: Rule | Check) -> tuple[StandardShown, ...]:
    return tuple(StandardShown(id, versions_of(id)) for id in asked.sources)


def _themes(asked: Rule | Check) -> tuple[tuple[str, str], ...]:
    return tuple((key, THEMES[key].label) for key in asked.themes)


def need_of(need: str) -> Need:
    """A "table.column" with what the record tables say of it."""
    table, _, name = need.partition(".")
    column = TABLES[table].column(name)
    return Need(table, name, column.meaning, column.trap)
