alter table products
    add column brand text,
    add column tags text[] not null default '{}',
    add column attributes jsonb not null default '[]',
    add column publish_at timestamptz,
    -- When the clock alone changes what the public sees of it: a sale starts or ends, it is published, a past price leaves the 30 days.
    add column next_flip_at timestamptz,
    add constraint products_brand_length check (length(brand) between 1 and 100),
    add constraint products_tags_count check (cardinality(tags) <= 50),
    add constraint products_attributes_array check (jsonb_typeof(attributes) = 'array');

create index products_brand on products (brand);
create index products_tags on products using gin (tags);
create index products_next_flip on products (next_flip_at) where next_flip_at is not null;

alter table variants
    add column barcode text,
    add column weight_grams bigint,
    add constraint variants_barcode_form check (barcode ~ '^[A-Za-z0-9-]{1,32}$'),
    add constraint variants_weight_range check (weight_grams between 0 and 1000000000);

create index variants_barcode on variants (barcode) where barcode is not null;
create index variants_product on variants (product_id);

alter table prices
    add column compare_at bigint,
    add column sale_amount bigint,
    add column sale_starts_at timestamptz,
    add column sale_ends_at timestamptz,
    add constraint prices_compare_at_range check (compare_at between amount and 999999999999),
    add constraint prices_sale_below check (sale_amount >= 0 and sale_amount < amount),
    add constraint prices_sale_whole check (sale_amount is not null or (sale_starts_at is null and sale_ends_at is null)),
    add constraint prices_sale_lasts check (sale_starts_at < sale_ends_at);

-- What a price is at a moment. A sale's start belongs to it, its end does not.
create function effective_price(amount bigint, sale_amount bigint, sale_starts_at timestamptz, sale_ends_at timestamptz, at timestamptz)
    returns bigint
    language sql immutable parallel safe
    return case when sale_amount is not null
        and (sale_starts_at is null or sale_starts_at <= at)
        and (sale_ends_at is null or at < sale_ends_at)
        then sale_amount else amount end;

-- Whether the public sees a product, and can buy it, at a moment.
create function is_public(status text, publish_at timestamptz, at timestamptz) returns boolean
    language sql immutable parallel safe
    return status = 'active' and (publish_at is null or publish_at <= at);

-- Each change of the price that the public was asked; null from when it was not offered.
create table price_history (
    variant_id uuid not null,
    currency text not null,
    amount bigint,
    since timestamptz not null,
    constraint price_history_pk primary key (variant_id, currency, since),
    constraint price_history_variant_fk foreign key (variant_id) references variants (id) on delete cascade,
    constraint price_history_amount_range check (amount between 0 and 999999999999)
);

-- What was asked when nobody wrote it down has been asked since the last change at least.
insert into price_history (variant_id, currency, amount, since)
    select v.id, r.currency, r.amount, p.updated_at
    from products p join variants v on v.product_id = p.id join prices r on r.variant_id = v.id
    where p.status = 'active';

-- The prior price of Directive 98/6/EC, Article 6a: the lowest that was asked in the 30 days before the price was reduced to what it is
-- now; when it is not reduced, the lowest of the last 30 days. Null when nothing was asked in that time.
create function lowest_price_30_days(variant uuid, code text, at timestamptz) returns bigint
    language sql stable parallel safe
    begin atomic
        with asked as (
            select h.amount, h.since, lead(h.since, 1, timestamptz 'infinity') over (order by h.since) as until
            from price_history h where h.variant_id = variant and h.currency = code and h.since <= at),
        now_asked as (
            select a.since, a.amount, (
                select b.amount from asked b where b.since < a.since and b.amount is not null order by b.since desc limit 1) as before
            from asked a where a.until = 'infinity' and a.amount is not null),
        reference as (
            select coalesce((select n.since from now_asked n where n.amount < n.before), at) as point)
        select min(a.amount) from asked a, reference r
        where a.since < r.point and a.until > r.point - interval '30 days';
    end;
