"""A link at which somebody sets a password: shown once to the administrator, or sent where mail is set up."""

from smtplib import SMTPException

from django.conf import settings
from django.contrib.messages import warning
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sightline.casework import people_actions
from sightline.casework.models import Person
from sightline.web.forms import done, open_form, told
from sightline.web.pages.shown import shown

SUBJECT = "Set your password for Sightline"
WORDS = """Hello,

{by} has made you a link to set your password for Sightline. It opens once, for a day:

{link}

If you did not expect this, tell your manager.
"""


def give_link(request: HttpRequest, person: Person) -> HttpResponse:
    """Ask first, since the password they have opens nothing afterwards; then make the link."""
    form = open_form(request, ())
    if request.method == "POST":
        with told(form):
            who, token = people_actions.password_link(by=request.user, person=person).split("/")
            path = reverse("set-password", kwargs={"uidb64": who, "token": token})
            return _given(request, person, request.build_absolute_uri(path))
    content = {"form": form, "person": person, "is_sent": _is_sent_to(person)}
    return shown(request, "access/link.html", content)


def _given(request: HttpRequest, person: Person, link: str) -> HttpResponse:
    """Sent to them where that can be; otherwise shown, this once."""
    page = reverse("person", kwargs={"person": person.pk})
    by = request.user.get_full_name() or request.user.username
    if _is_sent_to(person):
        try:
            send_mail(SUBJECT, WORDS.format(by=by, link=link), None, [person.email])
            return done(request, "The link was sent to them.", to=page)
        except (OSError, SMTPException):
            warning(request, "The mail server did not take it, so here is the link.")
    return shown(request, "access/link_made.html", {"person": person, "link": link})


def _is_sent_to(person: Person) -> bool:
    return bool(settings.EMAIL_HOST and person.email)
