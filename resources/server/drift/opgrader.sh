#!/usr/bin/env bash
# Opgraderer en database, efter at pluginet er opdateret: tager en sikkerhedskopi, lader pluginet lave skemaet om, og ser efter.
# Kør på en maskine med QGIS og pluginet (klargoer-qgis.sh). FORBINDELSE er en forbindelse i QGIS, hvis bruger har rollen ejer.
# brug: opgrader.sh DATABASE FORBINDELSE MAPPE_TIL_KOPI
set -euo pipefail
[ $# -eq 3 ] || { echo "brug: opgrader.sh DATABASE FORBINDELSE MAPPE_TIL_KOPI" >&2; exit 64; }
database=$1 forbindelse=$2 mappe=$3
her=$(cd "$(dirname "$0")" && pwd)
export QT_QPA_PLATFORM=offscreen
version() {
  psql -X -A -t -v ON_ERROR_STOP=1 -d "$database" -c "select vaerdi from moedested.indstilling where noegle = 'skemaversion'"
}

foer=$(version)
kopi=$(bash "$her/sikkerhedskopi.sh" "$database" "$mappe")
# At åbne lageret med en bruger, der er ejer, er opgraderingen. Kontrollen åbner det og ændrer ellers ikke noget.
if ! svar=$(qgis_process run moedested:validate STORE="$forbindelse" 2>&1); then
  tail -20 <<<"$svar" >&2
  echo "Opgraderingen lykkedes ikke. Databasen står, som den var (skemaversion $(version)). Kopien er $kopi" >&2
  exit 1
fi
efter=$(version)
echo "Skemaversion $foer er blevet til $efter. Kopien fra før er $kopi"
