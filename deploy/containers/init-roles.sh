#!/bin/sh
# Run once by the postgres image, on an empty data directory: four roles, each with a schema of its own that the others cannot read.
set -eu

create() {
    psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set role="$1" --set password="$2" <<'SQL'
create role :"role" login nosuperuser nocreatedb nocreaterole password :'password';
alter role :"role" set search_path = :"role";
grant connect on database quayside to :"role";
create schema :"role" authorization :"role";
SQL
}

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
revoke all on database quayside from public;
revoke all on schema public from public;
SQL
create catalog "$CATALOG_DB_PASSWORD"
create orders "$ORDERS_DB_PASSWORD"
create payments "$PAYMENTS_DB_PASSWORD"
create identity "$IDENTITY_DB_PASSWORD"

# What the catalog's searches need; a role that cannot create in the database cannot make an extension either.
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create extension fuzzystrmatch schema catalog;
create extension pg_trgm schema catalog;
create extension unaccent schema catalog;
SQL
