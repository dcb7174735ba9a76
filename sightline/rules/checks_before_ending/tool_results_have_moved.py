"""Whether grades, levels and scales say that things are better than before."""

import ibis
import ibis.expr.types as ir
from ibis import _

from sightline.engine.check import MOMENT, Check
from sightline.engine.clocks import Clocks
from sightline.rules.journey.plan_decisions import beside

FROM_LITTLE_TO_MUCH_WORRY = ("low", "medium", "high")
LEVEL = {level: place for place, level in enumerate(FROM_LITTLE_TO_MUCH_WORRY)}


def with_tool_results(
    moments: ir.Table,
    neglect_assessments: ir.Table,
    exploitation_assessments: ir.Table,
    safety_scales: ir.Table,
    clocks: Clocks,
) -> ir.Table:
    """Beside each moment how many results by tools can be compared, and how many are better or worse."""
    results = ibis.union(
        neglect_assessments.select(*MOMENT, "tool", of=_.area, day=_.assessed, worry=_.grade),
        exploitation_assessments.select(
            *MOMENT,
            "tool",
            of=_.kind,
            day=_.assessed,
            worry=_.level.cases(*LEVEL.items()).cast("int64"),
        ),
        _scales_of_several(safety_scales, clocks),
    )
    told = results.filter(
        _.day >= _.subject_day, _.tool.notnull(), _.of.notnull(), _.worry.notnull()
    )
    compared = _first_and_last(told)
    counted = compared.group_by(*MOMENT).agg(
        compared=_.count(),
        better=(_.now < _.before).cast("int64").sum(),
        worse=(_.now > _.before).cast("int64").sum(),
        last_result=_.last_day.max(),
    )
    return beside(moments, counted)


def _scales_of_several(safety_scales: ir.Table, clocks: Clocks) -> ir.Table:
    """Numbers for safety, as worry, where as many people gave one as the standard asks."""
    during = safety_scales.filter(_.scored >= _.subject_day)
    people = during.group_by(*MOMENT).agg(people=_.scorer.nunique())
    several = people.filter(_.people >= clocks.number("END-02"))
    return during.semi_join(several, list(MOMENT)).select(
        *MOMENT, tool=ibis.literal("scale"), of=_.scorer, day=_.scored, worry=-_.score
    )


def _first_and_last(results: ir.Table) -> ir.Table:
    """Of each thing told twice on this plan the worry first and last; of one day's the worst."""
    of_one_thing = ibis.window(group_by=[*MOMENT, "tool", "of"])
    spanned = results.mutate(
        first_day=_.day.min().over(of_one_thing), last_day=_.day.max().over(of_one_thing)
    ).filter(_.first_day < _.last_day)
    return spanned.group_by(*MOMENT, "tool", "of", "last_day").agg(
        before=_.worry.max(where=_.day == _.first_day),
        now=_.worry.max(where=_.day == _.last_day),
    )


TOOL_RESULTS_HAVE_MOVED = Check(
    name="tool_results_have_moved",
    title="Results of tools have moved the right way",
    question="Where tools were used twice, do their results say that things are better?",
    asked_by="Sightline's own question; a council's own procedure comes first",
    sources=("END-02",),
    themes=("plans_cp", "neglect", "exploitation"),
    one_row_per="protection plan",
    judged=with_tool_results,
    met=(_.better > 0) & (_.worse == 0),
    evidence={
        "things told twice": _.compared,
        "of these better": _.better,
        "of these worse": _.worse,
        "last result": _.last_result,
    },
    needs=("neglect_assessments.grade",),
    readings=(
        "Compared are the first and the last result since the plan started: neglect grades of one area "
        "by one tool, levels of worry about one kind of exploitation, and one person's numbers for "
        "safety. Results of two tools or two people are never compared, nor those that name no tool.",
        "Numbers for safety count only where more than one person gave them, as the standard says.",
        "It is met where something is better and nothing worse. Where nothing was told twice there is "
        "no evidence. Of two results on one day the more worried counts.",
    ),
    helps="Repeat the tool that was used at the start, with the same assessor where you can.",
    cannot_see="Why a result moved, and how far each assessor was trained.",
)
