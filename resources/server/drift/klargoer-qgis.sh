#!/usr/bin/env bash
# Gør QGIS klar til at køre pluginet uden skærm: en profil for sig i mappen PROFIL, med pluginet fra zip-filen slået til og, hvis
# lageret er i PostGIS, en forbindelse af det navn, som henter login fra indgangen i pg_service.conf. Kør igen med en ny zip-fil
# for at opdatere. Kør som den konto, der skal bruge profilen. Mappen hører til dette alene.
# brug: klargoer-qgis.sh ZIP PROFIL [FORBINDELSE INDGANG]
set -euo pipefail
{ [ $# -eq 2 ] || [ $# -eq 4 ]; } || { echo "brug: klargoer-qgis.sh ZIP PROFIL [FORBINDELSE INDGANG]" >&2; exit 64; }
zip=$1 profil=$2 forbindelse=${3:-} indgang=${4:-}
[[ "$forbindelse$indgang" =~ ^[A-Za-z0-9_]*$ ]] || { echo "Brug kun bogstaver a-z, tal og _ i navnene." >&2; exit 64; }
qgis=$profil/profiles/default
plugins=$qgis/python/plugins
mkdir -p "$plugins" "$qgis/QGIS"
ny=$(mktemp -d "$plugins/.ny-XXXXXX")
trap 'rm -rf "$ny"' EXIT
/usr/bin/python3 -m zipfile -e "$zip" "$ny"
[ -f "$ny/moedested_plugin/metadata.txt" ] || { echo "$zip er ikke pluginets zip-fil." >&2; exit 1; }
rm -rf "$plugins/moedested_plugin"
mv "$ny/moedested_plugin" "$plugins/"
{
  printf '[locale]\nuserLocale=da_DK\noverrideFlag=true\n'
  if [ -n "$forbindelse" ]; then
    printf '[PostgreSQL]\n'
    printf "connections\\\\$forbindelse\\\\%s\n" "service=$indgang" saveUsername=false savePassword=false
  fi
} >"$qgis/QGIS/QGIS3.ini"
export QGIS_CUSTOM_CONFIG_PATH=$profil QT_QPA_PLATFORM=offscreen
qgis_process plugins enable moedested_plugin >"$ny/svar" 2>&1 || { cat "$ny/svar" >&2; exit 1; }
echo "Profilen $profil er klar med version $(sed -n 's/^version=//p' "$plugins/moedested_plugin/metadata.txt")."
