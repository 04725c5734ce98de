#!/usr/bin/env bash
# Lægger filerne til QGIS Server bag nginx på plads og udfylder dem: enheder til systemd, nginx' side, scripts og opsætning.
# En fil, der er der i forvejen, gemmes ved siden af som <fil>.foer, hvis den er anderledes.
# brug: saet-op.sh VÆRT TJENESTE MAPPE [ROD]     fx sudo bash saet-op.sh kort.kommunen.dk moedesteder /srv/moedested
# Med ROD lægges alt under den mappe, og intet startes: se først, hvad der kommer.
set -euo pipefail
{ [ $# -ge 3 ] && [[ $1 =~ ^[A-Za-z0-9.-]+$ && $2 =~ ^[a-z][a-z0-9_]*$ && $3 =~ ^/srv/[A-Za-z0-9_-][A-Za-z0-9._/-]*$ && $3 != *..* ]]; } || {
  echo "brug: saet-op.sh VÆRT TJENESTE MAPPE [ROD]. MAPPE skal ligge under /srv." >&2
  exit 64
}
vaert=$1 tjeneste=$2 mappe=${3%/} rod=${4:-}
her=$(cd "$(dirname "$0")" && pwd)
[ -r "$her/../nginx-moedested.conf" ] || { echo "Kør saet-op.sh fra den udpakkede zip-fil: filerne til nginx ligger ved siden af." >&2; exit 1; }
laeg() { # FIL, TIL, MODE; udfyldt
  local til=$rod$2 ny
  ny=$(mktemp)
  sed -e "s|/srv/moedested|$mappe|g; s|kort\.example\.dk|$vaert|g" \
    -e "s|\([\"/]\)moedesteder\([\" /;]\)|\1$tjeneste\2|g" "$1" >"$ny"
  if [ -e "$til" ] && ! cmp -s "$ny" "$til"; then cp -p "$til" "$til.foer"; fi
  install -D -m "$3" "$ny" "$til"
  rm -f "$ny"
}
laeg "$her/../moedested-qgis@.service" /etc/systemd/system/moedested-qgis@.service 0644
laeg "$her/../nginx-moedested.conf" /etc/nginx/sites-available/nginx-moedested.conf 0644
for fil in "$her"/*; do
  [ "$fil" = "$her/saet-op.sh" ] || laeg "$fil" "/opt/moedested/$(basename "$fil")" 0644
done
laeg "$her/../../geofa/municipalities.csv" /opt/moedested/municipalities.csv 0644
mkdir -p "$rod$mappe/$tjeneste" "$rod/etc/nginx/sites-enabled"
ln -sfn ../sites-available/nginx-moedested.conf "$rod/etc/nginx/sites-enabled/nginx-moedested.conf"
if [ -n "$rod" ]; then
  find "$rod" ! -type d
  exit 0
fi
# moedested: QGIS Server, læser. moedested_ud: den natlige udgivelse, skriver.
id -u moedested >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin moedested
id -u moedested_ud >/dev/null 2>&1 || useradd --system --no-create-home --shell /usr/sbin/nologin moedested_ud
# Alt nyt i mappen får gruppen www-data, som QGIS Server kører med: den kan læse, og ingen andre end moedested_ud kan skrive.
chown moedested_ud:www-data "$mappe" "$mappe/$tjeneste"
chmod 2750 "$mappe" "$mappe/$tjeneste"
install -d -o moedested_ud -g moedested_ud -m 0750 /var/lib/moedested /var/log/moedested
install -d -m 0755 /etc/moedested  # hver fil i den hører til én konto
nginx -t
systemctl daemon-reload
systemctl enable --now moedested-qgis@{1..4}
systemctl reload nginx
echo "Klar. Udgiv fra pluginet til $mappe, og kør: bash /opt/moedested/tilsyn.sh https://$vaert/$tjeneste"
