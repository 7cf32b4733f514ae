create index storefront_products_rating_locale on storefront_products (currency, locale, rating_rank, product_id);
