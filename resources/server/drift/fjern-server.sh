#!/usr/bin/env bash
# Fjerner det, saet-op.sh og den natlige udgivelse har lagt på serveren: enheder, nginx' side, scripts, opsætning, log og konti.
# Udgivelsens mappe under /srv bliver stående, med mindre dens sti skrives. Databasen fjernes med fjern-database.sh.
# brug: fjern-server.sh fjern [MAPPE] [ROD]     fx sudo bash fjern-server.sh fjern /srv/moedested
set -euo pipefail
{ [ "${1:-}" = fjern ] && [[ -z ${2:-} || $2 =~ ^/srv/[A-Za-z0-9_-][A-Za-z0-9._/-]*$ ]] && [[ ${2:-} != *..* ]]; } || {
  echo "brug: fjern-server.sh fjern [MAPPE] [ROD]. MAPPE skal ligge under /srv." >&2
  exit 64
}
mappe=${2:-} rod=${3:-}
cd /  # det, vi står i, forsvinder måske
if [ -z "$rod" ]; then
  systemctl disable --now moedested-nat.timer moedested-qgis@{1..4} 2>/dev/null || true
fi
rm -rf "$rod/etc/systemd/system/moedested-qgis@.service" "$rod"/etc/systemd/system/moedested-nat.{service,timer} \
  "$rod/etc/nginx/sites-available/nginx-moedested.conf" "$rod/etc/nginx/sites-enabled/nginx-moedested.conf" \
  "$rod/etc/cron.d/moedested" "$rod/opt/moedested" "$rod/etc/moedested" "$rod/var/lib/moedested" "$rod/var/log/moedested"
rm -f "$rod"/etc/systemd/system/moedested-qgis@.service.foer "$rod"/etc/nginx/sites-available/nginx-moedested.conf.foer
[ -z "$mappe" ] || rm -rf "${rod}${mappe:?}"
if [ -z "$rod" ]; then
  systemctl daemon-reload
  if nginx -t; then systemctl reload nginx; fi
  for konto in moedested moedested_ud; do
    if id -u "$konto" >/dev/null 2>&1; then
      userdel "$konto" || { echo "Kontoen $konto er i brug. Stop det, den kører, og kør igen." >&2; exit 1; }
    fi
  done
fi
echo "Fjernet. Pakkerne (nginx, qgis-server, spawn-fcgi) og /etc/nginx i øvrigt er urørt."
