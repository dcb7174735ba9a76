"""The content of one rule's page."""

from dataclasses import dataclass

from sightline.engine.example import WorkedExample
from sightline.engine.rule import Rule
from sightline.records.standards import Standard, versions_of
from sightline.records.tables import TABLES
from sightline.records.themes import THEMES
from sightline.rules import RULES
from sightline.rules.book.examples import examples_of

NOT_READ = "not seen"
KINDS = {
    True: "A duty: it has a clock, and is in time, late, still in time, overdue or no longer required.",
    False: "A pattern: it is open from the first day it holds until the first day it no longer does.",
}


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
    """Everything a page about one rule says, in the order it is said."""

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
        standards=tuple(StandardShown(id, versions_of(id)) for id in found.sources),
        readings=found.readings,
        examples=examples_of(found.name),
        evidence=tuple(found.evidence),
        needs=tuple(_need(need) for need in found.needs),
        helps=found.helps,
        cannot_see=found.cannot_see,
        themes=tuple((key, THEMES[key].label) for key in found.themes),
        on_by_default=found.on_by_default,
    )


def _need(need: str) -> Need:
    table, _, name = need.partition(".")
    column = TABLES[table].column(name)
    return Need(table, name, column.meaning, column.trap)
