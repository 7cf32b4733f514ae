-- The new keys take the place of the old ones; nothing is made here that takes time.
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
