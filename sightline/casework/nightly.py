"""The nightly run: load what the sources tell, ask every rule, let decisions follow, keep copies.

A step that cannot be done is written down with what to do about it and the others go on where they
can, so that one source that did not come keeps nobody from their list in the morning.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from sightline.casework import asked_again, audit_heads, backups
from sightline.casework.concern_keys import ConcernKey, carry_over
from sightline.casework.models import ConcernDecision, Job
from sightline.ledger.workspace import Workspace
from sightline.sources.could_not import CouldNot

NIGHTLY = "nightly"
Outcome = Job.Outcome
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Step:
    """What became of one step: how it ended, and what to say of it. Names no child."""

    name: str
    outcome: str
    words: str


def run_night(
    workspace: Workspace, *, recorded_here: Path, progress: Progress | None = None
) -> Job:
    """Run the night and keep a row of what was done. ``recorded_here`` is the casework database.

    Never raises for what a step could not do: that step says so and the job is done in part, or
    not done where no rule could be asked.
    """
    job = Job.objects.create(name=NIGHTLY, started_at=timezone.now())
    night = _Night(workspace, recorded_here)
    plan = night.plan()
    steps: list[Step] = []
    for done, (name, work) in enumerate(plan):
        if progress:
            progress(done, len(plan))
        steps.append(_done(name, work))
        job.steps = [vars(one) for one in steps]
        job.save(update_fields=["steps"])
    job.outcome = _outcome_of(steps)
    job.ended_at = timezone.now()
    job.save(update_fields=["outcome", "ended_at"])
    return job


def last_night() -> Job | None:
    """The latest nightly run, None before the first."""
    return Job.objects.filter(name=NIGHTLY).order_by("-started_at").first()


class _Night:
    """The steps of one night."""

    def __init__(self, workspace: Workspace, recorded_here: Path) -> None:
        self._workspace = workspace
        self._recorded_here = recorded_here
        self._settings = workspace.settings.nightly
        self._before: set[ConcernKey] = set()

    def plan(self) -> list[tuple[str, Callable[[], tuple[str, str]]]]:
        """Each step by name, in order."""
        sources = self._settings.sources
        return [
            ("remember which concerns were decided about", self._remember),
            *(
                (f"load source {at} of {len(sources)}", self._loading(one, ""))
                for at, one in enumerate(sources, 1)
            ),
            ("load what is recorded here", self._load_recorded_here),
            ("ask every rule", self._check),
            ("let decisions follow corrected dates", self._carry_over),
            ("forget sessions that are over", self._clear_sessions),
            ("forget the answers of children asked again", self._forget_asked_again),
            ("write out the end of the audit trail", self._write_end),
            ("make a back-up", self._back_up),
        ]

    def _remember(self) -> tuple[str, str]:
        if not self._workspace.current_number():
            return Outcome.DONE, "Nothing was loaded before."
        self._before = self._decided_about()
        return Outcome.DONE, f"{len(self._before):,} concerns of rules and children with decisions."

    def _loading(self, source: str, door_name: str) -> Callable[[], tuple[str, str]]:
        def load_it() -> tuple[str, str]:
            from sightline.ledger.load import load

            report = load(self._from_workspace(source), self._workspace, door_name=door_name)
            kept = sum(one.read for one in report.counts) - report.set_aside_rows
            words = f"{report.source}: {kept:,} rows kept, {report.set_aside_rows:,} set aside."
            if report.unchanged:
                words = f"{report.source}: nothing has changed."
            return (Outcome.IN_PART if report.exit_code else Outcome.DONE), words

        return load_it

    def _load_recorded_here(self) -> tuple[str, str]:
        return self._loading(str(self._recorded_here), "recorded-here")()

    def _check(self) -> tuple[str, str]:
        from sightline.measures.check import check

        report = check(self._workspace)
        return Outcome.DONE, (
            f"{len(report.concerns)} rules asked on {report.on}, {len(report.cannot_tell)} cannot "
            f"tell, {len(report.measured)} measures."
        )

    def _carry_over(self) -> tuple[str, str]:
        moved = carry_over(self._before, self._decided_about())
        return Outcome.DONE, f"{len(moved):,} concerns go by a corrected date."

    def _clear_sessions(self) -> tuple[str, str]:
        SessionStore.clear_expired()
        return Outcome.DONE, "Done."

    def _forget_asked_again(self) -> tuple[str, str]:
        gone = asked_again.forget_all_but(self._workspace.current_number())
        return Outcome.DONE, f"{gone:,} children: the night's answers take their place."

    def _write_end(self) -> tuple[str, str]:
        if not self._settings.audit_ends:
            return Outcome.DONE, "No file is set for it: see audit_ends in docs/running.md."
        head = audit_heads.write_out(self._from_workspace(self._settings.audit_ends))
        return Outcome.DONE, f"{head.entries:,} entries."

    def _back_up(self) -> tuple[str, str]:
        if not self._settings.backups:
            return Outcome.DONE, "No folder is set for it: see backups in docs/running.md."
        folder = self._from_workspace(self._settings.backups)
        made = backups.back_up(self._workspace.folder, folder)
        gone = backups.keep_the_latest(folder, self._settings.backups_kept)
        return Outcome.DONE, f"{made.name} made, {gone} older removed."

    def _decided_about(self) -> set[ConcernKey]:
        """Every concern there is now of a rule and a child with a decision."""
        pairs = set(ConcernDecision.objects.values_list("rule", "child").distinct())
        return set(_concerns_of(self._workspace, pairs))

    def _from_workspace(self, path: str) -> Path:
        is_address = "://" in path
        return Path(path) if is_address else self._workspace.folder / path


def _concerns_of(workspace: Workspace, pairs: set[tuple[str, str]]) -> Iterable[ConcernKey]:
    from sightline.measures import answers

    if not pairs:
        return
    with workspace.reading() as backend:
        if answers.asked_on(backend) is None:
            return
        for rule, child, subject in answers.subjects_of(backend, {child for _, child in pairs}):
            if (rule, child) in pairs:
                yield ConcernKey(rule, child, subject)


def _done(name: str, work: Callable[[], tuple[str, str]]) -> Step:
    """Do one step. What it could not do becomes its words; an error nobody foresaw is named by its
    kind alone, as its message may quote a child's record."""
    try:
        return Step(name, *work())
    except CouldNot as fault:
        return Step(name, Outcome.NOT_DONE, f"{fault.fault} {fault.next_step}")
    except OSError as fault:
        return Step(
            name,
            Outcome.NOT_DONE,
            f"{fault.strerror or type(fault).__name__}: look at the path and the disk.",
        )
    except Exception as fault:
        words = f"An error nobody foresaw ({type(fault).__name__})."
        return Step(name, Outcome.NOT_DONE, f"{words} Run the step by hand to see more.")


def _outcome_of(steps: list[Step]) -> str:
    if any(one.name == "ask every rule" and one.outcome == Outcome.NOT_DONE for one in steps):
        return Outcome.NOT_DONE
    whole = all(one.outcome == Outcome.DONE for one in steps)
    return Outcome.DONE if whole else Outcome.IN_PART
