"""``sightline serve``: the web application."""

from pathlib import Path

import click

from sightline.cli.options import workspace_option

DEFAULT_PORT = 8000

port_option = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port to listen on.",
)


@click.command(short_help="Open the web application on a workspace.")
@workspace_option
@port_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; the default is reached from this machine only.",
)
def serve(workspace: Path, port: int, host: str) -> int:
    """Serve the web application on the workspace until stopped with Ctrl+C."""
    from sightline.web.serving import serve as serve_pages

    serve_pages(workspace, host, port)
    return 0
