"""A workspace with a few made-up records and something recorded, for tests of nights and back-ups.

``python -m tests.casework.a_small_workspace FOLDER``: makes it, in a process of its own, as its
casework database is that of the environment.
"""

import sys
from pathlib import Path

from sightline.web.serving import prepare


def make(folder: Path) -> None:
    """A ledger of three made-up children, one decision, one return interview, and its audit trail."""
    from sightline.ledger.load import load
    from sightline.ledger.workspace import Workspace
    from sightline.synthetic.authority import synthesise

    synthesise(3, 5, folder / "records")
    workspace = folder / "workspace"
    load(folder / "records", Workspace(workspace))
    prepare(workspace)
    record_something()


def record_something() -> None:
    """One interview and one explanation, by somebody whose work it is."""
    from sightline.casework import decisions, recording
    from sightline.casework.concern_keys import ConcernKey
    from tests.casework.people import CHILD, somebody

    holder = somebody("practitioner", worker="W1")
    recording.record(
        by=holder,
        child=CHILD,
        table="return_interviews",
        given={"missing_episode": "2024-03-01", "held": "2024-03-03", "independent": True},
    )
    decisions.explain(
        by=holder,
        record=CHILD,
        concern=ConcernKey("third_referral_without_plan", "C1", "referral 2024-01-01"),
        reason="Known to us.",
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]))
