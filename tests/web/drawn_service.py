"""The made-up service in front of a drawn world: its children, and who works with them."""

from sightline.casework.policy import ChildRecord
from tests.casework.drawn_world import World
from tests.web.made_up_service import MadeUpService

# Words that stand nowhere else on any page, so that finding one is finding the child.
LETTERS = "abcdefghjkln"
NAMES = {f"KID-70{place:02}": (f"Quill{a}", f"Thorn{a}") for place, a in enumerate(LETTERS)}


class DrawnService(MadeUpService):
    """Answers every question of a page about the children of one drawn world."""

    def __init__(self, world: World) -> None:
        super().__init__(names=NAMES)
        self.records = {record.child: record for record in world.records}

    def record_of(self, child: str) -> ChildRecord:
        return self.records.get(child, ChildRecord(child=child))

    def records_for_policy(self) -> dict[str, ChildRecord]:
        return self.records
