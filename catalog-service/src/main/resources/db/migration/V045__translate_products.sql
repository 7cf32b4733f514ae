-- Texts in other languages than the shop's own: {"de": {"title": …, "description": …}}. A table for each migration: who reads two of them
-- must not meet one transaction that has the one and waits for the other.
alter table products
    add column translations jsonb not null default '{}',
    add constraint products_translations_object check (jsonb_typeof(translations) = 'object');
