create index storefront_products_sold_locale on storefront_products (currency, locale, sold, product_id);
