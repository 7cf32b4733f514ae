-- From where accounts were signed in to. Both are hashes: of the account, and of the account together with the place.
create table known_places (
    account text not null,
    place text not null,
    seen_at timestamptz not null,
    constraint known_places_pk primary key (account, place),
    constraint known_places_account_form check (account ~ '^[0-9a-f]{32}$'),
    constraint known_places_place_form check (place ~ '^[0-9a-f]{32}$')
);

create index known_places_seen on known_places (seen_at);
