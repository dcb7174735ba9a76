with returns as (
    select child, started, max(coalesce(returned, never())) as returned,
        count(*) filter (where not interview_accepted) = count(*) as refused
    from missing_episodes where started is not null
    group by all having max(coalesce(returned, never())) < never()
),
answers as (
    select child, started, min(offered) as offered, min(held) as held, min(declined) as declined
    from (
        select child, started, offered, held, declined
        from return_interviews join missing_episodes using (child, missing_episode)
        union all
        select child, started,
            case when offered >= returned and (offered < next_return or next_return is null)
                then offered end,
            case when held >= returned and (held < next_return or next_return is null)
                then held end,
            case when declined >= returned and (declined < next_return or next_return is null)
                then declined end
        from (
            select *, lead(returned) over (partition by child order by returned, started)
                as next_return
            from returns
        )
        join (select child, offered, held, declined from return_interviews
              where missing_episode is null) using (child)
    )
    group by all
),
answered as (
    select *, case when refused and coalesce(offered, never()) > returned
        then returned end as refused_on_return
    from returns left join answers using (child, started)
)
select 'return_interview_not_in_72_hours' as rule, child, 'missing episode ' || started as subject,
    returned as starts, case when returned >= date '2014-01-17' then returned + 3 end as due, held as met,
    least(declined, refused_on_return) as lapses,
    case when least(met, lapses) is null or least(met, lapses) > due then due + 1 end as opens,
    case when least(met, lapses) > due then least(met, lapses) end as closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('missing from', started), shown_date('returned', returned),
        shown_date('interview offered', offered), shown_date('interview held', held),
        shown_date('interview declined', declined),
        shown_date('not accepted, with no offer recorded', refused_on_return)) || '}}' as evidence
from answered
