#!/usr/bin/env bash
# Henter en sikkerhedskopi ind i en NY database. En database, der findes, røres aldrig. Går det galt, er der ingen ny database.
# brug: gendan.sh FIL.dump NY_DATABASE
set -euo pipefail
[ $# -eq 2 ] || { echo "brug: gendan.sh FIL.dump NY_DATABASE" >&2; exit 64; }
fil=$1 database=$2
her=$(cd "$(dirname "$0")" && pwd)

[ -r "$fil" ] || { echo "Filen $fil kan ikke læses." >&2; exit 1; }
if [ -e "$fil.sha256" ]; then
  (cd "$(dirname "$fil")" && sha256sum --check --status "$(basename "$fil").sha256") ||
    { echo "Filen $fil er ikke den, der blev gemt: kontrolsummen passer ikke. Brug en anden kopi." >&2; exit 1; }
fi
pg_restore --list "$fil" >/dev/null || { echo "Filen $fil er ikke en hel sikkerhedskopi." >&2; exit 1; }
findes=$(psql -X -A -t -v ON_ERROR_STOP=1 -v db="$database" -d postgres <<<"select count(*) from pg_database where datname = :'db'")
[ "$findes" = 0 ] || { echo "Databasen $database findes allerede. Vælg et nyt navn." >&2; exit 1; }

trap 'echo "Det gik galt. Databasen $database fjernes igen." >&2; dropdb --if-exists "$database"' EXIT
bash "$her/roller.sh" "$database"
pg_restore --dbname="$database" --exit-on-error --single-transaction "$fil"
psql -X -q -v ON_ERROR_STOP=1 -d "$database" -c 'analyze'
bash "$her/tal.sh" "$database"
trap - EXIT
echo "Hentet ind i $database."
if [ -s "${fil%.dump}.brugere" ]; then
  echo "Disse brugere havde roller. Dem, der mangler her på serveren, laves med bruger.sh:"
  cat "${fil%.dump}.brugere"
fi
