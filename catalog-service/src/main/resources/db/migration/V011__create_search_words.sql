-- Phrases that mean the same to a search.
create table search_synonyms (
    id uuid not null,
    phrases text[] not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint search_synonyms_pk primary key (id),
    constraint search_synonyms_phrases_count check (cardinality(phrases) between 2 and 20),
    constraint search_synonyms_version_positive check (version > 0)
);

create index search_synonyms_created on search_synonyms (created_at, id);

-- The one list of words that say nothing, beside those of the language.
create table search_stop_words (
    id int not null,
    words text[] not null,
    version bigint not null,
    updated_at timestamptz not null,
    constraint search_stop_words_pk primary key (id),
    constraint search_stop_words_one check (id = 1),
    constraint search_stop_words_count check (cardinality(words) <= 500),
    constraint search_stop_words_version_positive check (version > 0)
);

insert into search_stop_words (id, words, version, updated_at) values (1, '{}', 1, now());
