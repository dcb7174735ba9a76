"""Key posts and who holds them; money, for what, and what was spent by a day."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from sightline.casework.models import Person
from sightline.improvement.models import KeyPost, Money, Objective, Plan, PostHolder, Spending
from sightline.improvement.writing import NotRecorded, said, write_plan

Standing = PostHolder.Standing


@dataclass(frozen=True)
class PostNow:
    """A key post with who holds it, and everybody who held it before, the latest first."""

    post: KeyPost
    now: PostHolder | None
    before: tuple[PostHolder, ...]


@dataclass(frozen=True)
class MoneyNow:
    """Some money with what was last said to be spent of it; None where nobody said."""

    money: Money
    spent: Spending | None

    @property
    def is_overspent(self) -> bool:
        """Whether more was spent than was put in."""
        return self.spent is not None and self.spent.spent > self.money.amount


def say_who_holds(
    *,
    by: Person,
    plan: Plan,
    role: str,
    standing: str,
    since: date,
    holder: str = "",
    submission: str = "",
) -> PostHolder:
    """Say who holds a key post from a day on, or that it is vacant. The post is added where it is new."""

    def work(at: datetime) -> PostHolder:
        if standing not in Standing.values:
            raise NotRecorded(
                "A post is held permanently, held by an interim, or vacant.", "Choose one."
            )
        if standing == Standing.VACANT and holder.strip():
            raise NotRecorded("A vacant post has no holder.", "Leave the name empty.")
        if since > timezone.localdate():
            raise NotRecorded("The day lies ahead.", "Say it again once it has come.")
        post, _ = KeyPost.objects.get_or_create(
            plan=plan, role=said(role, "post"), defaults={"added_by": by, "added_at": at}
        )
        name = "" if standing == Standing.VACANT else said(holder, "name of who holds it")
        return PostHolder.objects.create(
            post=post, holder=name, standing=standing, since=since, by=by, at=at
        )

    return write_plan(by=by, thing="who holds a key post", work=work, submission=submission)


def posts_of(plan: Plan) -> list[PostNow]:
    """The key posts of a plan, in the order they were added."""
    found = []
    for post in plan.posts.order_by("pk").prefetch_related("holders"):
        holders = list(post.holders.all())
        found.append(PostNow(post, holders[0] if holders else None, tuple(holders[1:])))
    return found


def put_money(
    *,
    by: Person,
    plan: Plan,
    amount: Decimal,
    what_for: str,
    since: date,
    objective: Objective | None = None,
    measure: str = "",
    submission: str = "",
) -> Money:
    """Say how much was put in and for what, and by which measure that would show."""

    def work(at: datetime) -> Money:
        if amount <= 0:
            raise NotRecorded("The amount is nothing or less.", "Give an amount in pounds.")
        if objective and objective.plan_id != plan.pk:
            raise NotRecorded("The objective is of another plan.", "Choose one of this plan.")
        return Money.objects.create(
            plan=plan,
            objective=objective,
            amount=amount,
            what_for=said(what_for, "purpose"),
            measure=measure,
            since=since,
            by=by,
            at=at,
        )

    return write_plan(by=by, thing="money is put into a plan", work=work, submission=submission)


def say_spent(
    *, by: Person, money: Money, spent: Decimal, on: date, words: str = "", submission: str = ""
) -> Spending:
    """Say how much had been spent in all by a day. More than was put in is kept, and shown."""

    def work(at: datetime) -> Spending:
        if spent < 0:
            raise NotRecorded("Less than nothing was spent.", "Give what was spent in all.")
        if on > timezone.localdate():
            raise NotRecorded("The day lies ahead.", "Give the day up to which it was spent.")
        return Spending.objects.create(
            money=money, spent=spent, on=on, words=words.strip(), by=by, at=at
        )

    return write_plan(
        by=by, thing="what was spent of a plan's money", work=work, submission=submission
    )


def money_of(plan: Plan) -> list[MoneyNow]:
    """The money of a plan, in the order it was put in."""
    found = []
    rows = plan.money.order_by("since", "pk").select_related("objective")
    for money in rows.prefetch_related("spending"):
        said_last = list(money.spending.all())[:1]
        found.append(MoneyNow(money, said_last[0] if said_last else None))
    return found
