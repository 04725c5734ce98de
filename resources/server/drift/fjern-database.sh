#!/usr/bin/env bash
# Fjerner alt, hvad Mødested har lavet i en database: skemaerne, rollernes adgang, rollerne og de brugere, bruger.sh har lavet.
# Andet i databasen bliver stående. Uden ordet "fjern" vises kun, hvad der ville forsvinde. Tag en sikkerhedskopi først.
# Bruges rollerne i en anden database på serveren, bliver de og brugerne stående, og det siges.
# brug: fjern-database.sh DATABASE [fjern]
set -euo pipefail
if [ $# -lt 1 ] || { [ $# -ge 2 ] && [ "$2" != fjern ]; }; then
  echo "brug: fjern-database.sh DATABASE [fjern]" >&2
  exit 64
fi
database=$1
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "$1"; }
roller="'moedested_ejer', 'moedested_redaktoer', 'moedested_udgiver', 'moedested_laeser'"
# Kun det, der ejes af vores roller: pub_… er et navn, andre også kan have brugt.
vores="from pg_namespace where pg_get_userbyid(nspowner) in ($roller)
  and nspname ~ '^(moedested|moedested_udgivet|moedested_kopi_[0-9_]+|pub_live.*|pub_[0-9].*)\$'"

skemaer=$(sql "$database" <<<"select nspname $vores order by 1")
[ -n "$skemaer" ] || echo "Databasen $database har ingen skemaer fra Mødested."
andet=$(sql "$database" <<SQL
select c.oid::regclass from pg_class c
where pg_get_userbyid(c.relowner) in ($roller) and c.relkind in ('r', 'v', 'm', 'S', 'f', 'p')
  and not c.relnamespace in (select oid $vores)
SQL
)
[ -z "$andet" ] || { echo "Rollerne ejer også andet. Giv det en anden ejer først:" >&2; echo "$andet" >&2; exit 1; }
paa_os=$(sql "$database" <<SQL
select distinct v.oid::regclass from pg_depend d join pg_rewrite w on w.oid = d.objid join pg_class v on v.oid = w.ev_class
join pg_class t on t.oid = d.refobjid
where t.relnamespace in (select oid $vores) and v.relnamespace not in (select oid $vores)
SQL
)
[ -z "$paa_os" ] || { echo "Andre har bygget visninger oven på. Fjern dem først:" >&2; echo "$paa_os" >&2; exit 1; }

if [ "${2:-}" != fjern ]; then
  echo "Det ville forsvinde:"; echo "$skemaer"
  exit 0
fi
sql "$database" <<SQL
set client_min_messages = warning;
begin;
select format('drop schema %I cascade', nspname) $vores \gexec
select format('drop owned by %I', rolname) from pg_roles where rolname in ($roller) \gexec
commit;
SQL
tilbage=$(sql postgres <<SQL
select distinct d.datname from pg_shdepend s join pg_roles r on r.oid = s.refobjid join pg_database d
  on d.oid = case when s.dbid = 0 and s.classid = 'pg_database'::regclass then s.objid else s.dbid end
where r.rolname in ($roller) and s.refclassid = 'pg_authid'::regclass
SQL
)
if [ -n "$tilbage" ]; then
  echo "Fjernet fra $database. Rollerne bruges også i: $(xargs <<<"$tilbage"). De bliver stående."
  exit 0
fi
sql postgres <<SQL
begin;
select format('drop role %I', m.rolname) from pg_roles m
where shobj_description(m.oid, 'pg_authid') = 'Mødested: bruger'
  and not exists (select from pg_shdepend s where s.refobjid = m.oid and s.refclassid = 'pg_authid'::regclass)
  and not exists (select from pg_auth_members a join pg_roles r on r.oid = a.roleid
    where a.member = m.oid and r.rolname not in ($roller)) \gexec
select format('drop role %I', rolname) from pg_roles where rolname in ($roller) \gexec
commit;
SQL
echo "Fjernet fra $database, også rollerne. Er databasen ikke til andet, fjernes den med: dropdb $database"
