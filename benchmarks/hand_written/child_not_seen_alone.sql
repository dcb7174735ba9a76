with times as (
    {supported_times}
),
{stretches},
{visits},
old_enough as (
    select child, greatest(began, (born + interval 5 year)::date) as began, over, lasts_to
    from stretches join children using (child)
    where born is not null and greatest(began, (born + interval 5 year)::date) < lasts_to
),
starts as (
    select child, began, over, lasts_to, began as clock_starts from old_enough
    union select child, began, over, lasts_to, visited
    from old_enough join visits using (child)
    where child_seen and seen_alone and visited between began and lasts_to
),
clocks as (
    select *, lead(clock_starts) over (
        partition by child, began order by clock_starts
    ) as next_done, (clock_starts + interval 3 month)::date as due
    from starts
)
select 'child_not_seen_alone' as rule, child, 'seen alone after ' || clock_starts as subject,
    clock_starts as starts, due, next_done as met, over as lapses,
    case when least(next_done, over) is null or least(next_done, over) > due
        then due + 1 end as opens,
    case when least(next_done, over) > due then least(next_done, over) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('clock started', clock_starts), shown_date('seen alone', next_done),
        shown_date('plan or care ended', over)) || '}}' as evidence,
    greatest(clock_starts, next_done, over) as evidence_known_by
from clocks where clock_starts < lasts_to
