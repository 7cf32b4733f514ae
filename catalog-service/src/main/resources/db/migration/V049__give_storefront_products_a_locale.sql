-- The read model has a row for each language, too: empty is the shop's own. The keys that know it have migrations of their own, because
-- nobody can read the table until this is committed.
alter table storefront_products add column locale text not null default '';
