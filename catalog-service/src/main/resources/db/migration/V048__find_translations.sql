-- The first translation of a text that there is in a chain of languages.
create function first_translation(translations jsonb, chain text[], field text) returns text
    language sql immutable parallel safe
    return (
        select translations -> step ->> field from unnest(chain) with ordinality as u(step, place)
        where translations -> step ->> field is not null order by place limit 1);

-- The same, else the text itself; what has no translations at all costs no call, because the planner puts this one in place.
create function translated(translations jsonb, chain text[], field text, otherwise text) returns text
    language sql immutable parallel safe
    return case when translations = '{}' then otherwise else coalesce(first_translation(translations, chain, field), otherwise) end;
