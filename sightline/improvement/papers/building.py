"""Makes a paper from a plan read whole: for the board, for elected members, or on one page."""

from collections import Counter
from datetime import date

from sightline.improvement.actions import owner_of
from sightline.improvement.models import Evidence, Objective
from sightline.improvement.papers.content import (
    PLAN,
    Block,
    Cell,
    Heading,
    Number,
    Paper,
    Paragraph,
    Part,
    Table,
)
from sightline.improvement.papers.figures import (
    MeasureTold,
    Reader,
    chart_and_table,
    definitions_table,
    in_words,
    then_and_now_table,
)
from sightline.improvement.reading import ObjectiveRead, PlanRead

BOARD, MEMBERS, ONE_PAGE = "board", "members", "one-page"
SELF_EVALUATION = "self-evaluation"
TITLES = {
    BOARD: "Monthly report to the board",
    MEMBERS: "Report to elected members",
    ONE_PAGE: "Plan on a page",
    SELF_EVALUATION: "Self-evaluation",
}
NEITHER = (
    "What owners say and what the measures say stand side by side. Neither is worked out from the "
    "other, and no objective is met because its actions are done."
)
SMALL = (
    "A figure in which a count, or what is left beside it, is from one to four is not shown, so that "
    "no child can be told from it."
)
OPEN = Objective.State.OPEN
LONGEST_ON_A_PAGE = 150


def paper_of(kind: str, read: PlanRead, reader: Reader, day: date, notice: str) -> Paper:
    """The paper of this kind. ``day`` is the day on which the plan is read."""
    made = {BOARD: _board, MEMBERS: _members, ONE_PAGE: _one_page}[kind]
    return Paper(
        kind=kind,
        title=f"{TITLES[kind]}: {read.plan.title}",
        subtitle=(
            f"The plan as it stood on {in_words(day)}. Figures from the records of {reader.whose}, "
            f"up to {in_words(reader.day)}. Change is asked since {in_words(read.plan.baseline)}."
        ),
        notice=notice,
        day=day,
        blocks=tuple(made(read, reader)),
        is_wide=kind == ONE_PAGE,
    )


def _board(read: PlanRead, reader: Reader) -> list[Block]:
    blocks = [Heading("At a glance"), Paragraph((NEITHER,)), *_at_a_glance(read)]
    told: list[MeasureTold] = []
    blocks.append(Heading("Objectives"))
    for one in read.in_state(OPEN):
        measures = tuple(reader.told(says) for says in one.colours.measures)
        told += measures
        blocks += _objective(one, measures)
    if not read.in_state(OPEN):
        blocks.append(Paragraph(("No objective is open.",)))
    blocks += [*_closed(read), *_posts(read), *_money(read)]
    return [*blocks, *_definitions(told, reader)]


def _members(read: PlanRead, reader: Reader) -> list[Block]:
    """Figures only: no notes, no names, no month by month, and no small number."""
    blocks = [Heading("At a glance"), Paragraph((NEITHER,)), *_at_a_glance(read)]
    blocks += [Heading("Figures"), Paragraph((SMALL,), "note")]
    told: list[MeasureTold] = []
    for one in read.in_state(OPEN):
        measures = tuple(reader.told(says) for says in one.colours.measures)
        told += measures
        blocks += [Heading(f"{one.objective.number}. {one.objective.words}", 2)]
        blocks += [_says(one), *_figures(one, measures)]
    return [*blocks, *_definitions(told, reader)]


def _one_page(read: PlanRead, reader: Reader) -> list[Block]:
    rows = tuple(
        (
            f"{one.objective.number}. {_short(one.objective.words)}",
            one.owner or "nobody yet",
            in_words(one.objective.due),
            one.colours.owner.label,
            _measures_say(one),
            _actions_counted(one),
        )
        for one in read.in_state(OPEN, Objective.State.CLOSED)
    )
    heads = ("Objective", "Owner", "By", "The owner says", "The measures say", "Actions")
    table = Table("Objectives", heads, rows, (36, 14, 12, 10, 14, 14), is_small=True)
    return [Paragraph((NEITHER,), "note"), table, *_posts(read, small=True)]


