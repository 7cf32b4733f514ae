create unique index storefront_products_slug_locale on storefront_products (currency, locale, slug);
