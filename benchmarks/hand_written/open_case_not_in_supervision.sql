with {cases},
starts as (
    select child, began, over, lasts_to, began as clock_starts from stretches
    union select child, began, over, lasts_to, held
    from stretches join supervision using (child) where held between began and lasts_to
),
clocks as (
    select *, lead(clock_starts) over (
        partition by child, began order by clock_starts
    ) as next_done,
        case when clock_starts >= date '2020-01-01' then (clock_starts + interval 1 month)::date end as due
    from starts
)
select 'open_case_not_in_supervision' as rule, child,
    'supervision of the case after ' || clock_starts as subject,
    clock_starts as starts, due, next_done as met, over as lapses,
    case when least(next_done, over) is null or least(next_done, over) > due
        then due + 1 end as opens,
    case when least(next_done, over) > due then least(next_done, over) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('clock started', clock_starts), shown_date('talked through', next_done),
        shown_date('case opened', began), shown_date('case closed', over)) || '}}' as evidence,
    greatest(clock_starts, next_done, began, over) as evidence_known_by
from clocks where clock_starts < lasts_to
