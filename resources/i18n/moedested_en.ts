<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="da">
 <context>
  <name>moedested</name>
  <message>
   <source> og </source>
   <translation> and </translation>
  </message>
  <message>
   <source> · {0} kan gemmes, men udgives ikke</source>
   <translation> · {0} can be saved, but not published</translation>
  </message>
  <message>
   <source>(tom)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>(ukendt)</source>
   <translation>(unknown)</translation>
  </message>
  <message>
   <source>1 række</source>
   <translation>1 row</translation>
  </message>
  <message>
   <source>1 · Kommune</source>
   <translation>1 · Municipality</translation>
  </message>
  <message>
   <source>2 · Data</source>
   <translation>2 · Data</translation>
  </message>
  <message>
   <source>3 · Projekt</source>
   <translation>3 · Project</translation>
  </message>
  <message>
   <source>&lt;b&gt;1 felt skal rettes, før der kan gemmes&lt;/b&gt;</source>
   <translation>&lt;b&gt;1 field must be put right before you can save&lt;/b&gt;</translation>
  </message>
  <message>
   <source>&lt;b&gt;Kan gemmes, men bliver ikke udgivet, før det er på plads&lt;/b&gt;</source>
   <translation>&lt;b&gt;Can be saved, but is not published until this is in place&lt;/b&gt;</translation>
  </message>
  <message>
   <source>&lt;b&gt;Kan gemmes. Se lige efter&lt;/b&gt;</source>
   <translation>&lt;b&gt;Can be saved. Please look again&lt;/b&gt;</translation>
  </message>
  <message>
   <source>&lt;b&gt;{0} felter skal rettes, før der kan gemmes&lt;/b&gt;</source>
   <translation>&lt;b&gt;{0} fields must be put right before you can save&lt;/b&gt;</translation>
  </message>
  <message>
   <source>Adressen svarer, men ikke som en WFS. Se adressen efter.</source>
   <translation>The address answers, but not as a WFS. Check the address.</translation>
  </message>
  <message>
   <source>Adressen {} er ikke en webadresse. Ret den.</source>
   <translation>The address {} is not a web address. Correct it.</translation>
  </message>
  <message>
   <source>Afbrudt. Der er ikke lavet noget.</source>
   <translation>Cancelled. Nothing was made.</translation>
  </message>
  <message>
   <source>Afviste</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Aktivitet</source>
   <translation>Activity</translation>
  </message>
  <message>
   <source>Aktiviteter</source>
   <translation>Activities</translation>
  </message>
  <message>
   <source>Alle koordinater ligger uden for Danmark (for eksempel {} i {}). Se efter, om det er den rigtige fil.</source>
   <translation>All coordinates lie outside Denmark (for instance {} in {}). Check whether it is the right file.</translation>
  </message>
  <message>
   <source>Anden rute</source>
   <translation>Other route</translation>
  </message>
  <message>
   <source>Andre ruter</source>
   <translation>Other routes</translation>
  </message>
  <message>
   <source>Andre rækker henviser til den.</source>
   <translation>Other rows refer to it.</translation>
  </message>
  <message>
   <source>Annulleret. Intet er ændret.</source>
   <translation>Cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Annullér</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Antal skrevet</source>
   <translation>Number written</translation>
  </message>
  <message>
   <source>Antal udeladt</source>
   <translation>Number left out</translation>
  </message>
  <message>
   <source>Baggrunden blev ikke lavet, fordi du afbrød.</source>
   <translation>The background was not made because you cancelled.</translation>
  </message>
  <message>
   <source>Baggrunden kan ikke gemmes i {folder}. Luk andre programmer, der bruger filen, eller vælg en mappe, du må skrive i.</source>
   <translation>The background cannot be saved in {folder}. Close other programs that use the file, or choose a folder you may write to.</translation>
  </message>
  <message>
   <source>Behold min</source>
   <translation>Keep mine</translation>
  </message>
  <message>
   <source>Borte</source>
   <translation>Gone</translation>
  </message>
  <message>
   <source>Borte ét sted, ny {:.0f} m derfra: flyttet?</source>
   <translation>Gone in one place, new {:.0f} m away: moved?</translation>
  </message>
  <message>
   <source>Bruger</source>
   <translation>User</translation>
  </message>
  <message>
   <source>Byer</source>
   <translation>Towns</translation>
  </message>
  <message>
   <source>Bygninger og områder</source>
   <translation>Buildings and areas</translation>
  </message>
  <message>
   <source>Både adresse-id og vejkode er udfyldt. GeoFA vil helst kun have adresse-id.</source>
   <translation>Both address id and road code are filled in. GeoFA prefers the address id only.</translation>
  </message>
  <message>
   <source>Bænk</source>
   <translation>Bench</translation>
  </message>
  <message>
   <source>Bænke</source>
   <translation>Benches</translation>
  </message>
  <message>
   <source>Cykelrute</source>
   <translation>Cycling route</translation>
  </message>
  <message>
   <source>Cykelruter</source>
   <translation>Cycling routes</translation>
  </message>
  <message>
   <source>DKTM1 (EPSG:4093)</source>
   <translation>DKTM1 (EPSG:4093)</translation>
  </message>
  <message>
   <source>DKTM2 (EPSG:4094)</source>
   <translation>DKTM2 (EPSG:4094)</translation>
  </message>
  <message>
   <source>DKTM3 (EPSG:4095)</source>
   <translation>DKTM3 (EPSG:4095)</translation>
  </message>
  <message>
   <source>DKTM4 (EPSG:4096)</source>
   <translation>DKTM4 (EPSG:4096)</translation>
  </message>
  <message>
   <source>DOS (CP850)</source>
   <translation>DOS (CP850)</translation>
  </message>
  <message>
   <source>Da du hentede det</source>
   <translation>When you fetched it</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Data</translation>
  </message>
  <message>
   <source>Data er opgraderet. En kopi af de gamle ligger ved siden af.</source>
   <translation>The data are upgraded. A copy of the old ones lies beside them.</translation>
  </message>
  <message>
   <source>Data: fil (.gpkg) eller navnet på en PostGIS-forbindelse</source>
   <translation>Data: file (.gpkg) or the name of a PostGIS connection</translation>
  </message>
  <message>
   <source>Data: ny fil (.gpkg) eller navnet på en PostGIS-forbindelse</source>
   <translation>Data: new file (.gpkg) or the name of a PostGIS connection</translation>
  </message>
  <message>
   <source>Databasen bag forbindelsen {} er lavet med en nyere udgave af Mødested. Opdatér pluginet.</source>
   <translation>The database behind the connection {} was made with a newer version of Mødested. Update the plugin.</translation>
  </message>
  <message>
   <source>Databasen bag forbindelsen {} har et skema ved navn moedested, som ikke er lavet af Mødested. Vælg en anden database.</source>
   <translation>The database behind the connection {} has a schema named moedested that was not made by Mødested. Choose another database.</translation>
  </message>
  <message>
   <source>Databasen bag forbindelsen {} har ingen mødesteder. Opret dem med Nyt projekt.</source>
   <translation>The database behind the connection {} has no meeting places. Create them with New project.</translation>
  </message>
  <message>
   <source>Databasen bag forbindelsen {} skal opgraderes. Bed en med rollen {} om at åbne den først.</source>
   <translation>The database behind the connection {} must be upgraded. Ask someone with the role {} to open it first.</translation>
  </message>
  <message>
   <source>Databasen kunne ikke udføre det (fejl {}). Intet er ændret.</source>
   <translation>The database could not do it (error {}). Nothing was changed.</translation>
  </message>
  <message>
   <source>Databasen mangler PostGIS. Bed databasens administrator om at køre: create extension postgis;</source>
   <translation>The database lacks PostGIS. Ask the database administrator to run: create extension postgis;</translation>
  </message>
  <message>
   <source>Databasen, som forbindelsen {} peger på, findes ikke. Ret forbindelsen i QGIS.</source>
   <translation>The database that the connection {} points to does not exist. Correct the connection in QGIS.</translation>
  </message>
  <message>
   <source>Datafilens navn skal ende på .gpkg. Ret {fil}.</source>
   <translation>The name of the data file must end in .gpkg. Correct {fil}.</translation>
  </message>
  <message>
   <source>Datalageret svarede ikke, som det skulle. Dine rettelser står her endnu. Se efter, om disk og netværk er i orden, og gem igen.</source>
   <translation>The data store did not answer as it should. Your changes are still here. Check disk and network, and save again.</translation>
  </message>
  <message>
   <source>Datalageret ved ikke, hvilken kommune det hører til. Vælg kommunen i projektet.</source>
   <translation>The data store does not know which municipality it belongs to. Choose the municipality in the project.</translation>
  </message>
  <message>
   <source>De {0} nyeste linjer vises.</source>
   <translation>The {0} newest lines are shown.</translation>
  </message>
  <message>
   <source>Den er en kladde. Sæt Status til Forslag eller Gældende.</source>
   <translation>It is a draft. Set Status to Forslag (proposed) or Gældende (in force).</translation>
  </message>
  <message>
   <source>Den er fra OpenStreetMap og må ikke sendes til GeoFA.</source>
   <translation>It is from OpenStreetMap and may not be sent to GeoFA.</translation>
  </message>
  <message>
   <source>Der er allerede mødesteder i databasen bag forbindelsen {}. Åbn dem i stedet.</source>
   <translation>There are already meeting places in the database behind the connection {}. Open them instead.</translation>
  </message>
  <message>
   <source>Der er en zip-fil inde i {}. Pak den ud først.</source>
   <translation>There is a zip file inside {}. Unpack it first.</translation>
  </message>
  <message>
   <source>Der er flere filer i {}. Vælg den, der skal læses.</source>
   <translation>There are several files in {}. Choose the one to read.</translation>
  </message>
  <message>
   <source>Der er flere lag i {}. Vælg det, der skal læses.</source>
   <translation>There are several layers in {}. Choose the one to read.</translation>
  </message>
  <message>
   <source>Der er ikke valgt noget at importere. Vælg en fil eller en adresse.</source>
   <translation>Nothing is chosen for import. Choose a file or an address.</translation>
  </message>
  <message>
   <source>Der er importeret noget andet imens. Lav forhåndsvisningen igen.</source>
   <translation>Something else was imported meanwhile. Make the preview again.</translation>
  </message>
  <message>
   <source>Der er ingen .dbf ved siden af, så der er kun steder og ingen tekster.</source>
   <translation>There is no .dbf beside it, so there are places only and no texts.</translation>
  </message>
  <message>
   <source>Der er ingen .shx ved siden af; den er regnet ud igen.</source>
   <translation>There is no .shx beside it; it has been worked out again.</translation>
  </message>
  <message>
   <source>Der er ingen fil i {}. Vælg en anden.</source>
   <translation>There is no file in {}. Choose another.</translation>
  </message>
  <message>
   <source>Der er ingen historik endnu. Den begynder, når noget bliver rettet.</source>
   <translation>There is no history yet. It begins when something is changed.</translation>
  </message>
  <message>
   <source>Der er ingen kortdata i {}. Vælg en anden fil.</source>
   <translation>There are no map data in {}. Choose another file.</translation>
  </message>
  <message>
   <source>Der er ingen lag i {}. Vælg en anden fil.</source>
   <translation>There are no layers in {}. Choose another file.</translation>
  </message>
  <message>
   <source>Der er ingen rækker i filen. Vælg en anden.</source>
   <translation>There are no rows in the file. Choose another.</translation>
  </message>
  <message>
   <source>Der er ingen rækker.</source>
   <translation>There are no rows.</translation>
  </message>
  <message>
   <source>Der er rettelser, som ikke er gemt, i {}. Gem eller fortryd dem, og prøv igen.</source>
   <translation>There are unsaved edits in {}. Save or undo them and try again.</translation>
  </message>
  <message>
   <source>Der gemmes i {} lige nu. Prøv igen om lidt.</source>
   <translation>Somebody is saving in {} right now. Try again in a moment.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i den midlertidige mappe. Ryd op på disken, og prøv igen.</source>
   <translation>The temporary folder cannot be written to. Make room on the disk and try again.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i {}. Vælg et andet sted til rapporten.</source>
   <translation>{} cannot be written to. Choose another place for the report.</translation>
  </message>
  <message>
   <source>Der mangler en tegning på kortet.</source>
   <translation>There is no drawing on the map.</translation>
  </message>
  <message>
   <source>Det er afbrudt. Der er ikke lavet nogen filer.</source>
   <translation>Cancelled. No files were made.</translation>
  </message>
  <message>
   <source>Det kan godt gemmes. Se efter, om det er det trin, du mener.</source>
   <translation>It can be saved. Check that this is the step you mean.</translation>
  </message>
  <message>
   <source>Det mangler formularen</source>
   <translation>What the form lacks</translation>
  </message>
  <message>
   <source>Din databasebruger har ikke lov til det. Spørg databasens ejer om adgang.</source>
   <translation>Your database user may not do that. Ask the owner of the database for access.</translation>
  </message>
  <message>
   <source>Din databasebruger må ikke oprette rollerne {} eller give dem adgang. Brug en bruger, der ejer databasen og må oprette roller (createrole), eller bed databasens administrator om hjælp.</source>
   <translation>Your database user may not create the roles {} or give them access. Use a user who owns the database and may create roles (createrole), or ask the database administrator for help.</translation>
  </message>
  <message>
   <source>Din databasebruger må ikke redigere. Bed databasens ejer om rollen {}.</source>
   <translation>Your database user may not edit. Ask the owner of the database for the role {}.</translation>
  </message>
  <message>
   <source>Disken er fuld. Intet er ændret. Ryd op, og prøv igen.</source>
   <translation>The disk is full. Nothing was changed. Make room and try again.</translation>
  </message>
  <message>
   <source>Disse kolonner bruges ikke: {}.</source>
   <translation>These columns are not used: {}.</translation>
  </message>
  <message>
   <source>Du er ved at slette det. Vil du slette det alligevel? Ellers fortryd sletningen med Ctrl+Z.</source>
   <translation>You are about to delete it. Delete it anyway? Otherwise undo the deletion with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Du har rettet i det. Vil du oprette det igen med dine rettelser?</source>
   <translation>You have edited it. Do you want to create it again with your edits?</translation>
  </message>
  <message>
   <source>Du kan se, men ikke rette: du har ikke lov til at skrive her.</source>
   <translation>You can look but not change anything: you are not allowed to write here.</translation>
  </message>
  <message>
   <source>Du må ikke skrive i mappen {mappe}. Vælg en anden mappe.</source>
   <translation>You may not write to the folder {mappe}. Choose another folder.</translation>
  </message>
  <message>
   <source>Du må ikke skrive i mappen {}. Vælg en anden mappe.</source>
   <translation>You may not write to the folder {}. Choose another folder.</translation>
  </message>
  <message>
   <source>Du må ikke skrive i mappen {}. Vælg en anden.</source>
   <translation>You may not write to the folder {}. Choose another.</translation>
  </message>
  <message>
   <source>ETRS89 / UTM zone 32 (EPSG:25832)</source>
   <translation>ETRS89 / UTM zone 32 (EPSG:25832)</translation>
  </message>
  <message>
   <source>ETRS89 / UTM zone 33 (EPSG:25833)</source>
   <translation>ETRS89 / UTM zone 33 (EPSG:25833)</translation>
  </message>
  <message>
   <source>Egen fil med kommunegrænsen</source>
   <translation>Own file with the municipal boundary</translation>
  </message>
  <message>
   <source>Egen fil med kommunens grænse</source>
   <translation>Own file with the municipal boundary</translation>
  </message>
  <message>
   <source>Eksemplerne ligger i Guldborgsund. Vælg kommune 376, eller lav projektet uden eksempler.</source>
   <translation>The examples lie in Guldborgsund. Choose municipality 376, or make the project without examples.</translation>
  </message>
  <message>
   <source>Eksporten er afbrudt. Der er ikke lavet nogen fil.</source>
   <translation>The export was cancelled. No file was made.</translation>
  </message>
  <message>
   <source>En af filerne er åben i et andet program. Luk det, og prøv igen. Intet er ændret.</source>
   <translation>One of the files is open in another program. Close it and try again. Nothing was changed.</translation>
  </message>
  <message>
   <source>En anden myndighed ejer den.</source>
   <translation>Another authority owns it.</translation>
  </message>
  <message>
   <source>En idé eller et opløst mødested sendes ikke til GeoFA. Ret Livscyklus, hvis det er i gang.</source>
   <translation>An idea or a dissolved meeting place is not sent to GeoFA. Correct Livscyklus (lifecycle) if it is active.</translation>
  </message>
  <message>
   <source>En kollega</source>
   <translation>A colleague</translation>
  </message>
  <message>
   <source>En kollega er ved at gemme det samme. Prøv igen om lidt.</source>
   <translation>A colleague is saving the same. Try again in a moment.</translation>
  </message>
  <message>
   <source>En tekst indeholder et ulovligt tegn. Skriv den igen.</source>
   <translation>A text holds a character that is not allowed. Type it again.</translation>
  </message>
  <message>
   <source>En værdi passer ikke til sit felt. Ret den, og prøv igen.</source>
   <translation>A value does not fit its field. Correct it and try again.</translation>
  </message>
  <message>
   <source>Endnu ingen ændringer.</source>
   <translation>No changes yet.</translation>
  </message>
  <message>
   <source>Er du sikker på, at ingen anden redigerer filen lige nu? Ellers kan I overskrive hinandens arbejde.</source>
   <translation>Are you sure that nobody else is editing the file right now? Otherwise you may overwrite each other's work.</translation>
  </message>
  <message>
   <source>Er rettet siden importen.</source>
   <translation>Edited since the import.</translation>
  </message>
  <message>
   <source>Er slettet siden importen.</source>
   <translation>Deleted since the import.</translation>
  </message>
  <message>
   <source>Et andet program holder på filen. Luk det, og gem igen.</source>
   <translation>Another program holds the file. Close it and save again.</translation>
  </message>
  <message>
   <source>Et felt mangler: {}.</source>
   <translation>A field is missing: {}.</translation>
  </message>
  <message>
   <source>Et mødested kan ikke sendes som den type. Vælg en fra listen.</source>
   <translation>A meeting place cannot be sent as that type. Choose one from the list.</translation>
  </message>
  <message>
   <source>Et projekt samler kommunens mødesteder, bænke, faciliteter, ruter og aktiviteter på ét kort.</source>
   <translation>A project gathers the municipality's meeting places, benches, facilities, routes and activities on one map.</translation>
  </message>
  <message>
   <source>Facilitet</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Faciliteter</source>
   <translation>Facilities</translation>
  </message>
  <message>
   <source>Felt</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Felter, der gendannes</source>
   <translation>Fields to restore</translation>
  </message>
  <message>
   <source>Felter, som begge har rettet</source>
   <translation>Fields both have edited</translation>
  </message>
  <message>
   <source>Feltet {} findes ikke i {}.</source>
   <translation>The field {} does not exist in {}.</translation>
  </message>
  <message>
   <source>Feltet {} står to gange i profilen.</source>
   <translation>The field {} stands twice in the profile.</translation>
  </message>
  <message>
   <source>Fil til GeoFA</source>
   <translation>File for GeoFA</translation>
  </message>
  <message>
   <source>Fil, mappe eller adresse (WFS)</source>
   <translation>File, folder or address (WFS)</translation>
  </message>
  <message>
   <source>Filen er for stor. Gem den som CSV eller GeoPackage.</source>
   <translation>The file is too large. Save it as CSV or GeoPackage.</translation>
  </message>
  <message>
   <source>Filen er ikke gyldig JSON; måske er den afkortet. Hent den igen.</source>
   <translation>The file is not valid JSON; perhaps it is cut short. Fetch it again.</translation>
  </message>
  <message>
   <source>Filen er selve mødestederne. Vælg et andet navn til filen til GeoFA.</source>
   <translation>This file is the meeting places themselves. Choose another name for the GeoFA file.</translation>
  </message>
  <message>
   <source>Filen er selve mødestederne. Vælg et andet navn.</source>
   <translation>This file is the meeting places themselves. Choose another name.</translation>
  </message>
  <message>
   <source>Filen er tom. Hent den igen.</source>
   <translation>The file is empty. Fetch it again.</translation>
  </message>
  <message>
   <source>Filen har ingen overskrifter; kolonnerne er nummereret.</source>
   <translation>The file has no headings; the columns are numbered.</translation>
  </message>
  <message>
   <source>Filen indeholder interne oplysninger. Del den ikke uden for kommunen.</source>
   <translation>The file holds internal information. Do not share it outside the municipality.</translation>
  </message>
  <message>
   <source>Filen kan ikke læses til ende. Hent eller gem den igen, og prøv så.</source>
   <translation>The file cannot be read to its end. Fetch or save it again and then try.</translation>
  </message>
  <message>
   <source>Filen med kommunegrænsen findes ikke. Vælg en anden, eller lad feltet stå tomt.</source>
   <translation>The file with the municipal boundary does not exist. Choose another, or leave the field empty.</translation>
  </message>
  <message>
   <source>Filen siger ikke, hvilket koordinatsystem den er i (første sted er {}). Vælg det.</source>
   <translation>The file does not say which coordinate system it is in (the first place is {}). Choose it.</translation>
  </message>
  <message>
   <source>Filen til GeoFA skal ende på .gpkg.</source>
   <translation>The file for GeoFA must end in .gpkg.</translation>
  </message>
  <message>
   <source>Filens bogstaver kan ikke genkendes. Vælg det tegnsæt, som filen er gemt i.</source>
   <translation>The letters of the file cannot be recognised. Choose the character set it was saved in.</translation>
  </message>
  <message>
   <source>Filnavnet skal ende på .gpkg.</source>
   <translation>The file name must end in .gpkg.</translation>
  </message>
  <message>
   <source>Filnavnet {fil} har et tegn, som Windows ikke kan bruge. Vælg et andet navn.</source>
   <translation>The file name {fil} has a character that Windows cannot use. Choose another name.</translation>
  </message>
  <message>
   <source>Filteret kan ikke forstås: {}. Ret det, og prøv igen.</source>
   <translation>The filter cannot be understood: {}. Correct it and try again.</translation>
  </message>
  <message>
   <source>Filteret tog {} fra.</source>
   <translation>The filter took {} away.</translation>
  </message>
  <message>
   <source>Findes ikke længere hos kilden. Rækken bliver, til du siger andet.</source>
   <translation>No longer at the source. The row stays until you say otherwise.</translation>
  </message>
  <message>
   <source>Fladen er mindre end 10 m².</source>
   <translation>The area is smaller than 10 m².</translation>
  </message>
  <message>
   <source>Fladen krydser sig selv. Ret grænsen.</source>
   <translation>The area crosses itself. Correct its boundary.</translation>
  </message>
  <message>
   <source>Fladen skærer sig selv og kan ikke repareres. Tegn omridset igen i kilden.</source>
   <translation>The area crosses itself and cannot be repaired. Draw its outline again at the source.</translation>
  </message>
  <message>
   <source>Forbindelsen til databasen blev afbrudt. Intet er gemt. Prøv igen.</source>
   <translation>The connection to the database was lost. Nothing was saved. Try again.</translation>
  </message>
  <message>
   <source>Forbindelsen {} findes ikke i QGIS. Opret den under Lag › Datakildehåndtering › PostgreSQL.</source>
   <translation>The connection {} does not exist in QGIS. Create it under Layer › Data Source Manager › PostgreSQL.</translation>
  </message>
  <message>
   <source>Fortryd min rettelse</source>
   <translation>Undo my edit</translation>
  </message>
  <message>
   <source>Fotos, der ikke er plads til i GeoFA: {antal}.</source>
   <translation>Photos GeoFA has no room for: {antal}.</translation>
  </message>
  <message>
   <source>Gav plads for en kollegas rettelse: {0}</source>
   <translation>Gave way to a colleague's edit: {0}</translation>
  </message>
  <message>
   <source>Gem</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Gem alle</source>
   <translation>Save all</translation>
  </message>
  <message>
   <source>Gem blev afbrudt. Dine rettelser står her endnu. {0}</source>
   <translation>Saving was interrupted. Your edits are still here. {0}</translation>
  </message>
  <message>
   <source>Gem ændringerne</source>
   <translation>Save the changes</translation>
  </message>
  <message>
   <source>Gemt uden ændring</source>
   <translation>Saved without changes</translation>
  </message>
  <message>
   <source>Gemt. Skriv her for at skifte den.</source>
   <translation>Saved. Type here to change it.</translation>
  </message>
  <message>
   <source>Gendan</source>
   <translation>Restore</translation>
  </message>
  <message>
   <source>Gendan …</source>
   <translation>Restore …</translation>
  </message>
  <message>
   <source>Gengangere i kilden: {}. Den første af hver er med.</source>
   <translation>Duplicates in the source: {}. The first of each is included.</translation>
  </message>
  <message>
   <source>GeoFA ville afvise den.</source>
   <translation>GeoFA would reject it.</translation>
  </message>
  <message>
   <source>GeoFA-bruger</source>
   <translation>GeoFA user</translation>
  </message>
  <message>
   <source>GeoFA-profilen {} findes ikke. Vælg {}.</source>
   <translation>The GeoFA profile {} does not exist. Choose {}.</translation>
  </message>
  <message>
   <source>GeoFA-temaet i profilen passer ikke til tabellen {}.</source>
   <translation>The GeoFA theme in the profile does not fit the table {}.</translation>
  </message>
  <message>
   <source>GeoFA-version</source>
   <translation>GeoFA version</translation>
  </message>
  <message>
   <source>GeoPackage (*.gpkg)</source>
   <translation>GeoPackage (*.gpkg)</translation>
  </message>
  <message>
   <source>Geometrien er en {}, som ikke bruges. Lav den om til punkt, linje eller flade.</source>
   <translation>The geometry is a {}, which is not used. Turn it into a point, a line or an area.</translation>
  </message>
  <message>
   <source>Geometrien er ødelagt. Tegn den igen i kilden.</source>
   <translation>The geometry is damaged. Draw it again at the source.</translation>
  </message>
  <message>
   <source>Geometrien “{}” kan ikke læses. Ret den i kilden.</source>
   <translation>The geometry “{}” cannot be read. Correct it at the source.</translation>
  </message>
  <message>
   <source>Grænsen i {file} dækker ingen af kommunens byer. Vælg en fil med kommunens egen grænse.</source>
   <translation>The boundary in {file} covers none of the municipality's towns. Choose a file with the municipality's own boundary.</translation>
  </message>
  <message>
   <source>Hent fra en kilde</source>
   <translation>Fetch from a source</translation>
  </message>
  <message>
   <source>Henter {0}</source>
   <translation>Fetching {0}</translation>
  </message>
  <message>
   <source>Hentes gratis på {0}.</source>
   <translation>Free of charge from {0}.</translation>
  </message>
  <message>
   <source>Historik</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Historik …</source>
   <translation>History …</translation>
  </message>
  <message>
   <source>Historik, den nyeste først</source>
   <translation>History, newest first</translation>
  </message>
  <message>
   <source>Hjælp</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Holdes tilbage, til fejlene er rettet: {0}.</source>
   <translation>Held back until the errors are corrected: {0}.</translation>
  </message>
  <message>
   <source>Hvad</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Hvem</source>
   <translation>Who</translation>
  </message>
  <message>
   <source>Hvilken kommunes mødesteder?</source>
   <translation>Which municipality's meeting places?</translation>
  </message>
  <message>
   <source>Hvor skal QGIS-projektet ligge?</source>
   <translation>Where shall the QGIS project be kept?</translation>
  </message>
  <message>
   <source>Hvor skal data ligge?</source>
   <translation>Where shall the data be kept?</translation>
  </message>
  <message>
   <source>I en GeoPackage: én fil, én redigerer ad gangen</source>
   <translation>In a GeoPackage: one file, one person edits at a time</translation>
  </message>
  <message>
   <source>I en PostGIS-database: flere redigerer samtidig</source>
   <translation>In a PostGIS database: several edit at once</translation>
  </message>
  <message>
   <source>Ikke gemt: {0}.</source>
   <translation>Not saved: {0}.</translation>
  </message>
  <message>
   <source>Importen blev annulleret. Intet er ændret.</source>
   <translation>The import was cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Indstillinger …</source>
   <translation>Settings …</translation>
  </message>
  <message>
   <source>Ingen nøgle endnu</source>
   <translation>No key yet</translation>
  </message>
  <message>
   <source>Ingen profil kender laget {}. Vælg en profil, eller lav en.</source>
   <translation>No profile knows the layer {}. Choose a profile, or make one.</translation>
  </message>
  <message>
   <source>Ingen rækker at vise. De er måske rettet i mellemtiden.</source>
   <translation>No rows to show. They may have been corrected meanwhile.</translation>
  </message>
  <message>
   <source>Initialer</source>
   <translation>Initials</translation>
  </message>
  <message>
   <source>Intet Mødested-projekt er åbent.</source>
   <translation>No Mødested project is open.</translation>
  </message>
  <message>
   <source>Intet er gemt. {0}</source>
   <translation>Nothing is saved. {0}</translation>
  </message>
  <message>
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <source>Kan stå tom</source>
   <translation>May be left empty</translation>
  </message>
  <message>
   <source>Kilden er beskadiget; nogle steder eller værdier kan mangle. Se rækkerne efter.</source>
   <translation>The source is damaged; some places or values may be missing. Check the rows.</translation>
  </message>
  <message>
   <source>Kilden har ikke nøglen {}. Type og sted er nøgle i stedet.</source>
   <translation>The source lacks the key {}. Type and place are the key instead.</translation>
  </message>
  <message>
   <source>Kilden kan ikke læses. Måske er den ødelagt; hent eller gem den igen.</source>
   <translation>The source cannot be read. Perhaps it is damaged; fetch or save it again.</translation>
  </message>
  <message>
   <source>Klar til udgivelse: {0} mødesteder, {1} steder, {2} ruter.</source>
   <translation>Ready to publish: {0} meeting places, {1} places, {2} routes.</translation>
  </message>
  <message>
   <source>Kolonnen hedder {}.</source>
   <translation>The column is called {}.</translation>
  </message>
  <message>
   <source>Kolonnen “{}”, som skal være nøgle, findes ikke. Vælg en anden.</source>
   <translation>The column “{}”, which is to be the key, does not exist. Choose another.</translation>
  </message>
  <message>
   <source>Kolonnerne {} med koordinater findes ikke. Vælg andre.</source>
   <translation>The columns {} with coordinates do not exist. Choose others.</translation>
  </message>
  <message>
   <source>Kommune (kode eller navn)</source>
   <translation>Municipality (code or name)</translation>
  </message>
  <message>
   <source>Kommunegrænse</source>
   <translation>Municipal boundary</translation>
  </message>
  <message>
   <source>Kommunekoden {code} kendes ikke. Vælg kommunen på listen.</source>
   <translation>The municipality code {code} is not known. Choose the municipality from the list.</translation>
  </message>
  <message>
   <source>Kommunen {kode} findes ikke. Skriv en af de 98 kommuners kode eller navn, fx 376 eller Guldborgsund.</source>
   <translation>The municipality {kode} does not exist. Type the code or name of one of the 98 municipalities, such as 376 or Guldborgsund.</translation>
  </message>
  <message>
   <source>Kommunen {kommune} findes ikke. Skriv en af de 98 kommuners kode eller navn, fx 376 eller Guldborgsund.</source>
   <translation>The municipality {kommune} does not exist. Type the code or name of one of the 98 municipalities, such as 376 or Guldborgsund.</translation>
  </message>
  <message>
   <source>Kommunens fælles bruger i GeoFA, aldrig en person. Bruges i nye projekter.</source>
   <translation>The municipality's shared user in GeoFA, never a person. Used in new projects.</translation>
  </message>
  <message>
   <source>Kommunens mødesteder: tegn, kontrollér, udgiv og udskriv.
