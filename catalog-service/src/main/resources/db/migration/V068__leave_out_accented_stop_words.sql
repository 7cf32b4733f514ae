-- A language's stop words have its accents: they are looked up before the accents are taken off, as "für" is none of German without.
do $$
declare language record;
begin
    for language in
        select c.cfgname as name, substring(d.dictinitoption from 'stopwords = ''([a-z_]+)''') as words
        from pg_ts_config c join pg_ts_dict d on d.dictname = c.cfgname || '_stem' and d.dictnamespace = 'pg_catalog'::regnamespace
        join pg_ts_config s on s.cfgname = 'shop_' || c.cfgname and pg_ts_config_is_visible(s.oid)
        where c.cfgnamespace = 'pg_catalog'::regnamespace and d.dictinitoption ~ 'stopwords = '
    loop
        execute format(
            'create text search dictionary %I (template = pg_catalog.simple, stopwords = %I, accept = false)',
            'shop_' || language.name || '_stop', language.words);
        execute format(
            'alter text search configuration %I alter mapping for hword, hword_part, word with %I, unaccent, %I',
            'shop_' || language.name, 'shop_' || language.name || '_stop', language.name || '_stem');
    end loop;
end $$;
