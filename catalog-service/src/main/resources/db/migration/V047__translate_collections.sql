alter table collections
    add column translations jsonb not null default '{}',
    add constraint collections_translations_object check (jsonb_typeof(translations) = 'object');
