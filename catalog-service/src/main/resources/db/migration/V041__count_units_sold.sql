-- Units of each product that were sold in the last 30 days and have not come back; products without any have no row. No reference to
-- products: a deleted one that is restored meanwhile has sold what it has sold.
create table product_sales (
    product_id uuid not null,
    units bigint not null,
    constraint product_sales_pk primary key (product_id),
    constraint product_sales_units_positive check (units > 0)
);

-- Nobody can read the table until this is committed: the index has a migration of its own.
alter table storefront_products add column sold bigint not null default 0;
