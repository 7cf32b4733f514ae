-- version: counted by every change of what staff see; the ETag. disabled_at: since when staff let the customer in no more.
alter table customers
    add column version bigint not null default 1,
    add column disabled_at timestamptz;

create index customers_created on customers (created_at, id);
