#!/usr/bin/env bash
# Lader en database høre til en anden kommune (sammenlægning, ny kode). Det, den gamle kommune ejede, ejes bagefter af den nye;
# andres objekter rører det ikke ved. Alt sker på én gang eller slet ikke, og hver række kan ses i historikken.
# brug: skift-kommune.sh DATABASE KOMMUNEKODE
set -euo pipefail
[ $# -eq 2 ] || { echo "brug: skift-kommune.sh DATABASE KOMMUNEKODE" >&2; exit 64; }
database=$1 kode=$2
[[ $kode =~ ^[0-9]{3}$|^0[0-9]{3}$ ]] || { echo "Kommunekoden skal være tre cifre, fx 376." >&2; exit 64; }
kode=$((10#$kode))
her=$(cd "$(dirname "$0")" && pwd)
# Fra pluginets egen liste, ved siden af eller lagt sammen med scriptet af saet-op.sh.
liste=$her/municipalities.csv
[ -r "$liste" ] || liste=$her/../../geofa/municipalities.csv
IFS=, read -r cvr navn < <(tr -d '\r' <"$liste" | awk -F, -v kode="$kode" '$3 == kode { print $1 "," $2 }') ||
  { echo "Kommunen $kode findes ikke." >&2; exit 1; }
navn=${navn% Kommune}

psql -X -q -v ON_ERROR_STOP=1 -v kode="$kode" -v cvr="$cvr" -v navn="$navn" -d "$database" <<'SQL'
begin;
set local role moedested_ejer;
set local client_min_messages = warning;
select (vaerdi ->> 'cvr')::int as gammel from moedested.indstilling where noegle = 'kommune' for update \gset
-- Først rækkerne: så længe indstillingen er den gamle, er de vores at rette.
update moedested.facilitet_punkt set cvr_kode = :cvr where cvr_kode = :gammel;
update moedested.facilitet_flade set cvr_kode = :cvr where cvr_kode = :gammel;
update moedested.rute set cvr_kode = :cvr where cvr_kode = :gammel;
update moedested.indstilling
set vaerdi = vaerdi || jsonb_build_object('kode', :kode, 'cvr', :cvr, 'navn', :'navn') where noegle = 'kommune';
commit;
SQL
echo "Databasen $database hører nu til $navn ($kode, CVR $cvr)."
