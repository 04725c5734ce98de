#!/usr/bin/env bash
# Tager en sikkerhedskopi af mødestederne og udgivelserne i en database: én fil, dens kontrolsum, og hvem der har hvilken rolle.
# Andet i databasen er ikke med. Filen kan læses af den, der kører dette, og ingen andre: der er interne noter og historik i den.
# brug: sikkerhedskopi.sh DATABASE MAPPE [BEHOLD]     (BEHOLD: så mange af de nyeste gemmes, ellers 14)
set -euo pipefail
umask 077
[ $# -ge 2 ] || { echo "brug: sikkerhedskopi.sh DATABASE MAPPE [BEHOLD]" >&2; exit 64; }
database=$1 mappe=$2 behold=${3:-14}
[[ $behold =~ ^[1-9][0-9]*$ ]] || { echo "BEHOLD skal være et tal, mindst 1." >&2; exit 64; }
mkdir -p "$mappe"
navn="moedested-$database-$(date -u +%Y%m%dT%H%M%SZ)"
ny=$(mktemp -d "$mappe/.ny-XXXXXX")
trap 'rm -rf "$ny"' EXIT

[ "$(psql -X -A -t -v ON_ERROR_STOP=1 -d "$database" -c "select to_regclass('moedested.historik') is not null")" = t ] ||
  { echo "Databasen $database har ingen mødesteder." >&2; exit 1; }
pg_dump --dbname="$database" --format=custom --file="$ny/$navn.dump" \
  --schema=moedested --schema=moedested_udgivet --schema='pub_live*' --schema='pub_[0-9]*'
indhold=$(pg_restore --list "$ny/$navn.dump")
[[ $indhold == *" TABLE DATA moedested historik "* ]] ||
  { echo "Kopien er ikke hel. Prøv igen." >&2; exit 1; }
psql -X -q -A -t -F ' ' -v ON_ERROR_STOP=1 -d "$database" >"$ny/$navn.brugere" <<'SQL'
select m.rolname, replace(r.rolname, 'moedested_', '') from pg_auth_members a
join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
where r.rolname in ('moedested_ejer', 'moedested_redaktoer', 'moedested_udgiver', 'moedested_laeser') and m.rolcanlogin
order by 1, 2;
SQL
(cd "$ny" && sha256sum "$navn.dump" >"$navn.dump.sha256")
mv "$ny/$navn.brugere" "$ny/$navn.dump.sha256" "$mappe/"
mv "$ny/$navn.dump" "$mappe/"  # til sidst: er den der, er den hel

shopt -s nullglob
alle=("$mappe/moedested-$database-"????????T??????Z.dump)  # navnene sorterer efter tid
for ((nr = 0; nr < ${#alle[@]} - behold; nr++)); do
  rm -f "${alle[nr]}" "${alle[nr]}.sha256" "${alle[nr]%.dump}.brugere"
done
echo "$mappe/$navn.dump"