Fri software under licensen GPL-2.0 eller nyere.</source>
   <translation>The municipality's meeting places: draw, check, publish and print.
Free software under the licence GPL-2.0 or later.</translation>
  </message>
  <message>
   <source>Konflikter</source>
   <translation>Conflicts</translation>
  </message>
  <message>
   <source>Kontrol</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Kontrollen før gem</source>
   <translation>The check before saving</translation>
  </message>
  <message>
   <source>Koordinaterne er ikke tal. Ret dem i kilden.</source>
   <translation>The coordinates are not numbers. Correct them at the source.</translation>
  </message>
  <message>
   <source>Koordinaterne passer ikke til {}: de er for eksempel {}. De passer til {}. Vælg det rigtige koordinatsystem.</source>
   <translation>The coordinates do not fit {}: they are for instance {}. They fit {}. Choose the right coordinate system.</translation>
  </message>
  <message>
   <source>Koordinaterne “{}” kan ikke læses. Ret dem i kilden.</source>
   <translation>The coordinates “{}” cannot be read. Correct them at the source.</translation>
  </message>
  <message>
   <source>Koordinatsystemet er genkendt som {}.</source>
   <translation>The coordinate system was recognised as {}.</translation>
  </message>
  <message>
   <source>Koordinatsystemet “{}” kendes ikke. Skriv for eksempel EPSG:25832.</source>
   <translation>The coordinate system “{}” is not known. Write for instance EPSG:25832.</translation>
  </message>
  <message>
   <source>Kun den seneste import kan fortrydes, og kun én gang.</source>
   <translation>Only the latest import can be undone, and only once.</translation>
  </message>
  <message>
   <source>Kun linjer kan samles. Fjern “saml” fra profilen.</source>
   <translation>Only lines can be joined. Remove “saml” from the profile.</translation>
  </message>
  <message>
   <source>Kørerute</source>
   <translation>Driving route</translation>
  </message>
  <message>
   <source>Køreruter</source>
   <translation>Driving routes</translation>
  </message>
  <message>
   <source>Kørsel</source>
   <translation>Run</translation>
  </message>
  <message>
   <source>Lad det være slettet</source>
   <translation>Leave it deleted</translation>
  </message>
  <message>
   <source>Lag</source>
   <translation>Layer</translation>
  </message>
  <message>
   <source>Laget har {} kolonner; der kan læses {}. Fjern dem, der ikke skal bruges.</source>
   <translation>The layer has {} columns; {} can be read. Remove those that are not needed.</translation>
  </message>
  <message>
   <source>Laget “{}” findes ikke hos {}. Vælg et andet.</source>
   <translation>There is no layer “{}” at {}. Choose another.</translation>
  </message>
  <message>
   <source>Laget “{}” findes ikke i {}. Der er: {}.</source>
   <translation>There is no layer “{}” in {}. There are: {}.</translation>
  </message>
  <message>
   <source>Land</source>
   <translation>Land</translation>
  </message>
  <message>
   <source>Landsdækkende kort</source>
   <translation>National maps</translation>
  </message>
  <message>
   <source>Lavet for {kommune}: {projekt}</source>
   <translation>Made for {kommune}: {projekt}</translation>
  </message>
  <message>
   <source>Ligger i en anden kommune (</source>
   <translation>Lies in another municipality (</translation>
  </message>
  <message>
   <source>Ligner en, vi har i forvejen, {:.0f} m derfra: den samme?</source>
   <translation>Looks like one we already have, {:.0f} m away: the same?</translation>
  </message>
  <message>
   <source>Linjen har ingen længde. Tegn den igen, eller slet den.</source>
   <translation>The line has no length. Draw it again or delete it.</translation>
  </message>
  <message>
   <source>Livscyklus springer et trin over</source>
   <translation>The lifecycle skips a step</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Log</translation>
  </message>
  <message>
   <source>Loginet til {} kunne ikke hentes fra QGIS. Skriv hovedadgangskoden, og prøv igen.</source>
   <translation>The login for {} could not be fetched from QGIS. Type the master password and try again.</translation>
  </message>
  <message>
   <source>Luk</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Luk uden at gemme</source>
   <translation>Close without saving</translation>
  </message>
  <message>
   <source>Læg opdigtede eksempler ind (kun Guldborgsund)</source>
   <translation>Put in invented examples (Guldborgsund only)</translation>
  </message>
  <message>
   <source>Læg opdigtede eksempler ind, så der er noget at se på</source>
   <translation>Put in invented examples, so that there is something to look at</translation>
  </message>
  <message>
   <source>Læg {fil} i samme mappe som projektet, så de kan flyttes sammen.</source>
   <translation>Put {fil} in the same folder as the project, so that they can be moved together.</translation>
  </message>
  <message>
   <source>Læser en fil, en mappe eller en WFS, og viser, hvad der er nyt, ændret, borte, i konflikt eller afvist.

Uden Gem ændringerne bliver intet ændret. Med bliver det hele gemt på én gang efter en sikkerhedskopi, og kan fortrydes, indtil der importeres igen. Rækker, der er borte hos kilden, bliver altid.

Profilen siger, hvilke kolonner der hører til hvilke felter. Står den tom, bruges den, der kender laget.

Konflikter: keep beholder vores, take tager kildens, report lader dem ligge til næste gang. En række, der ligner en, vi har, bliver knyttet til den med keep og take.

Rapporten (.json) har hver ændring felt for felt og hver afvist række med grunden.</source>
   <translation>Reads a file, a folder or a WFS, and shows what is new, changed, gone, in conflict or rejected.

Without Save the changes, nothing is changed. With it, everything is saved at once after a backup, and can be undone until the next import. Rows that are gone at the source always stay.

The profile says which columns belong to which fields. If left empty, the one that knows the layer is used.

Conflicts: keep keeps ours, take takes the source's, report leaves them for next time. A row that looks like one we have is linked to it by keep and take.

The report (.json) has every change field by field and every rejected row with the reason.</translation>
  </message>
  <message>
   <source>Læsningen blev annulleret.</source>
   <translation>Reading was cancelled.</translation>
  </message>
  <message>
   <source>MapInfo kan ikke gemme tomme tal. Tal, der må være tomme, er skrevet som tekst.</source>
   <translation>MapInfo cannot store empty numbers. Numbers that may be empty are written as text.</translation>
  </message>
  <message>
   <source>Mappen {mappe} findes ikke. Opret den først, eller vælg en anden.</source>
   <translation>The folder {mappe} does not exist. Create it first, or choose another.</translation>
  </message>
  <message>
   <source>Mappen {} er skrivebeskyttet. Du kan se, men ikke rette.</source>
   <translation>The folder {} is read-only. You can look, but not edit.</translation>
  </message>
  <message>
   <source>Mappen {} findes ikke. Er drevet tilsluttet?</source>
   <translation>The folder {} does not exist. Is the drive connected?</translation>
  </message>
  <message>
   <source>Mappen {} findes ikke. Vælg en anden til rapporten.</source>
   <translation>The folder {} does not exist. Choose another for the report.</translation>
  </message>
  <message>
   <source>Mappen {} findes ikke. Vælg en anden.</source>
   <translation>The folder {} does not exist. Choose another.</translation>
  </message>
  <message>
   <source>Markør</source>
   <translation>Marker</translation>
  </message>
  <message>
   <source>Mødested</source>
   <translation>Mødested</translation>
  </message>
  <message>
   <source>Mødested {0}</source>
   <translation>Mødested {0}</translation>
  </message>
  <message>
   <source>Mødesteder</source>
   <translation>Meeting places</translation>
  </message>
  <message>
   <source>Mødesteder, faciliteter og ruter</source>
   <translation>Meeting places, facilities and routes</translation>
  </message>
  <message>
   <source>Mødestederne er lukket. Åbn dem igen.</source>
   <translation>The meeting places are closed. Open them again.</translation>
  </message>
  <message>
   <source>Mødestederne hører ikke til en kommune. Opret et projekt for kommunen først.</source>
   <translation>The meeting places do not belong to a municipality. Create a project for the municipality first.</translation>
  </message>
  <message>
   <source>Mødestedet er fra OpenStreetMap og må ikke sendes til GeoFA.</source>
   <translation>The meeting place is from OpenStreetMap and may not be sent to GeoFA.</translation>
  </message>
  <message>
   <source>Mødestedet er ikke synligt for alle. Sæt Synlighed til Synlig for alle først.</source>
   <translation>The meeting place is not visible to all. Set Synlighed (visibility) to Synlig for alle (visible to all) first.</translation>
  </message>
  <message>
   <source>Mødestedet findes ikke. Gem det først.</source>
   <translation>The meeting place does not exist. Save it first.</translation>
  </message>
  <message>
   <source>Mødestedet har allerede en tilknytning med rollen Selve stedet. Det er den, der sendes til GeoFA.</source>
   <translation>The meeting place already has a link with the role Selve stedet (the place itself). That is the one sent to GeoFA.</translation>
  </message>
  <message>
   <source>Mødestedet har ingen plads på kortet. Sæt punktet, og gem, før det sendes med.</source>
   <translation>The meeting place has no position on the map. Set its point and save before sending it along.</translation>
  </message>
  <message>
   <source>Nogle af rækkerne er rettet, siden forhåndsvisningen blev lavet. Lav den igen.</source>
   <translation>Some of the rows were edited after the preview was made. Make it again.</translation>
  </message>
  <message>
   <source>Nogle bogstaver kan ikke læses. Vælg et andet tegnsæt.</source>
   <translation>Some letters cannot be read. Choose another character set.</translation>
  </message>
  <message>
   <source>Nye</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Nye {NEW}, ændrede {CHANGED}, uændrede {UNCHANGED}, borte {GONE}, konflikter {CONFLICT}, afviste {REJECTED}.</source>
   <translation>New {NEW}, changed {CHANGED}, unchanged {UNCHANGED}, gone {GONE}, conflicts {CONFLICT}, rejected {REJECTED}.</translation>
  </message>
  <message>
   <source>Nyt projekt</source>
   <translation>New project</translation>
  </message>
  <message>
   <source>Nyt projekt for en kommune</source>
   <translation>New project for a municipality</translation>
  </message>
  <message>
   <source>Nyt projekt …</source>
   <translation>New project …</translation>
  </message>
  <message>
   <source>Næste</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Nøglen blev ikke gemt. Giv QGIS sin hovedadgangskode under Indstillinger, Godkendelse, og prøv igen.</source>
   <translation>The key was not saved. Give QGIS its master password under Settings, Authentication, and try again.</translation>
  </message>
  <message>
   <source>Nøgler til landsdækkende kort</source>
   <translation>Keys for the national maps</translation>
  </message>
  <message>
   <source>Nøglerne gemmes krypteret i QGIS's godkendelsessystem, aldrig i projektet.</source>
   <translation>The keys are kept encrypted in QGIS's authentication system, never in the project.</translation>
  </message>
  <message>
   <source>Om Mødested</source>
   <translation>About Mødested</translation>
  </message>
  <message>
   <source>Om Mødested …</source>
   <translation>About Mødested …</translation>
  </message>
  <message>
   <source>Område</source>
   <translation>Area</translation>
  </message>
  <message>
   <source>Opgraderer mødestedsdata</source>
   <translation>Upgrading meeting place data</translation>
  </message>
  <message>
   <source>Opgradering</source>
   <translation>The upgrade</translation>
  </message>
  <message>
   <source>Opret igen</source>
   <translation>Create again</translation>
  </message>
  <message>
   <source>Opret projekt</source>
   <translation>Create project</translation>
  </message>
  <message>
   <source>Opretter Mødested-projekt</source>
   <translation>Creating a Mødested project</translation>
  </message>
  <message>
   <source>Opretter data og projekt …</source>
   <translation>Creating data and project …</translation>
  </message>
  <message>
   <source>Opretter datalager, baggrund og QGIS-projekt med formularer og signaturer.</source>
   <translation>Creates store, background and QGIS project with forms and symbols.</translation>
  </message>
  <message>
   <source>Opretter et nyt datalager (en GeoPackage eller et skema i en PostGIS-database), en baggrund og et QGIS-projekt for én kommune.

Kommunen skrives som kode eller navn, fx 376 eller Guldborgsund. En GeoPackage skal ligge i samme mappe som projektet, så de kan flyttes sammen.

Findes en af filerne allerede, bliver intet lavet. Går noget galt undervejs, bliver alt fjernet igen.</source>
   <translation>Creates a new store (a GeoPackage, or a schema in a PostGIS database), a background and a QGIS project for one municipality.

The municipality is given as code or name, such as 376 or Guldborgsund. A GeoPackage must lie in the same folder as the project, so that they can be moved together.

If one of the files already exists, nothing is made. If something goes wrong on the way, everything is removed again.</translation>
  </message>
  <message>
   <source>Oprettet</source>
   <translation>Created</translation>
  </message>
  <message>
   <source>Optælling</source>
   <translation>Counts</translation>
  </message>
  <message>
   <source>Organisation</source>
   <translation>Organisation</translation>
  </message>
  <message>
   <source>Ortofoto, forår</source>
   <translation>Orthophoto, spring</translation>
  </message>
  <message>
   <source>Panelet Mødesteder</source>
   <translation>Panel Meeting places</translation>
  </message>
  <message>
   <source>Pluginet taler dansk, når QGIS er på dansk, og ellers engelsk. Sproget vælges under Generelt.</source>
   <translation>The plugin speaks Danish when QGIS does, and otherwise English. The language is chosen under General.</translation>
  </message>
  <message>
   <source>Profil: navn eller fil (.json). Tom: den, der kender laget</source>
   <translation>Profile: name or file (.json). Empty: the one that knows the layer</translation>
  </message>
  <message>
   <source>Profilen er lavet med en nyere udgave af Mødested. Opdatér pluginet.</source>
   <translation>The profile was made with a newer version of Mødested. Update the plugin.</translation>
  </message>
  <message>
   <source>Profilen har ingen felter. Vælg mindst ét.</source>
   <translation>The profile has no fields. Choose at least one.</translation>
  </message>
  <message>
   <source>Profilen mangler “{}”.</source>
   <translation>The profile lacks “{}”.</translation>
  </message>
  <message>
   <source>Profilen skal være et JSON-objekt.</source>
   <translation>The profile must be a JSON object.</translation>
  </message>
  <message>
   <source>Profilen vil skrive i “{}”. Vælg en af: {}.</source>
   <translation>The profile wants to write to “{}”. Choose one of: {}.</translation>
  </message>
  <message>
   <source>Profilen {} er for stor. Er det den rigtige fil?</source>
   <translation>The profile {} is too large. Is it the right file?</translation>
  </message>
  <message>
   <source>Profilen {} er ikke gyldig JSON. Hent den igen.</source>
   <translation>The profile {} is not valid JSON. Fetch it again.</translation>
  </message>
  <message>
   <source>Profilen {} findes ikke. Vælg en af: {}.</source>
   <translation>The profile {} does not exist. Choose one of: {}.</translation>
  </message>
  <message>
   <source>Profilen {} kan ikke læses. Vælg en anden.</source>
   <translation>The profile {} cannot be read. Choose another.</translation>
  </message>
  <message>
   <source>Profilen {} passer ikke til kilden: ingen af kolonnerne {} findes.</source>
   <translation>The profile {} does not fit the source: none of the columns {} exist.</translation>
  </message>
  <message>
   <source>Profilen {} udfylder ikke {}, som skal udfyldes. Vælg en kolonne eller en værdi.</source>
   <translation>The profile {} does not fill in {}, which is required. Choose a column or a value.</translation>
  </message>
  <message>
   <source>Profilens navn må kun have bogstaver, tal, mellemrum og . , ( ) + -.</source>
   <translation>The name of the profile may only have letters, digits, spaces and . , ( ) + -.</translation>
  </message>
  <message>
   <source>Projekt</source>
   <translation>Project</translation>
  </message>
  <message>
   <source>Projekt: ny fil (.qgz)</source>
   <translation>Project: new file (.qgz)</translation>
  </message>
  <message>
   <source>Projektet blev ikke lavet, fordi du afbrød.</source>
   <translation>The project was not made because you cancelled.</translation>
  </message>
  <message>
   <source>Projektet er klar: {0}</source>
   <translation>The project is ready: {0}</translation>
  </message>
  <message>
   <source>Projektet kan ikke gemmes i {mappe}. Vælg en mappe, du må skrive i.</source>
   <translation>The project cannot be saved in {mappe}. Choose a folder you may write to.</translation>
  </message>
  <message>
   <source>Projektets navn skal ende på .qgz. Ret {fil}.</source>
   <translation>The name of the project must end in .qgz. Correct {fil}.</translation>
  </message>
  <message>
   <source>Projektfil</source>
   <translation>Project file</translation>
  </message>
  <message>
   <source>QGIS har gemt, men datalageret svarer ikke nu. Se efter, om alt er med. {0}</source>
   <translation>QGIS has saved, but the data store does not answer now. Check that everything is there. {0}</translation>
  </message>
  <message>
   <source>QGIS kender ingen PostGIS-forbindelse. Lav den i panelet Browser, og begynd forfra.</source>
   <translation>QGIS knows no PostGIS connection. Make it in the Browser panel, and start again.</translation>
  </message>
  <message>
   <source>QGIS-projekt</source>
   <translation>QGIS project</translation>
  </message>
  <message>
   <source>Rapport</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Rapporten skal ende på .json.</source>
   <translation>The report must end in .json.</translation>
  </message>
  <message>
   <source>Regnearket {} er ødelagt eller låst. Gem det igen, og prøv igen.</source>
   <translation>The spreadsheet {} is damaged or locked. Save it again and retry.</translation>
  </message>
  <message>
   <source>Rettelser, der ikke blev gemt</source>
   <translation>Edits that were not saved</translation>
  </message>
  <message>
   <source>Rettet både her og hos kilden.</source>
   <translation>Edited both here and at the source.</translation>
  </message>
  <message>
   <source>Ruten er kortere end 1 m.</source>
   <translation>The route is shorter than 1 m.</translation>
  </message>
  <message>
   <source>Række {}: {}</source>
   <translation>Row {}: {}</translation>
  </message>
  <message>
   <source>Rækken blander punkter, linjer og flader. Del den i flere rækker.</source>
   <translation>The row mixes points, lines and areas. Split it into several rows.</translation>
  </message>
  <message>
   <source>Rækken fandtes ikke før. Der er intet at gendanne.</source>
   <translation>The row did not exist before. There is nothing to restore.</translation>
  </message>
  <message>
   <source>Rækken findes allerede. En kollega kan have gemt den samme.</source>
   <translation>The row already exists. A colleague may have saved the same one.</translation>
  </message>
  <message>
   <source>Rækken har {} felter, men der er {} kolonner. Se efter et skilletegn for meget.</source>
   <translation>The row has {} fields, but there are {} columns. Look for a separator too many.</translation>
  </message>
  <message>
   <source>Rækker i filen, der ikke er offentlige: {}.</source>
   <translation>Rows in the file that are not public: {}.</translation>
  </message>
  <message>
   <source>Sammenligner en fil eller tjeneste med datalageret, og henter ændringerne ind.</source>
   <translation>Compares a file or service with the data store, and brings in the changes.</translation>
  </message>
  <message>
   <source>Se dem efter, og gem igen.</source>
   <translation>Check them and save again.</translation>
  </message>
  <message>
   <source>Se forskellen</source>
   <translation>See the difference</translation>
  </message>
  <message>
   <source>Send til GeoFA</source>
   <translation>Send to GeoFA</translation>
  </message>
  <message>
   <source>Senest ændret {0} af {1}.</source>
   <translation>Last changed {0} by {1}.</translation>
  </message>
  <message>
   <source>Senest ændret {0}.</source>
   <translation>Last changed {0}.</translation>
  </message>
  <message>
   <source>Serveren afviste login med forbindelsen {}. Ret bruger og adgangskode i QGIS.</source>
   <translation>The server refused the login of the connection {}. Correct user and password in QGIS.</translation>
  </message>
  <message>
   <source>Serveren bag forbindelsen {} svarer ikke. Se efter, om netværk og VPN virker, og prøv igen.</source>
   <translation>The server behind the connection {} does not answer. Check that network and VPN work, and try again.</translation>
  </message>
  <message>
   <source>Serveren bag forbindelsen {} tager ikke imod. Prøv igen, eller spørg databasens ejer.</source>
   <translation>The server behind the connection {} does not accept connections. Try again, or ask the owner of the database.</translation>
  </message>
  <message>
   <source>Shapefilen siger ikke sit tegnsæt; bogstaverne er læst som {}.</source>
   <translation>The shapefile does not say its character set; the letters were read as {}.</translation>
  </message>
  <message>
   <source>Shapefilen siger ikke, hvilket tegnsæt den er gemt i. Vælg det.</source>
   <translation>The shapefile does not say which character set it was saved in. Choose it.</translation>
  </message>
  <message>
   <source>Shapefilen siger tegnsæt {}, men bogstaverne er {}; det sidste er brugt.</source>
   <translation>The shapefile says character set {}, but the letters are {}; the latter was used.</translation>
  </message>
  <message>
   <source>Skemaet moedested bag forbindelsen {} er ufuldstændigt. Hent det fra en sikkerhedskopi.</source>
   <translation>The schema moedested behind the connection {} is incomplete. Restore it from a backup.</translation>
  </message>
  <message>
   <source>Skrevet til {fil} (GeoFA {profil}): {antal}.</source>
   <translation>Written to {fil} (GeoFA {profil}): {antal}.</translation>
  </message>
  <message>
   <source>Skriv en nøgle …</source>
   <translation>Write a key …</translation>
  </message>
  <message>
   <source>Skriv hele stien, eller vælg en mappe med knappen.</source>
   <translation>Type the whole path, or choose a folder with the button.</translation>
  </message>
  <message>
   <source>Skriv, hvor data skal ligge: en fil, der ender på .gpkg, eller navnet på en forbindelse.</source>
   <translation>Say where the data shall be kept: a file that ends in .gpkg, or the name of a connection.</translation>
  </message>
  <message>
   <source>Skriver en GeoPackage med lagene t_5800_fac_pkt, t_5801_fac_fl og t_5802_fac_li, som kan lægges op i GeoFA-editor.

Kommunens egne rækker med status Forslag eller højere kommer med, og alle egne rækker, der er hentet fra GeoFA. Interne felter kommer aldrig med. Rækker, som GeoFA ville afvise, bliver udeladt; loggen siger hvilke og hvorfor.

Prøv altid filen i GeoFA's testmiljø først, og sæt aldrig hak i at slette objekter, der ikke er i filen.</source>
   <translation>Writes a GeoPackage with the layers t_5800_fac_pkt, t_5801_fac_fl and t_5802_fac_li, which can be uploaded in GeoFA-editor.

The municipality's own rows with status Forslag (proposed) or higher are included, and all own rows fetched from GeoFA. Internal fields are never included. Rows GeoFA would reject are left out; the log says which and why.

Always try the file in GeoFA's test environment first, and never tick deleting objects that are not in the file.</translation>
  </message>
  <message>
   <source>Skriver kommunens egne faciliteter og ruter som de tre lag, GeoFA tager imod.</source>
   <translation>Writes the municipality's own facilities and routes as the three layers GeoFA accepts.</translation>
  </message>
  <message>
   <source>Skærmkort, dæmpet</source>
   <translation>Screen map, muted</translation>
  </message>
  <message>
   <source>Slet alligevel</source>
   <translation>Delete anyway</translation>
  </message>
  <message>
   <source>Slettet</source>
   <translation>Deleted</translation>
  </message>
  <message>
   <source>Slettet hos os, men rettet hos kilden.</source>
   <translation>Deleted here, but edited at the source.</translation>
  </message>
  <message>
   <source>Stedet ({}) ligger uden for Danmark. Ret koordinaterne i kilden.</source>
   <translation>The place ({}) lies outside Denmark. Correct the coordinates at the source.</translation>
  </message>
  <message>
   <source>Stedet er læst i {}.</source>
   <translation>The place was read in {}.</translation>
  </message>
  <message>
   <source>Stedet kan ikke regnes om til UTM 32. Ret koordinaterne i kilden.</source>
   <translation>The place cannot be converted to UTM 32. Correct the coordinates at the source.</translation>
  </message>
  <message>
   <source>Stien til {fil} er på {laengde} tegn. Vælg en mappe med kortere sti; højst {hoejst} tegn.</source>
   <translation>The path of {fil} has {laengde} characters. Choose a folder with a shorter path; at most {hoejst} characters.</translation>
  </message>
  <message>
   <source>Stykkerne kan ikke samles: kolonnen {} findes ikke.</source>
   <translation>The pieces cannot be joined: the column {} does not exist.</translation>
  </message>
  <message>
   <source>Står også i række {}: samme nøgle eller samme type og sted.</source>
   <translation>Also in row {}: same key, or same type and place.</translation>
  </message>
  <message>
   <source>Svaret fra {} er for stort. Hent laget som fil.</source>
   <translation>The answer from {} is too large. Fetch the layer as a file.</translation>
  </message>
  <message>
   <source>Søg</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Søg: navn, person, felt, dato …</source>
   <translation>Search: name, person, field, date …</translation>
  </message>
  <message>
   <source>Tabellen går i stykker efter række {}. Se efter et citationstegn, der ikke er lukket.</source>
   <translation>The table breaks after row {}. Look for a quotation mark that is not closed.</translation>
  </message>
  <message>
   <source>Tabellen {tabel} i {store} kan ikke åbnes i QGIS. Se efter, om datalageret er helt.</source>
   <translation>The table {tabel} in {store} cannot be opened in QGIS. Check that the store is whole.</translation>
  </message>
  <message>
   <source>Tabellen {} kan ikke sendes ud som fil.</source>
   <translation>The table {} cannot be sent out as a file.</translation>
  </message>
  <message>
   <source>Tag deres</source>
   <translation>Take theirs</translation>
  </message>
  <message>
   <source>Tag kollegaens rettelse</source>
   <translation>Take the colleague's edit</translation>
  </message>
  <message>
   <source>Tag kopi og opgradér …</source>
   <translation>Back up and upgrade …</translation>
  </message>
  <message>
   <source>Tegn</source>
   <translation>Draw</translation>
  </message>
  <message>
   <source>Tegn på kortet</source>
   <translation>Draw on the map</translation>
  </message>
  <message>
   <source>Tegningen</source>
   <translation>The drawing</translation>
  </message>
  <message>
   <source>Tegningen er flyttet eller ændret</source>
   <translation>The drawing was moved or changed</translation>
  </message>
  <message>
   <source>Tegningen er {}, men {} tegnes anderledes.</source>
   <translation>The drawing is {}, but {} must be drawn in another way.</translation>
  </message>
  <message>
   <source>Tegningen ligger uden for Danmark. Er koordinaterne byttet om?</source>
   <translation>The drawing lies outside Denmark. Are the coordinates swapped?</translation>
  </message>
  <message>
   <source>Tegninger langt uden for Danmark, som MapInfo ikke kan gemme: {}.</source>
   <translation>Drawings far outside Denmark that MapInfo cannot store: {}.</translation>
  </message>
  <message>
   <source>Tegnsættet “{}” kendes ikke. Skriv for eksempel utf-8 eller cp1252.</source>
   <translation>The character set “{}” is not known. Write for instance utf-8 or cp1252.</translation>
  </message>
  <message>
   <source>Tid</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Tilbage</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Tjenesten bliver ved med at give nye sider. Hent laget som fil i stedet.</source>
   <translation>The service keeps giving new pages. Fetch the layer as a file instead.</translation>
  </message>
  <message>
   <source>Tjenesten giver den samme side igen og igen. Hent laget som fil i stedet.</source>
   <translation>The service gives the same page again and again. Fetch the layer as a file instead.</translation>
  </message>
  <message>
   <source>Tjenesten siger nej: {}</source>
   <translation>The service says no: {}</translation>
  </message>
  <message>
   <source>Tjenesten siger, at der er {} rækker, men gav kun {}. Prøv igen.</source>
   <translation>The service says there are {} rows but gave only {}. Try again.</translation>
  </message>
  <message>
   <source>Tjenesten siger, at der er {} rækker, men gav {}.</source>
   <translation>The service says there are {} rows but gave {}.</translation>
  </message>
  <message>
   <source>Tjenesten svarer med en hjemmeside; måske skal der logges ind. Se adressen efter.</source>
   <translation>The service answers with a web page; perhaps a login is needed. Check the address.</translation>
  </message>
  <message>
   <source>Tjenesten svarer med noget andet end kortdata. Prøv et andet lag.</source>
   <translation>The service answers with something other than map data. Try another layer.</translation>
  </message>
  <message>
   <source>Tjenestens svar</source>
   <translation>The answer of the service</translation>
  </message>
  <message>
   <source>Tjenestens svar for {} kan ikke læses. Prøv igen, eller hent laget som fil.</source>
   <translation>The answer of the service for {} cannot be read. Try again, or fetch the layer as a file.</translation>
  </message>
  <message>
   <source>To har rettet det samme</source>
   <translation>Two people edited the same</translation>
  </message>
  <message>
   <source>Tæl igen</source>
   <translation>Count again</translation>
  </message>
  <message>
   <source>Tæller mødesteder</source>
   <translation>Counting meeting places</translation>
  </message>
  <message>
   <source>Udeladt, fordi de ikke er offentlige: {}.</source>
   <translation>Left out because they are not public: {}.</translation>
  </message>
  <message>
   <source>Udeladt, fordi de ikke har en plads på kortet: {}.</source>
   <translation>Left out because they have no position on the map: {}.</translation>
  </message>
  <message>
   <source>Udeladt: {antal}. {grund}</source>
   <translation>Left out: {antal}. {grund}</translation>
  </message>
  <message>
   <source>Uden navn</source>
   <translation>No name</translation>
  </message>
  <message>
   <source>Uden sted</source>
   <translation>No place</translation>
  </message>
  <message>
   <source>Udfyld formularen</source>
   <translation>Fill in the form</translation>
  </message>
  <message>
   <source>Udgiv</source>
   <translation>Publish</translation>
  </message>
  <message>
   <source>Ukendte felter er sendt uændret: {felter}.</source>
   <translation>Unknown fields were sent unchanged: {felter}.</translation>
  </message>
  <message>
   <source>Underlag</source>
   <translation>Surface</translation>
  </message>
  <message>
   <source>Uændrede</source>
   <translation>Unchanged</translation>
  </message>
  <message>
   <source>Vandrerute</source>
   <translation>Walking route</translation>
  </message>
  <message>
   <source>Vandreruter</source>
   <translation>Walking routes</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Vis</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Vis eller skjul listen</source>
   <translation>Show or hide the list</translation>
  </message>
  <message>
   <source>Vis på kortet</source>
   <translation>Show on the map</translation>
  </message>
  <message>
   <source>Vises i historikken ved det, du retter. Tom: dit navn på computeren.</source>
   <translation>Shown in the history with what you change. Empty: your name on the computer.</translation>
  </message>
  <message>
   <source>Vælg en anden fra listen.</source>
   <translation>Choose another from the list.</translation>
  </message>
  <message>
   <source>Vælg for hvert felt, hvad der skal stå. Det, der ikke bliver valgt, kan hentes i historikken.</source>
   <translation>Choose for each field what it shall say. What is not chosen can be fetched from the history.</translation>
  </message>
  <message>
   <source>Vælg rækker i mindst ét lag, og hvert lag kun én gang.</source>
   <translation>Choose rows in at least one layer, and each layer only once.</translation>
  </message>
  <message>
   <source>Vælg, hvor filen skal ligge.</source>
   <translation>Choose where the file is to be kept.</translation>
  </message>
  <message>
   <source>WGS 84, grader (EPSG:4326)</source>
   <translation>WGS 84, degrees (EPSG:4326)</translation>
  </message>
  <message>
   <source>Web Mercator (EPSG:3857)</source>
   <translation>Web Mercator (EPSG:3857)</translation>
  </message>
  <message>
   <source>Windows (CP1252, Latin-1)</source>
   <translation>Windows (CP1252, Latin-1)</translation>
  </message>
  <message>
   <source>Zip-filen har en fil, der vil ligge uden for mappen ({}). Brug den ikke.</source>
   <translation>The zip file has a file that wants to lie outside the folder ({}). Do not use it.</translation>
  </message>
  <message>
   <source>Zip-filen {} er låst med en adgangskode. Pak den ud først.</source>
   <translation>The zip file {} is locked with a password. Unpack it first.</translation>
  </message>
  <message>
   <source>Zip-filen {} er ødelagt eller afkortet. Hent den igen.</source>
   <translation>The zip file {} is damaged or cut short. Fetch it again.</translation>
  </message>
  <message>
   <source>Zip-filen {} fylder {} MB udpakket, langt mere end den burde. Pak den ud selv, hvis du stoler på den.</source>
   <translation>The zip file {} takes {} MB unpacked, far more than it should. Unpack it yourself if you trust it.</translation>
  </message>
  <message>
   <source>Zip-filen {} har mere end {} filer. Pak kun det ud, der skal bruges.</source>
   <translation>The zip file {} has more than {} files. Unpack only what is needed.</translation>
  </message>
  <message>
   <source>deres</source>
   <translation>theirs</translation>
  </message>
  <message>
   <source>en dato</source>
   <translation>a date</translation>
  </message>
  <message>
   <source>et helt tal</source>
   <translation>a whole number</translation>
  </message>
  <message>
   <source>et tal</source>
   <translation>a number</translation>
  </message>
  <message>
   <source>et tidspunkt</source>
   <translation>a date and time</translation>
  </message>
  <message>
   <source>fanen {0}</source>
   <translation>tab {0}</translation>
  </message>
  <message>
   <source>gyldig JSON</source>
   <translation>valid JSON</translation>
  </message>
  <message>
   <source>hjaelp.html</source>
   <translation>help.html</translation>
  </message>
  <message>
   <source>ja</source>
   <translation>yes</translation>
  </message>
  <message>
   <source>ja eller nej</source>
   <translation>yes or no</translation>
  </message>
  <message>
   <source>kan gemmes</source>
   <translation>can be saved</translation>
  </message>
  <message>
   <source>kan gemmes, men bliver ikke udgivet</source>
   <translation>can be saved, but is not published</translation>
  </message>
  <message>
   <source>min</source>
   <translation>mine</translation>
  </message>
  <message>
   <source>nej</source>
   <translation>no</translation>
  </message>
  <message>
   <source>og {0} felter mere</source>
   <translation>and {0} more fields</translation>
  </message>
  <message>
   <source>og {0} mere</source>
   <translation>and {0} more</translation>
  </message>
  <message>
   <source>på kortet</source>
   <translation>on the map</translation>
  </message>
  <message>
   <source>tegningen</source>
   <translation>the drawing</translation>
  </message>
  <message>
   <source>uden navn</source>
   <translation>no name</translation>
  </message>
  <message>
   <source>ugyldigt navn</source>
   <translation>invalid name</translation>
  </message>
  <message>
   <source>{0} ({1})</source>
   <translation>{0} ({1})</translation>
  </message>
  <message>
   <source>{0} Kommune</source>
   <translation>{0} Municipality</translation>
  </message>
  <message>
   <source>{0} bliver, som det var før {1}. Fjern mærket ved det, der skal blive stående.</source>
   <translation>{0} becomes as it was before {1}. Untick what is to stay as it is.</translation>
  </message>
  <message>
   <source>{0} er gendannet. Det står selv i historikken og kan fortrydes.</source>
   <translation>{0} is restored. That too is in the history and can be undone.</translation>
  </message>
  <message>
   <source>{0} er slettet. Det oprettes igen, som det var {1}.</source>
   <translation>{0} is deleted. It is created again as it was {1}.</translation>
  </message>
  <message>
   <source>{0} har rettelser, der ikke er gemt. Gem eller fortryd dem, og prøv igen.</source>
   <translation>{0} has unsaved edits. Save or undo them and try again.</translation>
  </message>
  <message>
   <source>{0} har rettet {1}, siden du hentede det.</source>
   <translation>{0} has changed {1} since you fetched it.</translation>
  </message>
  <message>
   <source>{0} har slettet {1}, siden du hentede det.</source>
   <translation>{0} has deleted {1} since you fetched it.</translation>
  </message>
  <message>
   <source>{0} i {1}</source>
   <translation>{0} in {1}</translation>
  </message>
  <message>
   <source>{0} lykkedes ikke. Hvor det gik galt, står i loggen på fanen Mødested.</source>
   <translation>{0} did not succeed. Where it went wrong is in the log, on the tab Mødested.</translation>
  </message>
  <message>
   <source>{0} mere.</source>
   <translation>{0} more.</translation>
  </message>
  <message>
   <source>{0} rækker kunne ikke gemmes. De står her endnu som ugemte. {1}</source>
   <translation>{0} rows could not be saved. They are still here, unsaved. {1}</translation>
  </message>
  <message>
   <source>{0} ser allerede sådan ud.</source>
   <translation>{0} already looks like that.</translation>
  </message>
  <message>
   <source>{0} svarer ikke. Se efter, om der er netværk, og om nøglen er rigtig.</source>
   <translation>{0} does not answer. Check that there is a network and that the key is right.</translation>
  </message>
  <message>
   <source>{0}: {1} bruges ikke længere</source>
   <translation>{0}: {1} is no longer used</translation>
  </message>
  <message>
   <source>{felt} er af en forkert slags.</source>
   <translation>{felt} is of the wrong kind.</translation>
  </message>
  <message>
   <source>{felt} er ikke en dag, GeoFA kan gemme: {dag}.</source>
   <translation>{felt} is not a day GeoFA can store: {dag}.</translation>
  </message>
  <message>
   <source>{felt} er ikke sendt for {antal} række(r): GeoFA {profil} har ikke feltet.</source>
   <translation>{felt} was not sent for {antal} row(s): GeoFA {profil} does not have the field.</translation>
  </message>
  <message>
   <source>{felt} er ikke sendt: et andet felt hedder næsten det samme.</source>
   <translation>{felt} was not sent: another field has almost the same name.</translation>
  </message>
  <message>
   <source>{felt} indeholder noget, der ligner et CPR-nummer. Fjern det.</source>
   <translation>{felt} holds something that looks like a CPR number. Remove it.</translation>
  </message>
  <message>
   <source>{felt} ligner ikke en webadresse.</source>
   <translation>{felt} does not look like a web address.</translation>
  </message>
  <message>
   <source>{felt} mangler.</source>
   <translation>{felt} is missing.</translation>
  </message>
  <message>
   <source>{felt} må højst være på {antal} tegn.</source>
   <translation>{felt} may have at most {antal} characters.</translation>
  </message>
  <message>
   <source>{felt}: GeoFA {profil} kender ikke koden {kode}.</source>
   <translation>{felt}: GeoFA {profil} does not know the code {kode}.</translation>
  </message>
  <message>
   <source>{felt}: for lang til {format} og afkortet i {antal} række(r).</source>
   <translation>{felt}: too long for {format} and cut short in {antal} row(s).</translation>
  </message>
  <message>
   <source>{felt}: koden {kode} er udgået. Vælg en anden.</source>
   <translation>{felt}: the code {kode} is no longer in use. Choose another.</translation>
  </message>
  <message>
   <source>{felt}: tegn, som {format} ikke kan gemme, er blevet til ? i {antal} række(r).</source>
   <translation>{felt}: characters {format} cannot store became ? in {antal} row(s).</translation>
  </message>
  <message>
   <source>{file} findes ikke. Vælg filen igen.</source>
   <translation>{file} does not exist. Choose the file again.</translation>
  </message>
  <message>
   <source>{file} har ingen flader for kommunen. Vælg en fil med kommunens grænse som flade.</source>
   <translation>{file} has no areas for the municipality. Choose a file with the municipal boundary as an area.</translation>
  </message>
  <message>
   <source>{file} kan ikke læses som et kort med flader. Vælg en anden fil.</source>
   <translation>{file} cannot be read as a map with areas. Choose another file.</translation>
  </message>
  <message>
   <source>{file} siger ikke, hvilket koordinatsystem den er i. Gem den i EPSG:25832, og prøv igen.</source>
   <translation>{file} does not say which coordinate system it is in. Save it in EPSG:25832 and try again.</translation>
  </message>
  <message>
   <source>{fil} findes allerede. Vælg et andet navn, eller flyt den gamle fil.</source>
   <translation>{fil} already exists. Choose another name, or move the old file.</translation>
  </message>
  <message>
   <source>{} af {} værdier i {} er i listen.</source>
   <translation>{} of {} values in {} are in the list.</translation>
  </message>
  <message>
   <source>{} eller mappen, den ligger i, er skrivebeskyttet. Flyt filen til en mappe, du må skrive i.</source>
   <translation>{} or the folder it lies in is read-only. Move the file to a folder you may write to.</translation>
  </message>
  <message>
   <source>{} er XML i tegnsættet {}, som ikke bruges. Gem den som UTF-8.</source>
   <translation>{} is XML in the character set {}, which is not used. Save it as UTF-8.</translation>
  </message>
  <message>
   <source>{} er beskadiget. Hent den seneste fra mappen {}.</source>
   <translation>{} is damaged. Fetch the latest copy from the folder {}.</translation>
  </message>
  <message>
   <source>{} er en filtype, som ikke kan læses. Gem den som GeoPackage, GeoJSON eller CSV.</source>
   <translation>{} is a kind of file that cannot be read. Save it as GeoPackage, GeoJSON or CSV.</translation>
  </message>
  <message>
   <source>{} er en hjemmeside, ikke kortdata. Hent filen igen.</source>
   <translation>{} is a web page, not map data. Fetch the file again.</translation>
  </message>
  <message>
   <source>{} er et gammelt regneark (.xls). Gem det som .xlsx i Excel.</source>
   <translation>{} is an old spreadsheet (.xls). Save it as .xlsx in Excel.</translation>
  </message>
  <message>
   <source>{} er for stor til den plads, der er. Gør den mindre, eller ryd op.</source>
   <translation>{} is too large for the room there is. Make it smaller, or make room.</translation>
  </message>
  <message>
   <source>{} er ikke en GeoPackage. Vælg en anden fil.</source>
   <translation>{} is not a GeoPackage. Choose another file.</translation>
  </message>
  <message>
   <source>{} er ikke lavet af Mødested. Vælg en anden fil, eller opret en ny.</source>
   <translation>{} was not made by Mødested. Choose another file, or create a new one.</translation>
  </message>
  <message>
   <source>{} er kortere end overskriften; resten er tomt.</source>
   <translation>{} is shorter than the heading; the rest is empty.</translation>
  </message>
  <message>
   <source>{} er kun en del af et lag. Vælg filen, der slutter på .shp, .tab eller .mif.</source>
   <translation>{} is only part of a layer. Choose the file that ends in .shp, .tab or .mif.</translation>
  </message>
  <message>
   <source>{} er kun til internt brug. Vælg interne kolonner for at sende dem ud.</source>
   <translation>{} is for internal use only. Choose internal columns to send them out.</translation>
  </message>
  <message>
   <source>{} er lavet med en nyere udgave af Mødested. Opdatér pluginet, og prøv igen.</source>
   <translation>{} was made with a newer version of Mødested. Update the plugin and try again.</translation>
  </message>
  <message>
   <source>{} er lavet med en ældre udgave af Mødested. Opgradér den; der tages en kopi først.</source>
   <translation>{} was made with an older version of Mødested. Upgrade it; a copy is taken first.</translation>
  </message>
  <message>
   <source>{} er låst af et andet program. Luk det program, der har filen åben, og prøv igen.</source>
   <translation>{} is locked by another program. Close the program that has the file open, and try again.</translation>
  </message>
  <message>
   <source>{} er tom. Hent den igen.</source>
   <translation>{} is empty. Fetch it again.</translation>
  </message>
  <message>
   <source>{} er åbnet til redigering af en anden. Du kan se, men ikke rette.</source>
   <translation>{} is open for editing by someone else. You can look, but not edit.</translation>
  </message>
  <message>
   <source>{} er ødelagt eller afkortet. Hent den igen.</source>
   <translation>{} is damaged or cut short. Fetch it again.</translation>
  </message>
  <message>
   <source>{} findes allerede. Vælg et andet navn.</source>
   <translation>{} already exists. Choose another name.</translation>
  </message>
  <message>
   <source>{} findes ikke. Vælg en anden fil, eller opret en ny.</source>
   <translation>{} does not exist. Choose another file, or create a new one.</translation>
  </message>
  <message>
   <source>{} har en DOCTYPE, som kan hente andre filer. Bed om filen uden.</source>
   <translation>{} has a DOCTYPE, which can fetch other files. Ask for the file without it.</translation>
  </message>
  <message>
   <source>{} har flere lag. Vælg det, der skal læses.</source>
   <translation>{} has several layers. Choose the one to read.</translation>
  </message>
  <message>
   <source>{} har ingen geometri.</source>
   <translation>{} has no geometry.</translation>
  </message>
  <message>
   <source>{} har tabeller, der henviser til andre filer. Gem laget i en ny GeoPackage.</source>
   <translation>{} has tables that point to other files. Save the layer in a new GeoPackage.</translation>
  </message>
  <message>
   <source>{} havde HTML i teksten, som er gjort til ren tekst.</source>
   <translation>{} had HTML in its text, which was made plain text.</translation>
  </message>
  <message>
   <source>{} havde bogstaver, der ikke kan læses; de står som �.</source>
   <translation>{} had letters that cannot be read; they are shown as �.</translation>
  </message>
  <message>
   <source>{} havde buer, som er gjort til rette linjestykker.</source>
   <translation>{} had arcs, which were made straight segments.</translation>
  </message>
  <message>
   <source>{} havde byttet om på øst og nord; det er rettet.</source>
   <translation>{} had swapped east and north; that is corrected.</translation>
  </message>
  <message>
   <source>{} havde en flade, der skar sig selv; den er repareret.</source>
   <translation>{} had an area that crossed itself; it is repaired.</translation>
  </message>
  <message>
   <source>{} havde højde (Z), som er fjernet.</source>
   <translation>{} had heights (Z), which are removed.</translation>
  </message>
  <message>
   <source>{} havde mål (M), som er fjernet.</source>
   <translation>{} had measures (M), which are removed.</translation>
  </message>
  <message>
   <source>{} henviser kun til andre filer. Vælg selve filen med data.</source>
   <translation>{} only points to other files. Choose the file with the data itself.</translation>
  </message>
  <message>
   <source>{} kan ikke læses ({}). Se efter, om den er åben i et andet program.</source>
   <translation>{} cannot be read ({}). Check whether it is open in another program.</translation>
  </message>
  <message>
   <source>{} kan ikke læses. Måske er den afkortet eller ødelagt; hent eller gem den igen.</source>
   <translation>{} cannot be read. Perhaps it is cut short or damaged; fetch or save it again.</translation>
  </message>
  <message>
   <source>{} kan ikke læses. Prøv igen, eller flyt filen.</source>
   <translation>{} cannot be read. Try again, or move the file.</translation>
  </message>
  <message>
   <source>{} kræver et login (svar {}). Vælg en godkendelse, eller se den efter.</source>
   <translation>{} wants a login (answer {}). Choose an authentication, or check it.</translation>
  </message>
  <message>
   <source>{} kunne ikke gemme det. Intet er ændret. Prøv igen.</source>
   <translation>{} could not save it. Nothing was changed. Try again.</translation>
  </message>
  <message>
   <source>{} kunne ikke skrives. Er der plads på disken, og må du skrive i mappen?</source>
   <translation>{} could not be written. Is there room on the disk, and may you write to the folder?</translation>
  </message>
  <message>
   <source>{} ligger på et netværksdrev. Det går, når kun én arbejder i filen. Brug PostGIS, når flere redigerer.</source>
   <translation>{} is on a network drive. That will do while only one person works in the file. Use PostGIS when several edit.</translation>
  </message>
  <message>
   <source>{} redigeres af {} på {} siden {}. Du kan se, men ikke rette. QGIS uden pluginet viser ikke denne besked.</source>
   <translation>{} is being edited by {} on {} since {}. You can look, but not edit. QGIS without the plugin does not show this message.</translation>
  </message>
  <message>
   <source>{} rækker</source>
   <translation>{} rows</translation>
  </message>
  <message>
   <source>{} skal opgraderes, men er skrivebeskyttet. Flyt den til en mappe, du må skrive i.</source>
   <translation>{} must be upgraded, but is read-only. Move it to a folder you may write to.</translation>
  </message>
  <message>
   <source>{} stykker er samlet til {} ruter.</source>
   <translation>{} pieces were joined into {} routes.</translation>
  </message>
  <message>
   <source>{} står åben til redigering hos dig selv siden {}. Er QGIS gået ned, kan du overtage den.</source>
   <translation>{} has been open for editing by yourself since {}. If QGIS crashed, you can take it over.</translation>
  </message>
  <message>
   <source>{} svarer ikke, eller svarer kun halvt. Prøv igen senere; det, der er hentet, hentes ikke igen.</source>
   <translation>{} does not answer, or only half. Try again later; what has been fetched is not fetched again.</translation>
  </message>
  <message>
   <source>{} svarer ikke.</source>
   <translation>{} does not answer.</translation>
  </message>
  <message>
   <source>{} svarer {} på adressen. Se den efter.</source>
   <translation>{} answers {} at the address. Check it.</translation>
  </message>
  <message>
   <source>{} var en samling af dele, som er gjort til én geometri.</source>
   <translation>{} was a collection of parts, which was made one geometry.</translation>
  </message>
  <message>
   <source>{} viser ingen lag. Måske skal der logges ind.</source>
   <translation>{} shows no layers. Perhaps a login is needed.</translation>
  </message>
  <message>
   <source>{} værdier i {} står i flere rækker, for eksempel {}.</source>
   <translation>{} values in {} stand in several rows, for instance {}.</translation>
  </message>
  <message>
   <source>{}: findes allerede. Der må kun være én.</source>
   <translation>{}: already exists. There may be only one.</translation>
  </message>
  <message>
   <source>{}: “{}” er ikke {}.</source>
   <translation>{}: “{}” is not {}.</translation>
  </message>
  <message>
   <source>{}: “{}” findes ikke i listen. Skriv i profilen, hvilken kode den svarer til.</source>
   <translation>{}: “{}” is not in the list. Say in the profile which code it stands for.</translation>
  </message>
  <message>
   <source>Åbn formularen</source>
   <translation>Open the form</translation>
  </message>
  <message>
   <source>Åbn projekt …</source>
   <translation>Open project …</translation>
  </message>
  <message>
   <source>Åbn til redigering alligevel</source>
   <translation>Open for editing anyway</translation>
  </message>
  <message>
   <source>Åbn {0}</source>
   <translation>Open {0}</translation>
  </message>
  <message>
   <source>Ældre Mac</source>
   <translation>Older Mac</translation>
  </message>
  <message>
   <source>Ændrede</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Ændring</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>“{}” i profilen kendes ikke. Ret stavningen, eller fjern det.</source>
   <translation>“{}” in the profile is not known. Correct the spelling, or remove it.</translation>
  </message>
  <message>
   <source>“{}” i profilen skal være en liste af tekster.</source>
   <translation>“{}” in the profile must be a list of texts.</translation>
  </message>
  <message>
   <source>“{}” i profilen skal være en liste.</source>
   <translation>“{}” in the profile must be a list.</translation>
  </message>
  <message>
   <source>“{}” i profilen skal være en tekst.</source>
   <translation>“{}” in the profile must be a text.</translation>
  </message>
  <message>
   <source>“{}” i profilen skal være et objekt.</source>
   <translation>“{}” in the profile must be an object.</translation>
  </message>
 </context>
</TS>
