create index storefront_products_created_locale on storefront_products (currency, locale, created_at, product_id);
