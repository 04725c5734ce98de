#!/usr/bin/env bash
# Skriver en linje for hver tabel med mødesteder: navn, antal rækker, og en sum af alt indhold. To databaser med samme linjer er ens.
# brug: tal.sh DATABASE
set -euo pipefail
[ $# -eq 1 ] || { echo "brug: tal.sh DATABASE" >&2; exit 64; }
export PGOPTIONS='-c timezone=UTC -c datestyle=ISO -c extra_float_digits=1 -c bytea_output=hex'
psql -X -q -A -t -F ' ' -v ON_ERROR_STOP=1 -d "$1" <<'SQL'
select format(
  'select %L, count(*), coalesce(sum((''x'' || left(md5(t::text), 15))::bit(60)::bigint), 0) from moedested.%I t',
  relname, relname)
from pg_class where relnamespace = 'moedested'::regnamespace and relkind = 'r' order by relname \gexec
SQL
