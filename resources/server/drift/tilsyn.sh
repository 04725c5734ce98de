#!/usr/bin/env bash
# Spørger den offentlige tjeneste, som en borger ville, og siger med én linje og et svar, hvordan den har det:
#   0  sund
#   1  gammel: den svarer rigtigt, men udgivelsen er over TIMER timer gammel (natten er gået galt)
#   2  forkert: den svarer, men ikke med det, den skal, eller den er åben, hvor den skal være lukket
#   3  nede: den svarer ikke
# Kræver kun curl. Kør den fra en anden maskine end tjenesten.
# brug: tilsyn.sh ADRESSE [TIMER]     (TIMER: 26, når der udgives hver nat; 0: alderen er lige meget)
set -euo pipefail
{ [ $# -ge 1 ] && [[ ${2:-26} =~ ^[0-9]+$ ]]; } || { echo "brug: tilsyn.sh ADRESSE [TIMER]" >&2; exit 64; }
adresse=${1%/} timer=${2:-26}
mappe=$(mktemp -d)
trap 'rm -rf "$mappe"' EXIT

slut() { echo "$2"; exit "$1"; }
# Svarets krop til en fil, dets kode i $kode. 502, 503 og 504 er nginx, der ikke kan nå serveren.
hent() { # FIL, resten til curl
  local fil=$1 fejl=0
  shift
  kode=$(curl --silent --max-time 30 --globoff --output "$mappe/$fil" --write-out '%{http_code}' "$@") || fejl=$?
  [ "$fejl" -eq 0 ] || slut 3 "NEDE: $adresse svarer ikke (curl $fejl)"
  case $kode in 502 | 503 | 504) slut 3 "NEDE: serveren bag $adresse svarer ikke ($kode)" ;; esac
}
ok() { [ "$kode" = 200 ] || slut 2 "FORKERT: $1 gav $kode"; }

wfs="$adresse?SERVICE=WFS&VERSION=1.1.0&REQUEST=GetFeature"
hent udgivelse "$wfs&TYPENAME=udgivelse"
ok "laget udgivelse"
felt() { grep -oE "<[a-z]+:$1>[^<]+" "$mappe/udgivelse" | head -n 1 | cut -d '>' -f 2; }
version=$(felt version) || slut 2 "FORKERT: laget udgivelse siger ikke, hvilken version der er ude"
tid=$(felt tid) || slut 2 "FORKERT: laget udgivelse siger ikke, hvornår der blev udgivet"

hent wms "$adresse?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities"
ok "WMS GetCapabilities"
grep -q "version:$version" "$mappe/wms" || slut 2 "FORKERT: WMS viser en anden version end WFS ($version)"

hent antal "$wfs&TYPENAME=moedested&RESULTTYPE=hits"
ok "WFS moedested"
antal=$(grep -oE 'numberOfFeatures="[0-9]+"' "$mappe/antal" | grep -oE '[0-9]+') || antal=0
[ "$antal" -gt 0 ] || slut 2 "FORKERT: der er ingen mødesteder i tjenesten"

# Et kort med noget på fylder mere end et tomt kort af samme størrelse.
ramme=$(tr '\n' ' ' <"$mappe/wms" | grep -oE '<BoundingBox[^>]*CRS="EPSG:25832"[^>]*>' | head -n 1) ||
  slut 2 "FORKERT: WMS siger ikke, hvor kortet er"
# MapServer skriver 6.05e+06; et plus i en adresse er et mellemrum.
kant() { grep -oE " $1=\"[^\"]*\"" <<<"$ramme" | cut -d '"' -f 2 | tr -d +; }
kort() { # FIL, BBOX
  hent "$1" "$adresse?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=kort&STYLES=&CRS=EPSG:25832&FORMAT=image/png&WIDTH=400&HEIGHT=400&BBOX=$2"
  ok "kortet"
  [ "$(head -c 4 "$mappe/$1" | tail -c 3)" = PNG ] || slut 2 "FORKERT: kortet er ikke et billede"
}
kort tomt 0,0,1,1
kort fuldt "$(kant minx),$(kant miny),$(kant maxx),$(kant maxy)"
[ "$(wc -c <"$mappe/fuldt")" -gt "$(($(wc -c <"$mappe/tomt") * 2))" ] || slut 2 "FORKERT: kortet er tomt"

# Det, der skal være lukket. Et svar på 4xx er en afvisning.
lukket() { # hvad, resten til curl
  local hvad=$1
  shift
  hent svar "$@"
  [[ $kode == 4?? ]] || slut 2 "FORKERT: $hvad er åben ($kode)"
}
lukket 'MAP=' "$wfs&TYPENAME=moedested&MAP=/findes-ikke.qgz"
lukket '%4DAP=' "$wfs&TYPENAME=moedested&%4DAP=/findes-ikke.qgz"
lukket 'EXP_FILTER' "$wfs&TYPENAME=moedested&EXP_FILTER=1=1"
lukket 'SLD' "$adresse?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=kort&STYLES=&CRS=EPSG:25832&BBOX=0,0,1,1&WIDTH=9&HEIGHT=9&FORMAT=image/png&SLD=http://127.0.0.1:9/"
# MapServer regner ikke udtryk ud i et filter.
grep -q 'mapserver.gis.umn.edu' "$mappe/wms" || lukket 'FILTER med Function' "$wfs&TYPENAME=moedested&FILTER=%3CFilter%3E%3CPropertyIsEqualTo%3E%3CFunction%20name=%22length%22%3E%3CLiteral%3Ea%3C/Literal%3E%3C/Function%3E%3CLiteral%3E1%3C/Literal%3E%3C/PropertyIsEqualTo%3E%3C/Filter%3E"
lukket 'POST' --request POST --data '<x/>' "$adresse?SERVICE=WFS"

alder=$((($(date +%s) - $(date --date "$tid" +%s)) / 3600))
if [ "$timer" -gt 0 ] && [ "$alder" -ge "$timer" ]; then
  slut 1 "GAMMEL: udgivelsen $version er $alder timer gammel, og den skal være under $timer"
fi
slut 0 "SUND: udgivelsen $version, $alder timer gammel, $antal mødesteder"
