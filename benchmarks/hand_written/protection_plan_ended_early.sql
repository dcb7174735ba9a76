with {plans}, {endings},
reviews as (
    select child, plan_started, min(held) as first_review from (
        select review.child, plan_started, held
        from review_conferences as review join plan_of_row as plan
            on plan.child = review.child and plan.plan = review.plan
        where held between plan_started and plan_runs_to
        union all
        select child, plan_started, held
        from review_conferences as review join plans using (child)
        where review.plan is null and held between plan_started and plan_runs_to
    )
    group by all
)
select 'protection_plan_ended_early' as rule, child,
    'protection plan ' || plan_started as subject,
    plan_ended as starts, null::date as due, null::date as met, null::date as lapses,
    plan_ended as opens, leaves_view as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('plan started', plan_started), shown_date('plan ended', plan_ended),
        shown_date('review on the day it ended', first_review),
        shown('reason it ended', end_reason, plan_ended),
        shown('how the reason was read', {how_read}, plan_ended),
        shown_date('second record of the plan from', overlapped_from),
        shown_date('next plan started', next_plan_started),
        shown_date('entered care', entered_care)) || '}}' as evidence
from endings left join reviews using (child, plan_started)
where first_review is null or plan_ended <= first_review
