-- What stands in a text three characters long, in lower case: whoever looks for a part of it looks for those of the part. Without an
-- extension, which this schema could not share with another service's.
create function grams(said text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(whole.low, n, 3)), '{}')
    from (select lower(said) as low) whole cross join generate_series(1, length(whole.low) - 2) n
$$;

create index customers_grams on customers using gin (grams(name || ' ' || email));

-- Until it has been looked at, nobody knows how seldom a text of three characters is.
analyze customers;
