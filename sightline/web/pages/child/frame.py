"""What every page of a child has: the door, who the child is, the tabs, and that it was read."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework.concern_keys import ConcernKey
from sightline.casework.policy import (
    GRANT_ACCESS,
    READ_CHILD,
    RECORD,
    SEE_AUDIT,
    SUPERVISE,
    ChildRecord,
    may,
)
from sightline.web import service
from sightline.web.concern_addresses import address_part
from sightline.web.pages.child.identity import TABLES_OF_IDENTITY, Identity, identity_of
from sightline.web.pages.child_door import CHILDS_PAGE, child_at, shown_of_child


@dataclass(frozen=True)
class Tab:
    """One page about a child: its words, its name among the addresses, the pages reached from it.

    ``action`` is what the policy is asked of the child's record before the tab is offered.
    """

    words: str
    name: str
    belongs: tuple[str, ...] = ()
    action: str = READ_CHILD


TABS = (
    Tab("Story", "child"),
    Tab("Timeline", "child-timeline"),
    Tab("Chronology", "child-chronology", ("child-chronology-choose", "child-what-it-meant")),
    Tab("Plans and visits", "child-plans"),
    Tab(
        "Ending a plan",
        "plan-checks",
        ("end-plan", "end-latest-plan", "ending-record", "withdraw-ending"),
    ),
    Tab("Concerns", "child-concerns"),
    Tab(
        "Recorded here",
        "child-recorded",
        (
            "child-record",
            "child-record-form",
            "child-record-several",
            "child-correct",
            "child-withdraw",
            "panel",
            "emergency-contact",
            "manager-decides",
        ),
    ),
    Tab(
        "Access",
        "child-access",
        (
            "child-access-name",
            "child-access-withdraw",
            "child-access-restrict",
            "child-access-lift",
        ),
        GRANT_ACCESS,
    ),
    Tab("Who has read this", "child-reads", action=SEE_AUDIT),
)


class ChildPage:
    """One child in front of one person: what pages take from the workspace, each thing once.

    ``tables`` are the record tables the page tells of: no others are read.
    """

    def __init__(
        self, request: HttpRequest, token: str, record: ChildRecord, tables: Collection[str]
    ) -> None:
        self.request, self.token, self.record = request, token, record
        self.workspace = service.current()
        self._tables = {*tables, *TABLES_OF_IDENTITY}

    def read_also(self, tables: Collection[str]) -> None:
        """Read these tables too; before the first row is asked for."""
        self._tables |= set(tables)

    @property
    def child(self) -> str:
        """The council's id."""
        return self.record.child

    @cached_property
    def again(self) -> service.AskedAgain | None:
        """The answers where something was recorded here that the ledger does not hold yet."""
        return self.workspace.asked_again(self.child)

    @cached_property
    def day(self) -> date:
        """The day the page speaks of: the ledger's, or the day the child was asked again."""
        return (self.again and self.again.on) or self.workspace.authority().day

    @cached_property
    def records(self) -> dict[str, list[dict[str, Any]]]:
        """The child's rows in the tables the page tells of."""
        return self.workspace.records_of(self.child, self._tables)

    @cached_property
    def concerns(self) -> list[service.Concern]:
        """Every concern of the child."""
        return self.workspace.concerns_of(self.child)

    @cached_property
    def workers(self) -> dict[str, str]:
        """The name of each worker by id."""
        return self.workspace.worker_names()

    @cached_property
    def identity(self) -> Identity:
        """Who the child is."""
        return identity_of(self.records, self.record, self.day, self.workers)

    def may(self, action: str) -> bool:
        """Whether the person may do this to the child's record."""
        return bool(may(self.request.user, action, self.record))

    def address(self, name: str, **parts: object) -> str:
        """The address of another page of this child."""
        return reverse(name, kwargs={"token": self.token, **parts})

    concern_words = "Its evidence and history, and what to decide"

    def concern_address(self, concern: service.Concern) -> str:
        """The page of a concern."""
        key = ConcernKey(concern.rule, self.child, concern.subject)
        return self.address("concern", concern=address_part(key, settings.WORKSPACE))

    def tabs(self, here: str) -> list[dict[str, object]]:
        """The tabs this person may open; ``here`` is the name of the page shown."""
        return [
            {
                "text": tab.words,
                "href": self.address(tab.name),
                "active": here == tab.name or here in tab.belongs,
            }
            for tab in TABS
            if self.may(tab.action)
        ]


def opened(
    request: HttpRequest,
    token: str,
    *,
    action: str = READ_CHILD,
    tables: Collection[str] = (),
    words: str = CHILDS_PAGE,
) -> ChildPage:
    """The child whose page has this address, for somebody who may do ``action``; else it stops here."""
    _, record = child_at(request, token, action, words)
    return ChildPage(request, token, record, tables)


def shown_tab(
    page: ChildPage,
    template: str,
    content: Callable[[], dict[str, Any]],
    *,
    words: str = CHILDS_PAGE,
    named: Collection[str] = (),
) -> HttpResponse:
    """The page with who the child is and the tabs. That it was read is kept, or nothing is shown;
    that it ``named`` other children, too."""
    here = page.request.resolver_match.url_name if page.request.resolver_match else ""

    def whole() -> dict[str, Any]:
        return {
            "child_page": page,
            "who": page.identity,
            "tabs": page.tabs(here),
            "may_record": page.may(RECORD),
            "may_supervise": page.may(SUPERVISE),
            "workers": page.workers,
            **content(),
        }

    return shown_of_child(page.request, page.child, template, whole, words=words, named=named)
