"""People: who may sign in, as what, by which password and second factor. An administrator's work.

Nobody does any of it to themselves. What touches how somebody signs in, they are told.
"""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from sightline.casework import audit
from sightline.casework.access_actions import not_oneself, right_role
from sightline.casework.models import Notice, Person
from sightline.casework.policy import SET_UP_PEOPLE
from sightline.casework.writing import NotRecorded, said, write

SIGN_IN_CHANGED = "how you sign in was changed"
LONGEST_NAME = 150


def add_person(
    *,
    by: Person | None,
    name: str,
    role: str,
    full_name: str = "",
    email: str = "",
    worker: str = "",
    manager: Person | None = None,
    sign_on: str = "",
    until: datetime | None = None,
    submission: str = "",
) -> Person:
    """Make a person, who has no password yet. ``by`` is nobody at the command line alone, where the
    first administrator is made."""

    def work(at: datetime) -> Person:
        right_role(role, until, at)
        first_name, _, last_name = full_name.strip().partition(" ")
        person = Person(
            username=_new_name(name),
            role=role,
            access_until=until,
            first_name=first_name,
            last_name=last_name,
            email=email.strip(),
            worker=worker.strip(),
            manager=manager,
            sign_on=_new_sign_on(sign_on),
        )
        person.set_unusable_password()
        person.save()
        return person

    thing = f"a person is added: {role}"
    if by is not None:
        return write(by=by, action=SET_UP_PEOPLE, thing=thing, submission=submission, work=work)
    try:
        with transaction.atomic():
            person = work(timezone.now())
            audit.record(by=None, action=SET_UP_PEOPLE, thing=f"{thing}, at the command line")
            return person
    except IntegrityError as error:
        raise NotRecorded("There is somebody of that name.", "Choose another name.") from error


def change_person(
    *,
    by: Person,
    person: Person,
    full_name: str,
    email: str,
    worker: str,
    manager: Person | None,
    sign_on: str,
) -> Person:
    """Say what a person is called, which worker they are, and who their manager is."""

    def work(at: datetime) -> Person:
        not_oneself(by, person, "say which worker they are")
        if manager is not None and manager.pk == person.pk:
            raise NotRecorded("Nobody is their own manager.", "Choose somebody else, or nobody.")
        person.first_name, _, person.last_name = full_name.strip().partition(" ")
        person.email, person.worker, person.manager = email.strip(), worker.strip(), manager
        person.sign_on = _new_sign_on(sign_on, but=person)
        person.save(
            update_fields=["first_name", "last_name", "email", "worker", "manager", "sign_on"]
        )
        return person

    return write(by=by, action=SET_UP_PEOPLE, thing=_of(person, "what is known"), work=work)


def let_go(*, by: Person, person: Person, why: str) -> Person:
    """A person has left: they sign in no more. What they did stays theirs."""
    reason = said(why, "reason")

    def work(at: datetime) -> Person:
        not_oneself(by, person, "let themselves go")
        person.is_active = False
        person.save(update_fields=["is_active"])
        return person

    return write(
        by=by, action=SET_UP_PEOPLE, thing=_of(person, f"let go ({reason[:100]})"), work=work
    )


def let_back(*, by: Person, person: Person) -> Person:
    """A person who had left may sign in again."""

    def work(at: datetime) -> Person:
        not_oneself(by, person, "let themselves back")
        person.is_active = True
        person.save(update_fields=["is_active"])
        return person

    return write(by=by, action=SET_UP_PEOPLE, thing=_of(person, "let back"), work=work)


def password_link(*, by: Person | None, person: Person) -> str:
    """The end of the address at which the person sets a password: it opens once, for a day.

    The password they had, and links made before, open nothing from now on. ``by`` is nobody at the
    command line alone.
    """

    def work(at: datetime) -> Person:
        if by is not None:
            not_oneself(by, person, "make themselves a link")
        if not person.is_active:
            raise NotRecorded("This person has left.", "Let them back first.")
        person.set_unusable_password()
        person.save(update_fields=["password"])
        _tell(person, "A link to set a password was made for you.", by, at)
        return person

    thing = _of(person, "a link to set a password")
    if by is not None:
        write(by=by, action=SET_UP_PEOPLE, thing=thing, work=work)
    else:
        with transaction.atomic():
            work(timezone.now())
            audit.record(by=None, action=SET_UP_PEOPLE, thing=f"{thing}, at the command line")
    who = urlsafe_base64_encode(force_bytes(person.pk))
    return f"{who}/{default_token_generator.make_token(person)}"


def reset_second_factor(*, by: Person, person: Person, why: str) -> Person:
    """A phone is lost: the app and its codes open nothing any more, and another is set up."""
    reason = said(why, "reason")

    def work(at: datetime) -> Person:
        not_oneself(by, person, "reset their own second factor this way")
        Authenticator.objects.filter(user=person).delete()
        _tell(person, "Your second factor was reset. You set up another when you sign in.", by, at)
        return person

    thing = _of(person, f"second factor reset ({reason[:100]})")
    return write(by=by, action=SET_UP_PEOPLE, thing=thing, work=work)


def _of(person: Person, what: str) -> str:
    """What is done, and to whom, in the words of the audit trail."""
    return f"{what}: {person.username}"


def _tell(person: Person, words: str, by: Person | None, at: datetime) -> None:
    """Tell somebody that how they sign in was changed, so that nobody takes their place unseen."""
    who = f"It was done by {by.get_full_name() or by.username}. " if by else ""
    Notice.objects.create(
        to=person,
        kind=SIGN_IN_CHANGED,
        words=f"{words} {who}If you did not ask for it, tell your manager.",
        about=by,
        sent_at=at,
    )


def _new_name(name: str) -> str:
    """A name to sign in with that nobody has."""
    name = said(name, "name to sign in with")
    if len(name) > LONGEST_NAME or any(letter.isspace() for letter in name):
        raise NotRecorded(
            "That name cannot be signed in with.",
            f"Use up to {LONGEST_NAME} letters and no spaces, such as an email address.",
        )
    if Person.objects.filter(username__iexact=name).exists():
        raise NotRecorded("There is somebody of that name.", "Choose another name.")
    return name


def _new_sign_on(sign_on: str, but: Person | None = None) -> str:
    """A name of the council's sign-on that is nobody else's."""
    sign_on = sign_on.strip()
    others = Person.objects.exclude(pk=but.pk if but else None)
    if sign_on and others.filter(sign_on=sign_on).exists():
        raise NotRecorded(
            "Somebody else has that name at the council's sign-on.",
            "Look again at what the council calls this person.",
        )
    return sign_on
