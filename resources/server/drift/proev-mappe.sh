#!/usr/bin/env bash
# Prøver udgivelsens mappe for den konto, der kører dette, og siger, hvilken cache-indstilling QGIS Server skal have.
#   laes   (QGIS Servers konto): alt i mappen kan læses, og intet kan ændres
#   skriv  (den, der udgiver):   der kan skrives, erstattes og slettes
# brug: proev-mappe.sh laes|skriv MAPPE     fx sudo -u moedested bash proev-mappe.sh laes /srv/moedested/moedesteder
set -euo pipefail
{ [ $# -eq 2 ] && [[ $1 == laes || $1 == skriv ]]; } || { echo "brug: proev-mappe.sh laes|skriv MAPPE" >&2; exit 64; }
mappe=$2
[ -d "$mappe" ] || { echo "FEJL: mappen $mappe findes ikke herfra" >&2; exit 1; }
proeve=$mappe/.proeve-$$
trap 'rm -f "$proeve" "$proeve.ny" 2>/dev/null || true' EXIT
skriver() {
  { echo 1 >"$proeve" && echo 2 >"$proeve.ny" && mv -f "$proeve.ny" "$proeve" && rm "$proeve"; } 2>/dev/null
}
if [ "$1" = skriv ]; then
  skriver || { echo "FEJL: $(id -un) kan ikke skrive, erstatte og slette i $mappe" >&2; exit 1; }
  echo "OK: $(id -un) kan skrive i $mappe"
else
  lukket=$(find "$mappe" ! -readable -print 2>/dev/null | head -n 3) || true
  [ -z "$lukket" ] || { echo "FEJL: $(id -un) kan ikke læse $lukket" >&2; exit 1; }
  aabne=$(find "$mappe" -writable -print 2>/dev/null | head -n 3) || true
  [ -z "$aabne" ] || { echo "FEJL: $(id -un) kan ændre $aabne. QGIS Servers konto må kun læse" >&2; exit 1; }
  echo "OK: $(id -un) kan læse $mappe og ikke ændre den"
fi
filsystem=$(stat --file-system --format=%T "$mappe")
case $filsystem in
  nfs* | cifs | smb* | fuse* | 9p | v9fs | afs | ceph)
    echo "Netværksdrev ($filsystem): QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic" ;;
  *) echo "Lokal disk ($filsystem): QGIS_SERVER_PROJECT_CACHE_STRATEGY=filesystem" ;;
esac