def _at_a_glance(read: PlanRead) -> list[Block]:
    open_ones = read.in_state(OPEN)
    counted = Counter((one.colours.owner.label, one.colours.says) for one in open_ones)
    rows = tuple(
        (owner, says.capitalize(), _count(number, f"open objectives: {owner}, {says}"))
        for (owner, says), number in sorted(counted.items())
    )
    misfits = sum(one.colours.do_not_fit for one in open_ones)
    overdue = sum(action.is_overdue for one in open_ones for action in one.open_actions)
    parts: tuple[Part, ...] = (
        "Open objectives: ", _count(len(open_ones), "open objectives"),
        ". Those where the two do not fit: ", _count(misfits, "do not fit"),
        ". Actions overdue: ", _count(overdue, "actions overdue"),
        ". Objectives closed: ",
        _count(len(read.in_state(Objective.State.CLOSED)), "closed objectives"), ".",
    )  # fmt: skip
    if not rows:
        return [Paragraph(parts)]
    heads = ("The owner says", "The measures say", "Objectives")
    return [Paragraph(parts), Table("Open objectives by both", heads, rows, (40, 40, 20))]


def _objective(one: ObjectiveRead, measures: tuple[MeasureTold, ...]) -> list[Block]:
    blocks: list[Block] = [Heading(f"{one.objective.number}. {one.objective.words}", 2)]
    for sentence in one.sentences:
        where = f"Inspectors wrote, page {sentence.page}: "
        blocks.append(Paragraph((where, f"“{sentence.text}”"), "quote"))
    blocks.append(
        Paragraph(
            (
                f"Owner: {one.owner or 'nobody yet'}. Sponsor: {one.sponsor or 'nobody yet'}. "
                f"To be met by {in_words(one.objective.due)}.",
            )
        )
    )
    blocks.append(_says(one))
    if one.colours.owner.words:
        at = in_words(one.colours.owner.at.date() if one.colours.owner.at else None)
        by = one.colours.owner.told_by or one.colours.owner.by
        blocks.append(Paragraph((f"{by}, {at}: ", f"“{one.colours.owner.words}”"), "quote"))
    blocks += _figures(one, measures)
    for told in measures:
        if told.svg:
            blocks += chart_and_table(told)
    return [*blocks, *_evidence(one), *_actions(one)]


def _says(one: ObjectiveRead) -> Paragraph:
    words = f"The owner says: {one.colours.owner.label}. The measures say: {_measures_say(one)}."
    if one.colours.do_not_fit:
        words += " The two do not fit; both stand."
    elif one.colours.on_their_word:
        words += " This rests on the owner's word alone."
    return Paragraph((words,))


def _measures_say(one: ObjectiveRead) -> str:
    return one.colours.says + (", by proxy" if one.colours.by_proxy else "")


def _figures(one: ObjectiveRead, measures: tuple[MeasureTold, ...]) -> list[Block]:
    if not measures:
        return [Paragraph(("No measure is chosen: only an audit can tell.",))]
    blocks: list[Block] = [
        then_and_now_table(measures, f"Objective {one.objective.number}: figures")
    ]
    for told in measures:
        because = told.says.movement.because
        blocks.append(Paragraph((f"{told.title}: {because}",), "note"))
    return blocks


def _evidence(one: ObjectiveRead) -> list[Block]:
    """What was kept of audits and of what children and families said; measures stand above."""
    kept = one.objective.evidence.filter(withdrawn_at=None).exclude(kind=Evidence.Kind.MEASURE)
    rows = tuple(
        (row.get_kind_display(), in_words(row.on), _words_of_evidence(row)) for row in kept
    )
    if not rows:
        return []
    caption = f"Objective {one.objective.number}: other evidence"
    return [Table(caption, ("Evidence", "Of", "What it says"), rows, (24, 18, 58))]


