"""``python -m tests.web.council.serve PORT`` serves a made-up council's sign-on until stopped."""

import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django

from tests.web.council.known import ASKED, BACK, CLIENT_ID, CLIENT_SECRET, PASSWORD


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *args) -> None:
        """Nothing."""


def make_people() -> None:
    """The council's people, and Sightline as it knows it."""
    from allauth.idp.oidc.models import Client
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name in ASKED:
        get_user_model().objects.create_user(name, f"{name}@council.example", PASSWORD)
    client = Client(id=CLIENT_ID, name="Sightline", skip_consent=True)
    client.set_secret(CLIENT_SECRET)
    client.set_redirect_uris([BACK])
    client.set_scopes(["openid", "profile", "email"])
    client.save()


if __name__ == "__main__":
    django.setup()
    from django.core.wsgi import get_wsgi_application

    make_people()
    port = int(sys.argv[1])
    server = make_server("127.0.0.1", port, get_wsgi_application(), handler_class=Quiet)
    print("ready", flush=True)
    server.serve_forever()
