-- What each transaction changed of what shoppers see, named by the keys that their answers hang on. Every instance reads what has been
-- committed since it read last, and believes no answer that it, or another, had made before.
create table storefront_changes (
    -- Numbers are not committed in their order; a snapshot knows which of them it saw.
    transaction xid8 not null default pg_current_xact_id(),
    keys text[] not null,
    at timestamptz not null default clock_timestamp()
);

create index storefront_changes_transaction on storefront_changes (transaction);
