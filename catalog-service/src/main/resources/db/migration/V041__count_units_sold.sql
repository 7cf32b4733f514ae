-- Units of each product that were sold in the last 30 days and have not come back; products without any have no row. No reference to
-- products: a deleted one that is restored meanwhile has sold what it has sold.
create table product_sales (
    product_id uuid not null,
    units bigint not null,
    constraint product_sales_pk primary key (product_id),
    constraint product_sales_units_positive check (units > 0)
);

-- What has been sold and what came back, without the rest of the ledger.
create index stock_movements_sold on stock_movements (created_at, sku, delta) where kind in ('committed', 'returned');

alter table storefront_products add column sold bigint not null default 0;

create index storefront_products_sold on storefront_products (currency, sold, product_id);
