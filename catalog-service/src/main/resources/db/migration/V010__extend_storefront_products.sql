-- All are trusted: a role that may create in the database can make them; where it may not, they are made beforehand in its schema.
create extension if not exists fuzzystrmatch;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Each of PostgreSQL's text search configurations again, with accents taken off before its words are stemmed.
do $$
declare language text;
begin
    for language in select cfgname from pg_ts_config where cfgnamespace = 'pg_catalog'::regnamespace loop
        execute format('create text search configuration %I (copy = pg_catalog.%I)', 'shop_' || language, language);
        execute format(
            'alter text search configuration %I alter mapping for hword, hword_part, word with unaccent, %I',
            'shop_' || language, case language when 'simple' then 'simple' else language || '_stem' end);
    end loop;
end $$;

-- A term as it is stored and looked for. Folding makes some characters many, and what an index takes has an end.
create function storefront_term(text) returns text
    language sql immutable strict parallel safe
    return left(fold($1), 400);

alter table storefront_products
    -- What a product is found and counted by: kind, name and value, folded and joined by U+001F; and each value as it is written.
    add column terms text[] not null default '{}',
    add column labels text[] not null default '{}',
    add column lexemes tsvector not null default '',
    -- How the row was made: one that was made otherwise than rows are made now is made again.
    add column layout text not null default '';

update storefront_products set
    terms = array(select 'c' || chr(31) || slug from unnest(categories) as slug),
    labels = categories;

alter table storefront_products
    drop column categories,
    add constraint storefront_products_labels_all check (cardinality(labels) = cardinality(terms)),
    -- Lists and counts read many rows and few bodies: a body is kept out of the row, all that is searched and counted in it.
    alter column body set storage external,
    alter column search set storage main,
    alter column terms set storage main,
    alter column labels set storage main,
    alter column lexemes set storage main,
    set (toast_tuple_target = 1024);

create index storefront_products_terms on storefront_products using gin (terms);
create index storefront_products_lexemes on storefront_products using gin (lexemes);
create index storefront_products_search on storefront_products using gin (search gin_trgm_ops);
create index storefront_products_layout on storefront_products (layout, product_id);

-- The greatest of 0, 1, 2, 5, 10, 20, 50, … that is not above an amount: where its range of prices begins.
create function price_range(amount bigint) returns bigint
    language sql immutable strict parallel safe
    return (
        select case when $1 < 1 then 0 when $1 >= 5 * d then 5 * d when $1 >= 2 * d then 2 * d else d end
        from (select cast(rpad('1', length(cast($1 as text)), '0') as bigint) as d) as digits);

-- One word of a search: stemmed, as it is, and as a code; the last word also as the beginning of one. A word that the language leaves
-- out is left out, unless it is alone.
create function search_word(language regconfig, word text, place text) returns tsquery
    language sql immutable parallel safe
    return (
        select case when numnode(stemmed) = 0 and place <> 'alone' then cast('' as tsquery)
            else stemmed || plainto_tsquery('shop_simple', word) || cast(quoted || case place when 'inner' then '' else ':*' end as tsquery)
                || case place when 'inner' then cast('' as tsquery) else to_tsquery('shop_simple', quoted || ':*') end end
        from (select plainto_tsquery(language, word) as stemmed,
            '''' || replace(replace(left(fold(word), 400), '\', '\\'), '''', '''''') || '''' as quoted) w);
