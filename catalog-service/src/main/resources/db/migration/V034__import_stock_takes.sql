-- What the lines of an import's file are: products, or counts of stock.
alter table imports
    add column kind text not null default 'products',
    add constraint imports_kind_known check (kind in ('products', 'stock_take'));

create index imports_kind_created on imports (kind, created_at, id);
