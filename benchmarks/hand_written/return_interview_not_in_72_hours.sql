with returns as (
    select child, started, max(coalesce(returned, never())) as returned,
        count(*) filter (where not interview_accepted) = count(*) as refused
    from missing_episodes where started is not null
    group by all having max(coalesce(returned, never())) < never()
),
answers as (
    select child, started, min(offered) as offered, min(held) as held, min(declined) as declined
    from return_interviews join missing_episodes using (child, missing_episode)
    group by all
),
answered as (
    select *, case when refused and coalesce(offered, never()) > returned
        then returned end as refused_on_return
    from returns left join answers using (child, started)
)
select 'return_interview_not_in_72_hours' as rule, child, 'missing episode ' || started as subject,
    returned as starts, returned + 3 as due, held as met,
    least(declined, refused_on_return) as lapses,
    case when least(met, lapses) is null or least(met, lapses) > due then due + 1 end as opens,
    case when least(met, lapses) > due then least(met, lapses) end as closes,
    '{{' || concat_ws(',\n',
        shown_date('missing from', started), shown_date('returned', returned),
        shown_date('interview offered', offered), shown_date('interview held', held),
        shown_date('interview declined', declined),
        shown_date('not accepted, with no offer recorded', refused_on_return)) || '}}' as evidence
from answered
