-- Texts in other languages than the shop's own: {"de": {"title": …, "description": …}}.
alter table products
    add column translations jsonb not null default '{}',
    add constraint products_translations_object check (jsonb_typeof(translations) = 'object');

alter table categories
    add column translations jsonb not null default '{}',
    add constraint categories_translations_object check (jsonb_typeof(translations) = 'object');

alter table collections
    add column translations jsonb not null default '{}',
    add constraint collections_translations_object check (jsonb_typeof(translations) = 'object');

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

-- The read model has a row for each language, too: empty is the shop's own. The keys that know it have a migration of their own, because
-- nobody can read the table until this is committed.
alter table storefront_products add column locale text not null default '';
