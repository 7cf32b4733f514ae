-- A deleted product with the rows that its deletion took along, until it is restored or forgotten.
create table deleted_products (
    product_id uuid not null,
    slug text not null,
    title text not null,
    skus text[] not null,
    -- Table by table, the products' own first: {"table": …, "rows": […]}.
    content jsonb not null,
    deleted_at timestamptz not null,
    constraint deleted_products_pk primary key (product_id),
    constraint deleted_products_content_list check (jsonb_typeof(content) = 'array')
);

create index deleted_products_deleted on deleted_products (deleted_at, product_id);
