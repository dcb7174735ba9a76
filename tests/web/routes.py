"""Every address of the application, as the application itself knows them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver

from tests.web.route_parts import PARTS, PARTS_AFTER, HasChildren


@dataclass(frozen=True)
class Route:
    """One address: ``template`` such as "children/<slug:token>/", and its parts."""

    name: str
    template: str
    parts: tuple[str, ...]

    def address(self, world: HasChildren, chance: random.Random) -> str:
        """The address with its parts filled. Fails where nobody said how."""
        address = f"/{self.template}"
        before = ""
        for part in self.parts:
            after = PARTS_AFTER.get(part)
            fill = PARTS.get(f"{self.name}:{part}") or PARTS.get(part)
            assert fill or after, (
                f"say in tests/web/route_parts.py, PARTS, what stands in <{part}> of {self}"
            )
            begin, end = address.index("<"), address.index(">") + 1
            before = after(world, chance, before) if after else fill(world, chance)
            address = address[:begin] + before + address[end:]
        return address


def every_route(patterns=None, before: str = "") -> Iterator[Route]:
    """Every address, those of included files too."""
    for one in patterns or get_resolver().url_patterns:
        template = before + str(one.pattern)
        if not isinstance(one, URLPattern):
            yield from every_route(one.url_patterns, template)
            continue
        assert "^" not in template, f"write {template} with path(), not as a regular expression"
        yield Route(one.name or template, template, tuple(_parts(template)))


def _parts(template: str) -> Iterator[str]:
    """The names between the angle brackets, in order."""
    for piece in template.split("<")[1:]:
        yield piece.split(">")[0].split(":")[-1]


ROUTES = tuple(every_route())