def _words_of_evidence(row: Evidence) -> Cell:
    if row.kind != Evidence.Kind.AUDIT or row.looked_at is None:
        return row.words
    name = f"evidence {row.pk}"
    return (
        f"{row.question} ",
        Number(f"{row.met:,}", PLAN, name, "met"), " of ",
        Number(f"{row.looked_at:,}", PLAN, name, "looked_at"), f" cases. {row.words}",
    )  # fmt: skip


def _actions(one: ObjectiveRead) -> list[Block]:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            stands.action.words,
            owner_of(stands.action),
            in_words(stands.action.due),
            "overdue" if stands.is_overdue else "no note of late" if stands.is_silent else "open",
        )
        for stands in one.open_actions
    )
    if not rows:
        return [Paragraph(("No action is open.",))]
    caption = f"Objective {one.objective.number}: open actions"
    return [Table(caption, ("Action", "Owner", "Due", "Stands"), rows, (46, 22, 18, 14))]


def _actions_counted(one: ObjectiveRead) -> Cell:
    number = one.objective.number
    late = sum(stands.is_overdue for stands in one.open_actions)
    parts: tuple[Part, ...] = (
        _count(len(one.open_actions), f"open actions of {number}"), " open, ",
        _count(late, f"overdue actions of {number}"), " overdue, ",
        _count(len(one.ended_actions), f"ended actions of {number}"), " ended",
    )  # fmt: skip
    return parts


def _closed(read: PlanRead) -> list[Block]:
    rows = tuple(
        (
            f"{one.objective.number}. {_short(one.objective.words)}",
            one.closed.get_kind_display() if one.closed else "",
            in_words(one.closed.at.date() if one.closed else None),
            _measures_say(one),
        )
        for one in read.in_state(Objective.State.CLOSED)
    )
    if not rows:
        return []
    heads = ("Objective", "How", "On", "The measures say now")
    return [Heading("Closed"), Table("Objectives closed", heads, rows, (46, 18, 16, 20))]


def _posts(read: PlanRead, *, small: bool = False) -> list[Block]:
    rows = tuple(
        (
            one.post.role,
            one.now.holder or "nobody",
            one.now.get_standing_display(),
            in_words(one.now.since),
        )
        for one in read.posts
    )
    if not rows:
        return []
    table = Table("Key posts", ("Post", "Held by", "How", "Since"), rows, (34, 30, 18, 18), small)
    return [table] if small else [Heading("Key posts"), table]


def _money(read: PlanRead) -> list[Block]:
    rows = tuple(
        (
            one.money.what_for,
            Number(f"£{one.money.amount:,.0f}", PLAN, f"money {one.money.pk}", "amount"),
            Number(f"£{one.spent.spent:,.0f}", PLAN, f"money {one.money.pk}", "spent")
            if one.spent
            else "nobody has said",
            in_words(one.spent.on if one.spent else one.money.since),
        )
        for one in read.money
    )
    if not rows:
        return []
    heads = ("For", "Put in", "Spent so far", "As of")
    return [Heading("Money"), Table("Money", heads, rows, (46, 18, 18, 18))]


def _definitions(told: list[MeasureTold], reader: Reader) -> list[Block]:
    once = {one.says.chosen.measure: one for one in told}
    if not once:
        return []
    return [Heading("What the figures are"), definitions_table(tuple(once.values()), reader)]


def _count(number: int, what: str) -> Number:
    return Number(str(number), PLAN, what)


def _short(words: str) -> str:
    if len(words) <= LONGEST_ON_A_PAGE:
        return words
    return words[:LONGEST_ON_A_PAGE].rsplit(" ", 1)[0] + " …"
