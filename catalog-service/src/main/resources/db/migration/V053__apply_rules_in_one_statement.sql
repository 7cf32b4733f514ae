-- Rules are applied by the statement that files products. An instance of the version before still calls these: they go with the next one.
comment on function rule_takes(jsonb, uuid, text, text[], jsonb, timestamptz) is 'of the version before';
comment on function condition_holds(jsonb, uuid, text, text[], jsonb, timestamptz) is 'of the version before';
