-- The read model: one row for each active product and currency that any of its variants is priced in.
create table storefront_products (
    product_id uuid not null,
    currency text not null,
    slug text not null,
    title_key text collate "C" not null,
    search text not null,
    categories text[] not null,
    price bigint not null,
    in_stock boolean not null,
    created_at timestamptz not null,
    -- json, not jsonb: it is handed out as it was written.
    body json not null,
    constraint storefront_products_pk primary key (product_id, currency),
    constraint storefront_products_slug_unique unique (currency, slug),
    constraint storefront_products_product_fk foreign key (product_id) references products (id) on delete cascade
);

create index storefront_products_created on storefront_products (currency, created_at, product_id);
create index storefront_products_price on storefront_products (currency, price, product_id);
create index storefront_products_title on storefront_products (currency, title_key, product_id);
create index storefront_products_categories on storefront_products using gin (categories);
