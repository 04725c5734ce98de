#!/usr/bin/env bash
# Giver en person eller et program en bruger i databasen, og en eller flere af rollerne. Der spørges om adgangskoden to gange;
# den sendes krypteret og står hverken i kommandoen eller i serverens log. Findes brugeren, får den rollerne og den nye kode.
# brug: bruger.sh NAVN ejer|redaktoer|udgiver|laeser …
set -euo pipefail
[ $# -ge 2 ] || { echo "brug: bruger.sh NAVN ejer|redaktoer|udgiver|laeser …" >&2; exit 64; }
navn=$1; shift
for rolle in "$@"; do
  case $rolle in
    ejer | redaktoer | udgiver | laeser) ;;
    *) echo "Rollen $rolle findes ikke. Vælg ejer, redaktoer, udgiver eller laeser." >&2; exit 64 ;;
  esac
done
sql() { psql -X -q -v ON_ERROR_STOP=1 -v navn="$navn" "$@" -d postgres; }

sql <<'SQL'
select not exists (select from pg_roles where rolname = :'navn') as ny \gset
\if :ny
  create role :"navn" login;
  -- Mærket siger fjern-database.sh, at brugeren er lavet til dette og må gå med.
  comment on role :"navn" is 'Mødested: bruger';
\endif
SQL
for rolle in "$@"; do
  sql -v rolle="moedested_$rolle" <<'SQL'
grant :"rolle" to :"navn";
SQL
done
psql -X -q -v ON_ERROR_STOP=1 -d postgres -c "\\password \"${navn//\"/\"\"}\""
echo "Brugeren $navn er klar: $*."
