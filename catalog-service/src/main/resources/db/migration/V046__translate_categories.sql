alter table categories
    add column translations jsonb not null default '{}',
    add constraint categories_translations_object check (jsonb_typeof(translations) = 'object');
