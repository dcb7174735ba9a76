"""``sightline program-key``: keys for other programs."""

from datetime import datetime
from pathlib import Path

import click

from sightline.cli.options import day_type, workspace_option


@click.group(name="program-key", short_help="Give other programs keys, list and end them.")
def program_key() -> None:
    """Give other programs of the council keys to the interface at /api/, list and end them."""


@program_key.command(short_help="Give a program a key.")
@click.argument("name")
@workspace_option
@click.option("--acts-as", required=True, metavar="NAME", help="The person made for the program.")
@click.option("--by", required=True, metavar="NAME", help="The administrator who gives it.")
@click.option("--until", type=day_type, required=True, metavar="DAY", help="Its last day.")
def give(name: str, workspace: Path, acts_as: str, by: str, until: datetime) -> None:
    """Give the program NAME a key and print it, this once."""
    programs, people = _opened(workspace)
    from django.utils import timezone

    end = timezone.make_aware(until.replace(hour=23, minute=59))
    _, secret = programs.give_key(by=people(by), name=name, acts_as=people(acts_as), until=end)
    click.echo(secret)


@program_key.command(name="list", short_help="List the keys that were given.")
@workspace_option
def list_keys(workspace: Path) -> None:
    """List every key by number: program, person, last day, and whether it was ended."""
    _opened(workspace)
    from sightline.casework.models import ProgramKey

    for key in ProgramKey.objects.select_related("acts_as").order_by("pk"):
        state = "ended" if key.ended_at else f"until {key.until:%Y-%m-%d}"
        click.echo(f"{key.pk}  {key.name}, acts as {key.acts_as.get_username()}, {state}")


@program_key.command(short_help="End a key before its time.")
@click.argument("number", type=int)
@workspace_option
@click.option("--by", required=True, metavar="NAME", help="The administrator who ends it.")
def end(number: int, workspace: Path, by: str) -> None:
    """End the key of that number, as sightline program-key list gives it."""
    programs, people = _opened(workspace)
    from sightline.casework.models import ProgramKey
    from sightline.sources.could_not import CouldNot

    key = ProgramKey.objects.filter(pk=number).first()
    if key is None:
        raise CouldNot("There is no key of that number.", "Run: sightline program-key list")
    programs.end_key(by=people(by), key=key)
    click.echo("Ended.")


def _opened(workspace: Path):
    """The functions that give and end keys, and the one that finds a person by name."""
    from sightline.web.serving import open_casework

    open_casework(workspace)
    from sightline.casework import programs
    from sightline.casework.models import Person
    from sightline.sources.could_not import CouldNot

    def person_named(name: str) -> Person:
        person = Person.objects.filter(username=name, is_active=True).first()
        if person is None:
            raise CouldNot("There is nobody of that name.", "Give the name they sign in with.")
        return person

    return programs, person_named
