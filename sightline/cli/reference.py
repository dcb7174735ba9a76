"""The page of commands, made from the commands themselves."""

from collections.abc import Iterator

import click


def commands_page() -> str:
    """``docs/commands.md``: every command with its own help, in the order of ``sightline --help``."""
    from sightline.cli.commands import sightline

    parts = [
        "# Commands\n",
        "Made from the commands themselves by `./run docs`; a test fails where it is out of date.\n",
    ]
    top = click.Context(sightline, info_name="sightline", **sightline.context_settings)
    for name, context in _commands(sightline, top):
        parts.append(f"## {name}\n")
        parts.append(f"```\n{context.get_help()}\n```\n")
    return "\n".join(parts)


def _commands(
    command: click.Command, context: click.Context
) -> Iterator[tuple[str, click.Context]]:
    context.terminal_width = context.max_content_width = 88
    yield context.command_path, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _commands(inner, click.Context(inner, context, info_name=name))
