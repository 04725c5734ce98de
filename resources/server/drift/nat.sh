#!/usr/bin/env bash
# Den natlige udgivelse. Køres af cron eller systemd; se nat.conf. Skriver én linje i nat.log hver gang, og hele QGIS' svar i
# nat-sidste.log. Går det galt, skrives grunden også på fejlkanalen, så cron sender den som mail, og svaret er ikke 0:
# 1 udgivelsen lykkedes ikke (det, der var ude, er der stadig), 75 den forrige kører endnu, 78 opsætningen er forkert.
# brug: nat.sh NAT.CONF
set -euo pipefail
umask 027
[[ $# -eq 1 && -r $1 ]] || { echo "brug: nat.sh NAT.CONF (filen skal kunne læses)" >&2; exit 78; }
# shellcheck source=SCRIPTDIR/nat.conf
. "$1"
for navn in STORE TARGET PROFIL LOGMAPPE; do
  [ -n "${!navn:-}" ] || { echo "$navn mangler i $1." >&2; exit 78; }
done
[[ -d $LOGMAPPE && -w $LOGMAPPE ]] || { echo "Der kan ikke skrives i $LOGMAPPE." >&2; exit 78; }
export QGIS_CUSTOM_CONFIG_PATH=$PROFIL QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
[ -z "${PGSERVICEFILE:-}" ] || export PGSERVICEFILE

exec 9>"$LOGMAPPE/nat.laas"
flock --nonblock 9 || { echo "Den forrige natlige udgivelse kører endnu." >&2; exit 75; }
skriv() {
  echo "$(date +%Y-%m-%dT%H:%M:%S%z) $*" >>"$LOGMAPPE/nat.log"
  tail -n 1000 "$LOGMAPPE/nat.log" >"$LOGMAPPE/nat.log.ny" && mv "$LOGMAPPE/nat.log.ny" "$LOGMAPPE/nat.log"
}
sidste=$LOGMAPPE/nat-sidste.log
if timeout "${HOEJST:-4h}" qgis_process run moedested:publish \
  STORE="$STORE" TARGET="$TARGET" REPORT="$LOGMAPPE/udgivelse.json" >"$sidste" 2>&1 9>&-; then
  skriv "udgivet $(sed -n 's/^VERSION:[[:space:]]*//p' "$sidste")"
else
  svar=$?
  skriv "FEJL ($svar), se $sidste"
  tail -n 20 "$sidste" >&2
  exit 1
fi
