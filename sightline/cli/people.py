"""``sightline people``: the first administrator, and links for people who cannot get in."""

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, workspace_option

ADDRESS = "http://127.0.0.1:8000"

address_option = click.option(
    "--address",
    default=ADDRESS,
    show_default=True,
    metavar="URL",
    help="Address by which people reach the web application.",
)


@click.group(short_help="Add the first administrator, and make links to set passwords.")
def people() -> None:
    """Add people at the command line. Who can run this can do anything with the workspace.

    Everybody but the first administrator is better added in the web application.
    """


@people.command(short_help="Add a person and print a link to set their password.")
@click.argument("name")
@workspace_option
@click.option("--role", required=True, help="What they are to the service, such as administrator.")
@click.option("--full-name", default="", help="Given name and family name.")
@click.option("--worker", default="", help="The council's id of the worker they are.")
@click.option("--sign-on", default="", help="What the council's own sign-on calls them.")
@click.option("--until", type=day_type, help="Day on which their access ends: an inspector's must.")
@address_option
def add(
    name: str,
    workspace: Path,
    role: str,
    full_name: str,
    worker: str,
    sign_on: str,
    until: datetime | None,
    address: str,
) -> None:
    """Add a person who signs in as NAME, and print a link at which they set a password.

    The link opens once, for a day.
    """
    _open(workspace)
    from django.utils import timezone

    from sightline.casework import people_actions

    person = people_actions.add_person(
        by=None,
        name=name,
        role=role,
        full_name=full_name,
        worker=worker,
        sign_on=sign_on,
        until=timezone.make_aware(until) if until else None,
    )
    click.echo(f"Added {person.username}, {person.get_role_display().lower()}.")
    _say_link(person, address)


@people.command(short_help="Print a link at which a person sets a new password.")
@click.argument("name")
@workspace_option
@address_option
def link(name: str, workspace: Path, address: str) -> None:
    """Print a link at which NAME sets a new password. The old one opens nothing from now on."""
    _open(workspace)
    from sightline.casework.models import Person
    from sightline.sources.could_not import CouldNot

    person = Person.objects.filter(username=name).first()
    if person is None:
        raise CouldNot(f"There is nobody called {name}.", "sightline people list prints the names.")
    _say_link(person, address)


@people.command(name="list", short_help="Print who may sign in.")
@workspace_option
def list_people(workspace: Path) -> None:
    """Print everybody's name and role, and who has left."""
    _open(workspace)
    from sightline.casework.models import Person

    for person in Person.objects.order_by("username"):
        left = "" if person.is_active else "   (left)"
        click.echo(f"{person.username:<30} {person.get_role_display()}{left}")


def _open(workspace: Path) -> None:
    """Open the casework of the workspace; made where there is none yet."""
    from sightline.web.serving import prepare

    prepare(workspace)


def _say_link(person, address: str) -> None:
    from django.urls import reverse

    from sightline.casework import people_actions

    who, token = people_actions.password_link(by=None, person=person).split("/")
    path = reverse("set-password", kwargs={"uidb64": who, "token": token})
    click.echo(f"Password (opens once, for a day): {address.rstrip('/')}{path}")
