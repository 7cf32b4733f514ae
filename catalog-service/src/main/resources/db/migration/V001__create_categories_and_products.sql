-- What titles and searches are compared by: lower case, without accents.
create function fold(text) returns text
    language sql immutable strict parallel safe
    return lower(regexp_replace(normalize($1, NFKD), '[\u0300-\u036f]', '', 'g'));

create table categories (
    id uuid not null,
    slug text not null,
    name text not null,
    description text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint categories_pk primary key (id),
    constraint categories_slug_unique unique (slug),
    constraint categories_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    constraint categories_name_length check (length(name) between 1 and 200),
    constraint categories_description_length check (length(description) <= 2000),
    constraint categories_version_positive check (version > 0)
);

create table products (
    id uuid not null,
    slug text not null,
    title text not null,
    description text not null,
    status text not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint products_pk primary key (id),
    constraint products_slug_unique unique (slug),
    constraint products_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 120),
    constraint products_title_length check (length(title) between 1 and 200),
    constraint products_description_length check (length(description) <= 20000),
    constraint products_status_known check (status in ('draft', 'active', 'archived')),
    constraint products_version_positive check (version > 0)
);

create index products_created on products (created_at, id);
create index products_updated on products (updated_at, id);

-- Stock belongs to a sku, not to a variant: a deleted product's units may still be held for orders, or lie in the warehouse.
create table stock_levels (
    sku text not null,
    on_hand bigint not null,
    reserved bigint not null,
    constraint stock_levels_pk primary key (sku),
    constraint stock_levels_sku_form check (sku ~ '^[A-Za-z0-9._-]{1,64}$'),
    constraint stock_levels_on_hand_range check (on_hand between 0 and 1000000000),
    constraint stock_levels_reserved_range check (reserved between 0 and on_hand)
);

create table variants (
    id uuid not null,
    product_id uuid not null,
    sku text not null,
    options jsonb not null,
    options_key text not null generated always as (md5(options::text)) stored,
    position int not null,
    constraint variants_pk primary key (id),
    constraint variants_sku_unique unique (sku),
    constraint variants_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint variants_stock_fk foreign key (sku) references stock_levels (sku),
    constraint variants_options_object check (jsonb_typeof(options) = 'object'),
    constraint variants_position_range check (position between 0 and 99),
    -- Deferred, because two variants may swap their options in one change.
    constraint variants_options_unique unique (product_id, options_key) deferrable initially deferred
);

create table prices (
    variant_id uuid not null,
    currency text not null,
    amount bigint not null,
    constraint prices_pk primary key (variant_id, currency),
    constraint prices_variant_fk foreign key (variant_id) references variants (id) on delete cascade,
    constraint prices_currency_form check (currency ~ '^[A-Z]{3}$'),
    -- Twelve digits is the largest amount that Stripe takes in any currency.
    constraint prices_amount_range check (amount between 0 and 999999999999)
);

create table product_categories (
    product_id uuid not null,
    position int not null,
    category_id uuid not null,
    constraint product_categories_pk primary key (product_id, position),
    constraint product_categories_product_fk foreign key (product_id) references products (id) on delete cascade,
    constraint product_categories_category_fk foreign key (category_id) references categories (id),
    constraint product_categories_position_range check (position >= 0),
    constraint product_categories_once unique (product_id, category_id) deferrable initially deferred
);

create index product_categories_category on product_categories (category_id);
