-- One index for each migration: products are not written while one is made, and may be before the next. The old ones are read until the end.
create unique index storefront_products_pk_locale on storefront_products (product_id, currency, locale);
