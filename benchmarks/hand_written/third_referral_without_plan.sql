with days as (select distinct child, received from referrals where received is not null),
thirds as (
    select * from (
        select child, received,
            lag(received, 2) over (partition by child order by received) as first,
            lag(received) over (partition by child order by received) as one_before
        from days
    )
    where received <= first + interval 24 months
),
responses as (
    select child, started, coalesce(ended, never()) as runs_to, 'protection plan' as response
    from protection_plans where started is not null and (ended is null or ended >= started)
    union all
    select child, started, coalesce(ended, never()), 'child in need plan'
    from child_in_need_plans where started is not null and (ended is null or ended >= started)
    union all
    select child, held, held, 'initial conference'
    from initial_conferences where held is not null
),
unanswered as (
    select * from thirds where not exists (
        select 1 from responses where responses.child = thirds.child
            and started <= received and runs_to >= first
    )
),
{care_starts},
answers as (
    select child, started, response from responses
    union all select child, entered, 'entry to care' from care_starts
),
answered as (
    select unanswered.*, later.closes, later.closed_by
    from unanswered left join (
        select child, received, min(started) as closes,
            arg_min(response, (started, response)) as closed_by
        from unanswered join answers using (child) where started >= received group by all
    ) as later using (child, received)
    qualify row_number() over (partition by child, closes order by received) = 1
)
select 'third_referral_without_plan' as rule, child, 'referral ' || received as subject,
    received as starts, null::date as due, null::date as met, null::date as lapses,
    received as opens, closes,
    '{{' || concat_ws(',' || chr(10),
        shown_date('first referral', first), shown_date('referral before', one_before),
        shown_date('this referral', received), shown_date('closed on', closes),
        shown('closed by', closed_by, closes)) || '}}' as evidence
from answered where closes is null or closes > received
