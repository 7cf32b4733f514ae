-- Made beside the old ones, which are read until the end.
create unique index storefront_products_pk_locale on storefront_products (product_id, currency, locale);
create unique index storefront_products_slug_locale on storefront_products (currency, locale, slug);
create index storefront_products_created_locale on storefront_products (currency, locale, created_at, product_id);
create index storefront_products_price_locale on storefront_products (currency, locale, price, product_id);
create index storefront_products_title_locale on storefront_products (currency, locale, title_key, product_id);
create index storefront_products_rating_locale on storefront_products (currency, locale, rating_rank, product_id);
create index storefront_products_sold_locale on storefront_products (currency, locale, sold, product_id);

drop index storefront_products_created;
drop index storefront_products_price;
drop index storefront_products_title;
drop index storefront_products_rating;
drop index storefront_products_sold;

alter table storefront_products
    drop constraint storefront_products_pk,
    drop constraint storefront_products_slug_unique,
    add constraint storefront_products_pk primary key using index storefront_products_pk_locale,
    add constraint storefront_products_slug_unique unique using index storefront_products_slug_locale;
