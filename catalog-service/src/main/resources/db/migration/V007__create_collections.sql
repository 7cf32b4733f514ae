-- Without a rule a collection is made by hand.
create table collections (
    id uuid not null,
    slug text not null,
    title text not null,
    description text not null,
    rule jsonb,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint collections_pk primary key (id),
    constraint collections_slug_unique unique (slug),
    constraint collections_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    constraint collections_title_length check (length(title) between 1 and 200),
    constraint collections_description_length check (length(description) <= 2000),
    constraint collections_rule_object check (jsonb_typeof(rule) = 'object'),
    constraint collections_version_positive check (version > 0)
);

create index collections_created on collections (created_at, id);

-- Who belongs to a collection, by hand in its order, by rule all at 0. Products of every status are in it.
create table collection_products (
    collection_id uuid not null,
    product_id uuid not null,
    position int not null,
    constraint collection_products_pk primary key (collection_id, product_id),
    constraint collection_products_collection_fk foreign key (collection_id) references collections (id) on delete cascade,
    constraint collection_products_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint collection_products_position_range check (position >= 0)
);

create index collection_products_order on collection_products (collection_id, position, product_id);
create index collection_products_product on collection_products (product_id);

-- Whether one condition of a rule holds for a product at a moment. Words are compared without their case.
create function condition_holds(condition jsonb, product uuid, brand text, tags text[], attributes jsonb, at timestamptz)
    returns boolean
    language sql stable parallel safe
    begin atomic
        select coalesce(case
            when jsonb_exists(condition, 'category') then exists (
                select 1 from product_categories pc join categories k on k.id = pc.category_id
                where pc.product_id = product and k.path @> array[condition ->> 'category'])
            when jsonb_exists(condition, 'tag') then exists (
                select 1 from unnest(tags) as tag where lower(tag) = lower(condition ->> 'tag'))
            when jsonb_exists(condition, 'brand') then lower(brand) = lower(condition ->> 'brand')
            when jsonb_exists(condition, 'attribute') then exists (
                select 1 from jsonb_array_elements(attributes) as a
                where lower(a ->> 'name') = lower(condition -> 'attribute' ->> 'name')
                    and lower(a ->> 'value') = lower(condition -> 'attribute' ->> 'value'))
            when jsonb_exists(condition, 'price') then (
                select min(effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, at))
                        <@ int8range((condition -> 'price' ->> 'gte')::bigint, (condition -> 'price' ->> 'lt')::bigint)
                from variants v join prices r on r.variant_id = v.id
                where v.product_id = product and r.currency = condition -> 'price' ->> 'currency')
            end, false);
    end;

create function rule_takes(rule jsonb, product uuid, brand text, tags text[], attributes jsonb, at timestamptz) returns boolean
    language sql stable parallel safe
    begin atomic
        select case rule ->> 'match'
            when 'all' then bool_and(condition_holds(c, product, brand, tags, attributes, at))
            else bool_or(condition_holds(c, product, brand, tags, attributes, at)) end
        from jsonb_array_elements(rule -> 'conditions') as c;
    end;
