"""What the interface gives and takes."""

from datetime import date
from typing import Any

from ninja import Field, Schema


class WhoAsks(Schema):
    """As whom a program acts."""

    name: str
    role: str
    authority: str | None
    made_up: bool | None
    day: date | None = Field(description="The day every status and figure is of.")


class RuleShown(Schema):
    """One rule of the rule book."""

    name: str
    title: str
    question: str
    stage: str
    sources: list[str]
    themes: list[str]


class MeasureNamed(Schema):
    """One measure."""

    name: str
    title: str
    definition: str
    kind: str
    themes: list[str]


class FigureShown(Schema):
    """A measure in one period. Numbers are null where they are too small to be shown."""

    period: str
    day: date
    numerator: int | None
    denominator: int | None
    value: float | None
    hidden: bool


class WantedChild(Schema):
    """The council's id of a child."""

    child: str = Field(max_length=100)


class ChildFound(Schema):
    """The address of a child's record here: a word that says nothing of the child."""

    address: str


class ConcernShown(Schema):
    """What a rule found for a child, as it stands on the day."""

    rule: str
    title: str
    subject: str
    status: str
    is_open: bool
    starts: date | None
    due: date | None
    met: date | None
    opens: date | None
    closes: date | None
    evidence: dict[str, Any]
    worker: str
    team: str


class Recorded(Schema):
    """Something recorded here, as it stands."""

    recording: int
    table: str
    version: int
    content: dict[str, Any]


class ToRecord(Schema):
    """A row to record. ``content`` has the columns of the record table; days as YYYY-MM-DD.

    ``submission`` is a word of the program's own by which the same row sent twice is recorded once.
    """

    table: str = Field(max_length=60)
    content: dict[str, Any]
    submission: str = Field(default="", max_length=64)


class ToCorrect(Schema):
    """What should stand instead. ``seen`` is the version it corrects."""

    content: dict[str, Any]
    seen: int
    why: str
    submission: str = Field(default="", max_length=64)


class Said(Schema):
    """Why something was not done, and what to do."""

    fault: str
    next_step: str
    where: list[str] | None = None
    stands: dict[str, Any] | None = None
