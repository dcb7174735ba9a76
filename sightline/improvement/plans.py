"""Beginning a plan: from a read document, whose sentences become draft objectives, or from none."""

from collections.abc import Sequence
from datetime import date, datetime

from sightline.casework.models import Person
from sightline.improvement.line_of_sight import Sentence as SentenceRead
from sightline.improvement.models import Objective, ObjectiveSentence, Plan, Sentence, Step
from sightline.improvement.writing import NotRecorded, change, said, write_plan
from sightline.inspections.facts import Event

Kind = Step.Kind


def begin_plan(
    *,
    by: Person,
    title: str,
    baseline: date | None = None,
    event: Event | None = None,
    sentences: Sequence[SentenceRead] = (),
    authority: str = "",
    submission: str = "",
) -> Plan:
    """Begin a plan. Each sentence becomes a draft objective in the inspectors' own words.

    ``baseline`` is the inspection's last day where none is given. A plan may begin from a report
    without one sentence, and from no report: its objectives are then written by hand.
    """

    def work(at: datetime) -> Plan:
        plan = Plan.objects.create(
            title=said(title, "title"),
            baseline=baseline or _last_day(event),
            begun_by=by,
            begun_at=at,
            **(_of_event(event) if event else {"authority": authority.strip()}),
        )
        for number, sentence in enumerate(sentences, start=1):
            kept = _kept(plan, sentence)
            objective = new_objective(by, plan, number, sentence.text, sentence.themes, at)
            ObjectiveSentence.objects.create(objective=objective, sentence=kept)
        return plan

    return write_plan(by=by, thing="an improvement plan is begun", work=work, submission=submission)


def change_plan(
    *, by: Person, plan: Plan, seen: int | None, title: str, baseline: date, why: str = ""
) -> Plan:
    """Give a plan another title or baseline. Measures chosen already keep the baseline they have."""

    def work(at: datetime) -> Plan:
        columns = {"title": said(title, "title"), "baseline": baseline}
        change(plan, columns, by=by, at=at, seen=seen, why=why)
        return plan

    return write_plan(by=by, thing="an improvement plan is changed", work=work)


def new_objective(
    by: Person, plan: Plan, number: int, words: str, themes: Sequence[str], at: datetime, **more
) -> Objective:
    """The row of a draft objective and its first step."""
    objective = Objective.objects.create(
        plan=plan,
        number=number,
        words=said(words, "objective"),
        themes=list(themes),
        begun_by=by,
        begun_at=at,
        **more,
    )
    Step.objects.create(objective=objective, kind=Kind.BEGUN, by=by, at=at)
    return objective


def next_number(plan: Plan) -> int:
    """The number that the plan's next objective gets. The plan is locked until it has it."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    last = plan.objectives.order_by("-number").first()
    return last.number + 1 if last else 1


def _last_day(event: Event | None) -> date:
    """The inspection's last day, or the day its document is dated by."""
    day = event and (event.ends or event.starts or event.published)
    if not day:
        raise NotRecorded(
            "There is no day to measure change from: the report gives none.",
            "Give the baseline: the day since which things are to change.",
        )
    return day


def _of_event(event: Event) -> dict[str, object]:
    return {
        "authority": event.authority,
        "urn": event.urn,
        "document_sha": event.sha256,
        "document_file": event.file,
        "document_kind": event.kind,
        "inspected_from": event.starts,
        "inspected_to": event.ends,
        "published": event.published,
    }


def _kept(plan: Plan, sentence: SentenceRead) -> Sentence:
    return Sentence.objects.create(
        plan=plan,
        document_sha=plan.document_sha,
        kind=sentence.kind,
        number=sentence.number,
        text=sentence.text,
        page=sentence.page,
        themes=list(sentence.themes),
        priority=sentence.priority,
        heading=sentence.heading,
        addressed_to=sentence.addressed_to,
        doubtful_because=sentence.doubtful_because,
    )
