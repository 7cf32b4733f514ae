create index storefront_products_title_locale on storefront_products (currency, locale, title_key, product_id);
