create index storefront_products_sold on storefront_products (currency, sold, product_id);
