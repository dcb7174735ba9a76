"""Starting the web application on a workspace."""

import os
import socket
from pathlib import Path

from sightline.sources.could_not import CouldNot
from sightline.web import demo_people, static_files
from sightline.web.casework_database import SQLITE_FILE

WORKERS, THREADS = 2, 4


def serve(workspace: Path, host: str = "127.0.0.1", port: int = 8000) -> None:
    """Serve the workspace until stopped. Where its records are made up there are people to try it as."""
    _look_for_port(host, port)
    made_up = open_to_serve(workspace, host)
    print(f"Sightline is at http://{host}:{port}/", flush=True)
    if made_up:
        _print_people(workspace.resolve())
    else:
        demo_people.close(workspace.resolve())
        print("The first administrator is added by: sightline people add", flush=True)
    print("Stop it with Ctrl+C.", flush=True)
    _server(host, port).run()


def open_to_serve(workspace: Path, host: str) -> bool:
    """Prepare the workspace to be served at ``host``; whether its records are made up."""
    made_up = demo_people.records_are_made_up(workspace)
    if made_up:
        os.environ.setdefault("SIGHTLINE_SECOND_FACTOR", "as people choose")
    # The name people will type is one the application answers to.
    os.environ.setdefault("SIGHTLINE_HOSTS", f"localhost,127.0.0.1,[::1],{host}")
    prepare(workspace)
    return made_up


def casework_is_there(workspace: Path) -> bool:
    """Whether the workspace has a casework database, of its own or in PostgreSQL."""
    address = os.environ.get("SIGHTLINE_DATABASE")
    return bool(address) or (workspace.resolve() / SQLITE_FILE).is_file()


def open_casework(workspace: Path) -> None:
    """Point Django at a workspace whose casework database is there already, and change nothing."""
    if not casework_is_there(workspace):
        raise CouldNot(
            f"The workspace {workspace} holds nothing that people recorded.",
            "Check the path; sightline serve makes the casework database.",
        )
    os.environ["SIGHTLINE_WORKSPACE"] = str(workspace.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.web.settings"
    import django

    django.setup()


def open_new_casework(workspace: Path) -> None:
    """Point Django at a workspace that is not there yet, and make nothing."""
    os.environ["SIGHTLINE_WORKSPACE"] = str(workspace.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.web.settings"
    import django

    django.setup()


def prepare(workspace: Path) -> None:
    """Point Django at the workspace, gather the styles and bring the casework database up to date."""
    # What this process makes in the workspace (database, keys) is its owner's alone.
    os.umask(0o077)
    workspace = workspace.resolve()
    workspace.mkdir(parents=True, exist_ok=True)
    os.environ["SIGHTLINE_WORKSPACE"] = str(workspace)
    os.environ["DJANGO_SETTINGS_MODULE"] = "sightline.web.settings"
    try:
        static_files.gather()
    except static_files.FrontEndMissing as missing:
        print(f"{missing} Until then the pages look plain.", flush=True)
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _look_for_port(host: str, port: int) -> None:
    """Say so where another program listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CouldNot(
                f"The address {host}:{port} cannot be used: {error.strerror}.",
                "Stop what uses it, or give another port with --port.",
            ) from error


def _print_people(workspace: Path) -> None:
    """Print the sign-in of each demonstration person."""
    print("Sign in as:", flush=True)
    for one, password in demo_people.make(workspace):
        who = ", ".join(part for part in (one.full_name, *one.teams) if part)
        print(f"  name {one.name:<18} password {password}   {who}".rstrip(), flush=True)


def _server(host: str, port: int):
    """Gunicorn, set up here and not by files."""
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    from sightline.web import workspace_service

    # What was opened before the workers start must not be shared among them.
    connections.close_all()
    workspace_service.let_go()

    class Server(BaseApplication):
        """Gunicorn around the application."""

        def load_config(self) -> None:
            """Few settings, all of them here."""
            bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            for name, value in {
                "bind": bind,
                "workers": WORKERS,
                "threads": THREADS,
                "worker_class": "gthread",
                "timeout": 60,
                "loglevel": "warning",
                "accesslog": None,
                # Loaded once before the workers start, so that they share it and start at once.
                "preload_app": True,
                "post_worker_init": _get_rules_ready,
            }.items():
                self.cfg.set(name, value)

        def load(self):
            """The application, made in each worker."""
            from sightline.web.wsgi import application

            return application

    return Server()


def _get_rules_ready(worker: object) -> None:
    """Begin to compile the rules in this web process, so that nobody's first page waits for them."""
    from django.conf import settings

    from sightline.ledger.workspace import Workspace
    from sightline.web import rules_ready

    rules_ready.get_ready(Workspace(settings.WORKSPACE).settings.standards)
