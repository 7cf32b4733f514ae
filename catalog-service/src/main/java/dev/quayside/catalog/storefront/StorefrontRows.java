package dev.quayside.catalog.storefront;

/**
 * The SQL that makes the storefront's rows of products: {@code :products}, {@code :now}, {@code :low} (units), {@code :layout}, and of each
 * language {@code :locales} (its key), {@code :words} (its text search configuration) and {@code :chains} (the languages of its texts,
 * joined by commas). A class of its own, because it is the one place that says what a shopper sees of a product.
 */
final class StorefrontRows {
    /** Changes whenever the statement does, so that rows made by an earlier one are made again. */
    static final int VERSION = 4;

    /** What a row shares with rows of others: its categories, tags and brand. */
    static final String TRAITS = """
            returning array(
                select t.term from unnest(storefront_products.terms) as t(term)
                where t.term ^@ any(array['c' || chr(31), 't' || chr(31), 'b' || chr(31)])) as traits""";

    static final String WRITE = """
            insert into storefront_products
                (product_id, currency, locale, slug, title_key, search, terms, labels, lexemes, price, in_stock, created_at, layout, rating, reviews,
                sold, body)
            select p.id, o.currency, q.locale, p.slug, left(fold(q.title), 200),
                fold(concat_ws(' ', q.title, o.codes, p.brand, array_to_string(p.tags, ' '))),
                f.terms, f.labels,
                setweight(to_tsvector(q.language, q.title), 'A') || setweight(to_tsvector('shop_simple', q.title), 'A')
                    || array_to_tsvector(string_to_array(fold(o.codes), ' '))
                    || setweight(to_tsvector(q.language, concat_ws(' ; ', p.brand, array_to_string(p.tags, ' ; '))), 'B')
                    || setweight(to_tsvector('shop_simple', concat_ws(' ; ', p.brand, array_to_string(p.tags, ' ; '))), 'B')
                    || setweight(to_tsvector(q.language, concat_ws(' ; ', f.categories, f.words)), 'C')
                    || setweight(to_tsvector(q.language, q.description), 'D'),
                o.price, o.state < 2, p.created_at, :layout, coalesce(g.average, 0), coalesce(g.reviews, 0),
                coalesce(sales.units, 0),
                -- What is null is left out; stripping also writes it without white space.
                json_strip_nulls(json_build_object(
                    'id', p.id, 'slug', p.slug, 'title', q.title, 'description', q.description, 'brand', p.brand,
                    'price', json_build_object('amount', o.price, 'currency', o.currency),
                    'compareAtPrice', o.cheapest -> 'compareAtPrice', 'lowestPrice30Days', o.cheapest -> 'lowestPrice30Days',
                    'inStock', o.state < 2, 'stockState', (array['in_stock', 'low', 'backorder', 'preorder', 'out'])[o.state + 1],
                    'categories', c.slugs, 'breadcrumbs', b.crumbs, 'tags', p.tags, 'attributes', p.attributes, 'options', m.options,
                    'variants', o.variants, 'media', storefront_media(p.id, 50),
                    'createdAt', to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    'updatedAt', to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
            from products p
            left join product_ratings g on g.product_id = p.id
            left join product_sales sales on sales.product_id = p.id
            cross join unnest(cast(:locales as text[]), cast(:words as text[]), cast(:chains as text[])) as l(locale, words, chain)
            cross join lateral (
                select l.locale, cast(l.words as regconfig) as language, string_to_array(l.chain, ',') as chain) w
            cross join lateral (
                select w.locale, w.language, w.chain,
                    translated(p.translations, w.chain, 'title', p.title) as title,
                    translated(p.translations, w.chain, 'description', p.description) as description
                -- Made once, and not where each of them is named.
                offset 0) q
            cross join lateral (
                select r.currency, min(e.price) as price, min(e.state) as state,
                    string_agg(concat_ws(' ', v.sku, v.barcode), ' ' order by v.position) as codes,
                    (array_agg(e.variant order by e.price, v.position))[1] as cheapest,
                    json_agg(e.variant order by v.position) as variants
                from variants v
                join prices r on r.variant_id = v.id
                join stock_levels s on s.sku = v.sku
                cross join lateral (
                    select x.price, x.state, json_build_object(
                        'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'options', v.options,
                        'price', json_build_object('amount', x.price, 'currency', r.currency),
                        'compareAtPrice', case when x.compare_at > x.price
                            then json_build_object('amount', x.compare_at, 'currency', r.currency) end,
                        'lowestPrice30Days', case when x.compare_at > x.price then (
                            select json_build_object('amount', y.lowest, 'currency', r.currency)
                            from lowest_price_30_days(v.id, r.currency, :now) as y(lowest) where y.lowest is not null) end,
                        'inStock', x.state < 2, 'stockState', (array['in_stock', 'low', 'backorder', 'preorder', 'out'])[x.state + 1],
                        'availableAt', case when x.state = 3
                            then to_char(s.available_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end) as variant
                    from (select
                        effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, :now) as price,
                        coalesce(r.compare_at, r.amount) as compare_at,
                        case when s.on_hand > s.reserved then case when s.on_hand - s.reserved > coalesce(s.low_stock, :low) then 0 else 1 end
                            when s.on_hand - s.reserved + s.backorder_limit > 0 then case when s.available_at > :now then 3 else 2 end
                            else 4 end as state) x) e
                where v.product_id = p.id
                group by r.currency) o
            cross join lateral (
                select coalesce(json_agg(k.slug order by pc.position), '[]') as slugs
                from product_categories pc join categories k on k.id = pc.category_id
                where pc.product_id = p.id) c
            cross join lateral (
                select coalesce(json_agg(json_build_object(
                    'slug', k.slug, 'name', translated(k.translations, q.chain, 'name', k.name)) order by cardinality(k.path)), '[]') as crumbs
                from (
                    select t.path from product_categories pc join categories t on t.id = pc.category_id
                    where pc.product_id = p.id order by pc.position limit 1) top
                join categories k on k.slug = any(top.path)) b
            cross join lateral (
                select coalesce(array_agg(t.term), '{}') as terms, coalesce(array_agg(t.label), '{}') as labels,
                    string_agg(case when t.kind in ('a', 'o') then t.label end, ' ; ') as words,
                    (select string_agg(translated(k.translations, q.chain, 'name', k.name), ' ; ') from categories k
                        where k.slug = any(array_agg(t.label) filter (where t.kind = 'c'))) as categories
                from (
                    select storefront_term(concat_ws(chr(31), x.kind, x.name, x.value)) as term, min(x.kind) as kind, min(x.value) as label
                    from (
                        select 'c' as kind, null as name, step as value
                        from product_categories pc join categories k on k.id = pc.category_id cross join unnest(k.path) as step
                        where pc.product_id = p.id
                        union all select 'b', null, p.brand where p.brand is not null
                        union all select 't', null, tag from unnest(p.tags) as tag
                        union all select 'a', a ->> 'name', a ->> 'value' from jsonb_array_elements(p.attributes) as a
                        union all select 's', null, code from unnest(string_to_array(o.codes, ' ')) as code
                        union all select 'o', z.key, z.value from variants v
                            join prices r on r.variant_id = v.id and r.currency = o.currency
                            cross join lateral jsonb_each_text(v.options) z where v.product_id = p.id) x
                    group by 1) t) f
            cross join lateral (
                select coalesce(json_agg(json_build_object('name', n.name, 'values', n.options) order by n.first, n.name), '[]')
                    as options
                from (
                    select d.name, json_agg(d.value order by d.first, d.value) as options, min(d.first) as first
                    from (
                        select z.key as name, z.value, min(v.position) as first
                        from variants v join prices r on r.variant_id = v.id and r.currency = o.currency
                        cross join lateral jsonb_each_text(v.options) z
                        where v.product_id = p.id group by z.key, z.value) d
                    group by d.name) n) m
            where p.id = any(:products) and is_public(p.status, p.publish_at, :now)
            """ + TRAITS;

    private StorefrontRows() {}
}
