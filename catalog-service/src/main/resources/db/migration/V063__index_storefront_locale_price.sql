create index storefront_products_price_locale on storefront_products (currency, locale, price, product_id);
