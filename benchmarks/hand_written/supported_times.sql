-- Plans and care of each child, as recorded.
    select child, started as begins, ended as over from protection_plans
    where ended is null or ended >= started
    union all select child, started, ended from child_in_need_plans
    where ended is null or ended >= started
    union all select child, started, ended from care_episodes
    where ended is null or ended >= started
