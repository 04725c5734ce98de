#!/usr/bin/env bash
# Flytter mødestederne fra én databaseserver til en anden. FRA og TIL er indgange i administratorens pg_service.conf.
# Den gamle database kan læses, men ikke rettes, fra flytningen begynder, og bliver stående, til du selv fjerner den.
# Er de to ikke ens bagefter, er flytningen ikke sket, og den gamle kan rettes igen.
# brug: flyt.sh FRA TIL DATABASE MAPPE_TIL_KOPI
set -euo pipefail
[ $# -eq 4 ] || { echo "brug: flyt.sh FRA TIL DATABASE MAPPE_TIL_KOPI" >&2; exit 64; }
fra=$1 til=$2 database=$3 mappe=$4
her=$(cd "$(dirname "$0")" && pwd)
paa_fra() { PGSERVICE=$fra "$@"; }
paa_til() { PGSERVICE=$til "$@"; }
skriv() { # on: kun læsning; off: som før
  paa_fra psql -X -q -v ON_ERROR_STOP=1 -v db="$database" -v laes="$1" -d postgres >/dev/null <<'SQL'
alter database :"db" set default_transaction_read_only = :laes;
select pg_terminate_backend(pid) from pg_stat_activity where datname = :'db';
SQL
}
trap 'skriv off; echo "Ikke flyttet. Den gamle database kan rettes igen." >&2' EXIT
skriv on
foer=$(paa_fra bash "$her/tal.sh" "$database")
kopi=$(paa_fra bash "$her/sikkerhedskopi.sh" "$database" "$mappe")
paa_til bash "$her/gendan.sh" "$kopi" "$database"
efter=$(paa_til bash "$her/tal.sh" "$database")
if [ "$foer" != "$efter" ]; then
  paa_til dropdb "$database"
  diff <(echo "$foer") <(echo "$efter") >&2 || true
  exit 1
fi
trap - EXIT
echo "Flyttet. Lav brugerne på den nye server med bruger.sh, og ret værten i pg_service.conf hos alle, der bruger databasen."
