#!/usr/bin/env bash
# Laver databasen (hvis den ikke findes), PostGIS i den og de fire roller. Kan køres igen: det, der er der, bliver stående.
# Kør som databasens administrator: sudo -u postgres bash roller.sh DATABASE, eller med PGHOST, PGPORT og PGUSER sat.
# brug: roller.sh DATABASE
set -euo pipefail
[ $# -eq 1 ] || { echo "brug: roller.sh DATABASE" >&2; exit 64; }
sql() { psql -X -q -v ON_ERROR_STOP=1 -v db="$1" -d "$2"; }

sql "$1" postgres <<'SQL'
select format('create role %I nologin', rolle)
from unnest(array['moedested_ejer', 'moedested_redaktoer', 'moedested_udgiver', 'moedested_laeser']) rolle
where not exists (select from pg_roles where rolname = rolle) \gexec
select not exists (select from pg_database where datname = :'db') as ny \gset
\if :ny
  create database :"db" template template0 encoding 'UTF8';
  -- Kun de fire roller kommer ind. En database, der var der i forvejen, kan andre bruge: den røres ikke.
  revoke connect, temporary on database :"db" from public;
\endif
grant connect on database :"db" to moedested_ejer, moedested_redaktoer, moedested_udgiver, moedested_laeser;
grant create on database :"db" to moedested_ejer, moedested_udgiver;
grant temporary on database :"db" to moedested_ejer, moedested_redaktoer, moedested_udgiver;
SQL
sql "$1" "$1" <<'SQL'
set client_min_messages = warning;
create extension if not exists postgis;
SQL
echo "Databasen $1 er klar, med PostGIS og de fire roller."
