-- What is searched for and found, counted without who did, and suggested to others once it was searched for often enough.
create table search_queries (
    id uuid not null default gen_random_uuid(),
    -- Words without accents and signs, in lower case: spellings that differ in these are one query.
    key text collate "C" not null,
    -- As it was typed first, in lower case.
    shown text not null,
    -- Millionths of the logarithm of how often it was searched for, each search counting half after two weeks. As all of them fade alike,
    -- the order only changes when something is searched for, and no row is written because time goes by.
    weight bigint not null,
    -- Whether it has one of the phrases below; kept so by whoever writes either.
    blocked boolean not null,
    constraint search_queries_pk primary key (key),
    constraint search_queries_id_unique unique (id),
    constraint search_queries_shown_length check (length(shown) between 2 and 60)
);

create index search_queries_weight on search_queries (weight, id);

-- The one list of phrases that are not suggested.
create table search_blocked_queries (
    id int not null,
    phrases text[] not null,
    version bigint not null,
    updated_at timestamptz not null,
    constraint search_blocked_queries_pk primary key (id),
    constraint search_blocked_queries_one check (id = 1),
    constraint search_blocked_queries_count check (cardinality(phrases) <= 500),
    constraint search_blocked_queries_version_positive check (version > 0)
);

insert into search_blocked_queries (id, phrases, version, updated_at) values (1, '{}', 1, now());
