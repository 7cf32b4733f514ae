-- Slugs that products had before, for links that are out there. Whoever has a slug now comes first; of those who had it, the last one.
create table product_slugs (
    slug text not null,
    product_id uuid not null,
    until timestamptz not null,
    constraint product_slugs_pk primary key (slug),
    constraint product_slugs_product_fk foreign key (product_id) references products (id) on delete cascade
);

create index product_slugs_product on product_slugs (product_id);
