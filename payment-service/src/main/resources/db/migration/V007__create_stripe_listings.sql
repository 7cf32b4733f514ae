-- How far Stripe's own lists were gone through, for what no event told.
create table stripe_listings (
    name text not null,
    -- Everything made before this moment has been seen.
    seen_until timestamptz not null,
    -- A listing that was cut, newest first: when it began, and the object behind which it goes on.
    cut_until timestamptz,
    cut_after text,
    constraint stripe_listings_pk primary key (name),
    constraint stripe_listings_name_known check (name in ('EVENTS', 'REFUNDS', 'DISPUTES', 'INTENTS')),
    constraint stripe_listings_cut_whole check ((cut_until is null) = (cut_after is null))
);
