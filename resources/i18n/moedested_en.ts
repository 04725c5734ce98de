<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="da">
 <context>
  <name>moedested</name>
  <message>
   <source> (udgået)</source>
   <translation> (no longer used)</translation>
  </message>
  <message>
   <source> og </source>
   <translation> and </translation>
  </message>
  <message>
   <source> og {} mere</source>
   <translation> and {} more</translation>
  </message>
  <message>
   <source> · {0} kan gemmes, men udgives ikke</source>
   <translation> · {0} can be saved, but not published</translation>
  </message>
  <message>
   <source>%</source>
   <translation>%</translation>
  </message>
  <message>
   <source>&amp;Begrundelse</source>
   <translation>&amp;Reason</translation>
  </message>
  <message>
   <source>&amp;Fortryd accept</source>
   <translation>&amp;Take acceptance back</translation>
  </message>
  <message>
   <source>&amp;Importér som</source>
   <translation>&amp;Import as</translation>
  </message>
  <message>
   <source>&amp;Initialer</source>
   <translation>&amp;Initials</translation>
  </message>
  <message>
   <source>&amp;Kilde</source>
   <translation>&amp;Source</translation>
  </message>
  <message>
   <source>&amp;Kontrollér nu</source>
   <translation>&amp;Check now</translation>
  </message>
  <message>
   <source>&amp;Prøv alle links på nettet</source>
   <translation>&amp;Try all links on the web</translation>
  </message>
  <message>
   <source>&amp;Ret</source>
   <translation>&amp;Mend</translation>
  </message>
  <message>
   <source>(ingen)</source>
   <translation>(none)</translation>
  </message>
  <message>
   <source>(som kilden siger)</source>
   <translation>(as the source says)</translation>
  </message>
  <message>
   <source>(tom)</source>
   <translation>(empty)</translation>
  </message>
  <message>
   <source>(uden navn)</source>
   <translation>(no name)</translation>
  </message>
  <message>
   <source>(ukendt)</source>
   <translation>(unknown)</translation>
  </message>
  <message>
   <source>0: koden står aldrig i en offentlig visning.</source>
   <translation>0: the code never appears in a public view.</translation>
  </message>
  <message>
   <source>1 Kladde, 2 Forslag, 3 Gældende, 4 Ikke gældende.</source>
   <translation>1 Kladde (draft), 2 Forslag (proposed), 3 Gældende (in force), 4 Ikke gældende (not in force).</translation>
  </message>
  <message>
   <source>1 Markør, 2 Mødestedskit.</source>
   <translation>1 Marker, 2 Meeting place kit.</translation>
  </message>
  <message>
   <source>1 Selve stedet, 2 Facilitet, 3 Rute, 4 Adgangsvej.</source>
   <translation>1 The place itself, 2 Facility, 3 Route, 4 Access route.</translation>
  </message>
  <message>
   <source>1 aftale</source>
   <translation>1 event</translation>
  </message>
  <message>
   <source>1 alle, 2 kun kommunen, 3 kun myndigheder.</source>
   <translation>1 everyone, 2 the municipality only, 3 authorities only.</translation>
  </message>
  <message>
   <source>1 facilitet</source>
   <translation>1 facility</translation>
  </message>
  <message>
   <source>1 ny</source>
   <translation>1 new</translation>
  </message>
  <message>
   <source>1 og 5 bruges kun på mountainbikeruter.</source>
   <translation>1 and 5 are for mountain bike routes only.</translation>
  </message>
  <message>
   <source>1 rettet</source>
   <translation>1 edited</translation>
  </message>
  <message>
   <source>1 rute</source>
   <translation>1 route</translation>
  </message>
  <message>
   <source>1 række</source>
   <translation>1 row</translation>
  </message>
  <message>
   <source>1 side</source>
   <translation>1 page</translation>
  </message>
  <message>
   <source>1 tilbydes, 0 er udgået.</source>
   <translation>1 is offered, 0 is no longer used.</translation>
  </message>
  <message>
   <source>1 værdi er ikke fundet. Den står i {}.</source>
   <translation>1 value is not found. It is in {}.</translation>
  </message>
  <message>
   <source>1 · Kommune</source>
   <translation>1 · Municipality</translation>
  </message>
  <message>
   <source>1. januar i år</source>
   <translation>1 January this year</translation>
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
   <source>8 cifre. Kommer aldrig ud.</source>
   <translation>8 digits. Never made public.</translation>
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
   <source>A&amp;cceptér …</source>
   <translation>&amp;Accept …</translation>
  </message>
  <message>
   <source>A2 med kort og liste by for by</source>
   <translation>A2 with map and list by town</translation>
  </message>
  <message>
   <source>A3, til at lime sammen</source>
   <translation>A3, to be glued together</translation>
  </message>
  <message>
   <source>A4, til at lime sammen</source>
   <translation>A4, to be glued together</translation>
  </message>
  <message>
   <source>Accepterede fund</source>
   <translation>Accepted findings</translation>
  </message>
  <message>
   <source>Accepteret med</source>
   <translation>Accepted with</translation>
  </message>
  <message>
   <source>Accepteret {0} af {1}: {2}</source>
   <translation>Accepted {0} by {1}: {2}</translation>
  </message>
  <message>
   <source>Acceptér</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>Acceptér for &amp;kilden …</source>
   <translation>Accept for the &amp;source …</translation>
  </message>
  <message>
   <source>Acceptér for kilden</source>
   <translation>Accept for the source</translation>
  </message>
  <message>
   <source>Adgang</source>
   <translation>Access</translation>
  </message>
  <message>
   <source>Adgang og tilgængelighed</source>
   <translation>Access and accessibility</translation>
  </message>
  <message>
   <source>Adgangsvej</source>
   <translation>Access route</translation>
  </message>
  <message>
   <source>Adgangsvejen {anden} slutter {meter} m fra mødestedet.</source>
   <translation>The access route {anden} ends {meter} m from the meeting place.</translation>
  </message>
  <message>
   <source>Adresse</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Adresse eller stedsangivelse</source>
   <translation>Address or location</translation>
  </message>
  <message>
   <source>Adresse på metadata</source>
   <translation>Address of the metadata</translation>
  </message>
  <message>
   <source>Adresse-id (DAR)</source>
   <translation>Address id (DAR)</translation>
  </message>
  <message>
   <source>Adressefilen har ingen kolonne, der hedder vejnavn eller adressebetegnelse.</source>
   <translation>The address file has no column called vejnavn or adressebetegnelse.</translation>
  </message>
  <message>
   <source>Adressefilen kan ikke åbnes. Vælg den igen under Indstillinger › Mødested › Tegn.</source>
   <translation>The address file cannot be opened. Choose it again under Options › Mødested › Draw.</translation>
  </message>
  <message>
   <source>Adressefiler (*.gpkg *.csv *.shp *.geojson *.parquet);;Alle filer (*)</source>
   <translation>Address files (*.gpkg *.csv *.shp *.geojson *.parquet);;All files (*)</translation>
  </message>
  <message>
   <source>Adressen er et eksempel. Skriv kommunens egen.</source>
   <translation>The address is an example. Enter the municipality's own.</translation>
  </message>
  <message>
   <source>Adressen er ikke i filen længere. Søg igen.</source>
   <translation>The address is no longer in the file. Search again.</translation>
  </message>
  <message>
   <source>Adressen er ofte en enkelt persons og bliver stående, når personen er holdt op.</source>
   <translation>The address is often one person's and stays when that person has left.</translation>
  </message>
  <message>
   <source>Adressen er uden https. Andre kan læse med undervejs.</source>
   <translation>The address is without https. Others can read along on the way.</translation>
  </message>
  <message>
   <source>Adressen er {0} tegn for lang til en QR-kode, der er let at læse. Vælg en kortere.</source>
   <translation>The address is {0} characters too long for a QR code that is easy to read. Choose a shorter one.</translation>
  </message>
  <message>
   <source>Adressen har intet sted på kortet.</source>
   <translation>The address has no place on the map.</translation>
  </message>
  <message>
   <source>Adressen i {felt} er kun et eksempel: {vaert}.</source>
   <translation>The address in {felt} is only an example: {vaert}.</translation>
  </message>
  <message>
   <source>Adressen kan kun åbnes inde i kommunen eller med login. Vælg en, alle kan åbne.</source>
   <translation>The address can only be opened inside the municipality or with a login. Choose one that everybody can open.</translation>
  </message>
  <message>
   <source>Adressen kunne ikke slås op. Skriv den selv.</source>
   <translation>The address could not be looked up. Type it yourself.</translation>
  </message>
  <message>
   <source>Adressen ligger i en anden kommune. Vælg en anden, eller skriv den selv.</source>
   <translation>The address is in another municipality. Choose another, or type it yourself.</translation>
  </message>
  <message>
   <source>Adressen må ikke have mellemrum.</source>
   <translation>The address must not contain spaces.</translation>
  </message>
  <message>
   <source>Adressen må kun have {0} i krøllede parenteser.</source>
   <translation>The address may have only {0} in curly brackets.</translation>
  </message>
  <message>
   <source>Adressen ser ikke rigtig ud. Skriv den som https://kommunen.dk/sted/{0}.</source>
   <translation>The address does not look right. Write it like https://kommunen.dk/sted/{0}.</translation>
  </message>
  <message>
   <source>Adressen skal begynde med https:// eller http://.</source>
   <translation>The address must start with https:// or http://.</translation>
  </message>
  <message>
   <source>Adressen skal begynde med https:// én gang.</source>
   <translation>The address must begin with https:// once.</translation>
  </message>
  <message>
   <source>Adressen skal have {0} én gang: dér, hvor mødestedets id skal stå.</source>
   <translation>The address must contain {0} once: where the id of the meeting place goes.</translation>
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
   <source>Adressesøgning</source>
   <translation>Address search</translation>
  </message>
  <message>
   <source>Adressesøgning er ikke sat op</source>
   <translation>Address search is not set up</translation>
  </message>
  <message>
   <source>Adressevælger afviste nøglen. Skriv den igen under Indstillinger › Mødested › Tegn.</source>
   <translation>Adressevælger refused the key. Type it again under Options › Mødested › Draw.</translation>
  </message>
  <message>
   <source>Adressevælger svarede noget, der ikke kan læses. Skriv adressen selv.</source>
   <translation>Adressevælger answered something that cannot be read. Type the address yourself.</translation>
  </message>
  <message>
   <source>Adressevælger svarer ikke. Skriv adressen selv, eller prøv igen.</source>
   <translation>Adressevælger does not answer. Type the address yourself, or try again.</translation>
  </message>
  <message>
   <source>Advarsel</source>
   <translation>Warning</translation>
  </message>
  <message>
   <source>Advarsler</source>
   <translation>Warnings</translation>
  </message>
  <message>
   <source>Advarsler ({})</source>
   <translation>Warnings ({})</translation>
  </message>
  <message>
   <source>Advarsler: {}.</source>
   <translation>Warnings: {}.</translation>
  </message>
  <message>
   <source>Af</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Afbrudt. De svar, der er givet, bliver stående.</source>
   <translation>Stopped. The answers given so far stay.</translation>
  </message>
  <message>
   <source>Afbrudt. Der er ikke lavet noget.</source>
   <translation>Cancelled. Nothing was made.</translation>
  </message>
  <message>
   <source>Afbrudt. Der er intet skrevet.</source>
   <translation>Cancelled. Nothing was written.</translation>
  </message>
  <message>
   <source>Afbrudt. Det, der er hentet, kan fortrydes.</source>
   <translation>Stopped. What has been fetched can be undone.</translation>
  </message>
  <message>
   <source>Afbrudt. Intet er ændret.</source>
   <translation>Stopped. Nothing has changed.</translation>
  </message>
  <message>
   <source>Afbrudt. Noget er ført tilbage. Fortryd igen for at tage resten.</source>
   <translation>Cancelled. Some of it has been taken back. Undo again to take back the rest.</translation>
  </message>
  <message>
   <source>Afbryd</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Afgjort felt for felt</source>
   <translation>Decided field by field</translation>
  </message>
  <message>
   <source>Afgør ikke nu: 1 række</source>
   <translation>Do not decide now: 1 row</translation>
  </message>
  <message>
   <source>Afgør ikke nu: {} rækker</source>
   <translation>Do not decide now: {} rows</translation>
  </message>
  <message>
   <source>Afgør konflikter …</source>
   <translation>Deciding conflicts …</translation>
  </message>
  <message>
   <source>Afkort den ene strækning.</source>
   <translation>Shorten one of the stretches.</translation>
  </message>
  <message>
   <source>Afledte felter</source>
   <translation>Derived fields</translation>
  </message>
  <message>
   <source>Aflys aktiviteten</source>
   <translation>Cancel the activity</translation>
  </message>
  <message>
   <source>Aflys aktiviteten, eller flyt den til et andet mødested.</source>
   <translation>Cancel the activity, or move it to another meeting place.</translation>
  </message>
  <message>
   <source>Aflys aktiviteten, eller sæt mødestedet til Aktiv.</source>
   <translation>Cancel the activity, or set the meeting place to Active.</translation>
  </message>
  <message>
   <source>Aflyses</source>
   <translation>Cancelled</translation>
  </message>
  <message>
   <source>Aflyst</source>
   <translation>Cancelled</translation>
  </message>
  <message>
   <source>Afmærket</source>
   <translation>Waymarked</translation>
  </message>
  <message>
   <source>Aftalen er mærket som privat i kalenderen.</source>
   <translation>The event is marked as private in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen gentages, men sker aldrig. Ret den i kalenderen.</source>
   <translation>The event repeats but never happens. Correct it in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen har ingen dato. Giv den en i kalenderen.</source>
   <translation>The event has no date. Give it one in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen har ingen titel. Giv den en i kalenderen.</source>
   <translation>The event has no title. Give it one in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen retter alle følgende gange. Del rækken i to i kalenderen.</source>
   <translation>The event changes all the following ones. Split the series in two in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen slutter, før den begynder. Ret den i kalenderen.</source>
   <translation>The event ends before it begins. Correct it in the calendar.</translation>
  </message>
  <message>
   <source>Aftalen varer flere dage og gentages. Opret hver gang for sig i kalenderen.</source>
   <translation>The event lasts several days and repeats. Create each occurrence by itself in the calendar.</translation>
  </message>
  <message>
   <source>Afventer</source>
   <translation>Pending</translation>
  </message>
  <message>
   <source>Afvis</source>
   <translation>Decline</translation>
  </message>
  <message>
   <source>Afvis alle {} flytninger</source>
   <translation>Decline all {} moves</translation>
  </message>
  <message>
   <source>Afvis alle {} nye</source>
   <translation>Decline all {} new ones</translation>
  </message>
  <message>
   <source>Afvis alle {}, der ligner</source>
   <translation>Decline all {} that look alike</translation>
  </message>
  <message>
   <source>Afvisnings-id</source>
   <translation>Refusal id</translation>
  </message>
  <message>
   <source>Afvist</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Afviste</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Afviste ændringer</source>
   <translation>Refused changes</translation>
  </message>
  <message>
   <source>Aktiv</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>Aktive mødesteder på kortet: {0} (mindst {1}).</source>
   <translation>Active meeting places on the map: {0} (at least {1}).</translation>
  </message>
  <message>
   <source>Aktivitet</source>
   <translation>Activity</translation>
  </message>
  <message>
   <source>Aktiviteten er i gang, men mødestedet {navn} er ikke aktivt.</source>
   <translation>The activity is running, but the meeting place {navn} is not active.</translation>
  </message>
  <message>
   <source>Aktiviteten er overstået for mere end {dage} dage siden.</source>
   <translation>The activity ended more than {dage} days ago.</translation>
  </message>
  <message>
   <source>Aktiviteten ligger i fremtiden, men mødestedet {navn} er opløst.</source>
   <translation>The activity lies in the future, but the meeting place {navn} is dissolved.</translation>
  </message>
  <message>
   <source>Aktiviteten vises ikke, og dem, der har noteret den, får intet at vide.</source>
   <translation>The activity is not shown, and those who have noted it are told nothing.</translation>
  </message>
  <message>
   <source>Aktiviteten vises som aflyst.</source>
   <translation>The activity is shown as cancelled.</translation>
  </message>
  <message>
   <source>Aktiviteter</source>
   <translation>Activities</translation>
  </message>
  <message>
   <source>Aktivitets-id</source>
   <translation>Activity id</translation>
  </message>
  <message>
   <source>Aktivt fra</source>
   <translation>Active from</translation>
  </message>
  <message>
   <source>Alder fra</source>
   <translation>Age from</translation>
  </message>
  <message>
   <source>Alder fra skal være mellem 0 og 120.</source>
   <translation>Age from must be between 0 and 120.</translation>
  </message>
  <message>
   <source>Alder til</source>
   <translation>Age to</translation>
  </message>
  <message>
   <source>Alder til må ikke være mindre end Alder fra.</source>
   <translation>Age to must not be less than Age from.</translation>
  </message>
  <message>
   <source>Alder til skal være mellem 0 og 120.</source>
   <translation>Age to must be between 0 and 120.</translation>
  </message>
  <message>
   <source>Alle</source>
   <translation>Everyone</translation>
  </message>
  <message>
   <source>Alle ({})</source>
   <translation>All ({})</translation>
  </message>
  <message>
   <source>Alle filer</source>
   <translation>All files</translation>
  </message>
  <message>
   <source>Alle koordinater ligger uden for Danmark (for eksempel {} i {}). Se efter, om det er den rigtige fil.</source>
   <translation>All coordinates lie outside Denmark (for instance {} in {}). Check whether it is the right file.</translation>
  </message>
  <message>
   <source>Alle mødestederne</source>
   <translation>All the meeting places</translation>
  </message>
  <message>
   <source>Alle rækker</source>
   <translation>All rows</translation>
  </message>
  <message>
   <source>Alle rækker, som ikke er uændrede.</source>
   <translation>All rows that are not unchanged.</translation>
  </message>
  <message>
   <source>Alle værdier er fundet i listen.</source>
   <translation>All values are found in the list.</translation>
  </message>
  <message>
   <source>Alt er gemt. Lav planen igen, så rettelserne kommer med.</source>
   <translation>Everything is saved. Make the plan again so that the edits are included.</translation>
  </message>
  <message>
   <source>Alt, der er synligt for alle</source>
   <translation>Everything visible to all</translation>
  </message>
  <message>
   <source>Alternativ tekst</source>
   <translation>Alternative text</translation>
  </message>
  <message>
   <source>Alternativ tekst fortæller ikke, hvad man ser.</source>
   <translation>Alternative text does not tell what one sees.</translation>
  </message>
  <message>
   <source>Alvor</source>
   <translation>Severity</translation>
  </message>
  <message>
   <source>Anbefaling</source>
   <translation>Recommendation</translation>
  </message>
  <message>
   <source>Anbefalinger</source>
   <translation>Recommendations</translation>
  </message>
  <message>
   <source>Andele af underlag og det dårligste stykke regnes af Fra (m) og Til (m).</source>
   <translation>Shares of surface and the worst stretch are worked out from From (m) and To (m).</translation>
  </message>
  <message>
   <source>Anden</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>Anden rute</source>
   <translation>Other route</translation>
  </message>
  <message>
   <source>Andet</source>
   <translation>Other</translation>
  </message>
  <message>
   <source>Andre</source>
   <translation>Others</translation>
  </message>
  <message>
   <source>Andre har bygget noget oven på visningen {}, og dens kolonner skal ændres. Fjern det, de har bygget.</source>
   <translation>Others have built something on top of the view {}, and its columns have to change. Remove what they have built.</translation>
  </message>
  <message>
   <source>Andre myndigheders steder udgives også</source>
   <translation>Places of other authorities are published too</translation>
  </message>
  <message>
   <source>Andre programmer kan ikke læse værdien, og borgeren får en forkert oplysning.</source>
   <translation>Other programs cannot read the value, and the citizen gets wrong information.</translation>
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
   <source>Annullér</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Ansvar for vedligehold</source>
   <translation>Responsible for upkeep</translation>
  </message>
  <message>
   <source>Ansvar i GeoFA</source>
   <translation>Responsibility in GeoFA</translation>
  </message>
  <message>
   <source>Ansvarlig</source>
   <translation>Responsible</translation>
  </message>
  <message>
   <source>Ansøgt</source>
   <translation>Applied for</translation>
  </message>
  <message>
   <source>Antal</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Antal besøg i perioden.</source>
   <translation>Number of visits in the period.</translation>
  </message>
  <message>
   <source>Antal eller alder</source>
   <translation>Count or age</translation>
  </message>
  <message>
   <source>Antal pladser</source>
   <translation>Number of places</translation>
  </message>
  <message>
   <source>Antal pladser skal være mellem 0 og 9999.</source>
   <translation>Number of places must be between 0 and 9999.</translation>
  </message>
  <message>
   <source>Antal skal være mellem 0 og 1.000.000.</source>
   <translation>Number must be between 0 and 1,000,000.</translation>
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
   <source>Antallet af rækker i {tabel} er ikke talt. Udgiv igen.</source>
   <translation>The rows of {tabel} have not been counted. Publish again.</translation>
  </message>
  <message>
   <source>Anvend</source>
   <translation>Apply</translation>
  </message>
  <message>
   <source>Anvend {}.</source>
   <translation>Apply {}.</translation>
  </message>
  <message>
   <source>April</source>
   <translation>April</translation>
  </message>
  <message>
   <source>Arealet kan ikke beregnes, og GeoFA tager det ikke.</source>
   <translation>The area cannot be worked out, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Arealet kan ikke beregnes, udfyldningen bliver forkert, og GeoFA tager det ikke.</source>
   <translation>The area cannot be worked out, the fill goes wrong, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Arealet tælles to gange, og GeoFA tager det ikke.</source>
   <translation>The area is counted twice, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Ark til kolleger</source>
   <translation>Sheet for colleagues</translation>
  </message>
  <message>
   <source>Ark til kolleger …</source>
   <translation>Sheet for colleagues …</translation>
  </message>
  <message>
   <source>Ark: aktiviteter (Excel eller CSV)</source>
   <translation>Sheet: activities (Excel or CSV)</translation>
  </message>
  <message>
   <source>Ark: mødesteder (Excel eller CSV)</source>
   <translation>Sheet: meeting places (Excel or CSV)</translation>
  </message>
  <message>
   <source>Ark: organisationer (Excel eller CSV)</source>
   <translation>Sheet: organisations (Excel or CSV)</translation>
  </message>
  <message>
   <source>Arket indeholder interne oplysninger. Del det ikke uden for kommunen.</source>
   <translation>The sheet holds internal information. Do not share it outside the municipality.</translation>
  </message>
  <message>
   <source>Armlæn</source>
   <translation>Armrests</translation>
  </message>
  <message>
   <source>Arrangementets side</source>
   <translation>Event page</translation>
  </message>
  <message>
   <source>Arrangementskalender</source>
   <translation>Events calendar</translation>
  </message>
  <message>
   <source>Arrangementskalender (ICS)</source>
   <translation>Event calendar (ICS)</translation>
  </message>
  <message>
   <source>Arrangør</source>
   <translation>Organiser</translation>
  </message>
  <message>
   <source>Art</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Asfalt eller beton</source>
   <translation>Asphalt or concrete</translation>
  </message>
  <message>
   <source>At fortryde importen</source>
   <translation>Undoing the import</translation>
  </message>
  <message>
   <source>At gå tilbage</source>
   <translation>Going back</translation>
  </message>
  <message>
   <source>August</source>
   <translation>August</translation>
  </message>
  <message>
   <source>Badning, sejlads og fiskeri</source>
   <translation>Swimming, sailing and fishing</translation>
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
   <source>Begrundelse</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Begynd med værdierne fra det nærmeste af samme slags</source>
   <translation>Begin with the values of the nearest of the same kind</translation>
  </message>
  <message>
   <source>Begynder med https:// eller http://.</source>
   <translation>Begins with https:// or http://.</translation>
  </message>
  <message>
   <source>Begyndt</source>
   <translation>Started</translation>
  </message>
  <message>
   <source>Behold</source>
   <translation>Keep</translation>
  </message>
  <message>
   <source>Behold Adresse-id, og slet vejkoden i Øvrige GeoFA-felter.</source>
   <translation>Keep Address id, and delete the road code in Other GeoFA fields.</translation>
  </message>
  <message>
   <source>Behold alle {}, der er borte</source>
   <translation>Keep all {} that are gone</translation>
  </message>
  <message>
   <source>Behold den bedste, og slet den anden.</source>
   <translation>Keep the better one and delete the other.</translation>
  </message>
  <message>
   <source>Behold den bedste, og slet den anden. Acceptér det, hvis der virkelig står to.</source>
   <translation>Keep the better one and delete the other. Accept it if there really are two.</translation>
  </message>
  <message>
   <source>Behold den bedste, og slet den anden. En vandrerute og en cykelrute må gerne gå samme vej.</source>
   <translation>Keep the better one and delete the other. A walking route and a cycle route may go the same way.</translation>
  </message>
  <message>
   <source>Behold det, der står her</source>
   <translation>Keep what is here</translation>
  </message>
  <message>
   <source>Behold fladen, hvis formen har betydning, ellers punktet.</source>
   <translation>Keep the area if its shape matters, otherwise the point.</translation>
  </message>
  <message>
   <source>Behold min</source>
   <translation>Keep mine</translation>
  </message>
  <message>
   <source>Behold vores</source>
   <translation>Keep ours</translation>
  </message>
  <message>
   <source>Behold vores i alle {}</source>
   <translation>Keep ours in all {}</translation>
  </message>
  <message>
   <source>Behold vores i alle {} konflikter</source>
   <translation>Keep ours in all {} conflicts</translation>
  </message>
  <message>
   <source>Behold én adresse uden mellemrum.</source>
   <translation>Keep one address without spaces.</translation>
  </message>
  <message>
   <source>Belysning</source>
   <translation>Lighting</translation>
  </message>
  <message>
   <source>Beløb i kroner.</source>
   <translation>Amount in kroner.</translation>
  </message>
  <message>
   <source>Bemandet</source>
   <translation>Staffed</translation>
  </message>
  <message>
   <source>Bemærkning</source>
   <translation>Remark</translation>
  </message>
  <message>
   <source>Beregn længden igen</source>
   <translation>Work out the length again</translation>
  </message>
  <message>
   <source>Beregn længden igen, eller tegn det, der mangler af ruten.</source>
   <translation>Work out the length again, or draw what is missing of the route.</translation>
  </message>
  <message>
   <source>Beregn meter langs ruten igen</source>
   <translation>Work out the metres along the route again</translation>
  </message>
  <message>
   <source>Beregn meter langs ruten igen.</source>
   <translation>Work out the metres along the route again.</translation>
  </message>
  <message>
   <source>Beregnes af linjen.</source>
   <translation>Calculated from the line.</translation>
  </message>
  <message>
   <source>Besked</source>
   <translation>Message</translation>
  </message>
  <message>
   <source>Beskriv billedet, som du ville gøre i telefonen. Undlad Billede af.</source>
   <translation>Describe the photo as you would on the telephone. Leave out Photo of.</translation>
  </message>
  <message>
   <source>Beskrivelse</source>
   <translation>Description</translation>
  </message>
  <message>
   <source>Beskrivelse på engelsk</source>
   <translation>Description in English</translation>
  </message>
  <message>
   <source>Beskrivelse på tysk</source>
   <translation>Description in German</translation>
  </message>
  <message>
   <source>Bestilt</source>
   <translation>Ordered</translation>
  </message>
  <message>
   <source>Besøgstal</source>
   <translation>Visitor counts</translation>
  </message>
  <message>
   <source>Besøgstal-id</source>
   <translation>Visitor count id</translation>
  </message>
  <message>
   <source>Betaling</source>
   <translation>Payment</translation>
  </message>
  <message>
   <source>Betaling siger ja, men Pris er ikke udfyldt.</source>
   <translation>Payment says yes, but Price is not filled in.</translation>
  </message>
  <message>
   <source>Betalt</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Bevares og sendes uændret tilbage.</source>
   <translation>Kept, and sent back unchanged.</translation>
  </message>
  <message>
   <source>Bevilget</source>
   <translation>Granted</translation>
  </message>
  <message>
   <source>Bevis</source>
   <translation>Prove</translation>
  </message>
  <message>
   <source>Bevægelse og sundhed</source>
   <translation>Exercise and health</translation>
  </message>
  <message>
   <source>Billede af {0}</source>
   <translation>Picture of {0}</translation>
  </message>
  <message>
   <source>Billeder</source>
   <translation>Pictures</translation>
  </message>
  <message>
   <source>Billederne kan ikke kopieres. Er der plads i projektets mappe, og må du skrive i den?</source>
   <translation>The pictures cannot be copied. Is there room in the project's folder, and may you write in it?</translation>
  </message>
  <message>
   <source>Billedet blev ikke tilføjet. Gem dine rettelser, og prøv igen.</source>
   <translation>The picture was not added. Save your edits, and try again.</translation>
  </message>
  <message>
   <source>Billedet er der ikke. Kopiér det fra telefonen, og hent hjem igen.</source>
   <translation>The picture is not there. Copy it from the phone, and bring home again.</translation>
  </message>
  <message>
   <source>Billedet er for stort. Gør det mindre, og hent hjem igen.</source>
   <translation>The picture is too large. Make it smaller, and bring home again.</translation>
  </message>
  <message>
   <source>Billedet er ikke tilføjet: projektet kan ikke rettes lige nu.</source>
   <translation>The picture was not added: the project cannot be edited right now.</translation>
  </message>
  <message>
   <source>Billedet er ikke tilføjet: {0} findes ikke længere.</source>
   <translation>The picture has not been added: {0} no longer exists.</translation>
  </message>
  <message>
   <source>Billedet er tilføjet {0}. Gem, når du er færdig.</source>
   <translation>The picture was added to {0}. Save when you are done.</translation>
  </message>
  <message>
   <source>Billedet kan ikke gemmes i {0}. Er mappen skrivebeskyttet eller disken fuld?</source>
   <translation>The picture cannot be saved in {0}. Is the folder read-only or the disk full?</translation>
  </message>
  <message>
   <source>Billedet ligger på nettet og hører til et synligt sted, men der er ikke samtykke til at vise det.</source>
   <translation>The photo is on the web and belongs to a visible place, but there is no consent to show it.</translation>
  </message>
  <message>
   <source>Billedtekst</source>
   <translation>Caption</translation>
  </message>
  <message>
   <source>Bliv</source>
   <translation>Stay</translation>
  </message>
  <message>
   <source>Bliv her</source>
   <translation>Stay here</translation>
  </message>
  <message>
   <source>Bliver hjemme: {} ({}). {}</source>
   <translation>Stays at home: {} ({}). {}</translation>
  </message>
  <message>
   <source>Bliver i kommunen. Kommer aldrig på kort eller i eksport.</source>
   <translation>Stays in the municipality. Never on a map or in an export.</translation>
  </message>
  <message>
   <source>Bliver til</source>
   <translation>Becomes</translation>
  </message>
  <message>
   <source>Bliver, som det er</source>
   <translation>Stays as it is</translation>
  </message>
  <message>
   <source>Boligorganisation</source>
   <translation>Housing association</translation>
  </message>
  <message>
   <source>Bom</source>
   <translation>Barrier</translation>
  </message>
  <message>
   <source>Borger</source>
   <translation>Citizen</translation>
  </message>
  <message>
   <source>Borgeren bliver vist hen et andet sted end der, hvor man mødes.</source>
   <translation>The citizen is sent to another place than where people meet.</translation>
  </message>
  <message>
   <source>Borgeren ender på en fejlside.</source>
   <translation>The citizen ends on an error page.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke finde det.</source>
   <translation>The citizen cannot find it.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke komme i kontakt med den, der har ansvaret.</source>
   <translation>The citizen cannot get in touch with whoever is responsible.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke se, hvor den fører hen, og den virker kun, så længe tjenesten gør.</source>
   <translation>The citizen cannot see where it leads, and it works only as long as the service does.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke se, hvornår der er nogen.</source>
   <translation>The citizen cannot see when anybody is there.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke se, om der er åbent.</source>
   <translation>The citizen cannot see whether it is open.</translation>
  </message>
  <message>
   <source>Borgeren kan ikke åbne siden.</source>
   <translation>The citizen cannot open the page.</translation>
  </message>
  <message>
   <source>Borgeren møder op til en lukket dør.</source>
   <translation>The citizen comes to a closed door.</translation>
  </message>
  <message>
   <source>Borgeren møder op til noget, der ikke er mere.</source>
   <translation>The citizen comes to something that is no more.</translation>
  </message>
  <message>
   <source>Borgeren regner med noget, der er lukket.</source>
   <translation>The citizen counts on something that is closed.</translation>
  </message>
  <message>
   <source>Borgeren ringer til nogen, der ikke er der mere.</source>
   <translation>The citizen calls somebody who is no longer there.</translation>
  </message>
  <message>
   <source>Borgeren ser en aktivitet på et sted, der er på pause.</source>
   <translation>The citizen sees an activity at a place that is paused.</translation>
  </message>
  <message>
   <source>Borgeren ser en halv oplysning, eller rækken vises slet ikke.</source>
   <translation>The citizen sees half the information, or the row is not shown at all.</translation>
  </message>
  <message>
   <source>Borgeren ser koderne i stedet for en pæn tekst.</source>
   <translation>The citizen sees the codes instead of a proper text.</translation>
  </message>
  <message>
   <source>Borgeren ved ikke, hvor stedet bestilles.</source>
   <translation>The citizen does not know where to book.</translation>
  </message>
  <message>
   <source>Borgerens browser advarer om, at siden ikke er sikker.</source>
   <translation>The citizen's browser warns that the page is not safe.</translation>
  </message>
  <message>
   <source>Borgerne leder efter rundture i kortet.</source>
   <translation>Citizens look for round trips on the map.</translation>
  </message>
  <message>
   <source>Borgerne regner med at komme tilbage til bilen eller bussen.</source>
   <translation>Citizens count on coming back to the car or the bus.</translation>
  </message>
  <message>
   <source>Borgerne ser det to gange, og kun det ene bliver rettet næste gang.</source>
   <translation>Citizens see it twice, and only one of them is corrected next time.</translation>
  </message>
  <message>
   <source>Borgerne ved ikke, hvilket af de to der gælder.</source>
   <translation>Citizens do not know which of the two counts.</translation>
  </message>
  <message>
   <source>Borgerne ved ikke, hvor de skal gå videre, og længden bliver forkert.</source>
   <translation>Citizens do not know where to go on, and the length is wrong.</translation>
  </message>
  <message>
   <source>Borte</source>
   <translation>Gone</translation>
  </message>
  <message>
   <source>Borte ét sted, ny tæt ved. Er det den samme, beholder den sin historik.</source>
   <translation>Gone in one place, new close by. If it is the same, it keeps its history.</translation>
  </message>
  <message>
   <source>Borte ét sted, ny {:.0f} m derfra: flyttet?</source>
   <translation>Gone in one place, new {:.0f} m away: moved?</translation>
  </message>
  <message>
   <source>Bredde</source>
   <translation>Width</translation>
  </message>
  <message>
   <source>Bredde (m)</source>
   <translation>Width (m)</translation>
  </message>
  <message>
   <source>Bredde (m) er under {bredde_m} m. Det er for smalt til kørestol.</source>
   <translation>Width (m) is below {bredde_m} m. That is too narrow for a wheelchair.</translation>
  </message>
  <message>
   <source>Bredde skal være mellem 0,1 og 50 m.</source>
   <translation>Width must be between 0.1 and 50 m.</translation>
  </message>
  <message>
   <source>Breve, ruteplanlæggere og søgning følger postnummeret.</source>
   <translation>Letters, route planners and search go by the postcode.</translation>
  </message>
  <message>
   <source>Browseren kan ikke åbne linket.</source>
   <translation>The browser cannot open the link.</translation>
  </message>
  <message>
   <source>Brug den i stedet</source>
   <translation>Use that one instead</translation>
  </message>
  <message>
   <source>Brug en kendt profil</source>
   <translation>Use a known profile</translation>
  </message>
  <message>
   <source>Brug foreningens fælles postkasse. Har den kun denne adresse, og er den frivillige indforstået, så acceptér fundet med den begrundelse.</source>
   <translation>Use the association's shared mailbox. If it only has this address, and the volunteer agrees, accept the finding with that reason.</translation>
  </message>
  <message>
   <source>Brug profilen</source>
   <translation>Use the profile</translation>
  </message>
  <message>
   <source>Bruger</source>
   <translation>User</translation>
  </message>
  <message>
   <source>Bruger og nøgler</source>
   <translation>User and keys</translation>
  </message>
  <message>
   <source>Bruges til at opdage, at andre har rettet.</source>
   <translation>Used to notice that others have made changes.</translation>
  </message>
  <message>
   <source>Bryd låsen</source>
   <translation>Break the lock</translation>
  </message>
  <message>
   <source>Bryd låsen …</source>
   <translation>Break the lock …</translation>
  </message>
  <message>
   <source>Bryder andres kort ({})</source>
   <translation>Breaks others' maps ({})</translation>
  </message>
  <message>
   <source>Bus, parkering, sti, indgang. En sti på kortet tilknyttes med rollen Adgangsvej.</source>
   <translation>Bus, parking, path, entrance. A path on the map is linked with the role Access route.</translation>
  </message>
  <message>
   <source>By</source>
   <translation>Town</translation>
  </message>
  <message>
   <source>By er {by}, men postnr. {postnr} er {rigtig}.</source>
   <translation>Town is {by}, but postcode {postnr} is {rigtig}.</translation>
  </message>
  <message>
   <source>Byer</source>
   <translation>Towns</translation>
  </message>
  <message>
   <source>Byg</source>
   <translation>Build</translation>
  </message>
  <message>
   <source>Bygninger og områder</source>
   <translation>Buildings and areas</translation>
  </message>
  <message>
   <source>Både Adresse-id (DAR) og GeoFA's vejkode er udfyldt.</source>
   <translation>Both Address id (DAR) and GeoFA's road code are filled in.</translation>
  </message>
  <message>
   <source>Både adresse-id og vejkode er udfyldt. GeoFA vil helst kun have adresse-id.</source>
   <translation>Both address id and road code are filled in. GeoFA prefers the address id only.</translation>
  </message>
  <message>
   <source>Både fysisk og digitalt</source>
   <translation>Both physical and digital</translation>
  </message>
  <message>
   <source>Bålplads</source>
   <translation>Campfire site</translation>
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
   <source>Bænke rådner, og stier gror til. GeoFA viser, hvornår der sidst er set efter.</source>
   <translation>Benches rot and paths grow over. GeoFA shows when somebody last looked.</translation>
  </message>
  <message>
   <source>Børn og familier</source>
   <translation>Children and families</translation>
  </message>
  <message>
   <source>CSV, uden lister</source>
   <translation>CSV, without lists</translation>
  </message>
  <message>
   <source>CVR-nr.</source>
   <translation>CVR no.</translation>
  </message>
  <message>
   <source>CVR-nr. skal have 8 cifre.</source>
   <translation>CVR no. must have 8 digits.</translation>
  </message>
  <message>
   <source>Certificering</source>
   <translation>Certification</translation>
  </message>
  <message>
   <source>Certifikatet hos {} er ikke i orden.</source>
   <translation>The certificate of {} is not in order.</translation>
  </message>
  <message>
   <source>Computer til fri brug</source>
   <translation>Computer for free use</translation>
  </message>
  <message>
   <source>Ctrl+Z. Tager den sidste ændring tilbage, også et gæt.</source>
   <translation>Ctrl+Z. Takes back the last change, also a guess.</translation>
  </message>
  <message>
   <source>Cykelparkering</source>
   <translation>Bicycle parking</translation>
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
   <source>Cykeltid regnes med (km/t)</source>
   <translation>Cycling times are counted at (km/h)</translation>
  </message>
  <message>
   <source>Cykling</source>
   <translation>Cycling</translation>
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
   <source>Dage efter Aktivt fra, før der mindes om det</source>
   <translation>Days after Active from before a reminder</translation>
  </message>
  <message>
   <source>Dage efter en aktivitet, før der mindes om den</source>
   <translation>Days after an activity before a reminder</translation>
  </message>
  <message>
   <source>Dage, før der spørges igen</source>
   <translation>Days before asking again</translation>
  </message>
  <message>
   <source>Dage, før oplysninger skal tjekkes igen</source>
   <translation>Days before information must be checked again</translation>
  </message>
  <message>
   <source>Dage, noget kan være midlertidigt lukket</source>
   <translation>Days that something can be temporarily closed</translation>
  </message>
  <message>
   <source>Danmarks Naturstier</source>
   <translation>Danmarks Naturstier</translation>
  </message>
  <message>
   <source>Dans</source>
   <translation>Dance</translation>
  </message>
  <message>
   <source>Dansk</source>
   <translation>Danish</translation>
  </message>
  <message>
   <source>Data</source>
   <translation>Data</translation>
  </message>
  <message>
   <source>Data er ikke kontrolleret endnu.</source>
   <translation>The data have not been checked yet.</translation>
  </message>
  <message>
   <source>Data er ikke kontrolleret endnu. Tryk Kontrollér nu.</source>
   <translation>The data have not been checked yet. Press Check now.</translation>
  </message>
  <message>
   <source>Data er opgraderet. En kopi af de gamle ligger ved siden af.</source>
   <translation>The data are upgraded. A copy of the old ones lies beside them.</translation>
  </message>
  <message>
   <source>Data hos {} er stadig fra en anden udgivelse.</source>
   <translation>The data at {} are still from another version.</translation>
  </message>
  <message>
   <source>Data hos {} har intet versionsmærke.</source>
   <translation>The data at {} have no version stamp.</translation>
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
   <source>Databasen kan kun læses: det er en kopi, eller den er flyttet. Ret forbindelsen til den, der kan skrives i.</source>
   <translation>The database can only be read: it is a copy, or it has been moved. Change the connection to the one that can be written to.</translation>
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
   <source>Databasen sagde nej til {}: {}</source>
   <translation>The database refused {}: {}</translation>
  </message>
  <message>
   <source>Databasen viser udgivelsen {}.</source>
   <translation>The database shows the publication {}.</translation>
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
   <source>Datalageret findes: lav kun projektet</source>
   <translation>The data store exists: make only the project</translation>
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
   <source>Dato</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Datoen {} er ikke kommet endnu. Vælg en tidligere.</source>
   <translation>The date {} has not come yet. Choose an earlier one.</translation>
  </message>
  <message>
   <source>Datoen {} kan ikke læses. Skriv den som 2026-01-01.</source>
   <translation>The date {} cannot be read. Write it as 2026-01-01.</translation>
  </message>
  <message>
   <source>Datoer som 2026-12-24, hvor det ikke sker.</source>
   <translation>Dates such as 2026-12-24 when it does not take place.</translation>
  </message>
  <message>
   <source>De andre sider er lavet. Ret det, der mangler, og udskriv igen.</source>
   <translation>The other pages are made. Correct what is missing, and print again.</translation>
  </message>
  <message>
   <source>De dage, det sker.</source>
   <translation>The days on which it takes place.</translation>
  </message>
  <message>
   <source>De fem seneste udgivelser ligger klar. Uden version vises den, der var ude før den nuværende.

Rækker, der er taget væk af hensyn til privatliv, kommer ikke frem igen.</source>
   <translation>The five latest publications are kept. Without a version the one before the present is shown.

Rows that were taken away to protect somebody do not come back.</translation>
  </message>
  <message>
   <source>De fem seneste versioner bliver gemt.</source>
   <translation>The five latest versions are kept.</translation>
  </message>
  <message>
   <source>De kan modsige hinanden. GeoFA finder selv vejen af adressen.</source>
   <translation>They may contradict each other. GeoFA finds the road from the address by itself.</translation>
  </message>
  <message>
   <source>De måneder, hvor det sker. Tom = hele året.</source>
   <translation>The months in which it takes place. Empty = all year.</translation>
  </message>
  <message>
   <source>De nye data er ikke hele. Udgiv igen.</source>
   <translation>The new data are not whole. Publish again.</translation>
  </message>
  <message>
   <source>De samme besøg tælles to gange i statusrapporten.</source>
   <translation>The same visits are counted twice in the status report.</translation>
  </message>
  <message>
   <source>De skulle på kortet, men kommer ikke ud, før fejlene er rettet.</source>
   <translation>They should be on the map, but do not go out before the errors are mended.</translation>
  </message>
  <message>
   <source>De to oplysninger modsiger hinanden, og borgeren kan ikke vide, hvilken der gælder.</source>
   <translation>The two contradict each other, and the citizen cannot know which one holds.</translation>
  </message>
  <message>
   <source>De to ruter er nu én.</source>
   <translation>The two routes are now one.</translation>
  </message>
  <message>
   <source>De to udgivelser har de samme rækker.</source>
   <translation>The two publications have the same rows.</translation>
  </message>
  <message>
   <source>De {0} nyeste linjer vises.</source>
   <translation>The {0} newest lines are shown.</translation>
  </message>
  <message>
   <source>December</source>
   <translation>December</translation>
  </message>
  <message>
   <source>Defekt</source>
   <translation>Broken</translation>
  </message>
  <message>
   <source>Definition</source>
   <translation>Definition</translation>
  </message>
  <message>
   <source>Del objektet i flere.</source>
   <translation>Split the object into several.</translation>
  </message>
  <message>
   <source>Del på mindre ark</source>
   <translation>Split on smaller sheets</translation>
  </message>
  <message>
   <source>Del rute</source>
   <translation>Split route</translation>
  </message>
  <message>
   <source>Del ruten her</source>
   <translation>Split the route here</translation>
  </message>
  <message>
   <source>Del strækningen i to, eller luk hullet i ruten.</source>
   <translation>Split the stretch in two, or close the gap in the route.</translation>
  </message>
  <message>
   <source>Del sætningen i to.</source>
   <translation>Split the sentence in two.</translation>
  </message>
  <message>
   <source>Del sætningerne, og vælg korte ord.</source>
   <translation>Split the sentences, and choose short words.</translation>
  </message>
  <message>
   <source>Delen efter ? fortæller en annoncør, hvor borgeren kom fra, og adressen bliver for lang til en QR-kode.</source>
   <translation>The part after ? tells an advertiser where the citizen came from, and the address gets too long for a QR code.</translation>
  </message>
  <message>
   <source>Delstrækning</source>
   <translation>Section</translation>
  </message>
  <message>
   <source>Den</source>
   <translation>On</translation>
  </message>
  <message>
   <source>Den anden rute har foto eller tilknytninger. Flyt dem først; ellers gik de tabt. Intet er ændret.</source>
   <translation>The other route has photos or links. Move them first; otherwise they would be lost. Nothing was changed.</translation>
  </message>
  <message>
   <source>Den bliver læst op for dem, der ikke kan se billedet. Et filnavn eller en kopi af billedteksten hjælper dem ikke.</source>
   <translation>It is read aloud to those who cannot see the photo. A file name or a copy of the caption does not help them.</translation>
  </message>
  <message>
   <source>Den dag mødestedet begynder.</source>
   <translation>The day the meeting place begins.</translation>
  </message>
  <message>
   <source>Den dag, der blev sagt ja.</source>
   <translation>The day they said yes.</translation>
  </message>
  <message>
   <source>Den dag, det blev sat op.</source>
   <translation>The day it was put up.</translation>
  </message>
  <message>
   <source>Den er aldrig i brug. Borgeren ender på en tom side.</source>
   <translation>It is never in use. The citizen ends on an empty page.</translation>
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
   <source>Den forening eller myndighed, der holder mødestedet i live.</source>
   <translation>The association or authority that keeps the meeting place alive.</translation>
  </message>
  <message>
   <source>Den kan ikke ses på kortet, og GeoFA tager den ikke.</source>
   <translation>It cannot be seen on the map, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Den kolonne i kilden, som feltet hentes fra.</source>
   <translation>The column of the source that the field is taken from.</translation>
  </message>
  <message>
   <source>Den lokale QGIS Server er gået ned. Prøv igen.</source>
   <translation>The local QGIS Server has crashed. Try again.</translation>
  </message>
  <message>
   <source>Den lokale QGIS Server kunne ikke starte. Prøv igen.</source>
   <translation>The local QGIS Server could not start. Try again.</translation>
  </message>
  <message>
   <source>Den lokale QGIS Server starter …</source>
   <translation>The local QGIS Server is starting …</translation>
  </message>
  <message>
   <source>Den myndighed, der ejer oplysningen.</source>
   <translation>The authority that owns the information.</translation>
  </message>
  <message>
   <source>Den nye version bestod ikke prøven og blev ikke udgivet: {}</source>
   <translation>The new version failed its test and was not published: {}</translation>
  </message>
  <message>
   <source>Den nye version prøves, før andre kan se den.</source>
   <translation>The new version is tried before others can see it.</translation>
  </message>
  <message>
   <source>Den nye version vises. Herfra kan der ikke afbrydes.</source>
   <translation>The new version is shown. From here on it cannot be stopped.</translation>
  </message>
  <message>
   <source>Den offentlige adresse spørges, til den viser den nye version.</source>
   <translation>The public address is asked until it shows the new version.</translation>
  </message>
  <message>
   <source>Den offentlige adresse, som en udgivelse efterprøves på. Tom, hvis den ikke kan nås herfra.</source>
   <translation>The public address that a publication is verified at. Empty if it cannot be reached from here.</translation>
  </message>
  <message>
   <source>Den private prøve svarede ikke: {}</source>
   <translation>The private test gave no answer: {}</translation>
  </message>
  <message>
   <source>Den rute, stykket hører til.</source>
   <translation>The route that the stretch belongs to.</translation>
  </message>
  <message>
   <source>Den samme flade er tegnet to gange: {anden} er af samme type og ligger højst {meter} m fra.</source>
   <translation>The same area is drawn twice: {anden} is of the same type and lies at most {meter} m away.</translation>
  </message>
  <message>
   <source>Den samme rute er tegnet to gange: {anden} er af samme type og ligger højst {meter} m fra.</source>
   <translation>The same route is drawn twice: {anden} is of the same type and lies at most {meter} m away.</translation>
  </message>
  <message>
   <source>Den samme tekst alle vegne fortæller ikke, hvad der er her.</source>
   <translation>The same text everywhere does not tell what is here.</translation>
  </message>
  <message>
   <source>Den samme: knyt</source>
   <translation>The same: link</translation>
  </message>
  <message>
   <source>Den side, hvor man melder sig til.</source>
   <translation>The page where people sign up.</translation>
  </message>
  <message>
   <source>Den tekst, folk ser.</source>
   <translation>The text people see.</translation>
  </message>
  <message>
   <source>Den udgivelse vises nu. Udgiv igen, og kør så dette en gang til.</source>
   <translation>That version is shown now. Publish again, then run this once more.</translation>
  </message>
  <message>
   <source>Den version af GeoFA, koden kom med.</source>
   <translation>The version of GeoFA that brought the code.</translation>
  </message>
  <message>
   <source>Den, der følger ruten, finder ikke mødestedet.</source>
   <translation>Those who follow the route do not find the meeting place.</translation>
  </message>
  <message>
   <source>Den, der går dårligt eller kører i kørestol, må vide, hvad der er på resten.</source>
   <translation>Those who walk with difficulty or use a wheelchair must know what the rest is like.</translation>
  </message>
  <message>
   <source>Den, der går dårligt, vælger rute efter længden.</source>
   <translation>Those who walk with difficulty choose a route by its length.</translation>
  </message>
  <message>
   <source>Den, der har brug for en bænk eller et toilet undervejs, er strandet.</source>
   <translation>Whoever needs a bench or a toilet on the way is stranded.</translation>
  </message>
  <message>
   <source>Den, der har regnet med et toilet eller en bænk, er strandet.</source>
   <translation>Whoever counted on a toilet or a bench is stranded.</translation>
  </message>
  <message>
   <source>Den, der ikke kan gå langt, kommer ikke frem.</source>
   <translation>Those who cannot walk far do not get there.</translation>
  </message>
  <message>
   <source>Den, der kører ud ad stien i kørestol, kan ikke vende.</source>
   <translation>Whoever follows the path in a wheelchair cannot turn round.</translation>
  </message>
  <message>
   <source>Den, der læser langsomt eller hører teksten læst op, taber tråden.</source>
   <translation>Those who read slowly, or hear the text read aloud, lose the thread.</translation>
  </message>
  <message>
   <source>Den, der læser sig selv omtalt som et problem, kommer ikke.</source>
   <translation>Those who see themselves described as a problem stay away.</translation>
  </message>
  <message>
   <source>Den, der satte Synlighed, tror, at stedet kan ses.</source>
   <translation>Whoever set Visibility believes that the place can be seen.</translation>
  </message>
  <message>
   <source>Der er allerede mødesteder i databasen bag forbindelsen {}. Åbn det projekt, der hører til. Er det væk, så lav et nyt i Processeringsværktøjskassen (Ctrl+Alt+T): Nyt projekt for en kommune, med flueben ved Datalageret findes.</source>
   <translation>There are meeting places already in the database behind the connection {}. Open the project that belongs to them. If it is gone, make a new one in the Processing Toolbox (Ctrl+Alt+T): New project for a municipality, with a tick at The data store exists.</translation>
  </message>
  <message>
   <source>Der er en spids på {meter} m.</source>
   <translation>There is a spike of {meter} m.</translation>
  </message>
  <message>
   <source>Der er en zip-fil inde i {}. Pak den ud først.</source>
   <translation>There is a zip file inside {}. Unpack it first.</translation>
  </message>
  <message>
   <source>Der er endnu ikke udgivet noget. Vælg en dato i stedet.</source>
   <translation>Nothing has been published yet. Choose a date instead.</translation>
  </message>
  <message>
   <source>Der er et hul på {meter} m i ruten her.</source>
   <translation>There is a gap of {meter} m in the route here.</translation>
  </message>
  <message>
   <source>Der er et logo.</source>
   <translation>There is a logo.</translation>
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
   <source>Der er for mange slags aktiviteter til et læseligt hjul på {}. Listen er lavet uden hjul. Vælg større papir eller færre aktiviteter.</source>
   <translation>There are too many kinds of activities for a readable wheel on {}. The list was made without a wheel. Choose larger paper or fewer activities.</translation>
  </message>
  <message>
   <source>Der er ikke noget at vise endnu.</source>
   <translation>There is nothing to show yet.</translation>
  </message>
  <message>
   <source>Der er ikke noget netværk her. Hold Shift nede for at tegne frit.</source>
   <translation>There is no network here. Hold Shift to draw free-hand.</translation>
  </message>
  <message>
   <source>Der er ikke noget netværk her. Slip punktet på en vej eller sti.</source>
   <translation>There is no network here. Drop the point on a road or path.</translation>
  </message>
  <message>
   <source>Der er ikke sagt ja til noget endnu.</source>
   <translation>Nothing has been accepted yet.</translation>
  </message>
  <message>
   <source>Der er ikke udgivet noget endnu. Lav en plan først.</source>
   <translation>Nothing has been published yet. Make a plan first.</translation>
  </message>
  <message>
   <source>Der er ikke udgivet noget i databasen endnu.</source>
   <translation>Nothing has been published in the database yet.</translation>
  </message>
  <message>
   <source>Der er ikke udgivet noget i mappen endnu.</source>
   <translation>Nothing has been published in the folder yet.</translation>
  </message>
  <message>
   <source>Der er ikke udgivet noget til målet endnu.</source>
   <translation>Nothing has been published to the target yet.</translation>
  </message>
  <message>
   <source>Der er ikke valgt noget at importere. Vælg en fil eller en adresse.</source>
   <translation>Nothing is chosen for import. Choose a file or an address.</translation>
  </message>
  <message>
   <source>Der er ikke valgt noget at tage med. Vælg mødesteder eller steder først.</source>
   <translation>Nothing is chosen to take along. Choose meeting places or places first.</translation>
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
   <source>Der er ingen aktiviteter i {} på de mødesteder, der er synlige for alle.</source>
   <translation>There are no activities in {} at the meeting places that everyone can see.</translation>
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
   <source>Der er ingen links på nettet at prøve.</source>
   <translation>There are no links on the web to try.</translation>
  </message>
  <message>
   <source>Der er ingen nabo af samme slags at kopiere fra.</source>
   <translation>There is no neighbour of the same kind to copy from.</translation>
  </message>
  <message>
   <source>Der er ingen regel, der hedder {}. Kør uden regler, og læs koderne i rapporten.</source>
   <translation>There is no rule called {}. Run without rules, and read the codes in the report.</translation>
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
   <source>Der er ingen tidligere udgivelse at gå tilbage til.</source>
   <translation>There is no earlier publication to go back to.</translation>
  </message>
  <message>
   <source>Der er ingen udskrift, der hedder {}. Vælg en af disse: {}.</source>
   <translation>There is no print called {}. Choose one of these: {}.</translation>
  </message>
  <message>
   <source>Der er ingen vej hertil i netværket. Ruten er, som den var.</source>
   <translation>The network has no way to here. The route is as it was.</translation>
  </message>
  <message>
   <source>Der er ingen vej hjem i netværket. Luk med en lige linje på {0} m?</source>
   <translation>The network has no way home. Close with a straight line of {0} m?</translation>
  </message>
  <message>
   <source>Der er intet at rette.</source>
   <translation>There is nothing to mend.</translation>
  </message>
  <message>
   <source>Der er intet at udskrive. Kun det, der er synligt for alle, udskrives: se felterne Synlighed, Livscyklus og Status.</source>
   <translation>There is nothing to print. Only what is visible to everybody is printed: see the fields Synlighed, Livscyklus and Status.</translation>
  </message>
  <message>
   <source>Der er intet at udskrive. Vælg noget andet.</source>
   <translation>There is nothing to print. Choose something else.</translation>
  </message>
  <message>
   <source>Der er intet logo endnu.</source>
   <translation>There is no logo yet.</translation>
  </message>
  <message>
   <source>Der er intet mål endnu. Tryk Mål og krav …, og sig, hvor der skal udgives til.</source>
   <translation>There is no target yet. Press Targets and rules … and say where to publish.</translation>
  </message>
  <message>
   <source>Der er intet mål, der hedder {}. Kendte mål: {}.</source>
   <translation>There is no target called {}. Known targets: {}.</translation>
  </message>
  <message>
   <source>Der er kun {} aktive mødesteder i udgivelsen. Der bør være mindst {}.</source>
   <translation>There are only {} active meeting places in the publication. There should be at least {}.</translation>
  </message>
  <message>
   <source>Der er rettelser, som ikke er gemt, i {}. Gem eller fortryd dem, og prøv igen.</source>
   <translation>There are unsaved edits in {}. Save or undo them and try again.</translation>
  </message>
  <message>
   <source>Der er udgivet en anden version, siden planen blev lavet. Lav planen igen.</source>
   <translation>Another version has been published since the plan was made. Make the plan again.</translation>
  </message>
  <message>
   <source>Der er under 1 GB ledig plads på drevet.</source>
   <translation>Less than 1 GB is free on the drive.</translation>
  </message>
  <message>
   <source>Der er {0} m mellem de to ruter.</source>
   <translation>There are {0} m between the two routes.</translation>
  </message>
  <message>
   <source>Der er {meter} m uden en bænk, regnet herfra.</source>
   <translation>There are {meter} m without a bench, counted from here.</translation>
  </message>
  <message>
   <source>Der gemmes i {} lige nu. Prøv igen om lidt.</source>
   <translation>Somebody is saving in {} right now. Try again in a moment.</translation>
  </message>
  <message>
   <source>Der kan ikke gættes på kilden. Vælg kolonnerne selv.</source>
   <translation>The source cannot be guessed. Choose the columns yourself.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i den midlertidige mappe. Ryd op på disken, og prøv igen.</source>
   <translation>The temporary folder cannot be written to. Make room on the disk and try again.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i mappen {}. Vælg en anden.</source>
   <translation>The folder {} cannot be written to. Choose another.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i {}. Se efter, om drevet er forbundet, og om du må skrive i mappen.</source>
   <translation>{} cannot be written to. Check that the drive is connected and that you may write to the folder.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i {}. Vælg et andet sted til rapporten.</source>
   <translation>{} cannot be written to. Choose another place for the report.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives i {}. Vælg et andet sted.</source>
   <translation>Cannot write to {}. Choose another place.</translation>
  </message>
  <message>
   <source>Der kan ikke skrives, erstattes og slettes i {}. Bed om skriverettigheder.</source>
   <translation>Files cannot be written, replaced and deleted in {}. Ask for permission to write.</translation>
  </message>
  <message>
   <source>Der kan ikke stå {} skilte på et ark. Vælg {}.</source>
   <translation>There cannot be {} signs on a sheet. Choose {}.</translation>
  </message>
  <message>
   <source>Der kan ikke udgives, før det under Spærrer er rettet.</source>
   <translation>Nothing can be published until what stands under Blocks has been mended.</translation>
  </message>
  <message>
   <source>Der kan skrives, erstattes og slettes i {}.</source>
   <translation>Files can be written, replaced and deleted in {}.</translation>
  </message>
  <message>
   <source>Der mangler en tegning på kortet.</source>
   <translation>There is no drawing on the map.</translation>
  </message>
  <message>
   <source>Der spørges om billedet, når du har trykket OK i formularen.</source>
   <translation>You will be asked about the picture when you have pressed OK in the form.</translation>
  </message>
  <message>
   <source>Der står en adgangskode eller nøgle i et link (token=, apikey=). Fjern den.</source>
   <translation>There is a password or key in a link (token=, apikey=). Remove it.</translation>
  </message>
  <message>
   <source>Der står en adgangskode eller nøgle i målet. Læg den i QGIS' godkendelser, og skriv dens id i authcfg.</source>
   <translation>There is a password or key in the target. Keep it in QGIS's authentication manager, and write its id in authcfg.</translation>
  </message>
  <message>
   <source>Der står en adgangskode eller nøgle i tjenestens tekster. Fjern den under Mål og krav, og udgiv igen.</source>
   <translation>There is a password or key in the texts of the service. Remove it under Target and demands, and publish again.</translation>
  </message>
  <message>
   <source>Deres</source>
   <translation>Theirs</translation>
  </message>
  <message>
   <source>Det er afbrudt. Der er ikke lavet nogen filer.</source>
   <translation>Cancelled. No files were made.</translation>
  </message>
  <message>
   <source>Det er afbrudt. Der er ikke lavet nogen mappe.</source>
   <translation>Stopped. No folder was made.</translation>
  </message>
  <message>
   <source>Det er det, en borger spørger om først. Indtil det er udfyldt, holdes rækken tilbage.</source>
   <translation>It is what a citizen asks first. Until it is filled in, the row is held back.</translation>
  </message>
  <message>
   <source>Det er en nøgle. Ret rækken i hånden.</source>
   <translation>It is a key. Correct the row by hand.</translation>
  </message>
  <message>
   <source>Det er ikke et Mødested-projekt. Vælg et, der er lavet med Nyt projekt.</source>
   <translation>This is not a Mødested project. Choose one made with New project.</translation>
  </message>
  <message>
   <source>Det er ikke et billede (jpg, png eller webp).</source>
   <translation>It is not a picture (jpg, png or webp).</translation>
  </message>
  <message>
   <source>Det her skal nogen se på; resten er kommet hjem. Det, der er rettet begge steder, afgør du ved at hente hjem igen.</source>
   <translation>Someone must look at this; the rest has come home. What was changed in both places you settle by bringing home again.</translation>
  </message>
  <message>
   <source>Det kan du vælge</source>
   <translation>You can choose</translation>
  </message>
  <message>
   <source>Det kan godt gemmes. Se efter, om det er det trin, du mener.</source>
   <translation>It can be saved. Check that this is the step you mean.</translation>
  </message>
  <message>
   <source>Det kan ikke ses på kortet, og GeoFA tager det ikke.</source>
   <translation>It cannot be seen on the map, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Det kort, du ser nu, til en sag</source>
   <translation>The map you see now, for a case</translation>
  </message>
  <message>
   <source>Det ligger mere end {meter} m fra land.</source>
   <translation>It lies more than {meter} m from land.</translation>
  </message>
  <message>
   <source>Det ligger uden for kommunen.</source>
   <translation>It lies outside the municipality.</translation>
  </message>
  <message>
   <source>Det mangler formularen</source>
   <translation>What the form lacks</translation>
  </message>
  <message>
   <source>Det markerede på kortet ({})</source>
   <translation>What is selected on the map ({})</translation>
  </message>
  <message>
   <source>Det meste af ruten. Afledes af strækningerne.</source>
   <translation>Most of the route. Derived from its stretches.</translation>
  </message>
  <message>
   <source>Det mødested, aktiviteten hører til.</source>
   <translation>The meeting place that the activity belongs to.</translation>
  </message>
  <message>
   <source>Det mødested, de er med i.</source>
   <translation>The meeting place they take part in.</translation>
  </message>
  <message>
   <source>Det mødested, der er talt.</source>
   <translation>The meeting place that was counted.</translation>
  </message>
  <message>
   <source>Det mødested, stedet hører til.</source>
   <translation>The meeting place that this place belongs to.</translation>
  </message>
  <message>
   <source>Det navn, folk bruger.</source>
   <translation>The name people use.</translation>
  </message>
  <message>
   <source>Det samme er tegnet både som punkt og som flade: {anden} ligger {meter} m herfra.</source>
   <translation>The same thing is drawn both as a point and as an area: {anden} lies {meter} m from here.</translation>
  </message>
  <message>
   <source>Det samme er tegnet to gange: {anden} ligger {meter} m herfra og er af samme type.</source>
   <translation>The same thing is drawn twice: {anden} lies {meter} m from here and is of the same type.</translation>
  </message>
  <message>
   <source>Det samme punkt står {gange} gange efter hinanden.</source>
   <translation>The same point stands {gange} times in a row.</translation>
  </message>
  <message>
   <source>Det sidste punkt ligger uden for netværket. Hold Shift nede for at tegne derfra.</source>
   <translation>The last point lies off the network. Hold Shift to draw on from there.</translation>
  </message>
  <message>
   <source>Det smalleste sted. Under 0,9 m er for smalt til kørestol.</source>
   <translation>The narrowest place. Less than 0.9 m is too narrow for a wheelchair.</translation>
  </message>
  <message>
   <source>Det underlag, man går eller kører på.</source>
   <translation>The surface people walk or ride on.</translation>
  </message>
  <message>
   <source>Det underlag, man møder ved ankomst og ophold.</source>
   <translation>The surface people meet on arrival and during their stay.</translation>
  </message>
  <message>
   <source>Det vigtigste</source>
   <translation>The essentials</translation>
  </message>
  <message>
   <source>Det år, der kommer</source>
   <translation>The coming year</translation>
  </message>
  <message>
   <source>Det, der hører til under Fotos, findes ikke. Gem det først, og prøv igen.</source>
   <translation>What belongs under Photos does not exist. Save it first, and try again.</translation>
  </message>
  <message>
   <source>Det, der står på opslaget.</source>
   <translation>What the notice says.</translation>
  </message>
  <message>
   <source>Det, der vises som sat op, skal kunne findes.</source>
   <translation>What is shown as put up must be there to find.</translation>
  </message>
  <message>
   <source>Det, der vises, er skiftet. Tryk Lav plan for at se, hvad der er ændret siden.</source>
   <translation>What is shown has been swapped. Press Make plan to see what has changed since.</translation>
  </message>
  <message>
   <source>Det, du vælger målet ved.</source>
   <translation>What you choose the target by.</translation>
  </message>
  <message>
   <source>Det, kortet viser nu</source>
   <translation>What the map shows now</translation>
  </message>
  <message>
   <source>Det, man kan regne med inde og ude. Faciliteter på kortet tilknyttes på fanen Steder.</source>
   <translation>What people can count on indoors and outdoors. Facilities on the map are linked on the tab Places.</translation>
  </message>
  <message>
   <source>Digital hjælp</source>
   <translation>Digital help</translation>
  </message>
  <message>
   <source>Digitalt</source>
   <translation>Digital</translation>
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
   <source>Din databasebruger må ikke udgive. Bed databasens ejer om rollen {}.</source>
   <translation>Your database user may not publish. Ask the owner of the database for the role {}.</translation>
  </message>
  <message>
   <source>Din egen nøgle (token) fra Klimadatastyrelsen. Den gemmes krypteret.</source>
   <translation>Your own key (token) from Klimadatastyrelsen. It is kept encrypted.</translation>
  </message>
  <message>
   <source>Dine egne data ændres ikke. Næste udgivelse viser dem igen.</source>
   <translation>Your own data do not change. The next publication shows them again.</translation>
  </message>
  <message>
   <source>Disken er fuld. Intet er ændret. Ryd op, og prøv igen.</source>
   <translation>The disk is full. Nothing was changed. Make room and try again.</translation>
  </message>
  <message>
   <source>Disken med {} er fuld. Gør plads, og udgiv igen.</source>
   <translation>The disk with {} is full. Make room, and publish again.</translation>
  </message>
  <message>
   <source>Disken på databasens server er fuld. Bed databasens ejer om plads. Intet er ændret.</source>
   <translation>The disk of the database server is full. Ask the owner of the database for space. Nothing has been changed.</translation>
  </message>
  <message>
   <source>Disse kolonner bruges ikke: {}.</source>
   <translation>These columns are not used: {}.</translation>
  </message>
  <message>
   <source>Disse rækker kommer ikke med, før fejlene er rettet. Er en tidligere version ude, bliver den stående.</source>
   <translation>These rows are left out until their errors are mended. If an earlier version is out, it stays there.</translation>
  </message>
  <message>
   <source>Dobbeltklik for at gå til rækken.</source>
   <translation>Double-click to go to the row.</translation>
  </message>
  <message>
   <source>Drikkevand</source>
   <translation>Drinking water</translation>
  </message>
  <message>
   <source>Drop ind, også anonymt</source>
   <translation>Drop in, anonymously if you like</translation>
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
   <source>Du har selv rettet den sidst. En anden skal udgive den.</source>
   <translation>You were the last to edit it. Somebody else must publish it.</translation>
  </message>
  <message>
   <source>Du kan se, men ikke rette her. Panelet siger hvorfor.</source>
   <translation>You can look, but not edit here. The panel says why.</translation>
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
   <source>Du må oprette skemaer i databasen.</source>
   <translation>You may create schemas in the database.</translation>
  </message>
  <message>
   <source>Dubletter</source>
   <translation>Duplicates</translation>
  </message>
  <message>
   <source>Døgnåben</source>
   <translation>Open day and night</translation>
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
   <source>EXP_FILTER er lukket.</source>
   <translation>EXP_FILTER is closed.</translation>
  </message>
  <message>
   <source>EXP_FILTER er åben: andre kan regne på serverens filer og lag.</source>
   <translation>EXP_FILTER is open: others can evaluate expressions on the server's files and layers.</translation>
  </message>
  <message>
   <source>Efter aftale</source>
   <translation>By appointment</translation>
  </message>
  <message>
   <source>Efter et udtryk</source>
   <translation>By an expression</translation>
  </message>
  <message>
   <source>Efter henvisning</source>
   <translation>By referral</translation>
  </message>
  <message>
   <source>Efterprøv</source>
   <translation>Verify</translation>
  </message>
  <message>
   <source>Efterprøvningen blev afbrudt, før den var færdig.</source>
   <translation>The verification was cancelled before it was done.</translation>
  </message>
  <message>
   <source>Egen adressefil</source>
   <translation>Own address file</translation>
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
   <source>Egen skabelon. Pilen flytter eller sletter den.</source>
   <translation>Own template. The arrow moves or deletes it.</translation>
  </message>
  <message>
   <source>Egne koder tilføjes i de lokale lister og begynder ved {0}.</source>
   <translation>Your own codes are added to the local lists and begin at {0}.</translation>
  </message>
  <message>
   <source>Egnet betyder noget forskelligt for den, der går med rollator, og den, der ser dårligt.</source>
   <translation>Suitable means one thing to somebody with a walker, and another to somebody who sees badly.</translation>
  </message>
  <message>
   <source>Egnet for personer med handicap? Beskriv altid med ord i næste felt.</source>
   <translation>Suitable for people with disabilities? Always describe it in words in the next field.</translation>
  </message>
  <message>
   <source>Egnet for personer med handicap? GeoFA anbefaler at beskrive med ord i næste felt.</source>
   <translation>Suitable for people with disabilities? GeoFA recommends describing it in words in the next field.</translation>
  </message>
  <message>
   <source>Eksempler kan kun lægges i et nyt datalager. Lav projektet uden eksempler.</source>
   <translation>Examples can only be put into a new data store. Make the project without examples.</translation>
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
   <source>Eksportér</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>Eksportér til GeoFA</source>
   <translation>Export to GeoFA</translation>
  </message>
  <message>
   <source>Eksportér til GeoFA …</source>
   <translation>Export to GeoFA …</translation>
  </message>
  <message>
   <source>Elevator</source>
   <translation>Lift</translation>
  </message>
  <message>
   <source>Ellers</source>
   <translation>Otherwise</translation>
  </message>
  <message>
   <source>En adgangsvej når mødestedet inden for</source>
   <translation>An access route reaches the meeting place within</translation>
  </message>
  <message>
   <source>En af filerne er åben i et andet program. Luk det, og prøv igen. Intet er ændret.</source>
   <translation>One of the files is open in another program. Close it and try again. Nothing was changed.</translation>
  </message>
  <message>
   <source>En anden end den, der rettede sidst, skal udgive</source>
   <translation>Someone other than the last editor must publish</translation>
  </message>
  <message>
   <source>En anden er ved at udgive. Prøv igen om lidt.</source>
   <translation>Somebody else is publishing. Try again shortly.</translation>
  </message>
  <message>
   <source>En anden har brudt din lås og er ved at udgive. Lav planen igen.</source>
   <translation>Somebody else has broken your lock and is publishing. Make the plan again.</translation>
  </message>
  <message>
   <source>En anden myndighed ejer den.</source>
   <translation>Another authority owns it.</translation>
  </message>
  <message>
   <source>En anden profil hedder {}. Skriv et andet navn under Profil.</source>
   <translation>Another profile is called {}. Write another name under Profile.</translation>
  </message>
  <message>
   <source>En anden: tag som ny</source>
   <translation>Another: take as new</translation>
  </message>
  <message>
   <source>En borger kan komme til skade.</source>
   <translation>A citizen may be hurt.</translation>
  </message>
  <message>
   <source>En borger, der kører forgæves efter en gammel åbningstid, kommer ikke igen.</source>
   <translation>A citizen who comes in vain because of old opening hours does not come again.</translation>
  </message>
  <message>
   <source>En bænk står ved ruten inden for</source>
   <translation>A bench stands by the route within</translation>
  </message>
  <message>
   <source>En dag holder den gamle adresse op med at virke.</source>
   <translation>One day the old address will stop working.</translation>
  </message>
  <message>
   <source>En del af tegningen har ingen længde eller intet areal.</source>
   <translation>A part of the drawing has no length or no area.</translation>
  </message>
  <message>
   <source>En dørkode eller en fortrolig oplysning på et offentligt kort kan ikke kaldes tilbage.</source>
   <translation>A door code or confidential information on a public map cannot be called back.</translation>
  </message>
  <message>
   <source>En fil for hvert sted</source>
   <translation>One file for each place</translation>
  </message>
  <message>
   <source>En fil i projektets mappe eller en adresse med https://.</source>
   <translation>A file in the project's folder, or an address with https://.</translation>
  </message>
  <message>
   <source>En flade er mindst</source>
   <translation>An area is at least</translation>
  </message>
  <message>
   <source>En grund gør det lettere at finde et andet sted og at komme igen.</source>
   <translation>A reason makes it easier to find another place and to come back.</translation>
  </message>
  <message>
   <source>En idé eller et opløst mødested sendes ikke til GeoFA. Ret Livscyklus, hvis det er i gang.</source>
   <translation>An idea or a dissolved meeting place is not sent to GeoFA. Correct Lifecycle if it is active.</translation>
  </message>
  <message>
   <source>En import venter i panelet. Anvend den, eller luk den, før du henter mere.</source>
   <translation>An import is waiting in the panel. Apply it or close it before you fetch more.</translation>
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
   <source>En kopi lægges ved projektet uden kameraets oplysninger om person, tid og sted. Billedet vises først for andre, når der er samtykke.</source>
   <translation>A copy is put beside the project without what the camera wrote about person, time and place. The picture is not shown to others until there is consent.</translation>
  </message>
  <message>
   <source>En linje er mindst</source>
   <translation>A line is at least</translation>
  </message>
  <message>
   <source>En lukket linje gør det let at lægge ruten sammen med andre.</source>
   <translation>A closed line makes it easy to put the route together with others.</translation>
  </message>
  <message>
   <source>En mail, der ikke når frem, er en borger, der ikke får svar.</source>
   <translation>An email that does not arrive is a citizen who gets no answer.</translation>
  </message>
  <message>
   <source>En mappe, som serveren kan læse: på denne maskine, et drev eller \\server\mappe. Ved PostGIS kun til listen over mødesteder; må være tom.</source>
   <translation>A folder that the server can read: on this machine, a drive or \\server\folder. With PostGIS only for the list of meeting places; may be empty.</translation>
  </message>
  <message>
   <source>En ny version bygges ved siden af den, der vises.</source>
   <translation>A new version is built beside the one that is shown.</translation>
  </message>
  <message>
   <source>En prøve, der bliver glemt, står på kortet for alle.</source>
   <translation>A test that is forgotten stands on the map for everyone.</translation>
  </message>
  <message>
   <source>En rundtur ender, hvor den begynder, inden for</source>
   <translation>A round trip ends where it begins, within</translation>
  </message>
  <message>
   <source>En rute har mindst to punkter. Klik, hvor den ender.</source>
   <translation>A route has at least two points. Click where it ends.</translation>
  </message>
  <message>
   <source>En rute, der vises som facilitet, får forkert tegn og ord på kortet.</source>
   <translation>A route shown as a facility gets the wrong sign and words on the map.</translation>
  </message>
  <message>
   <source>En rutes ende når næsten en anden rutes ende inden for</source>
   <translation>The end of a route nearly meets the end of another within</translation>
  </message>
  <message>
   <source>En række, der ikke opfylder kravene, bliver hjemme. Er en tidligere version ude, bliver den stående.</source>
   <translation>A row that does not meet the demands stays at home. If an earlier version is out, it stays there.</translation>
  </message>
  <message>
   <source>En skabelon kan ikke læses.</source>
   <translation>A template cannot be read.</translation>
  </message>
  <message>
   <source>En spids er højst så lang</source>
   <translation>A spike is at most as long as</translation>
  </message>
  <message>
   <source>En spids er næsten altid et fejlklik. Den gør ruten for lang og ser forkert ud på kortet.</source>
   <translation>A spike is nearly always a wrong click. It makes the route too long and looks wrong on the map.</translation>
  </message>
  <message>
   <source>En spids er smallere end</source>
   <translation>A spike is narrower than</translation>
  </message>
  <message>
   <source>En strækning ligger højst så langt fra sin rute</source>
   <translation>A stretch lies at most this far from its route</translation>
  </message>
  <message>
   <source>En sæson uden ende kan hverken vises eller sendes til GeoFA.</source>
   <translation>A season without an end can neither be shown nor sent to GeoFA.</translation>
  </message>
  <message>
   <source>En tegning har mange punkter, når der er flere end</source>
   <translation>A drawing has many points when there are more than</translation>
  </message>
  <message>
   <source>En tekst indeholder et ulovligt tegn. Skriv den igen.</source>
   <translation>A text holds a character that is not allowed. Type it again.</translation>
  </message>
  <message>
   <source>En tilknytning skal pege på netop ét sted: en facilitet, en bygning eller et område, eller en rute.</source>
   <translation>A link must point to exactly one place: a facility, a building or an area, or a route.</translation>
  </message>
  <message>
   <source>En tilknytning til to steder kan ikke tegnes.</source>
   <translation>A link to two places cannot be drawn.</translation>
  </message>
  <message>
   <source>En tom linje skiller afsnit. En linje, der begynder med #, er en overskrift.</source>
   <translation>An empty line separates paragraphs. A line that begins with # is a heading.</translation>
  </message>
  <message>
   <source>En værdi passer ikke til sit felt. Ret den, og prøv igen.</source>
   <translation>A value does not fit its field. Correct it and try again.</translation>
  </message>
  <message>
   <source>Ender, hvor den begynder.</source>
   <translation>Ends where it begins.</translation>
  </message>
  <message>
   <source>Endnu ingen ændringer.</source>
   <translation>No changes yet.</translation>
  </message>
  <message>
   <source>Engelsk</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Er der nogen til stede?</source>
   <translation>Is anyone there?</translation>
  </message>
  <message>
   <source>Er der pile eller pæle langs ruten?</source>
   <translation>Are there arrows or posts along the route?</translation>
  </message>
  <message>
   <source>Er der vand?</source>
   <translation>Is there water?</translation>
  </message>
  <message>
   <source>Er der åbent igen, kan borgeren ikke se det.</source>
   <translation>If it is open again, the citizen cannot see it.</translation>
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
   <source>Et CPR-nummer er fortroligt. Det må ikke stå i data om steder, heller ikke i interne noter, for de bliver kopieret og delt.</source>
   <translation>A CPR number is confidential. It must not stand in data about places, not even in internal notes, for they are copied and shared.</translation>
  </message>
  <message>
   <source>Et andet program holder på filen. Luk det, og gem igen.</source>
   <translation>Another program holds the file. Close it and save again.</translation>
  </message>
  <message>
   <source>Et andet:</source>
   <translation>Another:</translation>
  </message>
  <message>
   <source>Et ark for hver rute, med GPX</source>
   <translation>A sheet for each route, with GPX</translation>
  </message>
  <message>
   <source>Et ark for hvert mødested</source>
   <translation>A sheet for each meeting place</translation>
  </message>
  <message>
   <source>Et ark gemmes som .xlsx eller .csv. Vælg et af dem.</source>
   <translation>A sheet is saved as .xlsx or .csv. Choose one of them.</translation>
  </message>
  <message>
   <source>Et felt mangler: {}.</source>
   <translation>A field is missing: {}.</translation>
  </message>
  <message>
   <source>Et foto skal høre til et mødested, en facilitet, et område eller en rute.</source>
   <translation>A photo must belong to a meeting place, a facility, an area or a route.</translation>
  </message>
  <message>
   <source>Et fysisk mødested skal have en plads på kortet, når det er mere end en idé.</source>
   <translation>A physical meeting place must have a position on the map once it is more than an idea.</translation>
  </message>
  <message>
   <source>Et hul i en rute kan lukkes af sig selv, når det er under</source>
   <translation>A gap in a route can be closed by itself when it is under</translation>
  </message>
  <message>
   <source>Et hul ligger uden for sin flade eller inde i et andet hul.</source>
   <translation>A hole lies outside its area or inside another hole.</translation>
  </message>
  <message>
   <source>Et hæfte med idéer til andre</source>
   <translation>A booklet with ideas for others</translation>
  </message>
  <message>
   <source>Et kort med for få steder giver ingen lyst til at se igen.</source>
   <translation>A map with too few places makes nobody look again.</translation>
  </message>
  <message>
   <source>Et lag med veje eller stier, som ruten også må følge. Det ændres ikke.</source>
   <translation>A layer of roads or paths that the route may follow too. It is not changed.</translation>
  </message>
  <message>
   <source>Et layout i projektet kan rettes i hånden. Opdatér fra data henter tekster, billeder og kortudsnit igen; det, du selv har flyttet, skrevet eller fjernet, bliver, som det er.</source>
   <translation>A layout in the project can be edited by hand. Update from data fetches texts, pictures and map extents again; what you have moved, written or removed yourself stays as it is.</translation>
  </message>
  <message>
   <source>Et menneske, der kan kendes på et billede, skal have sagt ja, før andre kan se det.</source>
   <translation>A person who can be recognised in a photo must have said yes before others can see it.</translation>
  </message>
  <message>
   <source>Et mål er et JSON-objekt med type, service og mappe.</source>
   <translation>A target is a JSON object with type, service and folder.</translation>
  </message>
  <message>
   <source>Et mål mangler et navn.</source>
   <translation>A target has no name.</translation>
  </message>
  <message>
   <source>Et mødested kan ikke sendes som den type. Vælg en fra listen.</source>
   <translation>A meeting place cannot be sent as that type. Choose one from the list.</translation>
  </message>
  <message>
   <source>Et mødested kan kun have én tilknytning med rollen Selve stedet.</source>
   <translation>A meeting place can only have one link with the role The place itself.</translation>
  </message>
  <message>
   <source>Et mødested opstår og opløses, når formålet er opfyldt.</source>
   <translation>A meeting place comes into being, and is dissolved when its purpose is fulfilled.</translation>
  </message>
  <message>
   <source>Et mødested på en rute ligger højst så langt fra den</source>
   <translation>A meeting place on a route lies at most this far from it</translation>
  </message>
  <message>
   <source>Et mødested sendes ikke selv til GeoFA. Der laves en facilitet på stedet, knyttet til mødestedet som Selve stedet. Den kommer med ved næste Eksportér til GeoFA.</source>
   <translation>A meeting place itself is not sent to GeoFA. A facility is made on the spot, tied to the meeting place as The place itself. It goes along with the next Export to GeoFA.</translation>
  </message>
  <message>
   <source>Et mødested skal have en dato for godkendelse</source>
   <translation>A meeting place must have a date of approval</translation>
  </message>
  <message>
   <source>Et mødested, der aldrig begynder, skal enten hjælpes på vej eller opgives.</source>
   <translation>A meeting place that never begins must either be helped along or given up.</translation>
  </message>
  <message>
   <source>Et nummer, der ikke kan ringes op, er værre end intet nummer.</source>
   <translation>A number that cannot be called is worse than no number.</translation>
  </message>
  <message>
   <source>Et område uden navn kan ikke søges frem.</source>
   <translation>An area without a name cannot be searched for.</translation>
  </message>
  <message>
   <source>Et projekt samler kommunens mødesteder, bænke, faciliteter, ruter og aktiviteter på ét kort.</source>
   <translation>A project gathers the municipality's meeting places, benches, facilities, routes and activities on one map.</translation>
  </message>
  <message>
   <source>Et punkt hører til fladen inden for</source>
   <translation>A point belongs to the area within</translation>
  </message>
  <message>
   <source>Et regneark, som en kollega uden QGIS kan udfylde. Når det kommer igen, åbner du det med Hent data og ser forskellene.</source>
   <translation>A spreadsheet that a colleague without QGIS can fill in. When it comes back, open it with Fetch data and see the differences.</translation>
  </message>
  <message>
   <source>Et skilt ved et mødested, der ikke er mere, skuffer.</source>
   <translation>A sign at a meeting place that is no more disappoints.</translation>
  </message>
  <message>
   <source>Et spring er oftest en fejl i listen, fx Opløst i stedet for På pause.</source>
   <translation>A leap is mostly a slip in the list, e.g. Dissolved instead of Paused.</translation>
  </message>
  <message>
   <source>Et sted midt i vandet er næsten altid tegnet forkert.</source>
   <translation>A place in the middle of the water is nearly always drawn wrong.</translation>
  </message>
  <message>
   <source>Et tomt ark er gemt i {fil}.</source>
   <translation>An empty sheet has been saved in {fil}.</translation>
  </message>
  <message>
   <source>Etiketterne på laget {} bruger {}, og det må ikke komme ud. Ret etiketterne i QGIS, og udskriv igen.</source>
   <translation>The labels of the layer {} use {}, which must not get out. Correct the labels in QGIS, and print again.</translation>
  </message>
  <message>
   <source>Excel, med lister at vælge i</source>
   <translation>Excel, with lists to choose from</translation>
  </message>
  <message>
   <source>FILTER med &lt;Function&gt; er lukket.</source>
   <translation>FILTER with &lt;Function&gt; is closed.</translation>
  </message>
  <message>
   <source>FILTER med &lt;Function&gt; er åben: andre kan regne på serverens filer og lag. Afvis et FILTER med ordet Function, også når bogstaver i det er procentkodede.</source>
   <translation>FILTER with &lt;Function&gt; is open: others can compute on the server's files and layers. Refuse a FILTER with the word Function, also when letters of it are percent-encoded.</translation>
  </message>
  <message>
   <source>Facilitet</source>
   <translation>Facility</translation>
  </message>
  <message>
   <source>Facilitet af samme type</source>
   <translation>Facility of the same type</translation>
  </message>
  <message>
   <source>Faciliteter</source>
   <translation>Facilities</translation>
  </message>
  <message>
   <source>Faciliteter lavet: {antal} ({navne}). De kommer med ved næste Eksportér til GeoFA.</source>
   <translation>Facilities made: {antal} ({navne}). They go along with the next Export to GeoFA.</translation>
  </message>
  <message>
   <source>Faciliteter på stedet</source>
   <translation>Facilities on site</translation>
  </message>
  <message>
   <source>Faciliteterne er fjernet igen.</source>
   <translation>The facilities have been removed again.</translation>
  </message>
  <message>
   <source>Farlig, spærres</source>
   <translation>Dangerous, to be closed off</translation>
  </message>
  <message>
   <source>Farve</source>
   <translation>Colour</translation>
  </message>
  <message>
   <source>Farven er for lys til tekst på hvidt papir. Der skrives med sort i stedet.</source>
   <translation>The colour is too pale for text on white paper. Black is used instead.</translation>
  </message>
  <message>
   <source>Farven på afmærkningen.</source>
   <translation>The colour of the waymarks.</translation>
  </message>
  <message>
   <source>Fast adresse til QR-koder</source>
   <translation>Permanent address for QR codes</translation>
  </message>
  <message>
   <source>Fast nøgle. Dannes automatisk.</source>
   <translation>Fixed key. Made automatically.</translation>
  </message>
  <message>
   <source>Fast værdi.</source>
   <translation>Fixed value.</translation>
  </message>
  <message>
   <source>Februar</source>
   <translation>February</translation>
  </message>
  <message>
   <source>Fejl</source>
   <translation>Errors</translation>
  </message>
  <message>
   <source>Fejl: {0}, advarsler: {1}, anbefalinger: {2}.</source>
   <translation>Errors: {0}, warnings: {1}, recommendations: {2}.</translation>
  </message>
  <message>
   <source>Fejl: {}, advarsler: {}, anbefalinger: {}.</source>
   <translation>Errors: {}, warnings: {}, recommendations: {}.</translation>
  </message>
  <message>
   <source>Felt</source>
   <translation>Field</translation>
  </message>
  <message>
   <source>Felter</source>
   <translation>Fields</translation>
  </message>
  <message>
   <source>Felter i den valgte række</source>
   <translation>Fields of the selected row</translation>
  </message>
  <message>
   <source>Felter med * skal udfyldes.</source>
   <translation>Fields with * must be filled.</translation>
  </message>
  <message>
   <source>Felter med * skal udfyldes. De er gule i overskriften.</source>
   <translation>Fields with * must be filled in. They are yellow in the header.</translation>
  </message>
  <message>
   <source>Felter og hvor de kommer fra</source>
   <translation>Fields and where they come from</translation>
  </message>
  <message>
   <source>Felter, der gendannes</source>
   <translation>Fields to restore</translation>
  </message>
  <message>
   <source>Felter, som GeoFA {} ikke har</source>
   <translation>Fields that GeoFA {} does not have</translation>
  </message>
  <message>
   <source>Felter, som begge har rettet</source>
   <translation>Fields both have edited</translation>
  </message>
  <message>
   <source>Felterne i den valgte ændring</source>
   <translation>The fields of the chosen change</translation>
  </message>
  <message>
   <source>Feltet bliver vist på kortet og sendt til GeoFA, selv om billedet er holdt tilbage under Fotos.</source>
   <translation>The field is shown on the map and sent to GeoFA, even though the photo is held back under Photos.</translation>
  </message>
  <message>
   <source>Feltet er fyldt til sidste tegn og slutter midt i en sætning.</source>
   <translation>The field is full to the last character and ends in the middle of a sentence.</translation>
  </message>
  <message>
   <source>Feltet {0} kan ikke stå i en skabelon.</source>
   <translation>The field {0} cannot be in a template.</translation>
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
   <source>Feltkopi {}</source>
   <translation>Field copy {}</translation>
  </message>
  <message>
   <source>Feltkopi: hjem fra marken</source>
   <translation>Field copy: home from the field</translation>
  </message>
  <message>
   <source>Feltkopien {} er taget fra andre data. Åbn det projekt, den kommer fra, og prøv igen.</source>
   <translation>The field copy {} was taken from other data. Open the project that it comes from, and try again.</translation>
  </message>
  <message>
   <source>Fil</source>
   <translation>File</translation>
  </message>
  <message>
   <source>Fil eller adresse</source>
   <translation>File or address</translation>
  </message>
  <message>
   <source>Fil med kommunens grænse</source>
   <translation>File with the municipality's border</translation>
  </message>
  <message>
   <source>Fil til GeoFA</source>
   <translation>File for GeoFA</translation>
  </message>
  <message>
   <source>Fil …</source>
   <translation>File …</translation>
  </message>
  <message>
   <source>Fil, mappe eller adresse</source>
   <translation>File, folder or address</translation>
  </message>
  <message>
   <source>Fil, mappe eller adresse (WFS)</source>
   <translation>File, folder or address (WFS)</translation>
  </message>
  <message>
   <source>Fil, mappe eller adressen på en WFS</source>
   <translation>File, folder or the address of a WFS</translation>
  </message>
  <message>
   <source>Filen er for stor. Gem den som CSV eller GeoPackage.</source>
   <translation>The file is too large. Save it as CSV or GeoPackage.</translation>
  </message>
  <message>
   <source>Filen er ikke et billede, der kan bruges. Vælg SVG, PNG eller JPG.</source>
   <translation>The file is not a picture that can be used. Choose SVG, PNG or JPG.</translation>
  </message>
  <message>
   <source>Filen er ikke gyldig JSON; måske er den afkortet. Hent den igen.</source>
   <translation>The file is not valid JSON; perhaps it is cut short. Fetch it again.</translation>
  </message>
  <message>
   <source>Filen er kun en del: den har {} af {}. Hent det hele, eller brug tjenestens adresse.</source>
   <translation>The file is only a part: it has {} of {}. Get all of it, or use the address of the service.</translation>
  </message>
  <message>
   <source>Filen er kun en del; tjenesten stoppede ved {}. Hent resten med.</source>
   <translation>The file is only a part; the service stopped at {}. Get the rest too.</translation>
  </message>
  <message>
   <source>Filen er læst med et forkert tegnsæt, og ordene kan ikke læses.</source>
   <translation>The file was read in the wrong character set, and the words cannot be read.</translation>
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
   <source>Filen er åben i et andet program. Luk QGIS, og kør igen, så også ledig plads i filen ryddes.</source>
   <translation>The file is open in another program. Close QGIS and run again, so that free space in the file is cleared too.</translation>
  </message>
  <message>
   <source>Filen findes</source>
   <translation>The file exists</translation>
  </message>
  <message>
   <source>Filen går forud for tjenesten. Uden nøgle og fil skrives adressen i formularen.</source>
   <translation>The file goes before the service. Without key and file the address is typed in the form.</translation>
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
   <source>Filer</source>
   <translation>Files</translation>
  </message>
  <message>
   <source>Filnavn</source>
   <translation>File name</translation>
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
   <source>Filter. Tomt: alle, der er synlige for alle</source>
   <translation>Filter. Empty: all that are visible to everybody</translation>
  </message>
  <message>
   <source>Filteret er sendt til tjenesten.</source>
   <translation>The filter was sent to the service.</translation>
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
   <source>Filteret {} kan ikke forstås. Skriv det som i QGIS, fx "by" = 'Gedser'.</source>
   <translation>The filter {} cannot be understood. Write it as in QGIS, e.g. "by" = 'Gedser'.</translation>
  </message>
  <message>
   <source>Finansiering</source>
   <translation>Funding</translation>
  </message>
  <message>
   <source>Find den offentlige side, og skriv dens adresse.</source>
   <translation>Find the public page, and write its address.</translation>
  </message>
  <message>
   <source>Find og fjern personoplysninger</source>
   <translation>Find and remove personal data</translation>
  </message>
  <message>
   <source>Finder fejl, advarsler og anbefalinger i datalageret, og skriver en rapport.</source>
   <translation>Finds errors, warnings and recommendations in the data, and writes a report.</translation>
  </message>
  <message>
   <source>Findes ikke længere hos kilden. Bliver, til du siger andet.</source>
   <translation>No longer at the source. Stays until you say otherwise.</translation>
  </message>
  <message>
   <source>Findes ikke længere hos kilden. Rækken bliver, til du siger andet.</source>
   <translation>No longer at the source. The row stays until you say otherwise.</translation>
  </message>
  <message>
   <source>Fingeraftryk</source>
   <translation>Fingerprint</translation>
  </message>
  <message>
   <source>Fjerde</source>
   <translation>Fourth</translation>
  </message>
  <message>
   <source>Fjern</source>
   <translation>Remove</translation>
  </message>
  <message>
   <source>Fjern alle {}, der er borte</source>
   <translation>Remove all {} that are gone</translation>
  </message>
  <message>
   <source>Fjern de gentagne punkter.</source>
   <translation>Remove the repeated points.</translation>
  </message>
  <message>
   <source>Fjern den tomme del.</source>
   <translation>Remove the empty part.</translation>
  </message>
  <message>
   <source>Fjern fra kortet</source>
   <translation>Remove from map</translation>
  </message>
  <message>
   <source>Fjern gentagne punkter</source>
   <translation>Remove repeated vertices</translation>
  </message>
  <message>
   <source>Fjern logo</source>
   <translation>Remove logo</translation>
  </message>
  <message>
   <source>Fjern punktet.</source>
   <translation>Remove the point.</translation>
  </message>
  <message>
   <source>Fjern rækken, eller vælg en anden organisation.</source>
   <translation>Remove the row, or choose another organisation.</translation>
  </message>
  <message>
   <source>Fjern spidser</source>
   <translation>Remove spikes</translation>
  </message>
  <message>
   <source>Fjern tilknytningen</source>
   <translation>Remove the link</translation>
  </message>
  <message>
   <source>Fjern tomme dele</source>
   <translation>Remove empty parts</translation>
  </message>
  <message>
   <source>Fjern: tag det ud, hvor det står</source>
   <translation>Remove: take it out where it stands</translation>
  </message>
  <message>
   <source>Fjernede</source>
   <translation>Removed</translation>
  </message>
  <message>
   <source>Fjerner forhåndsvisningen og stopper den lokale server.</source>
   <translation>Removes the preview and stops the local server.</translation>
  </message>
  <message>
   <source>Fjernet</source>
   <translation>Removed</translation>
  </message>
  <message>
   <source>Fjernet af hensyn til privatliv</source>
   <translation>Removed for the sake of privacy</translation>
  </message>
  <message>
   <source>Fjernet af hensyn til privatliv: den gamle række vises aldrig mere, heller ikke ved at gå tilbage.</source>
   <translation>Removed for the sake of privacy: the old row is never shown again, not even by going back.</translation>
  </message>
  <message>
   <source>Fjernet {} steder.</source>
   <translation>Removed in {} places.</translation>
  </message>
  <message>
   <source>Fladen er ikke gyldig her ({fejl}).</source>
   <translation>The area is not valid here ({fejl}).</translation>
  </message>
  <message>
   <source>Fladen er kun {areal} m².</source>
   <translation>The area is only {areal} m².</translation>
  </message>
  <message>
   <source>Fladen er mindre end 10 m².</source>
   <translation>The area is smaller than 10 m².</translation>
  </message>
  <message>
   <source>Fladen hænger kun sammen i et punkt. GeoFA og flere programmer tager det ikke.</source>
   <translation>The area hangs together in one point only. GeoFA and several programs do not take it.</translation>
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
   <source>Flader (*.gpkg *.geojson *.json *.shp *.gml);;Alle filer (*)</source>
   <translation>Polygons (*.gpkg *.geojson *.json *.shp *.gml);;All files (*)</translation>
  </message>
  <message>
   <source>Flest ord i en sætning</source>
   <translation>Most words in a sentence</translation>
  </message>
  <message>
   <source>Flest tegn i en kort beskrivelse</source>
   <translation>Most characters in a short description</translation>
  </message>
  <message>
   <source>Flest tegn i et navn på kortet</source>
   <translation>Most characters in a name on the map</translation>
  </message>
  <message>
   <source>Fliser eller brosten</source>
   <translation>Paving slabs or cobbles</translation>
  </message>
  <message>
   <source>Fliser kan laves på A4 og A3. Vælg en af dem.</source>
   <translation>Tiles can be made on A4 and A3. Choose one of them.</translation>
  </message>
  <message>
   <source>Flyt alle {}</source>
   <translation>Move all {}</translation>
  </message>
  <message>
   <source>Flyt det ene punkt lidt, eller tegn hullet som et hul.</source>
   <translation>Move one of the points a little, or draw the hole as a hole.</translation>
  </message>
  <message>
   <source>Flyt det på plads, eller lad nabokommunen have det.</source>
   <translation>Move it into place, or leave it to the neighbouring municipality.</translation>
  </message>
  <message>
   <source>Flyt det på plads. Kystlinjen er grov, så acceptér det, hvis det passer.</source>
   <translation>Move it into place. The coastline is coarse, so accept it if it is right.</translation>
  </message>
  <message>
   <source>Flyt mødestedets punkt, eller vælg et andet sted.</source>
   <translation>Move the point of the meeting place, or choose another place.</translation>
  </message>
  <message>
   <source>Flyt ned</source>
   <translation>Move down</translation>
  </message>
  <message>
   <source>Flyt nummeret til Telefon eller Kontakt, eller slet det.</source>
   <translation>Move the number to Telephone or Contact, or delete it.</translation>
  </message>
  <message>
   <source>Flyt op</source>
   <translation>Move up</translation>
  </message>
  <message>
   <source>Flyt oplysningen til Intern note, eller slet den.</source>
   <translation>Move it to Internal note, or delete it.</translation>
  </message>
  <message>
   <source>Flyt punkterne, så kanten ikke krydser.</source>
   <translation>Move the points so that the edge does not cross.</translation>
  </message>
  <message>
   <source>Flyt punktet på plads.</source>
   <translation>Move the point into place.</translation>
  </message>
  <message>
   <source>Flyt stedet {0}, til hvor billedet er taget</source>
   <translation>Move the place {0} to where the picture was taken</translation>
  </message>
  <message>
   <source>Flyt vores</source>
   <translation>Move ours</translation>
  </message>
  <message>
   <source>Flyttet?</source>
   <translation>Moved?</translation>
  </message>
  <message>
   <source>Fold alt sammen</source>
   <translation>Close all</translation>
  </message>
  <message>
   <source>Fold alt ud</source>
   <translation>Open all</translation>
  </message>
  <message>
   <source>Forbind delene</source>
   <translation>Join the parts</translation>
  </message>
  <message>
   <source>Forbindelse</source>
   <translation>Connection</translation>
  </message>
  <message>
   <source>Forbindelsen til databasen blev afbrudt. Intet er gemt. Prøv igen.</source>
   <translation>The connection to the database was lost. Nothing was saved. Try again.</translation>
  </message>
  <message>
   <source>Forbindelsen til databasen har et brugernavn eller en adgangskode, som ville stå i tjenesten. Brug en forbindelse med service= fra pg_service.conf.</source>
   <translation>The connection to the database has a user name or a password that would stand in the service. Use a connection with service= from pg_service.conf.</translation>
  </message>
  <message>
   <source>Forbindelsen {} bruger ikke pg_service.conf. Det skal den, for at der ikke ligger en adgangskode i tjenesten. Skriv en indgang i pg_service.conf, og vælg den under Tjeneste i forbindelsen.</source>
   <translation>The connection {} does not use pg_service.conf. It must, so that no password lies in the service. Write an entry in pg_service.conf, and choose it under Service in the connection.</translation>
  </message>
  <message>
   <source>Forbindelsen {} findes ikke i QGIS. Opret den under Lag › Datakildehåndtering › PostgreSQL.</source>
   <translation>The connection {} does not exist in QGIS. Create it under Layer › Data Source Manager › PostgreSQL.</translation>
  </message>
  <message>
   <source>Foredrag</source>
   <translation>Talks</translation>
  </message>
  <message>
   <source>Forening</source>
   <translation>Association</translation>
  </message>
  <message>
   <source>Foreningen skal have sagt ja til det, der står om den.</source>
   <translation>The association must have agreed to what is said about it.</translation>
  </message>
  <message>
   <source>Forenkl tegningen med Forenkl objekt på 0,5 m.</source>
   <translation>Simplify the drawing with Simplify Feature at 0.5 m.</translation>
  </message>
  <message>
   <source>Foreslået</source>
   <translation>Proposed</translation>
  </message>
  <message>
   <source>Foreslås af punktet. Digitale mødesteder kan også høre til en by.</source>
   <translation>Suggested by the point. Digital meeting places can belong to a town too.</translation>
  </message>
  <message>
   <source>Foreslås af punktet. Kan rettes.</source>
   <translation>Suggested by the point. Can be corrected.</translation>
  </message>
  <message>
   <source>Foreslås på faciliteter.</source>
   <translation>Suggested for facilities.</translation>
  </message>
  <message>
   <source>Forhindring</source>
   <translation>Obstacle</translation>
  </message>
  <message>
   <source>Forhåndsvisning (WMS)</source>
   <translation>Preview (WMS)</translation>
  </message>
  <message>
   <source>Forhåndsvisningen</source>
   <translation>The preview</translation>
  </message>
  <message>
   <source>Forhåndsvisningen kan ikke skrives i {}. Gør plads på disken.</source>
   <translation>The preview cannot be written in {}. Make room on the disk.</translation>
  </message>
  <message>
   <source>Forkort teksten, og læg resten i Beskrivelse.</source>
   <translation>Shorten the text, and put the rest into Description.</translation>
  </message>
  <message>
   <source>Forkort teksten.</source>
   <translation>Shorten the text.</translation>
  </message>
  <message>
   <source>Forløb</source>
   <translation>Progress</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Form</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Format</translation>
  </message>
  <message>
   <source>Formål</source>
   <translation>Purpose</translation>
  </message>
  <message>
   <source>Formål med egne ord</source>
   <translation>Purpose in your own words</translation>
  </message>
  <message>
   <source>Formål og aktiviteter</source>
   <translation>Purpose and activities</translation>
  </message>
  <message>
   <source>Forord</source>
   <translation>Preface</translation>
  </message>
  <message>
   <source>Forrige 10</source>
   <translation>Previous 10</translation>
  </message>
  <message>
   <source>Forrige side</source>
   <translation>Previous page</translation>
  </message>
  <message>
   <source>Fortrudt</source>
   <translation>Taken back</translation>
  </message>
  <message>
   <source>Fortryd</source>
   <translation>Undo</translation>
  </message>
  <message>
   <source>Fortryd Send med til GeoFA</source>
   <translation>Undo Send along to GeoFA</translation>
  </message>
  <message>
   <source>Fortryd hjemkomst</source>
   <translation>Undo coming home</translation>
  </message>
  <message>
   <source>Fortryd import</source>
   <translation>Undo import</translation>
  </message>
  <message>
   <source>Fortryd min rettelse</source>
   <translation>Undo my edit</translation>
  </message>
  <message>
   <source>Fortryd sammen med {0}</source>
   <translation>Undo together with {0}</translation>
  </message>
  <message>
   <source>Fortryder importen</source>
   <translation>Undoing the import</translation>
  </message>
  <message>
   <source>Forældre med små børn</source>
   <translation>Parents with small children</translation>
  </message>
  <message>
   <source>Foto ikke hentet: {sti}. {grund}</source>
   <translation>Photo not fetched: {sti}. {grund}</translation>
  </message>
  <message>
   <source>Foto-adresse</source>
   <translation>Photo address</translation>
  </message>
  <message>
   <source>Foto-id</source>
   <translation>Photo id</translation>
  </message>
  <message>
   <source>Fotoet hører til noget, der ikke findes længere.</source>
   <translation>The photo belongs to something that is no longer there.</translation>
  </message>
  <message>
   <source>Fotoet kan ikke omdøbes i {}. Må du skrive i mappen?</source>
   <translation>The photo cannot be renamed in {}. May you write in the folder?</translation>
  </message>
  <message>
   <source>Fotoet vises ikke, men ligger stadig med navn på fotografen.</source>
   <translation>The photo is not shown, but is still kept with the name of the photographer.</translation>
  </message>
  <message>
   <source>Fotograf eller rettighedshaver</source>
   <translation>Photographer or rights holder</translation>
  </message>
  <message>
   <source>Fotos</source>
   <translation>Photos</translation>
  </message>
  <message>
   <source>Fotos i GeoFA bliver frie for alle.</source>
   <translation>Photos in GeoFA become free for everyone.</translation>
  </message>
  <message>
   <source>Fotos kommer hjem sammen med resten. Hent hele feltkopien hjem på én gang.</source>
   <translation>Photos come home together with the rest. Bring the whole field copy home at once.</translation>
  </message>
  <message>
   <source>Fotos kopieret: {}.</source>
   <translation>Photos copied: {}.</translation>
  </message>
  <message>
   <source>Fotos, der ikke er der, hvor de skal være: {}.</source>
   <translation>Photos that are not where they should be: {}.</translation>
  </message>
  <message>
   <source>Fotos, der ikke er plads til i GeoFA: {antal}.</source>
   <translation>Photos GeoFA has no room for: {antal}.</translation>
  </message>
  <message>
   <source>Fotos, der ikke kom med</source>
   <translation>Photos that did not come along</translation>
  </message>
  <message>
   <source>Fra</source>
   <translation>From</translation>
  </message>
  <message>
   <source>Fra (m)</source>
   <translation>From (m)</translation>
  </message>
  <message>
   <source>Fra (m) må ikke være negativ.</source>
   <translation>From (m) must not be negative.</translation>
  </message>
  <message>
   <source>Fra (m) og Til (m) er {gemt}, men strækningen går fra {maalt}.</source>
   <translation>From (m) and To (m) are {gemt}, but the stretch goes from {maalt}.</translation>
  </message>
  <message>
   <source>Fra og til må være forkerte med højst</source>
   <translation>From and To may be wrong by at most</translation>
  </message>
  <message>
   <source>Fra {0} m.</source>
   <translation>From {0} m.</translation>
  </message>
  <message>
   <source>Fra {navn}: {nye} nye og {rettede} rettede rækker kommer hjem. Bagefter kan det hele fortrydes.</source>
   <translation>From {navn}: {nye} new and {rettede} changed rows come home. Afterwards all of it can be undone.</translation>
  </message>
  <message>
   <source>Fredag</source>
   <translation>Friday</translation>
  </message>
  <message>
   <source>Frivillige</source>
   <translation>Volunteers</translation>
  </message>
  <message>
   <source>Frivilliggruppe</source>
   <translation>Volunteer group</translation>
  </message>
  <message>
   <source>Frivillighed</source>
   <translation>Volunteering</translation>
  </message>
  <message>
   <source>Frivilligt arbejde</source>
   <translation>Voluntary work</translation>
  </message>
  <message>
   <source>Fund</source>
   <translation>Findings</translation>
  </message>
  <message>
   <source>Fund efter alvor og kontrol</source>
   <translation>Findings by severity and check</translation>
  </message>
  <message>
   <source>Fund-id</source>
   <translation>Finding id</translation>
  </message>
  <message>
   <source>Fundet</source>
   <translation>Found</translation>
  </message>
  <message>
   <source>Fundet har ikke et sted på kortet. Dobbeltklik for at åbne formularen.</source>
   <translation>The finding has no place on the map. Double-click to open the form.</translation>
  </message>
  <message>
   <source>Fundet skal rettes. Det kan ikke accepteres.</source>
   <translation>The finding must be mended. It cannot be accepted.</translation>
  </message>
  <message>
   <source>Fundet vender tilbage, hvis det, det handler om, ændres.</source>
   <translation>The finding comes back if what it is about is changed.</translation>
  </message>
  <message>
   <source>Fundet vender tilbage, hvis det, det handler om, ændres. Kolleger kan se begrundelsen. Skriv ikke om navngivne personer.</source>
   <translation>The finding comes back if what it is about is changed. Colleagues can see the reason. Do not write about named persons.</translation>
  </message>
  <message>
   <source>Fundet {} steder.</source>
   <translation>Found in {} places.</translation>
  </message>
  <message>
   <source>Funktionspostkasse eller hovednummer, aldrig en privatperson. Tom = organisationens.</source>
   <translation>Shared mailbox or main number, never a private person. Empty = the organisation's.</translation>
  </message>
  <message>
   <source>Funktionspostkasse eller hovednummer.</source>
   <translation>Shared mailbox or main number.</translation>
  </message>
  <message>
   <source>Fx "Man-fre 9-16. Tirsdage til 21".</source>
   <translation>E.g. "Man-fre 9-16. Tirsdage til 21" (Mon-Fri 9-16, Tuesdays until 21).</translation>
  </message>
  <message>
   <source>Fx 14:00-16:00.</source>
   <translation>E.g. 14:00-16:00.</translation>
  </message>
  <message>
   <source>Fx 20 kr. for kaffe. Tom = ukendt.</source>
   <translation>E.g. 20 kr. for coffee. Empty = unknown.</translation>
  </message>
  <message>
   <source>Fx 30. Tom, når der ingen øvre grænse er.</source>
   <translation>E.g. 30. Empty when there is no upper limit.</translation>
  </message>
  <message>
   <source>Fx 65. Tom, når alle aldre er velkomne.</source>
   <translation>E.g. 65. Empty when all ages are welcome.</translation>
  </message>
  <message>
   <source>Fx Formand, Friluftskoordinator. Skriv ikke navnet.</source>
   <translation>E.g. chair, outdoor coordinator. Do not write the name.</translation>
  </message>
  <message>
   <source>Fx Kløversti, Hjertesti.</source>
   <translation>E.g. Kløversti, Hjertesti.</translation>
  </message>
  <message>
   <source>Fx Marielyst eller Østerbro.</source>
   <translation>E.g. Marielyst or Østerbro.</translation>
  </message>
  <message>
   <source>Fx Naturlandet-id.</source>
   <translation>E.g. the Naturlandet id.</translation>
  </message>
  <message>
   <source>Fx en rampe eller et toilet.</source>
   <translation>E.g. a ramp or a toilet.</translation>
  </message>
  <message>
   <source>Fx første tirsdag i måneden.</source>
   <translation>E.g. the first Tuesday of the month.</translation>
  </message>
  <message>
   <source>Fx på Vores Guldborgsund eller KultuNaut.</source>
   <translation>E.g. on Vores Guldborgsund or KultuNaut.</translation>
  </message>
  <message>
   <source>Fx skovarbejde</source>
   <translation>E.g. forestry work</translation>
  </message>
  <message>
   <source>Fx talt i døren eller skønnet.</source>
   <translation>E.g. counted at the door, or estimated.</translation>
  </message>
  <message>
   <source>Fx: Set på stedet i maj. Bænken er fjernet med vilje.</source>
   <translation>E.g.: Seen on the spot in May. The bench was removed on purpose.</translation>
  </message>
  <message>
   <source>Fysisk</source>
   <translation>Physical</translation>
  </message>
  <message>
   <source>Fysisk sted, digitalt fællesskab, begge dele, eller viden i spil (handleplanens "mentale" mødested).</source>
   <translation>A physical place, a digital community, both, or knowledge in play (the action plan's "mental" meeting place).</translation>
  </message>
  <message>
   <source>Fysisk: adresse eller stedsangivelse. Digitalt: platform. Viden i spil: hvem viden findes hos (funktion).</source>
   <translation>Physical: address or location. Digital: platform. Knowledge in play: who holds the knowledge (role).</translation>
  </message>
  <message>
   <source>Få det lavet, eller udfyld Midlertidigt lukket fra.</source>
   <translation>Have it repaired, or fill in Temporarily closed from.</translation>
  </message>
  <message>
   <source>Fælles postkasse.</source>
   <translation>Shared mailbox.</translation>
  </message>
  <message>
   <source>Fællesskab</source>
   <translation>Community</translation>
  </message>
  <message>
   <source>Føj til projektet som layout</source>
   <translation>Add to the project as a layout</translation>
  </message>
  <message>
   <source>Følg også</source>
   <translation>Follow also</translation>
  </message>
  <message>
   <source>Følg på kortet</source>
   <translation>Follow on the map</translation>
  </message>
  <message>
   <source>Før</source>
   <translation>Before</translation>
  </message>
  <message>
   <source>Før seneste import</source>
   <translation>Before the latest import</translation>
  </message>
  <message>
   <source>Fører den seneste import tilbage. Rækker, der er rettet siden, bliver.</source>
   <translation>Takes the latest import back. Rows edited since stay.</translation>
  </message>
  <message>
   <source>Først set</source>
   <translation>First seen</translation>
  </message>
  <message>
   <source>Første</source>
   <translation>First</translation>
  </message>
  <message>
   <source>Første dag i perioden.</source>
   <translation>First day of the period.</translation>
  </message>
  <message>
   <source>Første gang</source>
   <translation>First visit</translation>
  </message>
  <message>
   <source>Første gang.</source>
   <translation>The first time.</translation>
  </message>
  <message>
   <source>Første udgivelse: {} rækker.</source>
   <translation>First publication: {} rows.</translation>
  </message>
  <message>
   <source>Gamle aktiviteter skjuler, at årshjulet er tomt.</source>
   <translation>Old activities hide that the annual wheel is empty.</translation>
  </message>
  <message>
   <source>Gangtid regnes med (km/t)</source>
   <translation>Walking times are counted at (km/h)</translation>
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
   <source>Gem eller fortryd først rettelserne i {}.</source>
   <translation>First save or undo the edits in {}.</translation>
  </message>
  <message>
   <source>Gem profil</source>
   <translation>Save profile</translation>
  </message>
  <message>
   <source>Gem profil som …</source>
   <translation>Save profile as…</translation>
  </message>
  <message>
   <source>Gem rapport</source>
   <translation>Save report</translation>
  </message>
  <message>
   <source>Gem rapport …</source>
   <translation>Save report …</translation>
  </message>
  <message>
   <source>Gem ruten først, så kan underlaget males.</source>
   <translation>Save the route first, then its surface can be painted.</translation>
  </message>
  <message>
   <source>Gem som fil</source>
   <translation>Save as file</translation>
  </message>
  <message>
   <source>Gem som fil …</source>
   <translation>Save as file …</translation>
  </message>
  <message>
   <source>Gem som skabelon …</source>
   <translation>Save as template …</translation>
  </message>
  <message>
   <source>Gem så mange måneder</source>
   <translation>Keep this many months</translation>
  </message>
  <message>
   <source>Gem til senere</source>
   <translation>Save for later</translation>
  </message>
  <message>
   <source>Gem til senere …</source>
   <translation>Save for later …</translation>
  </message>
  <message>
   <source>Gem ændringerne</source>
   <translation>Save the changes</translation>
  </message>
  <message>
   <source>Gemmer rapport</source>
   <translation>Saving report</translation>
  </message>
  <message>
   <source>Gemmer rapport …</source>
   <translation>Saving report …</translation>
  </message>
  <message>
   <source>Gemt import</source>
   <translation>Saved import</translation>
  </message>
  <message>
   <source>Gemt uden ændring</source>
   <translation>Saved without changes</translation>
  </message>
  <message>
   <source>Gemt. Det gælder fra næste kontrol.</source>
   <translation>Saved. It counts from the next check on.</translation>
  </message>
  <message>
   <source>Gemt. Skriv her for at skifte den.</source>
   <translation>Saved. Type here to change it.</translation>
  </message>
  <message>
   <source>Gemt: {antal} rækker i {filer}.</source>
   <translation>Saved: {antal} rows in {filer}.</translation>
  </message>
  <message>
   <source>Genbrug og bytte</source>
   <translation>Reuse and swapping</translation>
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
   <source>Gennemgår alle mødesteder, steder, ruter og aktiviteter med de kontroller, kommunen har slået til.

Regler: koder med komma imellem, fx geometri eller felter.telefon_mangler. Tom: alle.

Udstrækning: kun fund inden for udstrækningen tælles og kommer i rapporten.

Rapporten bliver til JSON, HTML, PDF eller GeoPackage efter filens endelse. Accepterede fund tælles ikke med, men står i rapporten. Fundene gemmes også i datalageret, så kolleger ser de samme.</source>
   <translation>Goes through all meeting places, places, routes and activities with the checks that the municipality has switched on.

Rules: codes with commas between, e.g. geometri or felter.telefon_mangler. Empty: all.

Extent: only findings inside it count and are in the report.

The report is JSON, HTML, PDF or GeoPackage by the ending of the file. Accepted findings are not counted, but stand in the report. The findings are also kept with the data, so that colleagues see the same.</translation>
  </message>
  <message>
   <source>Gentag sammen med {0}</source>
   <translation>Redo together with {0}</translation>
  </message>
  <message>
   <source>Gentagelse</source>
   <translation>Repeats</translation>
  </message>
  <message>
   <source>Gentagelsen ({}) kan ikke skrives i Mødested. Giv den en slutdato inden for {} gange, eller opret aktiviteten selv.</source>
   <translation>The repetition ({}) cannot be written in Mødested. Give it an end within {} times, or create the activity yourself.</translation>
  </message>
  <message>
   <source>Gentagne punkter forstyrrer, når man retter tegningen.</source>
   <translation>Repeated points are in the way when one corrects the drawing.</translation>
  </message>
  <message>
   <source>GeoDanmark</source>
   <translation>GeoDanmark</translation>
  </message>
  <message>
   <source>GeoFA</source>
   <translation>GeoFA</translation>
  </message>
  <message>
   <source>GeoFA 1.7 (den gamle)</source>
   <translation>GeoFA 1.7 (the old one)</translation>
  </message>
  <message>
   <source>GeoFA 3.04 (den nye)</source>
   <translation>GeoFA 3.04 (the new one)</translation>
  </message>
  <message>
   <source>GeoFA 5800: punkter (WFS)</source>
   <translation>GeoFA 5800: points (WFS)</translation>
  </message>
  <message>
   <source>GeoFA 5800: punkter (fil)</source>
   <translation>GeoFA 5800: points (file)</translation>
  </message>
  <message>
   <source>GeoFA 5801: flader (WFS)</source>
   <translation>GeoFA 5801: areas (WFS)</translation>
  </message>
  <message>
   <source>GeoFA 5801: flader (fil)</source>
   <translation>GeoFA 5801: areas (file)</translation>
  </message>
  <message>
   <source>GeoFA 5802: linjer (WFS)</source>
   <translation>GeoFA 5802: lines (WFS)</translation>
  </message>
  <message>
   <source>GeoFA 5802: linjer (fil)</source>
   <translation>GeoFA 5802: lines (file)</translation>
  </message>
  <message>
   <source>GeoFA afviser den før eller siden, og ingen andre kender den.</source>
   <translation>GeoFA refuses it sooner or later, and nobody else knows it.</translation>
  </message>
  <message>
   <source>GeoFA bruger graderne til mountainbike. På en gåtur misforstås de.</source>
   <translation>GeoFA uses these grades for mountain bikes. On a walk they are misunderstood.</translation>
  </message>
  <message>
   <source>GeoFA finder selv vej og postnummer.</source>
   <translation>GeoFA finds street and postcode by itself.</translation>
  </message>
  <message>
   <source>GeoFA fraråder, at samme facilitet findes både som punkt og flade. Borgerne ser den to gange.</source>
   <translation>GeoFA advises against the same facility being both a point and an area. Citizens see it twice.</translation>
  </message>
  <message>
   <source>GeoFA siger, at en rute ikke må krydse sig selv, men tager imod den. En rundtur må gerne krydse.</source>
   <translation>GeoFA says that a route must not cross itself, but takes it. A round trip may well cross.</translation>
  </message>
  <message>
   <source>GeoFA tager kun flader på mindst 10 m².</source>
   <translation>GeoFA takes only areas of at least 10 m².</translation>
  </message>
  <message>
   <source>GeoFA tager kun imod det, der ligger i egen kommune, og borgerne kan blive sendt det forkerte sted hen.</source>
   <translation>GeoFA takes only what lies in one's own municipality, and citizens may be sent to the wrong place.</translation>
  </message>
  <message>
   <source>GeoFA tager kun ruter på mindst 1 m.</source>
   <translation>GeoFA takes only routes of at least 1 m.</translation>
  </message>
  <message>
   <source>GeoFA ville afvise den.</source>
   <translation>GeoFA would reject it.</translation>
  </message>
  <message>
   <source>GeoFA's koder kan ikke slettes.</source>
   <translation>GeoFA's codes cannot be deleted.</translation>
  </message>
  <message>
   <source>GeoFA's koder kan ikke ændres.</source>
   <translation>GeoFA's codes cannot be changed.</translation>
  </message>
  <message>
   <source>GeoFA's nøgle. Må ikke ændres.</source>
   <translation>GeoFA's key. Must not be changed.</translation>
  </message>
  <message>
   <source>GeoFA-bruger</source>
   <translation>GeoFA user</translation>
  </message>
  <message>
   <source>GeoFA-kode</source>
   <translation>GeoFA code</translation>
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
   <source>Geometrien, som den var</source>
   <translation>The geometry as it was</translation>
  </message>
  <message>
   <source>Giv den ene rollen Facilitet, eller fjern den.</source>
   <translation>Give one of them the role Facility, or remove it.</translation>
  </message>
  <message>
   <source>God</source>
   <translation>Good</translation>
  </message>
  <message>
   <source>Godkendelse</source>
   <translation>Authentication</translation>
  </message>
  <message>
   <source>Godkendelse af ruten.</source>
   <translation>Approval of the route.</translation>
  </message>
  <message>
   <source>Godkendelsen kunne ikke bruges. Vælg den igen i målet.</source>
   <translation>The authentication could not be used. Choose it again in the target.</translation>
  </message>
  <message>
   <source>Godkendt af</source>
   <translation>Approved by</translation>
  </message>
  <message>
   <source>Godkendt den</source>
   <translation>Approved on</translation>
  </message>
  <message>
   <source>Grænsen er gemt, men kan ikke tegnes på kortet. Se, om du må skrive i mappen med projektets baggrund.</source>
   <translation>The border has been saved, but cannot be drawn on the map. See whether you may write in the folder with the background of the project.</translation>
  </message>
  <message>
   <source>Grænsen er kendt. Vælg en fil for at skifte den.</source>
   <translation>The border is known. Choose a file to replace it.</translation>
  </message>
  <message>
   <source>Grænsen i {file} dækker ingen af kommunens byer. Vælg en fil med kommunens egen grænse.</source>
   <translation>The boundary in {file} covers none of the municipality's towns. Choose a file with the municipality's own boundary.</translation>
  </message>
  <message>
   <source>Grænser</source>
   <translation>Limits</translation>
  </message>
  <message>
   <source>Græs</source>
   <translation>Grass</translation>
  </message>
  <message>
   <source>Græssende dyr, vådt terræn …</source>
   <translation>Grazing animals, wet ground …</translation>
  </message>
  <message>
   <source>Gå oplysningerne efter, og sæt datoen.</source>
   <translation>Check the information, and set the date.</translation>
  </message>
  <message>
   <source>Gå tilbage</source>
   <translation>Go back</translation>
  </message>
  <message>
   <source>Gå tilbage til denne udgivelse …</source>
   <translation>Go back to this publication …</translation>
  </message>
  <message>
   <source>Gå tilbage til en tidligere udgivelse</source>
   <translation>Go back to an earlier publication</translation>
  </message>
  <message>
   <source>Gå tilbage til udgivelsen {}</source>
   <translation>Go back to the publication {}</translation>
  </message>
  <message>
   <source>Gået tilbage</source>
   <translation>Went back</translation>
  </message>
  <message>
   <source>Gået tilbage hos {}.</source>
   <translation>Went back at {}.</translation>
  </message>
  <message>
   <source>Går en cykel- og en vandrerute samme vej, tegnes to ruter.</source>
   <translation>Where a cycling and a walking route run the same way, draw two routes.</translation>
  </message>
  <message>
   <source>Går tilbage til {}.</source>
   <translation>Going back to {}.</translation>
  </message>
  <message>
   <source>Gåtur</source>
   <translation>Walk</translation>
  </message>
  <message>
   <source>Gælder alt fra den kilde.</source>
   <translation>Counts for everything from that source.</translation>
  </message>
  <message>
   <source>Gælder alt i laget fra den kilde, også det, der kommer senere. Skriv ikke om navngivne personer.</source>
   <translation>Counts for everything in the layer from that source, also what comes later. Do not write about named persons.</translation>
  </message>
  <message>
   <source>Gælder for alle, der arbejder i de samme data, fra næste kontrol.</source>
   <translation>Counts for everybody who works in the same data, from the next check on.</translation>
  </message>
  <message>
   <source>Gælder for alle, der udskriver fra de samme data.</source>
   <translation>Applies to everybody who prints from the same data.</translation>
  </message>
  <message>
   <source>Gælder konflikter, flyttede og dem, der ligner. Med behold vores og tag deres bliver de knyttet til vores.</source>
   <translation>Applies to conflicts, moved rows and those that look alike. With keep ours and take theirs they are linked to ours.</translation>
  </message>
  <message>
   <source>Gæsten har bedt om sit eget sprog og får et andet.</source>
   <translation>The guest asked for their own language and gets another.</translation>
  </message>
  <message>
   <source>Gæster, der skifter til engelsk, får en halv oversættelse.</source>
   <translation>Guests who switch to English get half a translation.</translation>
  </message>
  <message>
   <source>Gæster, der skifter til tysk, får en halv oversættelse.</source>
   <translation>Guests who switch to German get half a translation.</translation>
  </message>
  <message>
   <source>Gæt igen</source>
   <translation>Guess again</translation>
  </message>
  <message>
   <source>Gættede felter: {}. Se efter, før du bruger profilen.</source>
   <translation>Fields guessed: {}. Check them before you use the profile.</translation>
  </message>
  <message>
   <source>Gætter alle felter forfra ud fra navne, typer og indhold.</source>
   <translation>Guesses all fields anew from names, types and content.</translation>
  </message>
  <message>
   <source>Gætter kolonner</source>
   <translation>Guessing columns</translation>
  </message>
  <message>
   <source>Gætter, hvilke kolonner der passer …</source>
   <translation>Guessing which columns fit …</translation>
  </message>
  <message>
   <source>Gættet: {}</source>
   <translation>Guessed: {}</translation>
  </message>
  <message>
   <source>Gør flere mødesteder færdige, og sæt Synlighed til Synlig for alle.</source>
   <translation>Finish more meeting places, and set Visibility to everybody.</translation>
  </message>
  <message>
   <source>Gør sådan</source>
   <translation>What to do</translation>
  </message>
  <message>
   <source>Gør sådan:</source>
   <translation>What to do:</translation>
  </message>
  <message>
   <source>Gør tegningen gyldig</source>
   <translation>Make the drawing valid</translation>
  </message>
  <message>
   <source>HH.mm</source>
   <translation>HH:mm</translation>
  </message>
  <message>
   <source>HTML (*.html)</source>
   <translation>HTML (*.html)</translation>
  </message>
  <message>
   <source>Handicapparkering</source>
   <translation>Disabled parking</translation>
  </message>
  <message>
   <source>Handicaptoilet</source>
   <translation>Accessible toilet</translation>
  </message>
  <message>
   <source>Har betydning for dem, der har svært ved at rejse sig.</source>
   <translation>Matters to those who find it hard to get up.</translation>
  </message>
  <message>
   <source>Have eller højbede</source>
   <translation>Garden or raised beds</translation>
  </message>
  <message>
   <source>Hele kommunen med navneliste</source>
   <translation>The whole municipality with a list of names</translation>
  </message>
  <message>
   <source>Hele året eller en del af det.</source>
   <translation>All year, or part of it.</translation>
  </message>
  <message>
   <source>Hent data</source>
   <translation>Fetch data</translation>
  </message>
  <message>
   <source>Hent data igen med akserne byttet, eller tegn objektet på kortet.</source>
   <translation>Fetch the data again with the axes swapped, or draw the object on the map.</translation>
  </message>
  <message>
   <source>Hent data igen med det rigtige koordinatsystem (EPSG:4326), eller tegn objektet på kortet.</source>
   <translation>Fetch the data again with the right coordinate system (EPSG:4326), or draw the object on the map.</translation>
  </message>
  <message>
   <source>Hent data …</source>
   <translation>Fetch data …</translation>
  </message>
  <message>
   <source>Hent data: {}</source>
   <translation>Fetch data: {}</translation>
  </message>
  <message>
   <source>Hent fra en kilde</source>
   <translation>Fetch from a source</translation>
  </message>
  <message>
   <source>Hent fra:</source>
   <translation>Fetch from:</translation>
  </message>
  <message>
   <source>Hent hjem</source>
   <translation>Bring home</translation>
  </message>
  <message>
   <source>Hent hjem fra marken</source>
   <translation>Bring home from the field</translation>
  </message>
  <message>
   <source>Hent hjem fra marken …</source>
   <translation>Bring home from the field …</translation>
  </message>
  <message>
   <source>Hent igen</source>
   <translation>Fetch again</translation>
  </message>
  <message>
   <source>Hent profil</source>
   <translation>Load profile</translation>
  </message>
  <message>
   <source>Hent profil …</source>
   <translation>Load profile…</translation>
  </message>
  <message>
   <source>Hent udstyret hjem, og ret Status.</source>
   <translation>Bring the equipment home, and correct Status.</translation>
  </message>
  <message>
   <source>Hent underlag, hvor intet er malet, fra andre ruter og veje på samme sted.</source>
   <translation>Fetch surfaces, where nothing is painted, from other routes and roads in the same place.</translation>
  </message>
  <message>
   <source>Henter adressen</source>
   <translation>Fetching the address</translation>
  </message>
  <message>
   <source>Henter data ind</source>
   <translation>Fetching data</translation>
  </message>
  <message>
   <source>Henter data ind. Du kan afbryde, til det er færdigt.</source>
   <translation>Fetching data. You can cancel until it is done.</translation>
  </message>
  <message>
   <source>Henter fund</source>
   <translation>Fetching findings</translation>
  </message>
  <message>
   <source>Henter profiler</source>
   <translation>Fetching profiles</translation>
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
   <source>Hentes ved adressesøgning. Kan stå tom.</source>
   <translation>Fetched by the address search. May be left empty.</translation>
  </message>
  <message>
   <source>Hentet ind: {}.</source>
   <translation>Fetched: {}.</translation>
  </message>
  <message>
   <source>Her samles kun de ti viste stykker.</source>
   <translation>Only the ten segments shown are joined here.</translation>
  </message>
  <message>
   <source>Her står, hvad der sker, når du udgiver.</source>
   <translation>Here you see what happens when you publish.</translation>
  </message>
  <message>
   <source>Her: {0} m.</source>
   <translation>Here: {0} m.</translation>
  </message>
  <message>
   <source>Historik</source>
   <translation>History</translation>
  </message>
  <message>
   <source>Historik for {0}</source>
   <translation>History of {0}</translation>
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
   <source>Historikken</source>
   <translation>The history</translation>
  </message>
  <message>
   <source>Historikken har hver række, som den var, før den blev ændret eller slettet. Her slettes det, der er ældre end det antal måneder, du vælger. Mødestederne selv ændres ikke.

Er der noget at slette, tages en sikkerhedskopi først. Slet den, når I ikke skal bruge den: den har det hele.

Kør det hver måned, fx fra cron. I PostGIS skal du have ejerens rolle.</source>
   <translation>The history has every row as it was before it was changed or deleted. Here goes what is older than the number of months that you choose. The meeting places themselves are not changed.

Where there is something to delete, a backup is made first. Delete it when you no longer need it: it has everything.

Run it every month, for example from cron. In PostGIS you need the role of the owner.</translation>
  </message>
  <message>
   <source>Hjemkomsten er fortrudt.</source>
   <translation>Coming home has been undone.</translation>
  </message>
  <message>
   <source>Hjemme igen: {nye} nye og {rettede} rettede rækker.</source>
   <translation>Home again: {nye} new and {rettede} changed rows.</translation>
  </message>
  <message>
   <source>Hjemmeside</source>
   <translation>Website</translation>
  </message>
  <message>
   <source>Hjertestarter</source>
   <translation>Defibrillator</translation>
  </message>
  <message>
   <source>Hjælp</source>
   <translation>Help</translation>
  </message>
  <message>
   <source>Hjælp til digital selvbetjening</source>
   <translation>Help with digital self-service</translation>
  </message>
  <message>
   <source>Hjælp til kontrollen</source>
   <translation>Help on the checks</translation>
  </message>
  <message>
   <source>Holdes tilbage ({})</source>
   <translation>Held back ({})</translation>
  </message>
  <message>
   <source>Holdes tilbage fra udgivelse, til fejlene er rettet: {0}.</source>
   <translation>Held back from publication until the errors are mended: {0}.</translation>
  </message>
  <message>
   <source>Holdes tilbage, til fejlene er rettet: {0}.</source>
   <translation>Held back until the errors are corrected: {0}.</translation>
  </message>
  <message>
   <source>Holdt tilbage</source>
   <translation>Held back</translation>
  </message>
  <message>
   <source>Hovednummer.</source>
   <translation>Main number.</translation>
  </message>
  <message>
   <source>Hovedrute, alternativ …</source>
   <translation>Main route, alternative …</translation>
  </message>
  <message>
   <source>Husk profilen</source>
   <translation>Remember the profile</translation>
  </message>
  <message>
   <source>Husk profilen til næste gang</source>
   <translation>Remember the profile for next time</translation>
  </message>
  <message>
   <source>Hvad</source>
   <translation>What</translation>
  </message>
  <message>
   <source>Hvad der sker med værdier, der ikke er fundet</source>
   <translation>What happens to values that are not found</translation>
  </message>
  <message>
   <source>Hvad er der i kittet?</source>
   <translation>What is in the kit?</translation>
  </message>
  <message>
   <source>Hvad er det? Søg i listen.</source>
   <translation>What is it? Search the list.</translation>
  </message>
  <message>
   <source>Hvad feltet får, når kilden ikke siger noget, eller når ingen kolonne er valgt.</source>
   <translation>What the field gets when the source says nothing, or when no column is chosen.</translation>
  </message>
  <message>
   <source>Hvad kan man lave her?</source>
   <translation>What can people do here?</translation>
  </message>
  <message>
   <source>Hvad koden dækker.</source>
   <translation>What the code covers.</translation>
  </message>
  <message>
   <source>Hvad laver man?</source>
   <translation>What do people do?</translation>
  </message>
  <message>
   <source>Hvad punktet eller linjen er tegnet efter.</source>
   <translation>What the point or line was drawn from.</translation>
  </message>
  <message>
   <source>Hvad ser man? Læses op for blinde.</source>
   <translation>What can be seen? Read aloud to blind people.</translation>
  </message>
  <message>
   <source>Hvad serveren kører.</source>
   <translation>What the server runs.</translation>
  </message>
  <message>
   <source>Hvad skal der stå?</source>
   <translation>What to write</translation>
  </message>
  <message>
   <source>Hvad skal med</source>
   <translation>What to include</translation>
  </message>
  <message>
   <source>Hvad skal med?</source>
   <translation>What to include?</translation>
  </message>
  <message>
   <source>Hvad skal mødestedet føre til?</source>
   <translation>What should the meeting place lead to?</translation>
  </message>
  <message>
   <source>Hvad sker der, og hvad skal man have med?</source>
   <translation>What happens, and what should people bring?</translation>
  </message>
  <message>
   <source>Hvad sker der?</source>
   <translation>What happens?</translation>
  </message>
  <message>
   <source>Hvem</source>
   <translation>Who</translation>
  </message>
  <message>
   <source>Hvem betaler?</source>
   <translation>Who pays?</translation>
  </message>
  <message>
   <source>Hvem er særligt inviteret?</source>
   <translation>Who is especially invited?</translation>
  </message>
  <message>
   <source>Hvem i foreningen eller centret har sagt ja.</source>
   <translation>Who in the association or the centre said yes.</translation>
  </message>
  <message>
   <source>Hvem rækkerne kommer fra</source>
   <translation>Who the rows come from</translation>
  </message>
  <message>
   <source>Hvem tager imod? Kan man blive fulgt eller hentet?</source>
   <translation>Who welcomes you? Can you be accompanied or fetched?</translation>
  </message>
  <message>
   <source>Hver anden uge</source>
   <translation>Every other week</translation>
  </message>
  <message>
   <source>Hver del bør være sit eget objekt, så den kan have sin egen tilstand og sit eget billede.</source>
   <translation>Each part should be an object of its own, so that it can have its own condition and its own picture.</translation>
  </message>
  <message>
   <source>Hver flade bliver en facilitet.</source>
   <translation>Each area becomes a facility.</translation>
  </message>
  <message>
   <source>Hver linje eller samlet linje bliver en rute med navn og type, som kan rettes og udgives. Er det blot veje og stier, så vælg Netværk.</source>
   <translation>Each line or joined line becomes a route with a name and a type, which can be edited and published. If they are just roads and paths, choose Network.</translation>
  </message>
  <message>
   <source>Hver linje i tekstfilen skal have mindst {} tegn, og der skal være mindst én.</source>
   <translation>Each line of the text file must have at least {} characters, and there must be at least one.</translation>
  </message>
  <message>
   <source>Hver række bliver en aktivitet på et mødested.</source>
   <translation>Each row becomes an activity at a meeting place.</translation>
  </message>
  <message>
   <source>Hver række bliver en forening, myndighed eller anden organisation. Aldrig en privatperson.</source>
   <translation>Each row becomes an association, authority or other organisation. Never a private person.</translation>
  </message>
  <message>
   <source>Hver række bliver et mødested. Rækker uden sted kommer med og kan placeres bagefter.</source>
   <translation>Each row becomes a meeting place. Rows without a place come along and can be placed afterwards.</translation>
  </message>
  <message>
   <source>Hverdagshjælp og nabohjælp</source>
   <translation>Everyday and neighbourly help</translation>
  </message>
  <message>
   <source>Hverken Telefon, Mail eller Hjemmeside er udfyldt.</source>
   <translation>Neither Telephone, Email nor Website is filled in.</translation>
  </message>
  <message>
   <source>Hvert klik tegner en til som den forrige, uden formular</source>
   <translation>Each click draws one more like the one before, without a form</translation>
  </message>
  <message>
   <source>Hvert punkt bliver en facilitet af typen Bænk, hvor kilden ikke siger andet.</source>
   <translation>Each point becomes a facility of the type Bench, unless the source says otherwise.</translation>
  </message>
  <message>
   <source>Hvert punkt bliver en facilitet.</source>
   <translation>Each point becomes a facility.</translation>
  </message>
  <message>
   <source>Hvilken kommunes mødesteder?</source>
   <translation>Which municipality's meeting places?</translation>
  </message>
  <message>
   <source>Hvilken slags organisation er det?</source>
   <translation>What kind of organisation is it?</translation>
  </message>
  <message>
   <source>Hvor der er en liste, vælger du i den. Må der stå flere, skriver du semikolon imellem.</source>
   <translation>Where there is a list, choose from it. Where several are allowed, write a semicolon between them.</translation>
  </message>
  <message>
   <source>Hvor langt er det?</source>
   <translation>How far along is it?</translation>
  </message>
  <message>
   <source>Hvor nøjagtigt er det tegnet?</source>
   <translation>How accurately is it drawn?</translation>
  </message>
  <message>
   <source>Hvor oplysningen kommer fra.</source>
   <translation>Where the information comes from.</translation>
  </message>
  <message>
   <source>Hvor sikkert</source>
   <translation>How sure</translation>
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
   <source>Hvor stor er ruten?</source>
   <translation>How important is the route?</translation>
  </message>
  <message>
   <source>Hvorfor</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>Hvorfor mødes man? Vælg gerne flere.</source>
   <translation>Why do people meet? Feel free to choose several.</translation>
  </message>
  <message>
   <source>Hvorfor:</source>
   <translation>Why:</translation>
  </message>
  <message>
   <source>Håndværk og værksted</source>
   <translation>Crafts and workshop</translation>
  </message>
  <message>
   <source>Højeste lixtal</source>
   <translation>Highest LIX</translation>
  </message>
  <message>
   <source>Højst ét billede pr. sted.</source>
   <translation>At most one picture per place.</translation>
  </message>
  <message>
   <source>Hører til</source>
   <translation>Belongs to</translation>
  </message>
  <message>
   <source>Hører til mødestedet</source>
   <translation>Belongs to the meeting place</translation>
  </message>
  <message>
   <source>Hører til tabellen</source>
   <translation>Belongs to the table</translation>
  </message>
  <message>
   <source>I brug</source>
   <translation>In use</translation>
  </message>
  <message>
   <source>I brug skal være 0 eller 1.</source>
   <translation>In use must be 0 or 1.</translation>
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
   <source>I havet</source>
   <translation>In the sea</translation>
  </message>
  <message>
   <source>I kilden</source>
   <translation>In the source</translation>
  </message>
  <message>
   <source>Id i arrangementskalenderen.</source>
   <translation>Id in the events calendar.</translation>
  </message>
  <message>
   <source>Idræt og boldspil</source>
   <translation>Sport and ball games</translation>
  </message>
  <message>
   <source>Idé</source>
   <translation>Idea</translation>
  </message>
  <message>
   <source>Ikke afklaret</source>
   <translation>Not decided</translation>
  </message>
  <message>
   <source>Ikke disse datoer</source>
   <translation>Except these dates</translation>
  </message>
  <message>
   <source>Ikke disse datoer skal være en liste af datoer.</source>
   <translation>Except these dates must be a list of dates.</translation>
  </message>
  <message>
   <source>Ikke fundet</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Ikke fundet: afvis rækken</source>
   <translation>Not found: reject the row</translation>
  </message>
  <message>
   <source>Ikke fundet: brug Ellers, {}</source>
   <translation>Not found: use Otherwise, {}</translation>
  </message>
  <message>
   <source>Ikke fundet: lad feltet være tomt</source>
   <translation>Not found: leave the field empty</translation>
  </message>
  <message>
   <source>Ikke fundet: {}</source>
   <translation>Not found: {}</translation>
  </message>
  <message>
   <source>Ikke gemt: {0}.</source>
   <translation>Not saved: {0}.</translation>
  </message>
  <message>
   <source>Ikke målt</source>
   <translation>Not measured</translation>
  </message>
  <message>
   <source>Ikke nu</source>
   <translation>Not now</translation>
  </message>
  <message>
   <source>Ikke udskrevet</source>
   <translation>Not printed</translation>
  </message>
  <message>
   <source>Ikke udskrevet: {}.</source>
   <translation>Not printed: {}.</translation>
  </message>
  <message>
   <source>Ikke udskrevet: {}. {}</source>
   <translation>Not printed: {}. {}</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Import</translation>
  </message>
  <message>
   <source>Importen</source>
   <translation>The import</translation>
  </message>
  <message>
   <source>Importen blev afbrudt. Intet er ændret.</source>
   <translation>The import was cancelled. Nothing was changed.</translation>
  </message>
  <message>
   <source>Importen er fortrudt.</source>
   <translation>The import has been undone.</translation>
  </message>
  <message>
   <source>Importen er fortrudt: {}.</source>
   <translation>The import has been undone: {}.</translation>
  </message>
  <message>
   <source>Importen er gemt i {}. Åbn den igen under Hent data.</source>
   <translation>The import is saved in {}. Open it again under Fetch data.</translation>
  </message>
  <message>
   <source>Importen hører til et andet projekt end det, der er åbent. Åbn det igen.</source>
   <translation>The import belongs to another project than the open one. Open that one again.</translation>
  </message>
  <message>
   <source>Importen retter aldrig tegningen</source>
   <translation>The import never changes the drawing</translation>
  </message>
  <message>
   <source>Indgangen {} i pg_service.conf fører til databasen.</source>
   <translation>The entry {} in pg_service.conf leads to the database.</translation>
  </message>
  <message>
   <source>Indgangen {} i pg_service.conf fører til en anden database end forbindelsen {}. Ret den ene af dem.</source>
   <translation>The entry {} in pg_service.conf leads to another database than the connection {}. Correct one of them.</translation>
  </message>
  <message>
   <source>Indhent samtykke, og ret Personer på billedet. Eller fjern billedet.</source>
   <translation>Get consent, and correct People in the photo. Or remove the photo.</translation>
  </message>
  <message>
   <source>Indhold</source>
   <translation>Contents</translation>
  </message>
  <message>
   <source>Indstillinger</source>
   <translation>Settings</translation>
  </message>
  <message>
   <source>Indstillinger …</source>
   <translation>Settings …</translation>
  </message>
  <message>
   <source>Indtil fejlen er rettet, bliver rækken ikke udgivet.</source>
   <translation>Until the error is mended the row is not published.</translation>
  </message>
  <message>
   <source>Ingen</source>
   <translation>None</translation>
  </message>
  <message>
   <source>Ingen adresse i kommunen passer. Skriv den selv i formularen.</source>
   <translation>No address in the municipality fits. Type it yourself in the form.</translation>
  </message>
  <message>
   <source>Ingen af de valgte mødesteder har det udstyr, der skal skilt på. Vælg noget andet.</source>
   <translation>None of the chosen meeting places has the equipment that the signs are for. Choose something else.</translation>
  </message>
  <message>
   <source>Ingen af dem kan sendes. Læs hvorfor i listen.</source>
   <translation>None of them can be sent. Read why in the list.</translation>
  </message>
  <message>
   <source>Ingen af kildens kolonner er valgt. Vælg mindst én under Kolonne.</source>
   <translation>None of the source's columns is chosen. Choose at least one under Column.</translation>
  </message>
  <message>
   <source>Ingen af mødestederne har et sted på kortet. Vælg et udsnit, eller tegn stederne.</source>
   <translation>None of the meeting places has a place on the map. Choose an extent, or draw the places.</translation>
  </message>
  <message>
   <source>Ingen andre kan åbne den, og stien kan røbe et brugernavn.</source>
   <translation>Nobody else can open it, and the path may give away a user name.</translation>
  </message>
  <message>
   <source>Ingen andre ruter eller veje her har et underlag, som ruten mangler.</source>
   <translation>No other routes or roads here have a surface that the route lacks.</translation>
  </message>
  <message>
   <source>Ingen flere steder inden for 100 m. Klik på et sted eller en rute længere væk. Esc slutter.</source>
   <translation>No more places within 100 m. Click a place or route further away. Esc ends.</translation>
  </message>
  <message>
   <source>Ingen fund passer til det, der vises. Tryk Vis alle.</source>
   <translation>No finding fits what is shown. Press Show all.</translation>
  </message>
  <message>
   <source>Ingen genkendelige personer</source>
   <translation>No recognisable people</translation>
  </message>
  <message>
   <source>Ingen grænse endnu</source>
   <translation>No border yet</translation>
  </message>
  <message>
   <source>Ingen navne på private personer.</source>
   <translation>No names of private individuals.</translation>
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
   <source>Ingen profil kender laget. Vælg en, eller tryk Tilpas og lav en.</source>
   <translation>No profile knows the layer. Choose one, or press Adjust and make one.</translation>
  </message>
  <message>
   <source>Ingen rækker at vise. De er måske rettet i mellemtiden.</source>
   <translation>No rows to show. They may have been corrected meanwhile.</translation>
  </message>
  <message>
   <source>Ingen rækker.</source>
   <translation>No rows.</translation>
  </message>
  <message>
   <source>Ingen, ugentlig, hver anden uge, månedlig, årlig.</source>
   <translation>None, weekly, every other week, monthly, yearly.</translation>
  </message>
  <message>
   <source>Ingen: et tomt ark at udfylde</source>
   <translation>None: an empty sheet to fill in</translation>
  </message>
  <message>
   <source>Initialer</source>
   <translation>Initials</translation>
  </message>
  <message>
   <source>Intern note</source>
   <translation>Internal note</translation>
  </message>
  <message>
   <source>Internt</source>
   <translation>Internal</translation>
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
   <source>Intet er hentet ind endnu. Gem importen, hvis du vil arbejde videre senere.</source>
   <translation>Nothing has been fetched yet. Save the import if you want to go on later.</translation>
  </message>
  <message>
   <source>Intet er ændret i data.</source>
   <translation>Nothing has changed in the data.</translation>
  </message>
  <message>
   <source>Intet er ændret i marken.</source>
   <translation>Nothing was changed in the field.</translation>
  </message>
  <message>
   <source>Intet er ændret siden den seneste udgivelse.</source>
   <translation>Nothing has changed since the last publication.</translation>
  </message>
  <message>
   <source>Intet er ændret, siden der blev udskrevet {}.</source>
   <translation>Nothing has changed since the print of {}.</translation>
  </message>
  <message>
   <source>Intet er ændret.</source>
   <translation>Nothing has changed.</translation>
  </message>
  <message>
   <source>Intet kunne udskrives. {}: {}</source>
   <translation>Nothing could be printed. {}: {}</translation>
  </message>
  <message>
   <source>Intet lag er tændt. Tænd det, der skal på kortet.</source>
   <translation>No layer is switched on. Switch on what should be on the map.</translation>
  </message>
  <message>
   <source>Intet mødested er valgt.</source>
   <translation>No meeting place is chosen.</translation>
  </message>
  <message>
   <source>JSON</source>
   <translation>JSON</translation>
  </message>
  <message>
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <source>Ja</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>Januar</source>
   <translation>January</translation>
  </message>
  <message>
   <source>Juli</source>
   <translation>July</translation>
  </message>
  <message>
   <source>Juni</source>
   <translation>June</translation>
  </message>
  <message>
   <source>Kaffe eller café</source>
   <translation>Coffee or café</translation>
  </message>
  <message>
   <source>Kalenderen {} er afkortet eller ødelagt. Hent den igen.</source>
   <translation>The calendar {} is cut short or damaged. Download it again.</translation>
  </message>
  <message>
   <source>Kalenderen {} er for stor. Hent en kortere periode.</source>
   <translation>The calendar {} is too large. Download a shorter period.</translation>
  </message>
  <message>
   <source>Kalenderen {} har mere end {} aftaler. Hent en kortere periode.</source>
   <translation>The calendar {} has more than {} events. Download a shorter period.</translation>
  </message>
  <message>
   <source>Kan bookes</source>
   <translation>Can be booked</translation>
  </message>
  <message>
   <source>Kan bookes siger ja, men Link til booking er ikke udfyldt.</source>
   <translation>Can be booked says yes, but Booking link is not filled in.</translation>
  </message>
  <message>
   <source>Kan ikke komme ind. Grunden står ved rækken.</source>
   <translation>Cannot come in. The reason stands by the row.</translation>
  </message>
  <message>
   <source>Kan ikke slettes: noget under {0} henviser til den. Fjern først henvisningen.</source>
   <translation>Cannot be deleted: something under {0} refers to it. Remove the reference first.</translation>
  </message>
  <message>
   <source>Kan læses af alle.</source>
   <translation>Can be read by everyone.</translation>
  </message>
  <message>
   <source>Kan læses af alle. Brug Intern note til resten.</source>
   <translation>Can be read by everyone. Use Internal note for the rest.</translation>
  </message>
  <message>
   <source>Kan man komme der hele døgnet?</source>
   <translation>Can people get in at any hour?</translation>
  </message>
  <message>
   <source>Kan stedet reserveres?</source>
   <translation>Can the place be reserved?</translation>
  </message>
  <message>
   <source>Kan stå tom</source>
   <translation>May be left empty</translation>
  </message>
  <message>
   <source>Kan stå tom. Ellers som på et kort på nettet, fx {}.</source>
   <translation>May be left empty. Else as on a web map, e.g. {}.</translation>
  </message>
  <message>
   <source>Kanten krydser sig selv her.</source>
   <translation>The edge crosses itself here.</translation>
  </message>
  <message>
   <source>Kanten rører sig selv her.</source>
   <translation>The edge touches itself here.</translation>
  </message>
  <message>
   <source>Kasseres</source>
   <translation>Discarded</translation>
  </message>
  <message>
   <source>Kasseret</source>
   <translation>Scrapped</translation>
  </message>
  <message>
   <source>Kassér</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Katalog over mødesteder</source>
   <translation>Catalogue of meeting places</translation>
  </message>
  <message>
   <source>Kilde</source>
   <translation>Source</translation>
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
   <source>Kilden har ikke {}.</source>
   <translation>The source does not have {}.</translation>
  </message>
  <message>
   <source>Kilden har ingen rækker.</source>
   <translation>The source has no rows.</translation>
  </message>
  <message>
   <source>Kilden kan ikke læses. Måske er den ødelagt; hent eller gem den igen.</source>
   <translation>The source cannot be read. Perhaps it is damaged; fetch or save it again.</translation>
  </message>
  <message>
   <source>Kildens id</source>
   <translation>Source id</translation>
  </message>
  <message>
   <source>Kildens værdier og vores koder</source>
   <translation>The values of the source and our codes</translation>
  </message>
  <message>
   <source>Kildepost-id</source>
   <translation>Source row id</translation>
  </message>
  <message>
   <source>Kirke eller menighed</source>
   <translation>Church or congregation</translation>
  </message>
  <message>
   <source>Klar til udgivelse: {0} mødesteder, {1} steder, {2} ruter.</source>
   <translation>Ready to publish: {0} meeting places, {1} places, {2} routes.</translation>
  </message>
  <message>
   <source>Klik giver et punkt, Shift frihånd, Backspace et skridt tilbage. Enter eller højreklik slutter.</source>
   <translation>A click adds a point, Shift draws free-hand, Backspace takes a step back. Enter or right-click ends.</translation>
  </message>
  <message>
   <source>Klik længere henne ad ruten.</source>
   <translation>Click further along the route.</translation>
  </message>
  <message>
   <source>Klik på den rute, der skal males.</source>
   <translation>Click the route to paint.</translation>
  </message>
  <message>
   <source>Klik på den rute, som skal lægges til. Esc fortryder.</source>
   <translation>Click the route to add. Esc cancels.</translation>
  </message>
  <message>
   <source>Klik på det mødested, der skal opløses. Esc slutter.</source>
   <translation>Click the meeting place to dissolve. Esc ends.</translation>
  </message>
  <message>
   <source>Klik på det sted eller den rute, der skal lukkes. Esc slutter.</source>
   <translation>Click the place or route to close. Esc ends.</translation>
  </message>
  <message>
   <source>Klik på en anden rute af samme slags. Intet er ændret.</source>
   <translation>Click another route of the same kind. Nothing was changed.</translation>
  </message>
  <message>
   <source>Klik på et mødested eller en rute på kortet. Esc slutter.</source>
   <translation>Click a meeting place or a route on the map. Esc ends.</translation>
  </message>
  <message>
   <source>Klik på et nummer på kortet, eller vælg i listen. Esc slutter.</source>
   <translation>Click a number on the map, or choose in the list. Esc ends.</translation>
  </message>
  <message>
   <source>Klik, hvor ruten begynder. Højreklik på en rute for at vende, dele, samle eller lukke den.</source>
   <translation>Click where the route begins. Right-click a route to reverse, split, join or close it.</translation>
  </message>
  <message>
   <source>Klik, hvor underlaget begynder, eller skriv meter.</source>
   <translation>Click where the surface begins, or type metres.</translation>
  </message>
  <message>
   <source>Klik, hvor underlaget ender.</source>
   <translation>Click where the surface ends.</translation>
  </message>
  <message>
   <source>Knyt alle {} til vores</source>
   <translation>Link all {} to ours</translation>
  </message>
  <message>
   <source>Knyt til den i stedet</source>
   <translation>Link to that one instead</translation>
  </message>
  <message>
   <source>Knyt til mødestedet</source>
   <translation>Link to the meeting place</translation>
  </message>
  <message>
   <source>Kode</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>Kodelister</source>
   <translation>Code lists</translation>
  </message>
  <message>
   <source>Koden bruges under {0}. Sæt den ud af brug i stedet for at slette den.</source>
   <translation>The code is used under {0}. Take it out of use instead of deleting it.</translation>
  </message>
  <message>
   <source>Kolonne</source>
   <translation>Column</translation>
  </message>
  <message>
   <source>Kolonnen hedder {}.</source>
   <translation>The column is called {}.</translation>
  </message>
  <message>
   <source>Kolonnen {kolonne} i laget {lag} findes ikke længere. Sig det til dem, der bruger tjenesten, før du udgiver.</source>
   <translation>The column {kolonne} of the layer {lag} is no longer there. Tell those who use the service before you publish.</translation>
  </message>
  <message>
   <source>Kolonnen {kolonne} mangler i laget {lag}. Udgiv igen.</source>
   <translation>The column {kolonne} is missing from the layer {lag}. Publish again.</translation>
  </message>
  <message>
   <source>Kolonnen “{}”, som skal være nøgle, findes ikke. Vælg en anden.</source>
   <translation>The column “{}”, which is to be the key, does not exist. Choose another.</translation>
  </message>
  <message>
   <source>Kolonner</source>
   <translation>Columns</translation>
  </message>
  <message>
   <source>Kolonner, der er nøgle</source>
   <translation>Columns that are the key</translation>
  </message>
  <message>
   <source>Kolonner, som stykker samles efter</source>
   <translation>Columns by which segments are joined</translation>
  </message>
  <message>
   <source>Kolonnerne {} med koordinater findes ikke. Vælg andre.</source>
   <translation>The columns {} with coordinates do not exist. Choose others.</translation>
  </message>
  <message>
   <source>Kommer ind</source>
   <translation>Comes in</translation>
  </message>
  <message>
   <source>Kommune</source>
   <translation>Municipality</translation>
  </message>
  <message>
   <source>Kommune (kode eller navn)</source>
   <translation>Municipality (code or name)</translation>
  </message>
  <message>
   <source>Kommune, forening, frivilliggruppe …</source>
   <translation>Municipality, association, volunteer group …</translation>
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
   <source>Kommunen</source>
   <translation>The municipality</translation>
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
   <source>Kommunens egne steder med status Forslag eller højere, og dem, der kom fra GeoFA, bliver skrevet i GeoFA's egne lag. Interne felter kommer aldrig med.</source>
   <translation>The municipality's own places with status Proposal or higher, and those that came from GeoFA, are written in GeoFA's own layers. Internal fields never go along.</translation>
  </message>
  <message>
   <source>Kommunens fælles bruger i GeoFA, aldrig en person. Bruges i nye projekter.</source>
   <translation>The municipality's shared user in GeoFA, never a person. Used in new projects.</translation>
  </message>
  <message>
   <source>Kommunens grænse</source>
   <translation>The municipality's border</translation>
  </message>
  <message>
   <source>Kommunens mødesteder: tegn, kontrollér, udgiv og udskriv.
Fri software under licensen GPL-2.0 eller nyere.</source>
   <translation>The municipality's meeting places: draw, check, publish and print.
Free software under the licence GPL-2.0 or later.</translation>
  </message>
  <message>
   <source>Kommunens skabeloner deles af alle, der bruger de samme data</source>
   <translation>The municipality's templates are shared by all who use the same data</translation>
  </message>
  <message>
   <source>Kommunens sted kendes ikke; rækker fra hele filen er med.</source>
   <translation>Where the municipality lies is not known; rows from the whole file are included.</translation>
  </message>
  <message>
   <source>Konflikt</source>
   <translation>Conflict</translation>
  </message>
  <message>
   <source>Konflikter</source>
   <translation>Conflicts</translation>
  </message>
  <message>
   <source>Konflikter:</source>
   <translation>Conflicts:</translation>
  </message>
  <message>
   <source>Kontakt</source>
   <translation>Contact</translation>
  </message>
  <message>
   <source>Kontakt før første gang</source>
   <translation>Get in touch before your first visit</translation>
  </message>
  <message>
   <source>Kontakt i bunden</source>
   <translation>Contact at the foot</translation>
  </message>
  <message>
   <source>Kontaktens funktion</source>
   <translation>Role of the contact</translation>
  </message>
  <message>
   <source>Kontrol</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Kontrol af mødesteder, {0} Kommune</source>
   <translation>Check of meeting places, {0} Municipality</translation>
  </message>
  <message>
   <source>Kontrol …</source>
   <translation>Check …</translation>
  </message>
  <message>
   <source>Kontrollen</source>
   <translation>The check</translation>
  </message>
  <message>
   <source>Kontrollen blev afbrudt. Intet er gemt.</source>
   <translation>The check was interrupted. Nothing is saved.</translation>
  </message>
  <message>
   <source>Kontrollen før gem</source>
   <translation>The check before saving</translation>
  </message>
  <message>
   <source>Kontrollerer data, finder forskellen på det, der er ude nu, bygger en ny version ved siden af, prøver den, skifter til den, og efterprøver den offentlige adresse. Svarer tjenesten forkert, vises den forrige version igen.

Rækker med fejl bliver hjemme; er de ude i forvejen, bliver deres seneste version stående.

Prøvekørsel viser kun, hvad der ville ske.

Kan køre hver nat: så kommer også det ud, der kun skyldes, at en dato er passeret.</source>
   <translation>Checks the data, finds what differs from what is out there now, builds a new version beside it, tests it, swaps to it, and verifies the public address. If the service answers wrongly, the previous version is shown again.

Rows with errors stay at home; if they are out already, their latest version stays.

A dry run only shows what would happen.

Can run every night: then what changes only because a date has passed goes out as well.</translation>
  </message>
  <message>
   <source>Kontrollerer mødesteder</source>
   <translation>Checking meeting places</translation>
  </message>
  <message>
   <source>Kontrolleret {0}.</source>
   <translation>Checked {0}.</translation>
  </message>
  <message>
   <source>Kontrolleret {0}. {1} kontroller på {2} rækker.</source>
   <translation>Checked {0}. {1} checks on {2} rows.</translation>
  </message>
  <message>
   <source>Kontrollér data</source>
   <translation>Check the data</translation>
  </message>
  <message>
   <source>Kontrollér målet. Passer det, så skriv det i rutens Tilgængelighed med ord.</source>
   <translation>Check the measure. If it is right, write it in Accessibility in words of the route.</translation>
  </message>
  <message>
   <source>Kontrollér nu</source>
   <translation>Check now</translation>
  </message>
  <message>
   <source>Koordinaterne er ikke tal. Ret dem i kilden.</source>
   <translation>The coordinates are not numbers. Correct them at the source.</translation>
  </message>
  <message>
   <source>Koordinaterne ligner længde- og breddegrader ({x}, {y}) og ikke meter.</source>
   <translation>The coordinates look like longitude and latitude ({x}, {y}), not metres.</translation>
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
   <source>Koordinatsystem</source>
   <translation>Coordinate system</translation>
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
   <source>Kopien har også interne noter. Pas på telefonen, og slet mappen, når I er hjemme.</source>
   <translation>The copy has internal notes too. Take care of the phone, and delete the folder when you are home.</translation>
  </message>
  <message>
   <source>Kopier fra nabo</source>
   <translation>Copy from neighbour</translation>
  </message>
  <message>
   <source>Kopieret: {0} fund.</source>
   <translation>Copied: {0} findings.</translation>
  </message>
  <message>
   <source>Kopiér</source>
   <translation>Copy</translation>
  </message>
  <message>
   <source>Kopiér de viste fund</source>
   <translation>Copy the findings shown</translation>
  </message>
  <message>
   <source>Kopiér listen</source>
   <translation>Copy the list</translation>
  </message>
  <message>
   <source>Kort beskrivelse</source>
   <translation>Short description</translation>
  </message>
  <message>
   <source>Kort beskrivelse på engelsk</source>
   <translation>Short description in English</translation>
  </message>
  <message>
   <source>Kort beskrivelse på tysk</source>
   <translation>Short description in German</translation>
  </message>
  <message>
   <source>Kort og tabeller</source>
   <translation>Maps and tables</translation>
  </message>
  <message>
   <source>Kortbilag</source>
   <translation>Map enclosure</translation>
  </message>
  <message>
   <source>Kortbilaget</source>
   <translation>The map enclosure</translation>
  </message>
  <message>
   <source>Kortet bliver langsomt for alle, der åbner det.</source>
   <translation>The map gets slow for everyone who opens it.</translation>
  </message>
  <message>
   <source>Kortet hos {} er tomt i laget {}.</source>
   <translation>The map at {} is empty in the layer {}.</translation>
  </message>
  <message>
   <source>Kortet hos {} har intet versionsmærke.</source>
   <translation>The map at {} has no version stamp.</translation>
  </message>
  <message>
   <source>Kortet hos {} viser stadig en anden udgivelse.</source>
   <translation>The map at {} still shows another version.</translation>
  </message>
  <message>
   <source>Kortet kan kun sætte mødestedet ét sted.</source>
   <translation>The map can put the meeting place in one spot only.</translation>
  </message>
  <message>
   <source>Kortet viser de første {}. Vælg en ændring i listen for at se den her.</source>
   <translation>The map shows the first {}. Choose a change in the list to see it here.</translation>
  </message>
  <message>
   <source>Kortet viser ikke Danmark. Zoom til kommunen, og prøv igen.</source>
   <translation>The map does not show Denmark. Zoom to the municipality, and try again.</translation>
  </message>
  <message>
   <source>Kortet viser typens navn af sig selv. Står det også i Navn, fylder det to gange.</source>
   <translation>The map shows the name of the type by itself. If it is in Name too, it takes up room twice.</translation>
  </message>
  <message>
   <source>Kortlæg {}</source>
   <translation>Map {}</translation>
  </message>
  <message>
   <source>Koster det noget at være med?</source>
   <translation>Does it cost anything to take part?</translation>
  </message>
  <message>
   <source>Koster det noget?</source>
   <translation>Does it cost anything?</translation>
  </message>
  <message>
   <source>Krav</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Kreativt og håndarbejde</source>
   <translation>Creative work and needlework</translation>
  </message>
  <message>
   <source>Kræver QGIS Server på denne maskine (qgis_mapserver). Det gør udgivelsen ikke.</source>
   <translation>Needs QGIS Server on this machine (qgis_mapserver). Publishing does not.</translation>
  </message>
  <message>
   <source>Kræver tilmelding</source>
   <translation>Sign-up required</translation>
  </message>
  <message>
   <source>Kultur og historie</source>
   <translation>Culture and history</translation>
  </message>
  <message>
   <source>Kun 1 vises for offentligheden.</source>
   <translation>Only 1 is shown to the public.</translation>
  </message>
  <message>
   <source>Kun Ingen genkendelige og Samtykke givet kommer ud.</source>
   <translation>Only No recognisable people and Consent given are published.</translation>
  </message>
  <message>
   <source>Kun de udfyldte</source>
   <translation>Only those filled</translation>
  </message>
  <message>
   <source>Kun de valgte rækker ({})</source>
   <translation>Only the selected rows ({})</translation>
  </message>
  <message>
   <source>Kun dem, et udtryk finder</source>
   <translation>Only those an expression finds</translation>
  </message>
  <message>
   <source>Kun den seneste import kan fortrydes, og kun én gang.</source>
   <translation>Only the latest import can be undone, and only once.</translation>
  </message>
  <message>
   <source>Kun det aktive lag</source>
   <translation>Only the active layer</translation>
  </message>
  <message>
   <source>Kun det ene af Sæson fra og Sæson til er udfyldt.</source>
   <translation>Only one of Season from and Season to is filled in.</translation>
  </message>
  <message>
   <source>Kun det, alle må se</source>
   <translation>Only what everybody may see</translation>
  </message>
  <message>
   <source>Kun det, der ses i kortet</source>
   <translation>Only what is seen in the map</translation>
  </message>
  <message>
   <source>Kun det, jeg har rettet</source>
   <translation>Only what I have edited</translation>
  </message>
  <message>
   <source>Kun det, kortet viser</source>
   <translation>Only what the map shows</translation>
  </message>
  <message>
   <source>Kun efter godkendelse.</source>
   <translation>Only after approval.</translation>
  </message>
  <message>
   <source>Kun for medlemmer</source>
   <translation>Members only</translation>
  </message>
  <message>
   <source>Kun linjer kan samles. Fjern “saml” fra profilen.</source>
   <translation>Only lines can be joined. Remove “saml” from the profile.</translation>
  </message>
  <message>
   <source>Kun markører</source>
   <translation>Markers only</translation>
  </message>
  <message>
   <source>Kun mødestedskit</source>
   <translation>Meeting place kits only</translation>
  </message>
  <message>
   <source>Kun nye siden sidste kontrol</source>
   <translation>Only what is new since the last check</translation>
  </message>
  <message>
   <source>Kun projektets ruter og netværk</source>
   <translation>Only the project's routes and network</translation>
  </message>
  <message>
   <source>Kun rækker, der er offentlige</source>
   <translation>Only rows that are public</translation>
  </message>
  <message>
   <source>Kun {0} m til {1}</source>
   <translation>Only {0} m to {1}</translation>
  </message>
  <message>
   <source>Kun {antal} aktive mødesteder er synlige for alle. Der skal være mindst {mindst}.</source>
   <translation>Only {antal} active meeting places are visible to everybody. There must be at least {mindst}.</translation>
  </message>
  <message>
   <source>Kun én ansvarlig</source>
   <translation>Only one responsible</translation>
  </message>
  <message>
   <source>Kun ét foto kan vises først. Fjern fluebenet ved det andet foto.</source>
   <translation>Only one photo can be shown first. Untick the other photo.</translation>
  </message>
  <message>
   <source>Kursus</source>
   <translation>Course</translation>
  </message>
  <message>
   <source>Kvalitet</source>
   <translation>Quality</translation>
  </message>
  <message>
   <source>Kvalitetstjekket (årstal)</source>
   <translation>Quality checked (year)</translation>
  </message>
  <message>
   <source>Kvalitetstjekket (årstal) er {aar}. Det er for længe siden.</source>
   <translation>Quality checked (year) is {aar}. That is too long ago.</translation>
  </message>
  <message>
   <source>Kvinder</source>
   <translation>Women</translation>
  </message>
  <message>
   <source>Køkken</source>
   <translation>Kitchen</translation>
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
   <source>Kørsels-id</source>
   <translation>Run id</translation>
  </message>
  <message>
   <source>Kørsler</source>
   <translation>Runs</translation>
  </message>
  <message>
   <source>Lad dem ligge, og spørg igen næste gang</source>
   <translation>Leave them, and ask again next time</translation>
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
   <source>Lag og navn</source>
   <translation>Layer and name</translation>
  </message>
  <message>
   <source>Laget har {} kolonner; der kan læses {}. Fjern dem, der ikke skal bruges.</source>
   <translation>The layer has {} columns; {} can be read. Remove those that are not needed.</translation>
  </message>
  <message>
   <source>Laget {0} findes ikke.</source>
   <translation>There is no layer {0}.</translation>
  </message>
  <message>
   <source>Laget {lag} findes ikke længere. Sig det til dem, der bruger tjenesten, før du udgiver.</source>
   <translation>The layer {lag} is no longer there. Tell those who use the service before you publish.</translation>
  </message>
  <message>
   <source>Laget {lag} har ikke feltet {felt}. Ret udtrykket, eller fjern fluebenet.</source>
   <translation>The layer {lag} does not have the field {felt}. Change the expression, or remove the tick.</translation>
  </message>
  <message>
   <source>Laget {lag} hører ikke til tjenesten. Udgiv igen.</source>
   <translation>The layer {lag} does not belong to the service. Publish again.</translation>
  </message>
  <message>
   <source>Laget {lag} mangler eller kan ikke åbnes i projektet. Udgiv igen.</source>
   <translation>The layer {lag} is missing from the project or cannot be opened. Publish again.</translation>
  </message>
  <message>
   <source>Laget {} har et filter, der ikke kan bruges på en udskrift. Fjern filteret i QGIS, og udskriv igen.</source>
   <translation>The layer {} has a filter that cannot be used on a print. Remove the filter in QGIS, and print again.</translation>
  </message>
  <message>
   <source>Laget {} henter ikke sine data, hvor det skal. Brug et projekt, der er lavet med Nyt projekt.</source>
   <translation>The layer {} does not take its data from where it should. Use a project that was made with New project.</translation>
  </message>
  <message>
   <source>Laget {} hos {} giver intet kortbillede.</source>
   <translation>The layer {} at {} gives no map image.</translation>
  </message>
  <message>
   <source>Laget {} hos {} har {} rækker, men skal have {}.</source>
   <translation>The layer {} at {} has {} rows but must have {}.</translation>
  </message>
  <message>
   <source>Laget {} hos {} mangler felter: {}.</source>
   <translation>The layer {} at {} lacks fields: {}.</translation>
  </message>
  <message>
   <source>Laget {} hos {} viser felter, som ikke er offentlige: {}.</source>
   <translation>The layer {} at {} shows fields that are not public: {}.</translation>
  </message>
  <message>
   <source>Laget {} kan ikke læses. Åbn projektet i QGIS, og se, hvad der mangler.</source>
   <translation>The layer {} cannot be read. Open the project in QGIS and see what is missing.</translation>
  </message>
  <message>
   <source>Laget {} siger ikke, hvor det kommer fra. Skriv det under lagets Egenskaber, Metadata, Rettigheder.</source>
   <translation>The layer {} does not say where it comes from. Write it under the layer's Properties, Metadata, Rights.</translation>
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
   <source>Lav mappen</source>
   <translation>Make the folder</translation>
  </message>
  <message>
   <source>Lav plan</source>
   <translation>Make plan</translation>
  </message>
  <message>
   <source>Laver PDF af mødesteder, ruter, årshjul, kort og status.</source>
   <translation>Makes PDF of meeting places, routes, annual wheel, maps and status.</translation>
  </message>
  <message>
   <source>Laver en PDF af det, kortet viser nu, som det seneste kortbilag.</source>
   <translation>Makes a PDF of what the map shows now, like the latest map enclosure.</translation>
  </message>
  <message>
   <source>Laver en mappe til QField. Med et mødested følger dets steder, ruter, aktiviteter, udstyr og fotos. Bagefter hentes rettelserne hjem med Hent hjem fra marken.</source>
   <translation>Makes a folder for QField. With a meeting place come its places, routes, activities, equipment and photos. Afterwards the edits come home by Bring home from the field.</translation>
  </message>
  <message>
   <source>Lavet af</source>
   <translation>Made by</translation>
  </message>
  <message>
   <source>Lavet for {kommune}: {projekt}</source>
   <translation>Made for {kommune}: {projekt}</translation>
  </message>
  <message>
   <source>Lavt tal først.</source>
   <translation>Low numbers first.</translation>
  </message>
  <message>
   <source>Layouter i projektet</source>
   <translation>Layouts in the project</translation>
  </message>
  <message>
   <source>Layoutet</source>
   <translation>The layout</translation>
  </message>
  <message>
   <source>Layoutet kan ikke føjes til projektet. Prøv igen.</source>
   <translation>The layout cannot be added to the project. Try again.</translation>
  </message>
  <message>
   <source>Layoutet {} er føjet til projektet. Gem projektet for at beholde det.</source>
   <translation>The layout {} has been added to the project. Save the project to keep it.</translation>
  </message>
  <message>
   <source>Layoutet {} er ikke lavet herfra. Vælg et fra listen.</source>
   <translation>The layout {} was not made here. Choose one from the list.</translation>
  </message>
  <message>
   <source>Layoutet {} ved ikke længere, hvad det er lavet af. Føj det til projektet igen.</source>
   <translation>The layout {} no longer knows what it is made of. Add it to the project again.</translation>
  </message>
  <message>
   <source>Leg</source>
   <translation>Play</translation>
  </message>
  <message>
   <source>Legeplads</source>
   <translation>Playground</translation>
  </message>
  <message>
   <source>Ligger i en anden kommune (</source>
   <translation>Lies in another municipality (</translation>
  </message>
  <message>
   <source>Ligner</source>
   <translation>Alike</translation>
  </message>
  <message>
   <source>Ligner en, vi har i forvejen, {:.0f} m derfra: den samme?</source>
   <translation>Looks like one we already have, {:.0f} m away: the same?</translation>
  </message>
  <message>
   <source>Linjen er kun {meter} m lang.</source>
   <translation>The line is only {meter} m long.</translation>
  </message>
  <message>
   <source>Linjen har ingen længde. Tegn den igen, eller slet den.</source>
   <translation>The line has no length. Draw it again or delete it.</translation>
  </message>
  <message>
   <source>Linjer slettet</source>
   <translation>Lines deleted</translation>
  </message>
  <message>
   <source>Linjerne kan kun læses: de bruges til at tegne ruter efter og som baggrund, og udgives aldrig. Skal de udgives, så vælg en slags ruter.</source>
   <translation>The lines are read-only: they are used for tracing routes and as background, and are never published. If they are to be published, choose a kind of routes.</translation>
  </message>
  <message>
   <source>Link til booking</source>
   <translation>Booking link</translation>
  </message>
  <message>
   <source>Linket bliver skåret over ved mellemrummet, og siden findes ikke.</source>
   <translation>The link is cut at the space, and the page is not found.</translation>
  </message>
  <message>
   <source>Linket virker ikke for den, der henter data fra GeoFA.</source>
   <translation>The link does not work for those who fetch data from GeoFA.</translation>
  </message>
  <message>
   <source>Linket virker ikke, når borgeren trykker på det.</source>
   <translation>The link does not work when the citizen follows it.</translation>
  </message>
  <message>
   <source>Links</source>
   <translation>Web links</translation>
  </message>
  <message>
   <source>Liste</source>
   <translation>List</translation>
  </message>
  <message>
   <source>Listen</source>
   <translation>The list</translation>
  </message>
  <message>
   <source>Listen med mødesteder fulgte ikke med: {} Selve tjenesten er udgivet.</source>
   <translation>The list of meeting places did not follow: {} The service itself has been published.</translation>
  </message>
  <message>
   <source>Listens navn.</source>
   <translation>The name of the list.</translation>
  </message>
  <message>
   <source>Livscyklus</source>
   <translation>Lifecycle</translation>
  </message>
  <message>
   <source>Livscyklus er gået fra {fra} til {til}. Det er et usædvanligt skift.</source>
   <translation>Lifecycle has gone from {fra} to {til}. That is an unusual change.</translation>
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
   <source>Log ind med:</source>
   <translation>Log in with:</translation>
  </message>
  <message>
   <source>Login til adressen, hvis den kræver det. Gemmes krypteret i QGIS.</source>
   <translation>Login to the address, if it needs one. Kept encrypted in QGIS.</translation>
  </message>
  <message>
   <source>Loginet til {} kunne ikke hentes fra QGIS. Skriv hovedadgangskoden, og prøv igen.</source>
   <translation>The login for {} could not be fetched from QGIS. Type the master password and try again.</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
  <message>
   <source>Logo (*.svg *.png *.jpg *.jpeg)</source>
   <translation>Logo (*.svg *.png *.jpg *.jpeg)</translation>
  </message>
  <message>
   <source>Logoet er valgt. Det gemmes med de andre indstillinger.</source>
   <translation>The logo is chosen. It is saved with the other settings.</translation>
  </message>
  <message>
   <source>Logoet fylder over 1 MB. Vælg en mindre fil.</source>
   <translation>The logo is larger than 1 MB. Choose a smaller file.</translation>
  </message>
  <message>
   <source>Logoet kan ikke læses. Vælg en anden fil.</source>
   <translation>The logo cannot be read. Choose another file.</translation>
  </message>
  <message>
   <source>Lokal, regional, national</source>
   <translation>Local, regional, national</translation>
  </message>
  <message>
   <source>Lokaler</source>
   <translation>Premises</translation>
  </message>
  <message>
   <source>Lokalområde</source>
   <translation>Local area</translation>
  </message>
  <message>
   <source>Luk</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Luk den som i eksemplerne i pluginets mappe resources/server.</source>
   <translation>Close it as in the examples in the plugin's folder resources/server.</translation>
  </message>
  <message>
   <source>Luk et sted eller en rute midlertidigt</source>
   <translation>Close a place or a route temporarily</translation>
  </message>
  <message>
   <source>Luk importen</source>
   <translation>Close the import</translation>
  </message>
  <message>
   <source>Luk rundtur</source>
   <translation>Close loop</translation>
  </message>
  <message>
   <source>Luk rundturen</source>
   <translation>Close the round trip</translation>
  </message>
  <message>
   <source>Luk rundturen, eller træk enden hen til begyndelsen.</source>
   <translation>Close the round trip, or drag the end to the beginning.</translation>
  </message>
  <message>
   <source>Luk uden at gemme</source>
   <translation>Close without saving</translation>
  </message>
  <message>
   <source>Luk {0}</source>
   <translation>Close {0}</translation>
  </message>
  <message>
   <source>Lukket fra</source>
   <translation>Closed from</translation>
  </message>
  <message>
   <source>Lukket i skoleferier</source>
   <translation>Closed in school holidays</translation>
  </message>
  <message>
   <source>Låge eller stente</source>
   <translation>Gate or stile</translation>
  </message>
  <message>
   <source>Låsen er brudt. Prøv igen.</source>
   <translation>The lock is broken. Try again.</translation>
  </message>
  <message>
   <source>Låsen kan ikke fjernes. Bed om skriverettigheder.</source>
   <translation>The lock cannot be removed. Ask for permission to write.</translation>
  </message>
  <message>
   <source>Låst: følger den nationale standard.</source>
   <translation>Locked: follows the national standard.</translation>
  </message>
  <message>
   <source>Læg den i</source>
   <translation>Put it in</translation>
  </message>
  <message>
   <source>Læg filen på hjemmesiden, og skriv adressen. Et foto kan også ligge i projektets mappe.</source>
   <translation>Put the file on the website, and write the address. A photo may also lie in the project's folder.</translation>
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
   <source>Lægger de offentlige rækker ud på kommunens korttjeneste, og efterprøver dem.</source>
   <translation>Puts the public rows on the municipality's map service, and verifies them.</translation>
  </message>
  <message>
   <source>Længde (km)</source>
   <translation>Length (km)</translation>
  </message>
  <message>
   <source>Længde (km) er {gemt}, men linjen er {maalt} km.</source>
   <translation>Length (km) is {gemt}, but the line is {maalt} km.</translation>
  </message>
  <message>
   <source>Længde skal være mellem 0,1 og 500,99 km, eller feltet skal stå tomt.</source>
   <translation>Length must be between 0.1 and 500.99 km, or the field must be left empty.</translation>
  </message>
  <message>
   <source>Længden må være forkert med højst</source>
   <translation>The length may be wrong by at most</translation>
  </message>
  <message>
   <source>Længden tælles dobbelt.</source>
   <translation>The length is counted double.</translation>
  </message>
  <message>
   <source>Længste afstand fra mødestedet til Selve stedet</source>
   <translation>Longest distance from the meeting place to The place itself</translation>
  </message>
  <message>
   <source>Længste strækning uden en bænk på en vandrerute</source>
   <translation>Longest stretch without a bench on a walking route</translation>
  </message>
  <message>
   <source>Læring og viden</source>
   <translation>Learning and knowledge</translation>
  </message>
  <message>
   <source>Læser billedet {0}</source>
   <translation>Reading the picture {0}</translation>
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
   <source>Læser kilden</source>
   <translation>Reading the source</translation>
  </message>
  <message>
   <source>Læser netværket</source>
   <translation>Reading the network</translation>
  </message>
  <message>
   <source>Læser …</source>
   <translation>Reading …</translation>
  </message>
  <message>
   <source>Læsning</source>
   <translation>Reading</translation>
  </message>
  <message>
   <source>Læsning af billedet</source>
   <translation>Reading the picture</translation>
  </message>
  <message>
   <source>Læsning af netværket</source>
   <translation>Reading the network</translation>
  </message>
  <message>
   <source>Læsningen blev afbrudt.</source>
   <translation>Reading was cancelled.</translation>
  </message>
  <message>
   <source>Læst</source>
   <translation>Read</translation>
  </message>
  <message>
   <source>Lørdag</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <source>Løst grus eller sand</source>
   <translation>Loose gravel or sand</translation>
  </message>
  <message>
   <source>MAP= er lukket.</source>
   <translation>MAP= is closed.</translation>
  </message>
  <message>
   <source>MAP= er åben: andre kan få serveren til at vise andre projekter.</source>
   <translation>MAP= is open: others can make the server show other projects.</translation>
  </message>
  <message>
   <source>Mail</source>
   <translation>Email</translation>
  </message>
  <message>
   <source>Mail ligner ikke en mailadresse.</source>
   <translation>Email does not look like an email address.</translation>
  </message>
  <message>
   <source>Maj</source>
   <translation>May</translation>
  </message>
  <message>
   <source>Mal underlag</source>
   <translation>Paint surface</translation>
  </message>
  <message>
   <source>Mandag</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>Mange bliver væk, hvis de er i tvivl om, hvad det koster.</source>
   <translation>Many stay away when they are in doubt about the price.</translation>
  </message>
  <message>
   <source>Mange ord er lange, eller sætningerne er det. En god tekst for alle har et lixtal under 35.</source>
   <translation>Many words are long, or the sentences are. A good text for everyone has a LIX below 35.</translation>
  </message>
  <message>
   <source>Mange ældre tør kun gå en tur, hvor de kan hvile sig.</source>
   <translation>Many older people dare go for a walk only where they can rest.</translation>
  </message>
  <message>
   <source>Mange, der er alene, er ikke på nettet. De skal kunne ringe.</source>
   <translation>Many who are lonely are not online. They must be able to call.</translation>
  </message>
  <message>
   <source>Mangler</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>Mangler dato for godkendelse.</source>
   <translation>Has no date of approval.</translation>
  </message>
  <message>
   <source>MapInfo kan ikke gemme tomme tal. Tal, der må være tomme, er skrevet som tekst.</source>
   <translation>MapInfo cannot store empty numbers. Numbers that may be empty are written as text.</translation>
  </message>
  <message>
   <source>MapInfo-filen siger ikke sit tegnsæt; bogstaverne er læst som {}.</source>
   <translation>The MapInfo file does not say its encoding; the letters are read as {}.</translation>
  </message>
  <message>
   <source>MapServer er ikke installeret her.</source>
   <translation>MapServer is not installed here.</translation>
  </message>
  <message>
   <source>MapServer findes ikke på denne maskine. Data er talt efter, men kortet er ikke prøvet som WMS og WFS.</source>
   <translation>There is no MapServer on this machine. The data have been counted, but the map has not been tried as WMS and WFS.</translation>
  </message>
  <message>
   <source>MapServer svarede ikke.</source>
   <translation>MapServer did not answer.</translation>
  </message>
  <message>
   <source>MapServer, data i en mappe</source>
   <translation>MapServer, data in a folder</translation>
  </message>
  <message>
   <source>Mappe</source>
   <translation>Folder</translation>
  </message>
  <message>
   <source>Mappe til udskrifter</source>
   <translation>Folder for prints</translation>
  </message>
  <message>
   <source>Mappe …</source>
   <translation>Folder …</translation>
  </message>
  <message>
   <source>Mappen fra marken</source>
   <translation>The folder from the field</translation>
  </message>
  <message>
   <source>Mappen ligger på en disk i denne maskine.</source>
   <translation>The folder is on a disk in this computer.</translation>
  </message>
  <message>
   <source>Mappen ligger på et netværksdrev. Læser serveren den også derfra, skal den have QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic, ellers ser den ikke nye udgivelser.</source>
   <translation>The folder is on a network drive. If the server reads it from there too, it needs QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic, or it will not see new publications.</translation>
  </message>
  <message>
   <source>Mappen ligger på et netværksdrev. MapServer kan læse den uden videre.</source>
   <translation>The folder is on a network drive. MapServer can read it as it is.</translation>
  </message>
  <message>
   <source>Mappen viser udgivelsen {}.</source>
   <translation>The folder shows the publication {}.</translation>
  </message>
  <message>
   <source>Mappen {0} findes ikke. Vælg en anden.</source>
   <translation>The folder {0} does not exist. Choose another.</translation>
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
   <source>Mappen {} findes ikke herfra. Se efter, om drevet er forbundet.</source>
   <translation>The folder {} cannot be found from here. Check that the drive is connected.</translation>
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
   <source>Mappen, der udgives i</source>
   <translation>The folder to publish in</translation>
  </message>
  <message>
   <source>Mappens navn</source>
   <translation>Name of the folder</translation>
  </message>
  <message>
   <source>Markér først det på kortet eller i tabellen, der skal med.</source>
   <translation>First select on the map or in the table what to include.</translation>
  </message>
  <message>
   <source>Markør</source>
   <translation>Marker</translation>
  </message>
  <message>
   <source>Markører og kit</source>
   <translation>Markers and kits</translation>
  </message>
  <message>
   <source>Markører og mødestedskit</source>
   <translation>Markers and meeting place kits</translation>
  </message>
  <message>
   <source>Marts</source>
   <translation>March</translation>
  </message>
  <message>
   <source>Med den siges der til, når noget tegnes, hentes eller ligger uden for kommunen. Filen må gerne have alle kommuner.</source>
   <translation>With it you are told when something is drawn, fetched or lies outside the municipality. The file may hold all municipalities.</translation>
  </message>
  <message>
   <source>Medarbejder. Kommer aldrig ud.</source>
   <translation>Member of staff. Never made public.</translation>
  </message>
  <message>
   <source>Medvirkende</source>
   <translation>Contributors</translation>
  </message>
  <message>
   <source>Medvirkende-id</source>
   <translation>Contributor id</translation>
  </message>
  <message>
   <source>Mennesker i udsatte livspositioner</source>
   <translation>People in vulnerable situations</translation>
  </message>
  <message>
   <source>Mennesker med handicap</source>
   <translation>People with disabilities</translation>
  </message>
  <message>
   <source>Mennesker med psykisk sårbarhed</source>
   <translation>People with mental health problems</translation>
  </message>
  <message>
   <source>Mennesker uden for arbejdsmarkedet</source>
   <translation>People outside the labour market</translation>
  </message>
  <message>
   <source>Mennesker, der har mistet</source>
   <translation>People who have lost someone</translation>
  </message>
  <message>
   <source>Mental trivsel</source>
   <translation>Mental well-being</translation>
  </message>
  <message>
   <source>Mere</source>
   <translation>More</translation>
  </message>
  <message>
   <source>Meter fra rutens begyndelse. Beregnes.</source>
   <translation>Metres from the start of the route. Calculated.</translation>
  </message>
  <message>
   <source>Metode</source>
   <translation>Method</translation>
  </message>
  <message>
   <source>Midlertidigt er blevet til varigt.</source>
   <translation>Temporary has become permanent.</translation>
  </message>
  <message>
   <source>Midlertidigt lukket fra</source>
   <translation>Temporarily closed from</translation>
  </message>
  <message>
   <source>Midlertidigt lukket fra er mere end {dage} dage siden, og ingen slutdato er sat.</source>
   <translation>Temporarily closed from is more than {dage} days ago, and no end is set.</translation>
  </message>
  <message>
   <source>Midlertidigt lukket til</source>
   <translation>Temporarily closed until</translation>
  </message>
  <message>
   <source>Midlertidigt lukket til er passeret.</source>
   <translation>Temporarily closed until has passed.</translation>
  </message>
  <message>
   <source>Midlertidigt lukket til er udfyldt, men ikke Midlertidigt lukket fra.</source>
   <translation>Temporarily closed until is filled in, but not Temporarily closed from.</translation>
  </message>
  <message>
   <source>Midlertidigt lukket til må ikke ligge før Midlertidigt lukket fra.</source>
   <translation>Temporarily closed until must not be before Temporarily closed from.</translation>
  </message>
  <message>
   <source>Midlertidigt lukket: {0}</source>
   <translation>Temporarily closed: {0}</translation>
  </message>
  <message>
   <source>Mindste antal aktive mødesteder</source>
   <translation>Smallest number of active meeting places</translation>
  </message>
  <message>
   <source>Modtaget</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>Exercise</translation>
  </message>
  <message>
   <source>Mudret ved regn</source>
   <translation>Muddy in rain</translation>
  </message>
  <message>
   <source>Mulighed for aktiviteter</source>
   <translation>Possible activities</translation>
  </message>
  <message>
   <source>Musik og kultur</source>
   <translation>Music and culture</translation>
  </message>
  <message>
   <source>Myndighed</source>
   <translation>Authority</translation>
  </message>
  <message>
   <source>Må ikke vises</source>
   <translation>May not be shown</translation>
  </message>
  <message>
   <source>Må vises for offentligheden</source>
   <translation>May be shown to the public</translation>
  </message>
  <message>
   <source>Må vises for offentligheden skal være 0 eller 1.</source>
   <translation>May be shown to the public must be 0 or 1.</translation>
  </message>
  <message>
   <source>Mål</source>
   <translation>Target</translation>
  </message>
  <message>
   <source>Mål og krav</source>
   <translation>Targets and rules</translation>
  </message>
  <message>
   <source>Mål og krav …</source>
   <translation>Targets and rules …</translation>
  </message>
  <message>
   <source>Mål ud over datalagerets egne: stier til målfiler (.json) med ; imellem</source>
   <translation>Targets beside the store's own: paths of target files (.json) separated by ;</translation>
  </message>
  <message>
   <source>Mål: navn i datalageret eller sti til en målfil (.json)</source>
   <translation>Target: a name in the store or the path of a target file (.json)</translation>
  </message>
  <message>
   <source>Målestok</source>
   <translation>Scale</translation>
  </message>
  <message>
   <source>Målestokken {} kan ikke bruges. Skriv et tal fra 1.000 til 100.000.</source>
   <translation>The scale {} cannot be used. Write a number from 1,000 to 100,000.</translation>
  </message>
  <message>
   <source>Målet forsvandt under skiftet. Se efter, om {} er ude, når det svarer igen. {}</source>
   <translation>The target went away during the swap. See whether {} is out when it answers again. {}</translation>
  </message>
  <message>
   <source>Målet har ingen adresse, så den offentlige tjeneste er ikke efterprøvet.</source>
   <translation>The target has no address, so the public service has not been verified.</translation>
  </message>
  <message>
   <source>Målet har ingen adresse. Så kan den offentlige tjeneste ikke efterprøves.</source>
   <translation>The target has no address. Then the public service cannot be verified.</translation>
  </message>
  <message>
   <source>Målet har ingen mappe. Så lægges listen med mødesteder og stilarter til andre servere ikke ud.</source>
   <translation>The target has no folder. So the list of meeting places and the styles for other servers are not published.</translation>
  </message>
  <message>
   <source>Målet har ukendte felter: {}. Ret stavningen, eller fjern dem.</source>
   <translation>The target has unknown fields: {}. Correct the spelling, or remove them.</translation>
  </message>
  <message>
   <source>Målet mangler en mappe (folder).</source>
   <translation>The target has no folder.</translation>
  </message>
  <message>
   <source>Målet mangler navnet på en PostGIS-forbindelse (connection).</source>
   <translation>The target has no name of a PostGIS connection.</translation>
  </message>
  <message>
   <source>Målets adresse (url) skal begynde med https:// eller http://.</source>
   <translation>The target's address (url) must begin with https:// or http://.</translation>
  </message>
  <message>
   <source>Målets adresse er ikke en webadresse. Ret den i målet.</source>
   <translation>The target's address is not a web address. Correct it in the target.</translation>
  </message>
  <message>
   <source>Målets fil {} er ikke gyldig JSON. Ret den, og prøv igen.</source>
   <translation>The target file {} is not valid JSON. Correct it, and try again.</translation>
  </message>
  <message>
   <source>Målets fil {} kan ikke læses. Se efter, om stien er rigtig.</source>
   <translation>The target file {} cannot be read. Check that the path is right.</translation>
  </message>
  <message>
   <source>Målets type skal være en af: {}.</source>
   <translation>The target's type must be one of: {}.</translation>
  </message>
  <message>
   <source>Målets ventetid (wait) skal være et tal i sekunder.</source>
   <translation>The target's waiting time (wait) must be a number of seconds.</translation>
  </message>
  <message>
   <source>Målgruppe</source>
   <translation>Target group</translation>
  </message>
  <message>
   <source>Måltidsfællesskab</source>
   <translation>Shared meals</translation>
  </message>
  <message>
   <source>Måned og dag, fx 04-01 for 1. april.</source>
   <translation>Month and day, e.g. 04-01 for 1 April.</translation>
  </message>
  <message>
   <source>Måned og dag, fx 10-31 for 31. oktober.</source>
   <translation>Month and day, e.g. 10-31 for 31 October.</translation>
  </message>
  <message>
   <source>Måneder i årshjulet</source>
   <translation>Months of the annual wheel</translation>
  </message>
  <message>
   <source>Månedlig</source>
   <translation>Monthly</translation>
  </message>
  <message>
   <source>Mænd</source>
   <translation>Men</translation>
  </message>
  <message>
   <source>Mærke</source>
   <translation>Mark</translation>
  </message>
  <message>
   <source>Mødelokale</source>
   <translation>Meeting room</translation>
  </message>
  <message>
   <source>Mødested</source>
   <translation>Meeting place</translation>
  </message>
  <message>
   <source>Mødested {0}</source>
   <translation>Mødested {0}</translation>
  </message>
  <message>
   <source>Mødested-id</source>
   <translation>Meeting place id</translation>
  </message>
  <message>
   <source>Mødested: tegn</source>
   <translation>Mødested: drawing</translation>
  </message>
  <message>
   <source>Mødesteder</source>
   <translation>Meeting places</translation>
  </message>
  <message>
   <source>Mødesteder i kommunen</source>
   <translation>Meeting places in the municipality</translation>
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
   <source>Mødestederne i {store} hører ikke til {kommune}. Vælg den kommune, de hører til.</source>
   <translation>The meeting places in {store} do not belong to {kommune}. Choose the municipality that they belong to.</translation>
  </message>
  <message>
   <source>Mødestedet er aktivt, men Aktivt fra ligger i fremtiden.</source>
   <translation>The meeting place is active, but Active from lies in the future.</translation>
  </message>
  <message>
   <source>Mødestedet er aktivt, men Synlighed er ikke Synlig for alle.</source>
   <translation>The meeting place is active, but Visibility is not everybody.</translation>
  </message>
  <message>
   <source>Mødestedet er aktivt, men har hverken Åbningstid eller en kommende aktivitet.</source>
   <translation>The meeting place is active, but has neither Opening hours nor an activity to come.</translation>
  </message>
  <message>
   <source>Mødestedet er aktivt, men intet sted er tilknyttet.</source>
   <translation>The meeting place is active, but no place is linked to it.</translation>
  </message>
  <message>
   <source>Mødestedet er fra OpenStreetMap og må ikke sendes til GeoFA.</source>
   <translation>The meeting place is from OpenStreetMap and may not be sent to GeoFA.</translation>
  </message>
  <message>
   <source>Mødestedet er ikke synligt for alle. Sæt Synlighed til Synlig for alle først.</source>
   <translation>The meeting place is not visible to all. Set Visibility to Synlig for alle (visible to all) first.</translation>
  </message>
  <message>
   <source>Mødestedet er knyttet til ruten {anden}, men ligger {meter} m fra den.</source>
   <translation>The meeting place is linked to the route {anden}, but lies {meter} m from it.</translation>
  </message>
  <message>
   <source>Mødestedet er på kortet, men Godkendt af eller Godkendt den er ikke udfyldt.</source>
   <translation>The meeting place is on the map, but Approved by or Approved on is not filled in.</translation>
  </message>
  <message>
   <source>Mødestedet er under etablering, men Aktivt fra er passeret for mere end {dage} dage siden.</source>
   <translation>The meeting place is being set up, but Active from passed more than {dage} days ago.</translation>
  </message>
  <message>
   <source>Mødestedet findes ikke. Gem det først.</source>
   <translation>The meeting place does not exist. Save it first.</translation>
  </message>
  <message>
   <source>Mødestedet har allerede en tilknytning med rollen Selve stedet. Det er den, der sendes til GeoFA.</source>
   <translation>The meeting place already has a link with the role The place itself. That is the one sent to GeoFA.</translation>
  </message>
  <message>
   <source>Mødestedet har hverken markører, kit eller kommende aktiviteter.</source>
   <translation>The meeting place has no markers, kits or coming activities.</translation>
  </message>
  <message>
   <source>Mødestedet har ingen plads på kortet. Sæt punktet, og gem, før det sendes med.</source>
   <translation>The meeting place has no position on the map. Set its point and save before sending it along.</translation>
  </message>
  <message>
   <source>Mødestedet har mere end én tilknytning med rollen Selve stedet.</source>
   <translation>The meeting place has more than one link with the role The place itself.</translation>
  </message>
  <message>
   <source>Mødestedets målgruppe, hvis intet andet vælges.</source>
   <translation>The meeting place's target group, unless you choose another.</translation>
  </message>
  <message>
   <source>Mødestedsark</source>
   <translation>Meeting place sheet</translation>
  </message>
  <message>
   <source>Mødestedskit</source>
   <translation>Meeting place kit</translation>
  </message>
  <message>
   <source>Natur og have</source>
   <translation>Nature and gardening</translation>
  </message>
  <message>
   <source>Naturlandet (som modtaget)</source>
   <translation>Naturlandet (as received)</translation>
  </message>
  <message>
   <source>Naturlandet Lolland-Falster</source>
   <translation>Naturlandet Lolland-Falster</translation>
  </message>
  <message>
   <source>Naturlandet-id. Er feltet fyldt af andre, røres det ikke.</source>
   <translation>The Naturlandet id. If others have filled in the field, it is left alone.</translation>
  </message>
  <message>
   <source>Naturlandet: linjer som netværk</source>
   <translation>Naturlandet: lines as a network</translation>
  </message>
  <message>
   <source>Naturlandet: linjer som ruter</source>
   <translation>Naturlandet: lines as routes</translation>
  </message>
  <message>
   <source>Naturlandet: steder</source>
   <translation>Naturlandet: places</translation>
  </message>
  <message>
   <source>Naturoplevelse</source>
   <translation>Experiencing nature</translation>
  </message>
  <message>
   <source>Navn</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>Navn er det samme som typen: {navn}.</source>
   <translation>Name is the same as the type: {navn}.</translation>
  </message>
  <message>
   <source>Navn er ikke udfyldt på en bygning eller et område, som kommunen selv har tegnet.</source>
   <translation>Name is not filled in on a building or an area that the municipality has drawn itself.</translation>
  </message>
  <message>
   <source>Navn på denne del af ruten.</source>
   <translation>Name of this part of the route.</translation>
  </message>
  <message>
   <source>Navn på engelsk</source>
   <translation>Name in English</translation>
  </message>
  <message>
   <source>Navn på tysk</source>
   <translation>Name in German</translation>
  </message>
  <message>
   <source>Navn på udskrifter</source>
   <translation>Name on prints</translation>
  </message>
  <message>
   <source>Navn skal være på mindst 3 tegn.</source>
   <translation>Name must have at least 3 characters.</translation>
  </message>
  <message>
   <source>Navn, og (udgået) efter udgåede koder.</source>
   <translation>Name, followed by (udgået) where the code is no longer used.</translation>
  </message>
  <message>
   <source>Navne, der må stå i teksterne</source>
   <translation>Names that may stand in the texts</translation>
  </message>
  <message>
   <source>Navne, som andres kort kan bruge, forsvinder. Se Bryder andres kort.</source>
   <translation>Names that others' maps may use will disappear. See Breaks others' maps.</translation>
  </message>
  <message>
   <source>Navnet kan ikke læses på 3 meters afstand på alle skilte. Vælg et større papir eller færre skilte på arket.</source>
   <translation>The name cannot be read at 3 metres on every sign. Choose a larger paper or fewer signs on the sheet.</translation>
  </message>
  <message>
   <source>Navnet på en PostGIS-forbindelse i QGIS.</source>
   <translation>The name of a PostGIS connection in QGIS.</translation>
  </message>
  <message>
   <source>Navnet står to gange i boblen.</source>
   <translation>The name is in the bubble twice.</translation>
  </message>
  <message>
   <source>Nej</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Nej til {}.</source>
   <translation>No to {}.</translation>
  </message>
  <message>
   <source>Nej, ét stort ark</source>
   <translation>No, one large sheet</translation>
  </message>
  <message>
   <source>Nej. {}</source>
   <translation>No. {}</translation>
  </message>
  <message>
   <source>Nej: tilbydes ikke længere i listerne.</source>
   <translation>No: no longer offered in the lists.</translation>
  </message>
  <message>
   <source>Netværk</source>
   <translation>Network</translation>
  </message>
  <message>
   <source>Netværk (veje og stier)</source>
   <translation>Network (roads and paths)</translation>
  </message>
  <message>
   <source>Netværket hænger ikke sammen hertil. Hold Shift nede for at tegne stykket frit.</source>
   <translation>The network does not reach here. Hold Shift to draw this part free-hand.</translation>
  </message>
  <message>
   <source>Netværket læses …</source>
   <translation>Reading the network …</translation>
  </message>
  <message>
   <source>Netværket læses … Dine klik huskes.</source>
   <translation>Reading the network … Your clicks are kept.</translation>
  </message>
  <message>
   <source>Netværket mangler {0} m her.</source>
   <translation>The network lacks {0} m here.</translation>
  </message>
  <message>
   <source>Netværks-id</source>
   <translation>Network id</translation>
  </message>
  <message>
   <source>Niveau</source>
   <translation>Level</translation>
  </message>
  <message>
   <source>Niveaufri adgang</source>
   <translation>Step-free access</translation>
  </message>
  <message>
   <source>Noget ligger langt fra land, når der er mere end</source>
   <translation>Something lies far from land when there is more than</translation>
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
   <source>Nogle programmer kan ikke vise en tegning med en tom del.</source>
   <translation>Some programs cannot show a drawing with an empty part.</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>November</source>
   <translation>November</translation>
  </message>
  <message>
   <source>Nu</source>
   <translation>Now</translation>
  </message>
  <message>
   <source>Nummer</source>
   <translation>Number</translation>
  </message>
  <message>
   <source>Nummer er ikke udfyldt på udstyr, der er sat op.</source>
   <translation>Number is not filled in on equipment that is put up.</translation>
  </message>
  <message>
   <source>Nummeret er det, borgeren kan læse op, når noget er galt.</source>
   <translation>The number is what the citizen can read out when something is wrong.</translation>
  </message>
  <message>
   <source>Nummeret på skiltene.</source>
   <translation>The number on the signs.</translation>
  </message>
  <message>
   <source>Nummeret vises ved alle mødesteder, organisationen har ansvar for.</source>
   <translation>The number is shown at all meeting places that the organisation is responsible for.</translation>
  </message>
  <message>
   <source>Numre i løbende tekst bliver ikke rettet, når de skifter, og er ofte en frivilligs eget.</source>
   <translation>Numbers in running text are not corrected when they change, and are often a volunteer's own.</translation>
  </message>
  <message>
   <source>Ny</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Ny hos kilden, men ligner en, vi selv har tegnet.</source>
   <translation>New at the source, but looks like one that we drew ourselves.</translation>
  </message>
  <message>
   <source>Ny: {0}</source>
   <translation>New: {0}</translation>
  </message>
  <message>
   <source>Nye</source>
   <translation>New</translation>
  </message>
  <message>
   <source>Nye borgere</source>
   <translation>New residents</translation>
  </message>
  <message>
   <source>Nye i Danmark</source>
   <translation>Newcomers to Denmark</translation>
  </message>
  <message>
   <source>Nye {NEW}, ændrede {CHANGED}, uændrede {UNCHANGED}, borte {GONE}, konflikter {CONFLICT}, afviste {REJECTED}.</source>
   <translation>New {NEW}, changed {CHANGED}, unchanged {UNCHANGED}, gone {GONE}, conflicts {CONFLICT}, rejected {REJECTED}.</translation>
  </message>
  <message>
   <source>Nyt mål</source>
   <translation>New target</translation>
  </message>
  <message>
   <source>Nyt objekt</source>
   <translation>New object</translation>
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
   <source>Når der er flere på arket</source>
   <translation>When there are several on the sheet</translation>
  </message>
  <message>
   <source>Nærmeste parkering: {navn}, {afstand}.</source>
   <translation>Nearest car park: {navn}, {afstand}.</translation>
  </message>
  <message>
   <source>Nærmeste stoppested: {navn}, {afstand}.</source>
   <translation>Nearest stop: {navn}, {afstand}.</translation>
  </message>
  <message>
   <source>Næste</source>
   <translation>Next</translation>
  </message>
  <message>
   <source>Næste 10</source>
   <translation>Next 10</translation>
  </message>
  <message>
   <source>Næste side</source>
   <translation>Next page</translation>
  </message>
  <message>
   <source>Nøgle</source>
   <translation>Key</translation>
  </message>
  <message>
   <source>Nøgle hos kilden</source>
   <translation>Key at the source</translation>
  </message>
  <message>
   <source>Nøgle til Adressevælger</source>
   <translation>Key to Adressevælger</translation>
  </message>
  <message>
   <source>Nøglen blev ikke gemt. Giv QGIS sin hovedadgangskode under Indstillinger › Godkendelse, og prøv igen.</source>
   <translation>The key was not saved. Give QGIS its master password under Options › Authentication, and try again.</translation>
  </message>
  <message>
   <source>Nøgleord (med komma imellem)</source>
   <translation>Keywords (separated by commas)</translation>
  </message>
  <message>
   <source>Nøgler til landsdækkende kort</source>
   <translation>Keys for the national maps</translation>
  </message>
  <message>
   <source>Nøglerne gemmes krypteret i QGIS' godkendelser, aldrig i projektet.</source>
   <translation>The keys are kept encrypted in QGIS's authentication system, never in the project.</translation>
  </message>
  <message>
   <source>Objekt</source>
   <translation>Object</translation>
  </message>
  <message>
   <source>Objekt-id</source>
   <translation>Object id</translation>
  </message>
  <message>
   <source>Objektet kan ikke vises.</source>
   <translation>The object cannot be shown.</translation>
  </message>
  <message>
   <source>Objektet ligger langt uden for Danmark, hvor ingen finder det.</source>
   <translation>The object lies far outside Denmark, where nobody finds it.</translation>
  </message>
  <message>
   <source>Objektet ligger ud for Afrika, hvor ingen finder det.</source>
   <translation>The object lies off the coast of Africa, where nobody finds it.</translation>
  </message>
  <message>
   <source>Objektet vises det forkerte sted, og GeoFA tager det ikke.</source>
   <translation>The object is shown in the wrong place, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Offentlig bemærkning</source>
   <translation>Public remark</translation>
  </message>
  <message>
   <source>Også adressen på et digitalt mødested. Begynder med https://.</source>
   <translation>Also the address of a digital meeting place. Begins with https://.</translation>
  </message>
  <message>
   <source>Også interne oplysninger</source>
   <translation>Internal information too</translation>
  </message>
  <message>
   <source>Oktober</source>
   <translation>October</translation>
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
   <source>Om det valgte fund</source>
   <translation>About the chosen finding</translation>
  </message>
  <message>
   <source>Om kolonnen er gættet eller valgt, og hvorfor.</source>
   <translation>Whether the column is guessed or chosen, and why.</translation>
  </message>
  <message>
   <source>Område</source>
   <translation>Area</translation>
  </message>
  <message>
   <source>Onsdag</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <source>Opdatér fra data</source>
   <translation>Update from data</translation>
  </message>
  <message>
   <source>OpenStreetMap</source>
   <translation>OpenStreetMap</translation>
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
   <source>Opladning</source>
   <translation>Charging</translation>
  </message>
  <message>
   <source>Oplysninger tjekket</source>
   <translation>Information checked</translation>
  </message>
  <message>
   <source>Oplysninger tjekket er ikke udfyldt.</source>
   <translation>Information checked is not filled in.</translation>
  </message>
  <message>
   <source>Oplysninger tjekket: det er mere end {dage} dage siden.</source>
   <translation>Information checked: it is more than {dage} days ago.</translation>
  </message>
  <message>
   <source>Opløs</source>
   <translation>Dissolve</translation>
  </message>
  <message>
   <source>Opløs et mødested</source>
   <translation>Dissolve a meeting place</translation>
  </message>
  <message>
   <source>Opløs mødested</source>
   <translation>Dissolve meeting place</translation>
  </message>
  <message>
   <source>Opløs {0}</source>
   <translation>Dissolve {0}</translation>
  </message>
  <message>
   <source>Opløst</source>
   <translation>Dissolved</translation>
  </message>
  <message>
   <source>Opløst den</source>
   <translation>Dissolved on</translation>
  </message>
  <message>
   <source>Opløst den er passeret, men mødestedet er ikke opløst.</source>
   <translation>Dissolved on has passed, but the meeting place is not dissolved.</translation>
  </message>
  <message>
   <source>Opløst den må ikke ligge før Aktivt fra.</source>
   <translation>Dissolved on must not be before Active from.</translation>
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
   <source>Oprettet af</source>
   <translation>Created by</translation>
  </message>
  <message>
   <source>Opsat</source>
   <translation>Put up</translation>
  </message>
  <message>
   <source>Opsat den</source>
   <translation>Put up on</translation>
  </message>
  <message>
   <source>Opsat den er udfyldt, men Status er endnu ikke Opsat.</source>
   <translation>Put up on is filled in, but Status is not yet Put up.</translation>
  </message>
  <message>
   <source>Opsat den ligger i fremtiden.</source>
   <translation>Put up on lies in the future.</translation>
  </message>
  <message>
   <source>Opslagstavle eller oplysningspunkt</source>
   <translation>Noticeboard or information point</translation>
  </message>
  <message>
   <source>Optælling</source>
   <translation>Counts</translation>
  </message>
  <message>
   <source>Ord, der ikke må komme ud</source>
   <translation>Words that must not go out</translation>
  </message>
  <message>
   <source>Ord, der stempler (skriv = og et forslag)</source>
   <translation>Words that label (write = and a suggestion)</translation>
  </message>
  <message>
   <source>Ord, der viser, at teksten er en prøve</source>
   <translation>Words showing that a text is a test</translation>
  </message>
  <message>
   <source>Ordene, ét på hver linje</source>
   <translation>The words, one on each line</translation>
  </message>
  <message>
   <source>Ordliste</source>
   <translation>Word list</translation>
  </message>
  <message>
   <source>Ordlister</source>
   <translation>Word lists</translation>
  </message>
  <message>
   <source>Organisation</source>
   <translation>Organisation</translation>
  </message>
  <message>
   <source>Organisation, ikke person.</source>
   <translation>An organisation, not a person.</translation>
  </message>
  <message>
   <source>Organisationens navn. Det bruges også på ruter.</source>
   <translation>The name of the organisation. It is used on routes too.</translation>
  </message>
  <message>
   <source>Organisationer</source>
   <translation>Organisations</translation>
  </message>
  <message>
   <source>Organisations-id</source>
   <translation>Organisation id</translation>
  </message>
  <message>
   <source>Ortofoto, forår</source>
   <translation>Orthophoto, spring</translation>
  </message>
  <message>
   <source>Overdækning</source>
   <translation>Shelter</translation>
  </message>
  <message>
   <source>Oversigtskort</source>
   <translation>Overview map</translation>
  </message>
  <message>
   <source>Oversæt teksten, eller tøm feltet.</source>
   <translation>Translate the text, or empty the field.</translation>
  </message>
  <message>
   <source>Overtag underlag</source>
   <translation>Take surfaces over</translation>
  </message>
  <message>
   <source>Overtog underlag på {0} m.</source>
   <translation>Took surfaces over on {0} m.</translation>
  </message>
  <message>
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <source>Panelet Mødesteder</source>
   <translation>Panel Meeting places</translation>
  </message>
  <message>
   <source>Papir</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Papir. Tomt: skabelonens eget</source>
   <translation>Paper. Empty: the template's own</translation>
  </message>
  <message>
   <source>Parat til udgivelse</source>
   <translation>Ready to publish</translation>
  </message>
  <message>
   <source>Parkering</source>
   <translation>Parking</translation>
  </message>
  <message>
   <source>Pas på: filen får disse interne felter. Del den ikke uden for kommunen.
{}</source>
   <translation>Take care: the file gets these internal fields. Do not share it outside the municipality.
{}</translation>
  </message>
  <message>
   <source>Peg på et sted inde på ruten, ikke ved enden.</source>
   <translation>Point at a place within the route, not at its end.</translation>
  </message>
  <message>
   <source>Perioden overlapper en anden optælling af det samme mødested.</source>
   <translation>The period overlaps another count of the same meeting place.</translation>
  </message>
  <message>
   <source>Perroner, indgange og andet, der hører til en station, er udeladt: {}.</source>
   <translation>Platforms, entrances and the like that belong to a station are left out: {}.</translation>
  </message>
  <message>
   <source>Personer på billedet</source>
   <translation>People in the picture</translation>
  </message>
  <message>
   <source>Plakat</source>
   <translation>Poster</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Planen</source>
   <translation>The plan</translation>
  </message>
  <message>
   <source>Planen blev afbrudt. Intet er ændret.</source>
   <translation>The plan was cancelled. Nothing has changed.</translation>
  </message>
  <message>
   <source>Pluginet taler dansk, når QGIS er på dansk, og ellers engelsk. Sproget vælges under Generelt.</source>
   <translation>The plugin speaks Danish when QGIS does, and otherwise English. The language is chosen under General.</translation>
  </message>
  <message>
   <source>Postnr.</source>
   <translation>Postcode</translation>
  </message>
  <message>
   <source>Postnr. skal være et dansk postnummer, fx 4800.</source>
   <translation>Postcode must be a Danish postcode, e.g. 4800.</translation>
  </message>
  <message>
   <source>Postnr. {postnr} findes ikke.</source>
   <translation>Postcode {postnr} does not exist.</translation>
  </message>
  <message>
   <source>Pris</source>
   <translation>Price</translation>
  </message>
  <message>
   <source>Pris (kr.)</source>
   <translation>Price (kr.)</translation>
  </message>
  <message>
   <source>Pris er udfyldt, men Betaling siger nej.</source>
   <translation>Price is filled in, but Payment says no.</translation>
  </message>
  <message>
   <source>Pris skal være et beløb mellem 0 og 10 mio. kr.</source>
   <translation>Price must be an amount between 0 and 10 million kr.</translation>
  </message>
  <message>
   <source>Privat</source>
   <translation>Private</translation>
  </message>
  <message>
   <source>Private mailudbydere</source>
   <translation>Private mail providers</translation>
  </message>
  <message>
   <source>Private personer skal ikke stå på et offentligt kort uden at have sagt ja, og navnet er forkert, når personen skifter.</source>
   <translation>Private persons must not stand on a public map without having said yes, and the name is wrong when the person changes.</translation>
  </message>
  <message>
   <source>Privatliv</source>
   <translation>Privacy</translation>
  </message>
  <message>
   <source>Profil</source>
   <translation>Profile</translation>
  </message>
  <message>
   <source>Profil: navn eller fil (.json). Tom: den, der kender laget</source>
   <translation>Profile: name or file (.json). Empty: the one that knows the layer</translation>
  </message>
  <message>
   <source>Profilen er gemt i {}.</source>
   <translation>The profile is saved in {}.</translation>
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
   <source>Profilen kan ikke gemmes i {}. Vælg en anden mappe.</source>
   <translation>The profile cannot be saved in {}. Choose another folder.</translation>
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
   <source>Profilen vælges af sig selv, når laget hedder {} og har de samme {} kolonner.</source>
   <translation>The profile is chosen by itself when the layer is called {} and has the same {} columns.</translation>
  </message>
  <message>
   <source>Profilen {} bruger ingen af kildens kolonner. Vælg mindst én.</source>
   <translation>The profile {} uses none of the source's columns. Choose at least one.</translation>
  </message>
  <message>
   <source>Profilen {} er for stor. Er det den rigtige fil?</source>
   <translation>The profile {} is too large. Is it the right file?</translation>
  </message>
  <message>
   <source>Profilen {} er hentet. Fortryd giver den forrige tilbage.</source>
   <translation>The profile {} is loaded. Undo brings the previous one back.</translation>
  </message>
  <message>
   <source>Profilen {} er husket.</source>
   <translation>The profile {} is remembered.</translation>
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
   <source>Profilen {} kender kilden og er valgt.</source>
   <translation>The profile {} knows the source and is chosen.</translation>
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
   <source>Profilens navn</source>
   <translation>Name of the profile</translation>
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
   <source>Projekt (.qgz). Tomt: det, der er åbent</source>
   <translation>Project (.qgz). Empty: the one that is open</translation>
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
   <source>Projektet har ingen lag med mødesteder, der kan læses. Åbn det i QGIS, og se, hvad der mangler.</source>
   <translation>The project has no layers with meeting places that can be read. Open it in QGIS and see what is missing.</translation>
  </message>
  <message>
   <source>Projektet har ingen lag med ruter. Åbn et Mødested-projekt.</source>
   <translation>The project has no layers with routes. Open a Mødested project.</translation>
  </message>
  <message>
   <source>Projektet har ingen layouter herfra endnu. Tryk Føj til projektet som layout.</source>
   <translation>The project has no layouts from here yet. Press Add to the project as a layout.</translation>
  </message>
  <message>
   <source>Projektet kan ikke gemmes i {mappe}. Vælg en mappe, du må skrive i.</source>
   <translation>The project cannot be saved in {mappe}. Choose a folder you may write to.</translation>
  </message>
  <message>
   <source>Projektet til marken kan ikke gemmes. Vælg en anden mappe.</source>
   <translation>The project for the field cannot be saved. Choose another folder.</translation>
  </message>
  <message>
   <source>Projektet til tjenesten findes ikke. Udgiv igen.</source>
   <translation>The project of the service is not there. Publish again.</translation>
  </message>
  <message>
   <source>Projektet {fil} kan ikke læses igen. Udgiv igen.</source>
   <translation>The project {fil} cannot be read back. Publish again.</translation>
  </message>
  <message>
   <source>Projektet {} i databasens skema {} er ikke lavet af Mødested eller er rettet siden. Omdøb det, og udgiv igen.</source>
   <translation>The project {} in the database schema {} was not made by Mødested or has been changed since. Rename it, and publish again.</translation>
  </message>
  <message>
   <source>Projektet {} kan ikke åbnes. Ret stien, eller åbn det i QGIS for at se hvorfor.</source>
   <translation>The project {} cannot be opened. Correct the path, or open it in QGIS to see why.</translation>
  </message>
  <message>
   <source>Projektets GeoFA-bruger, ikke en person.</source>
   <translation>The project's GeoFA user, not a person.</translation>
  </message>
  <message>
   <source>Projektets mappe med fotos. Tom: mappen med datafilen</source>
   <translation>The project's folder with photos. Empty: the folder of the data file</translation>
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
   <source>Proxyen svarer ikke. Se netværk under QGIS' indstillinger.</source>
   <translation>The proxy does not answer. See Network in the QGIS options.</translation>
  </message>
  <message>
   <source>Prøvekørsel: vis kun, hvad der ville ske</source>
   <translation>Dry run: only show what would happen</translation>
  </message>
  <message>
   <source>Prøver links</source>
   <translation>Trying links</translation>
  </message>
  <message>
   <source>Pusleplads</source>
   <translation>Baby changing</translation>
  </message>
  <message>
   <source>På et lille kort er der plads til få ord. De skal fortælle, hvad man kan, hvornår og hvordan.</source>
   <translation>A small map has room for few words. They must tell what one can do, when and how.</translation>
  </message>
  <message>
   <source>På kortet ser det ud, som om man ikke kan fortsætte.</source>
   <translation>On the map it looks as if one cannot go on.</translation>
  </message>
  <message>
   <source>På lager</source>
   <translation>In stock</translation>
  </message>
  <message>
   <source>På pause</source>
   <translation>Paused</translation>
  </message>
  <message>
   <source>På række (klik, klik, klik)</source>
   <translation>In a row (click, click, click)</translation>
  </message>
  <message>
   <source>Pårørende</source>
   <translation>Relatives and carers</translation>
  </message>
  <message>
   <source>QGIS Server er ikke installeret her. Installér pakken qgis-server, eller gå videre uden.</source>
   <translation>QGIS Server is not installed here. Install the package qgis-server, or go on without it.</translation>
  </message>
  <message>
   <source>QGIS Server findes ikke på denne maskine. Tjenesten er prøvet i QGIS selv, men ikke som WMS og WFS.</source>
   <translation>There is no QGIS Server on this machine. The service has been tested in QGIS itself, but not as WMS and WFS.</translation>
  </message>
  <message>
   <source>QGIS Server vil ikke have {navn}: {fejl}.</source>
   <translation>QGIS Server does not accept {navn}: {fejl}.</translation>
  </message>
  <message>
   <source>QGIS Server, data i PostGIS</source>
   <translation>QGIS Server, data in PostGIS</translation>
  </message>
  <message>
   <source>QGIS Server, data i en mappe</source>
   <translation>QGIS Server, data in a folder</translation>
  </message>
  <message>
   <source>QGIS har gemt, men datalageret svarer ikke nu. Se efter, om alt er med. {0}</source>
   <translation>QGIS has saved, but the data store does not answer now. Check that everything is there. {0}</translation>
  </message>
  <message>
   <source>QGIS kan ikke nå den lokale server. Undtag 127.0.0.1 fra proxyen under Indstillinger › Netværk.</source>
   <translation>QGIS cannot reach the local server. Exclude 127.0.0.1 from the proxy under Settings › Network.</translation>
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
   <source>QGIS-projekt (*.qgz *.qgs)</source>
   <translation>QGIS project (*.qgz *.qgs)</translation>
  </message>
  <message>
   <source>Rammer mere end hver tiende række i laget og er derfor ikke listet.</source>
   <translation>Hits more than one row in ten of the layer and is therefore not listed.</translation>
  </message>
  <message>
   <source>Rammer mere end hver tiende række i laget.</source>
   <translation>Hits more than one row in ten of the layer.</translation>
  </message>
  <message>
   <source>Rapport</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Rapporten</source>
   <translation>The report</translation>
  </message>
  <message>
   <source>Rapporten er gemt i {}.</source>
   <translation>The report is saved in {}.</translation>
  </message>
  <message>
   <source>Rapporten er gemt: {0}</source>
   <translation>The report is saved: {0}</translation>
  </message>
  <message>
   <source>Rapporten skal ende på .json.</source>
   <translation>The report must end in .json.</translation>
  </message>
  <message>
   <source>Rapporten skal ende på {0}.</source>
   <translation>The report must end in {0}.</translation>
  </message>
  <message>
   <source>Rapporten skal ende på {}.</source>
   <translation>The report must end in {}.</translation>
  </message>
  <message>
   <source>Rapporten {0} kunne ikke skrives. Luk den, hvis den er åben, eller vælg et andet sted.</source>
   <translation>The report {0} could not be written. Close it if it is open, or choose another place.</translation>
  </message>
  <message>
   <source>Regel</source>
   <translation>Rule</translation>
  </message>
  <message>
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <source>Regler</source>
   <translation>Rules</translation>
  </message>
  <message>
   <source>Regler efter gruppe</source>
   <translation>Rules by group</translation>
  </message>
  <message>
   <source>Regler, grænser og ordlister</source>
   <translation>Rules, limits and word lists</translation>
  </message>
  <message>
   <source>Regler, grænser og ordlister …</source>
   <translation>Rules, limits and word lists …</translation>
  </message>
  <message>
   <source>Regler: koder med komma imellem. Tom: alle</source>
   <translation>Rules: codes with commas between. Empty: all</translation>
  </message>
  <message>
   <source>Regnearket {} er ødelagt eller låst. Gem det igen, og prøv igen.</source>
   <translation>The spreadsheet {} is damaged or locked. Save it again and retry.</translation>
  </message>
  <message>
   <source>Resten af teksten ville blive skåret af på kortet og i GeoFA.</source>
   <translation>The rest of the text would be cut off on the map and in GeoFA.</translation>
  </message>
  <message>
   <source>Resten bliver skåret af i kortets boble og på skilte.</source>
   <translation>The rest is cut off in the map's bubble and on signs.</translation>
  </message>
  <message>
   <source>Resultat</source>
   <translation>Result</translation>
  </message>
  <message>
   <source>Resultat af testen</source>
   <translation>Result of the test</translation>
  </message>
  <message>
   <source>Ret</source>
   <translation>Mend</translation>
  </message>
  <message>
   <source>Ret &amp;alle {0}</source>
   <translation>Mend a&amp;ll {0}</translation>
  </message>
  <message>
   <source>Ret Aktivt fra, eller sæt Livscyklus til Under etablering.</source>
   <translation>Correct Active from, or set Lifecycle to Being set up.</translation>
  </message>
  <message>
   <source>Ret Betaling, eller slet Pris.</source>
   <translation>Correct Payment, or delete Price.</translation>
  </message>
  <message>
   <source>Ret Fra og Til, eller slet den ene.</source>
   <translation>Correct From and To, or delete one of them.</translation>
  </message>
  <message>
   <source>Ret Postnr.</source>
   <translation>Correct Postcode.</translation>
  </message>
  <message>
   <source>Ret Postnr. eller By.</source>
   <translation>Correct Postcode or Town.</translation>
  </message>
  <message>
   <source>Ret Rundtur til ja.</source>
   <translation>Set Circular route to yes.</translation>
  </message>
  <message>
   <source>Ret Status, eller slet Opsat den.</source>
   <translation>Correct Status, or delete Put up on.</translation>
  </message>
  <message>
   <source>Ret datoen, eller sæt Status til Bestilt.</source>
   <translation>Correct the date, or set Status to Ordered.</translation>
  </message>
  <message>
   <source>Ret en af de to aldre.</source>
   <translation>Correct one of the two ages.</translation>
  </message>
  <message>
   <source>Ret en af de to datoer.</source>
   <translation>Correct one of the two dates.</translation>
  </message>
  <message>
   <source>Ret fejlene under samme tabel i listen.</source>
   <translation>Mend the errors under the same table in the list.</translation>
  </message>
  <message>
   <source>Ret kanten her, eller tegn fladen igen.</source>
   <translation>Mend the edge here, or draw the area again.</translation>
  </message>
  <message>
   <source>Ret lukningen</source>
   <translation>Change the closing</translation>
  </message>
  <message>
   <source>Ret punktet, eller fjern tilknytningen til ruten.</source>
   <translation>Correct the point, or remove the link to the route.</translation>
  </message>
  <message>
   <source>Ret {0}</source>
   <translation>Edit {0}</translation>
  </message>
  <message>
   <source>Rettelser, der ikke blev gemt</source>
   <translation>Edits that were not saved</translation>
  </message>
  <message>
   <source>Rettelser, der ikke er gemt, kommer ikke med.</source>
   <translation>Edits that are not saved do not go along.</translation>
  </message>
  <message>
   <source>Retter {0} fund …</source>
   <translation>Mending {0} findings …</translation>
  </message>
  <message>
   <source>Rettet</source>
   <translation>Edited</translation>
  </message>
  <message>
   <source>Rettet af</source>
   <translation>Edited by</translation>
  </message>
  <message>
   <source>Rettet begge steder</source>
   <translation>Changed in both places</translation>
  </message>
  <message>
   <source>Rettet både her og hos kilden.</source>
   <translation>Edited both here and at the source.</translation>
  </message>
  <message>
   <source>Rettet både her og i marken</source>
   <translation>Changed both here and in the field</translation>
  </message>
  <message>
   <source>Rettet både her og i marken: intet ændret</source>
   <translation>Changed both here and in the field: nothing was changed</translation>
  </message>
  <message>
   <source>Rettet både hos os og hos kilden. Vælg, hvad der skal stå.</source>
   <translation>Edited both here and at the source. Choose what is to stand.</translation>
  </message>
  <message>
   <source>Rettet hos kilden siden sidst, ikke hos os.</source>
   <translation>Edited at the source since last time, not here.</translation>
  </message>
  <message>
   <source>Rettet i hånden og beholdt, selv om data er ændret: {}.</source>
   <translation>Edited by hand and kept, although the data have changed: {}.</translation>
  </message>
  <message>
   <source>Ring til stedet, ret oplysningerne, og sæt datoen i Oplysninger tjekket.</source>
   <translation>Call the place, correct the information, and set the date in Information checked.</translation>
  </message>
  <message>
   <source>Ro og afspænding</source>
   <translation>Quiet and relaxation</translation>
  </message>
  <message>
   <source>Ro og fordybelse</source>
   <translation>Quiet and reflection</translation>
  </message>
  <message>
   <source>Rolle</source>
   <translation>Role</translation>
  </message>
  <message>
   <source>Rolle for {0}</source>
   <translation>Role of {0}</translation>
  </message>
  <message>
   <source>Rolle passer ikke til det, der er tilknyttet.</source>
   <translation>Role does not fit what is linked.</translation>
  </message>
  <message>
   <source>Rollen {} findes ikke i databasen. Giv selv korttjenestens bruger lov til at læse skemaerne {} og {}.</source>
   <translation>The role {} does not exist in the database. Grant the map service's user the right to read the schemas {} and {} yourself.</translation>
  </message>
  <message>
   <source>Rollen {} findes ikke. Giv selv korttjenestens bruger lov til at læse.</source>
   <translation>The role {} does not exist. Give the map server's user permission to read yourself.</translation>
  </message>
  <message>
   <source>Rundtur</source>
   <translation>Circular route</translation>
  </message>
  <message>
   <source>Rundtur er ja, men ruten ender {meter} m fra, hvor den begynder.</source>
   <translation>Circular route is yes, but the route ends {meter} m from where it begins.</translation>
  </message>
  <message>
   <source>Rundtur er nej, men ruten ender, hvor den begynder.</source>
   <translation>Circular route is no, but the route ends where it begins.</translation>
  </message>
  <message>
   <source>Rundturen er lukket.</source>
   <translation>The loop is closed.</translation>
  </message>
  <message>
   <source>Rundturen mangler {meter} m i at nå sin begyndelse.</source>
   <translation>The round trip lacks {meter} m to reach its beginning.</translation>
  </message>
  <message>
   <source>Rute</source>
   <translation>Route</translation>
  </message>
  <message>
   <source>Ruteark</source>
   <translation>Route sheet</translation>
  </message>
  <message>
   <source>Rutekoncept</source>
   <translation>Route scheme</translation>
  </message>
  <message>
   <source>Ruten</source>
   <translation>The route</translation>
  </message>
  <message>
   <source>Ruten ender {meter} m fra enden af {anden}.</source>
   <translation>The route ends {meter} m from the end of {anden}.</translation>
  </message>
  <message>
   <source>Ruten er delt i to, underlaget med. Tilknytninger og fotos ({0}) hører stadig til den første del. Se dem efter.</source>
   <translation>The route is split in two, its surfaces too. Links and photos ({0}) still belong to the first part. Please check them.</translation>
  </message>
  <message>
   <source>Ruten er delt i to. Giv den anden del et navn.</source>
   <translation>The route is split in two. Give the second part a name.</translation>
  </message>
  <message>
   <source>Ruten er en anden myndigheds. Kun den kan ændre den.</source>
   <translation>The route belongs to another authority. Only that authority can change it.</translation>
  </message>
  <message>
   <source>Ruten er for kort til at være en rundtur.</source>
   <translation>The route is too short to be a loop.</translation>
  </message>
  <message>
   <source>Ruten er i flere dele. Saml den først; så kan den trækkes.</source>
   <translation>The route is in several parts. Join it first; then it can be dragged.</translation>
  </message>
  <message>
   <source>Ruten er kortere end 1 m.</source>
   <translation>The route is shorter than 1 m.</translation>
  </message>
  <message>
   <source>Ruten er kun {0} m lang.</source>
   <translation>The route is only {0} m long.</translation>
  </message>
  <message>
   <source>Ruten er rettet eller gemt siden. Fortryd trin for trin med Ctrl+Z.</source>
   <translation>The route was changed or saved since. Undo step by step with Ctrl+Z.</translation>
  </message>
  <message>
   <source>Ruten går nu den anden vej.</source>
   <translation>The route now runs the other way.</translation>
  </message>
  <message>
   <source>Ruten går to gange samme vej herfra.</source>
   <translation>The route goes the same way twice from here.</translation>
  </message>
  <message>
   <source>Ruten har ingen linje på kortet. Tegn den.</source>
   <translation>The route has no line on the map. Draw it.</translation>
  </message>
  <message>
   <source>Ruten kommer ikke forbi flere mødesteder. Esc slutter.</source>
   <translation>The route passes no more meeting places. Esc ends.</translation>
  </message>
  <message>
   <source>Ruten krydser sig selv her.</source>
   <translation>The route crosses itself here.</translation>
  </message>
  <message>
   <source>Rutens rolle</source>
   <translation>Role of the route</translation>
  </message>
  <message>
   <source>Rutenummer</source>
   <translation>Route number</translation>
  </message>
  <message>
   <source>Ruter</source>
   <translation>Routes</translation>
  </message>
  <message>
   <source>Ruter, typen står i kilden</source>
   <translation>Routes, the source says the type</translation>
  </message>
  <message>
   <source>Rutetype</source>
   <translation>Route type</translation>
  </message>
  <message>
   <source>Ryd gammel historik</source>
   <translation>Prune old history</translation>
  </message>
  <message>
   <source>Ryd op i adressen</source>
   <translation>Tidy the address</translation>
  </message>
  <message>
   <source>Ryd op i mellemrum og tegn</source>
   <translation>Tidy up blanks and characters</translation>
  </message>
  <message>
   <source>Ryglæn</source>
   <translation>Backrest</translation>
  </message>
  <message>
   <source>Råd og vejledning</source>
   <translation>Advice and guidance</translation>
  </message>
  <message>
   <source>Række</source>
   <translation>Row</translation>
  </message>
  <message>
   <source>Række {}: {}</source>
   <translation>Row {}: {}</translation>
  </message>
  <message>
   <source>Rækkefølge</source>
   <translation>Order</translation>
  </message>
  <message>
   <source>Rækken</source>
   <translation>The row</translation>
  </message>
  <message>
   <source>Rækken blander punkter, linjer og flader. Del den i flere rækker.</source>
   <translation>The row mixes points, lines and areas. Split it into several rows.</translation>
  </message>
  <message>
   <source>Rækken er her ikke længere.</source>
   <translation>The row is no longer here.</translation>
  </message>
  <message>
   <source>Rækken er ikke gemt endnu og har ingen historik.</source>
   <translation>The row is not saved yet and has no history.</translation>
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
   <source>Rækken findes ikke længere. Lav planen igen.</source>
   <translation>The row is gone. Make the plan again.</translation>
  </message>
  <message>
   <source>Rækken findes ikke længere. Tryk Kontrollér nu.</source>
   <translation>The row is gone. Press Check now.</translation>
  </message>
  <message>
   <source>Rækken har {} felter, men der er {} kolonner. Se efter et skilletegn for meget.</source>
   <translation>The row has {} fields, but there are {} columns. Look for a separator too many.</translation>
  </message>
  <message>
   <source>Rækken kendes igen på type og sted.</source>
   <translation>The row is known again by type and place.</translation>
  </message>
  <message>
   <source>Rækken kendes igen på {}.</source>
   <translation>The row is known again by {}.</translation>
  </message>
  <message>
   <source>Rækken, som den var</source>
   <translation>The row as it was</translation>
  </message>
  <message>
   <source>Rækkens version</source>
   <translation>Version of the row</translation>
  </message>
  <message>
   <source>Rækker</source>
   <translation>Rows</translation>
  </message>
  <message>
   <source>Rækker hos kilden, som er uændrede siden sidst.</source>
   <translation>Rows at the source that are unchanged since last time.</translation>
  </message>
  <message>
   <source>Rækker i filen, der ikke er offentlige: {}.</source>
   <translation>Rows in the file that are not public: {}.</translation>
  </message>
  <message>
   <source>Rækker i formularen</source>
   <translation>Rows in the form</translation>
  </message>
  <message>
   <source>Rækker i importen</source>
   <translation>Rows of the import</translation>
  </message>
  <message>
   <source>Rækker med fejl holdes altid tilbage. Kommunen kan desuden kræve:</source>
   <translation>Rows with errors are always held back. The municipality may also demand:</translation>
  </message>
  <message>
   <source>Rækker, der er ladt i fred</source>
   <translation>Rows left alone</translation>
  </message>
  <message>
   <source>Rækker, der holdes tilbage</source>
   <translation>Rows that are held back</translation>
  </message>
  <message>
   <source>Rækker, der må have samme beskrivelse</source>
   <translation>Rows that may have the same description</translation>
  </message>
  <message>
   <source>Rækker, som ikke er offentlige, er udeladt: {}.</source>
   <translation>Rows that are not public are left out: {}.</translation>
  </message>
  <message>
   <source>Rækker, vi ikke har.</source>
   <translation>Rows that we do not have.</translation>
  </message>
  <message>
   <source>Rækkerne er ikke fra {}. Vælg dem igen.</source>
   <translation>The rows are not from {}. Choose them again.</translation>
  </message>
  <message>
   <source>Røg- og nikotinfrit</source>
   <translation>Smoke- and nicotine-free</translation>
  </message>
  <message>
   <source>Rør ikke dette felt. Lad det stå tomt i en ny række: Mødested laver selv id'et.</source>
   <translation>Do not touch this field. Leave it empty in a new row: Mødested makes the id itself.</translation>
  </message>
  <message>
   <source>SLD er lukket.</source>
   <translation>SLD is closed.</translation>
  </message>
  <message>
   <source>SLD er åben: andre kan få serveren til at hente filer.</source>
   <translation>SLD is open: others can make the server fetch files.</translation>
  </message>
  <message>
   <source>STORE BOGSTAVER er svære at læse, og en skærmlæser staver dem.</source>
   <translation>CAPITALS are hard to read, and a screen reader spells them.</translation>
  </message>
  <message>
   <source>Sagsnummer</source>
   <translation>Case number</translation>
  </message>
  <message>
   <source>Samarbejdspartner</source>
   <translation>Partner</translation>
  </message>
  <message>
   <source>Samarbejdspartner, lokaler, frivillige eller støtte.</source>
   <translation>Partner, premises, volunteers or support.</translation>
  </message>
  <message>
   <source>Saml de to til ét mødested, eller giv dem navne, der kan kendes fra hinanden.</source>
   <translation>Join the two into one meeting place, or give them names that can be told apart.</translation>
  </message>
  <message>
   <source>Saml delene til én, eller slet den ene.</source>
   <translation>Join the parts into one, or delete one of them.</translation>
  </message>
  <message>
   <source>Saml med …</source>
   <translation>Join with …</translation>
  </message>
  <message>
   <source>Saml ruter</source>
   <translation>Join routes</translation>
  </message>
  <message>
   <source>Saml stykker, der er ens i:</source>
   <translation>Join segments that are alike in:</translation>
  </message>
  <message>
   <source>Samme {felt} står i {antal} rækker.</source>
   <translation>The same {felt} stands in {antal} rows.</translation>
  </message>
  <message>
   <source>Sammenhæng</source>
   <translation>Connections</translation>
  </message>
  <message>
   <source>Sammenlign</source>
   <translation>Compare</translation>
  </message>
  <message>
   <source>Sammenligner</source>
   <translation>Comparing</translation>
  </message>
  <message>
   <source>Sammenligner en fil eller tjeneste med datalageret, og henter ændringerne ind.</source>
   <translation>Compares a file or service with the data store, and brings in the changes.</translation>
  </message>
  <message>
   <source>Sammenligner …</source>
   <translation>Comparing …</translation>
  </message>
  <message>
   <source>Samtalegruppe</source>
   <translation>Conversation group</translation>
  </message>
  <message>
   <source>Samtykke givet</source>
   <translation>Consent given</translation>
  </message>
  <message>
   <source>Sang og kor</source>
   <translation>Singing and choir</translation>
  </message>
  <message>
   <source>Se alt igennem, der er gemt</source>
   <translation>Look through all that is saved</translation>
  </message>
  <message>
   <source>Se dem efter, og gem igen.</source>
   <translation>Check them and save again.</translation>
  </message>
  <message>
   <source>Se dem efter, og ret dem selv, hvis de skal tilbage.</source>
   <translation>Look them through, and correct them yourself if they are to go back.</translation>
  </message>
  <message>
   <source>Se efter på stedet, og vælg det nye årstal.</source>
   <translation>Look at the place, and choose the new year.</translation>
  </message>
  <message>
   <source>Se efter, om ruten skal krydse her. Acceptér det, hvis den skal.</source>
   <translation>See whether the route should cross here. Accept it if it should.</translation>
  </message>
  <message>
   <source>Se efter. {}</source>
   <translation>Please check. {}</translation>
  </message>
  <message>
   <source>Se forskellen</source>
   <translation>See the difference</translation>
  </message>
  <message>
   <source>Se historikken, og ret Livscyklus, hvis det var en fejl.</source>
   <translation>See the history, and correct Lifecycle if it was a slip.</translation>
  </message>
  <message>
   <source>Sekunder, før et link er for langsomt</source>
   <translation>Seconds before a link is too slow</translation>
  </message>
  <message>
   <source>Selve stedet</source>
   <translation>The place itself</translation>
  </message>
  <message>
   <source>Selve stedet ligger {meter} m fra mødestedets punkt.</source>
   <translation>The place itself lies {meter} m from the point of the meeting place.</translation>
  </message>
  <message>
   <source>Send med</source>
   <translation>Send along</translation>
  </message>
  <message>
   <source>Send med til GeoFA</source>
   <translation>Send along to GeoFA</translation>
  </message>
  <message>
   <source>Send med til GeoFA …</source>
   <translation>Send along to GeoFA …</translation>
  </message>
  <message>
   <source>Send til GeoFA</source>
   <translation>Send to GeoFA</translation>
  </message>
  <message>
   <source>Send ud og hent hjem</source>
   <translation>Send out and bring home</translation>
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
   <source>Seniorer</source>
   <translation>Older people</translation>
  </message>
  <message>
   <source>September</source>
   <translation>September</translation>
  </message>
  <message>
   <source>Ser efter det udgivne</source>
   <translation>Looking at what is published</translation>
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
   <source>Serveren svarer ({}), men har ingen tjeneste endnu. Udgiv, og test igen.</source>
   <translation>The server answers ({}), but has no service yet. Publish, and test again.</translation>
  </message>
  <message>
   <source>Serveren svarer ({}), men ikke som WMS. Se adressen efter.</source>
   <translation>The server answers ({}), but not as a WMS. Check the address.</translation>
  </message>
  <message>
   <source>Set senest</source>
   <translation>Last seen</translation>
  </message>
  <message>
   <source>Set siden</source>
   <translation>Seen since</translation>
  </message>
  <message>
   <source>Set {0}.</source>
   <translation>Seen {0}.</translation>
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
   <source>Siddepladser</source>
   <translation>Seats</translation>
  </message>
  <message>
   <source>Siddepladser, overnatningspladser …</source>
   <translation>Seats, sleeping places …</translation>
  </message>
  <message>
   <source>Side {0} af {1}</source>
   <translation>Page {0} of {1}</translation>
  </message>
  <message>
   <source>Siden kunne ikke deles i fliser. Udskriv den hel.</source>
   <translation>The page could not be parted into tiles. Print it whole.</translation>
  </message>
  <message>
   <source>Siden kunne ikke laves. Se loggen.</source>
   <translation>The page could not be made. See the log.</translation>
  </message>
  <message>
   <source>Siden version</source>
   <translation>Since version</translation>
  </message>
  <message>
   <source>Siden, der vises, bliver et layout, du kan rette i QGIS.</source>
   <translation>The page shown becomes a layout that you can edit in QGIS.</translation>
  </message>
  <message>
   <source>Sider, der ikke kunne laves</source>
   <translation>Pages that could not be made</translation>
  </message>
  <message>
   <source>Sidst</source>
   <translation>Last</translation>
  </message>
  <message>
   <source>Sidst modtaget</source>
   <translation>Last received</translation>
  </message>
  <message>
   <source>Sidste</source>
   <translation>Last</translation>
  </message>
  <message>
   <source>Sidste dag i perioden.</source>
   <translation>Last day of the period.</translation>
  </message>
  <message>
   <source>Sidste gang. Tom: kun denne dag, eller indtil videre ved gentagelse.</source>
   <translation>The last time. Empty: this day only, or until further notice when it is repeated.</translation>
  </message>
  <message>
   <source>Sig det til den, der har hjemmesiden.</source>
   <translation>Tell whoever runs the website.</translation>
  </message>
  <message>
   <source>Sig ikke til</source>
   <translation>Do not tell</translation>
  </message>
  <message>
   <source>Sig til, når der tegnes tæt på et andet</source>
   <translation>Tell when something is drawn close to another</translation>
  </message>
  <message>
   <source>Signaturforklaring</source>
   <translation>Legend</translation>
  </message>
  <message>
   <source>Sikkert. {}</source>
   <translation>Sure. {}</translation>
  </message>
  <message>
   <source>Skabelon</source>
   <translation>Template</translation>
  </message>
  <message>
   <source>Skabelonen {0} er gemt. Den står i panelet.</source>
   <translation>The template {0} is saved. It stands in the panel.</translation>
  </message>
  <message>
   <source>Skabelonens egne valg, som JSON</source>
   <translation>The template's own choices, as JSON</translation>
  </message>
  <message>
   <source>Skabelonens navn, fx Bænk ved sti. Tryk Enter.</source>
   <translation>The template's name, e.g. Bench by path. Press Enter.</translation>
  </message>
  <message>
   <source>Skabelonens valg skal skrives som {}.</source>
   <translation>The template's choices must be written as {}.</translation>
  </message>
  <message>
   <source>Skabelonernes egne valg (OPTIONS):</source>
   <translation>The templates' own choices (OPTIONS):</translation>
  </message>
  <message>
   <source>Skal udfyldes. Vælg en kolonne eller en fast værdi.</source>
   <translation>Must be filled. Choose a column or a fixed value.</translation>
  </message>
  <message>
   <source>Skemaet moedested bag forbindelsen {} er ufuldstændigt. Hent det fra en sikkerhedskopi.</source>
   <translation>The schema moedested behind the connection {} is incomplete. Restore it from a backup.</translation>
  </message>
  <message>
   <source>Sker ikke i skolernes ferier.</source>
   <translation>Does not take place in the school holidays.</translation>
  </message>
  <message>
   <source>Skift</source>
   <translation>Swap</translation>
  </message>
  <message>
   <source>Skilte</source>
   <translation>Signs</translation>
  </message>
  <message>
   <source>Skilte har en QR-kode og skal derfor have en fast adresse. Skriv den under Indstillinger › Mødested › Udskrift. {}</source>
   <translation>Signs have a QR code and need a permanent address. Write it under Options › Mødested › Printing. {}</translation>
  </message>
  <message>
   <source>Skilte laves til markoer eller kit. Lad feltet stå tomt for begge.</source>
   <translation>Signs are made for markoer or kit. Leave the field empty for both.</translation>
  </message>
  <message>
   <source>Skilte på hvert ark</source>
   <translation>Signs on each sheet</translation>
  </message>
  <message>
   <source>Skilte til</source>
   <translation>Signs for</translation>
  </message>
  <message>
   <source>Skiltet mangler i listen over det, der står ude.</source>
   <translation>The sign is missing in the list of what stands outside.</translation>
  </message>
  <message>
   <source>Skiltet viser hen til noget, der ikke er på kortet.</source>
   <translation>The sign points to something that is not on the map.</translation>
  </message>
  <message>
   <source>Skole, bibliotek eller kulturinstitution</source>
   <translation>School, library or cultural institution</translation>
  </message>
  <message>
   <source>Skovbund eller trampet sti</source>
   <translation>Forest floor or trodden path</translation>
  </message>
  <message>
   <source>Skrevet til {fil} (GeoFA {profil}): {antal}.</source>
   <translation>Written to {fil} (GeoFA {profil}): {antal}.</translation>
  </message>
  <message>
   <source>Skrevet til {}</source>
   <translation>Written to {}</translation>
  </message>
  <message>
   <source>Skriv adressen i Link til booking.</source>
   <translation>Write the address in Booking link.</translation>
  </message>
  <message>
   <source>Skriv adressen uden æ, ø og å, sådan som browseren viser den, når den kopieres.</source>
   <translation>Write the address without æ, ø and å, the way the browser gives it when it is copied.</translation>
  </message>
  <message>
   <source>Skriv den faste adresse, som QR-koderne skal føre til.</source>
   <translation>Enter the permanent address that the QR codes should lead to.</translation>
  </message>
  <message>
   <source>Skriv den nye adresse</source>
   <translation>Write the new address</translation>
  </message>
  <message>
   <source>Skriv den rigtige adresse, eller tøm feltet.</source>
   <translation>Write the right address, or empty the field.</translation>
  </message>
  <message>
   <source>Skriv den rigtige tekst, eller tøm feltet.</source>
   <translation>Write the real text, or empty the field.</translation>
  </message>
  <message>
   <source>Skriv det i rutens Vær opmærksom på, eller åbn stedet igen.</source>
   <translation>Write it in Please note of the route, or open the place again.</translation>
  </message>
  <message>
   <source>Skriv det navn, folk bruger.</source>
   <translation>Write the name that people use.</translation>
  </message>
  <message>
   <source>Skriv det nummer, der er trykt på skiltet.</source>
   <translation>Write the number that is printed on the sign.</translation>
  </message>
  <message>
   <source>Skriv det på mødestedet, find et andet sted, eller fjern tilknytningen.</source>
   <translation>Write it at the meeting place, find another place, or remove the link.</translation>
  </message>
  <message>
   <source>Skriv det, der skal findes, i en tekstfil: navn, mail, telefon og CPR-nummer på hver sin linje. Slet filen bagefter.

Der søges i datalageret med historik, modtagne rækker, fund og logge, i sikkerhedskopierne, i fotos' filnavne og i alle gemte udgivelser.

Kør først uden Fjern, og se listen. Med Fjern bliver oplysningerne taget ud, hvor de står; rækkerne bliver. Det kan ikke fortrydes. Udgiv bagefter, og kør så en gang til.

I PostGIS skal du have ejerens rolle. Loggen får kun antal, aldrig selve oplysningerne.</source>
   <translation>Write what is to be found in a text file: name, mail, telephone and personal number on a line each. Delete the file afterwards.

The store is searched with its history, received rows, findings and logs, the backups, the file names of photos, and all kept publications.

Run it first without Remove, and look at the list. With Remove the data are taken out where they stand; the rows stay. It cannot be undone. Publish afterwards, then run it once more.

In PostGIS you need the role of the owner. The log gets counts only, never the data.</translation>
  </message>
  <message>
   <source>Skriv din nøgle (den er gratis) …</source>
   <translation>Enter your key (it is free) …</translation>
  </message>
  <message>
   <source>Skriv dine initialer.</source>
   <translation>Write your initials.</translation>
  </message>
  <message>
   <source>Skriv en begrundelse.</source>
   <translation>Write a reason.</translation>
  </message>
  <message>
   <source>Skriv en dato, fx 24-12-2026.</source>
   <translation>Write a date, e.g. 24-12-2026.</translation>
  </message>
  <message>
   <source>Skriv en nøgle, eller vælg en adressefil under Indstillinger › Mødested › Tegn.</source>
   <translation>Write a key, or choose an address file under Options › Mødested › Draw.</translation>
  </message>
  <message>
   <source>Skriv et helt tal.</source>
   <translation>Write a whole number.</translation>
  </message>
  <message>
   <source>Skriv et navn til filen.</source>
   <translation>Write a name for the file.</translation>
  </message>
  <message>
   <source>Skriv et navn til mappen.</source>
   <translation>Write a name for the folder.</translation>
  </message>
  <message>
   <source>Skriv et navn.</source>
   <translation>Type a name.</translation>
  </message>
  <message>
   <source>Skriv flere med semikolon imellem. Ordene står på arket Vejledning.</source>
   <translation>Write several with a semicolon between them. The words are on the sheet Vejledning.</translation>
  </message>
  <message>
   <source>Skriv funktionen i stedet, fx formanden. Er det et sted eller en historisk person, så tilføj navnet til Navne, der må stå i teksterne.</source>
   <translation>Write the role instead, e.g. the chairperson. If it is a place or a historical person, add the name to Names that may stand in the texts.</translation>
  </message>
  <message>
   <source>Skriv hele adressen med https:// foran.</source>
   <translation>Write the whole address with https:// in front.</translation>
  </message>
  <message>
   <source>Skriv hele adressen, fx https://www.guldborgsund.dk.</source>
   <translation>Write the whole address, e.g. https://www.guldborgsund.dk.</translation>
  </message>
  <message>
   <source>Skriv hele stien, eller vælg en mappe med knappen.</source>
   <translation>Type the whole path, or choose a folder with the button.</translation>
  </message>
  <message>
   <source>Skriv ikke navne på personer.</source>
   <translation>Do not write people's names.</translation>
  </message>
  <message>
   <source>Skriv ikke navne på private personer.</source>
   <translation>Do not write the names of private persons.</translation>
  </message>
  <message>
   <source>Skriv kort, hvorfor der er lukket.</source>
   <translation>Write briefly why it is closed.</translation>
  </message>
  <message>
   <source>Skriv med små bogstaver.</source>
   <translation>Write in small letters.</translation>
  </message>
  <message>
   <source>Skriv om trin, hældning, toilet og afstand.</source>
   <translation>Write about steps, slope, toilet and distance.</translation>
  </message>
  <message>
   <source>Skriv otte cifre, fx 54 73 10 00.</source>
   <translation>Write eight digits, e.g. 54 73 10 00.</translation>
  </message>
  <message>
   <source>Skriv prisen, fx 20 kr. for kaffe.</source>
   <translation>Write the price, e.g. 20 kr. for coffee.</translation>
  </message>
  <message>
   <source>Skriv slutningen, eller forkort teksten.</source>
   <translation>Write the end, or shorten the text.</translation>
  </message>
  <message>
   <source>Skriv stedets eller organisationens hovednummer i Telefon, aldrig en privatpersons.</source>
   <translation>Write the main number of the place or the organisation in Telephone, never that of a private person.</translation>
  </message>
  <message>
   <source>Skriv teksten på engelsk, eller slet den tyske.</source>
   <translation>Write the text in English, or delete the German one.</translation>
  </message>
  <message>
   <source>Skriv teksten på tysk, eller slet den engelske.</source>
   <translation>Write the text in German, or delete the English one.</translation>
  </message>
  <message>
   <source>Skriv én adresse, fx kontakt@foreningen.dk.</source>
   <translation>Write one address, e.g. kontakt@foreningen.dk.</translation>
  </message>
  <message>
   <source>Skriv, hvad der er særligt for stedet, eller slet teksten.</source>
   <translation>Write what is special about the place, or delete the text.</translation>
  </message>
  <message>
   <source>Skriv, hvem der er velkommen, og hvad man laver sammen.</source>
   <translation>Write who is welcome, and what you do together.</translation>
  </message>
  <message>
   <source>Skriv, hvor data skal ligge: en fil, der ender på .gpkg, eller navnet på en forbindelse.</source>
   <translation>Say where the data shall be kept: a file that ends in .gpkg, or the name of a connection.</translation>
  </message>
  <message>
   <source>Skriver en GeoPackage med lagene t_5800_fac_pkt, t_5801_fac_fl og t_5802_fac_li, som kan lægges op i GeoFA-editor.

Kommunens egne rækker med status Forslag eller højere kommer med, og alle egne rækker, der er hentet fra GeoFA. Interne felter kommer aldrig med. Rækker, som GeoFA ville afvise, bliver udeladt; loggen siger hvilke og hvorfor.

Prøv altid filen i GeoFA's testmiljø først, og sæt aldrig flueben i at slette objekter, der ikke er i filen.</source>
   <translation>Writes a GeoPackage with the layers t_5800_fac_pkt, t_5801_fac_fl and t_5802_fac_li, which can be uploaded in GeoFA-editor.

The municipality's own rows with status Forslag (proposed) or higher are included, and all own rows fetched from GeoFA. Internal fields are never included. Rows GeoFA would reject are left out; the log says which and why.

Always try the file in GeoFA's test environment first, and never tick deleting objects that are not in the file.</translation>
  </message>
  <message>
   <source>Skriver kommunens egne faciliteter og ruter som de tre lag, GeoFA tager imod.</source>
   <translation>Writes the municipality's own facilities and routes as the three layers GeoFA accepts.</translation>
  </message>
  <message>
   <source>Skriver rapport</source>
   <translation>Writing report</translation>
  </message>
  <message>
   <source>Skæremærker</source>
   <translation>Cut marks</translation>
  </message>
  <message>
   <source>Skæremærker er ja eller nej.</source>
   <translation>Cut marks are ja or nej.</translation>
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
   <source>Slet datoerne, hvis der er åbent, eller sæt en ny dato.</source>
   <translation>Delete the dates if it is open, or set a new date.</translation>
  </message>
  <message>
   <source>Slet den ene vej, hvis man kun går der én gang.</source>
   <translation>Delete one of the ways if people walk there only once.</translation>
  </message>
  <message>
   <source>Slet den ene, hvis det er den samme. Ellers giv dem hver sit navn.</source>
   <translation>Delete one if it is the same. Otherwise give each its own name.</translation>
  </message>
  <message>
   <source>Slet hullet, eller tegn det inden for kanten.</source>
   <translation>Delete the hole, or draw it inside the edge.</translation>
  </message>
  <message>
   <source>Slet nummeret. Er det allerede sendt ud af kommunen, så sig det til kommunens databeskyttelsesrådgiver.</source>
   <translation>Delete the number. If it has already been sent out of the municipality, tell the municipality's data protection officer.</translation>
  </message>
  <message>
   <source>Slet ordene, eller skriv det, de skulle sige.</source>
   <translation>Delete the words, or write what they were meant to say.</translation>
  </message>
  <message>
   <source>Slet rækken, eller sæt fotoet på et andet sted.</source>
   <translation>Delete the row, or put the photo on another place.</translation>
  </message>
  <message>
   <source>Slet skabelonen</source>
   <translation>Delete the template</translation>
  </message>
  <message>
   <source>Slet tallet, hvis det er et CPR-nummer. Ellers: skriv det på en anden måde, eller acceptér fundet.</source>
   <translation>Delete the number if it is a CPR number. Otherwise write it in another way, or accept the finding.</translation>
  </message>
  <message>
   <source>Slet teksten i Navn, eller skriv stedets eget navn.</source>
   <translation>Delete the text in Name, or write the place's own name.</translation>
  </message>
  <message>
   <source>Sletter den historik, der er ældre, end kommunen vil gemme den.</source>
   <translation>Deletes the history that is older than the municipality wants to keep it.</translation>
  </message>
  <message>
   <source>Sletter du en række i arket, slettes intet hos kommunen. Skriv til kommunen, hvis noget skal ophøre.</source>
   <translation>Deleting a row in the sheet deletes nothing at the municipality. Write to the municipality if something is to end.</translation>
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
   <source>Slettet i marken, men beholdt her</source>
   <translation>Deleted in the field, but kept here</translation>
  </message>
  <message>
   <source>Slettet i marken: beholdt her</source>
   <translation>Deleted in the field: kept here</translation>
  </message>
  <message>
   <source>Slettet {} linjer historik.</source>
   <translation>{} lines of history deleted.</translation>
  </message>
  <message>
   <source>Slidt</source>
   <translation>Worn</translation>
  </message>
  <message>
   <source>Slutter samme dag</source>
   <translation>Ends on the same day</translation>
  </message>
  <message>
   <source>Sluttet</source>
   <translation>Ended</translation>
  </message>
  <message>
   <source>Slå bro</source>
   <translation>Bridge it</translation>
  </message>
  <message>
   <source>Slå et lag med ruter til i kortet, og prøv igen.</source>
   <translation>Switch a layer of routes on in the map, and try again.</translation>
  </message>
  <message>
   <source>Smalleste bredde til kørestol</source>
   <translation>Narrowest width for a wheelchair</translation>
  </message>
  <message>
   <source>Små bogstaver a-z, tal og _. Bliver navnet på mappen og i adressen.</source>
   <translation>Small letters a-z, digits and _. Becomes the name of the folder and part of the address.</translation>
  </message>
  <message>
   <source>Snak og samvær</source>
   <translation>Conversation and company</translation>
  </message>
  <message>
   <source>Social organisation</source>
   <translation>Social organisation</translation>
  </message>
  <message>
   <source>Spil og leg</source>
   <translation>Games and play</translation>
  </message>
  <message>
   <source>Spisning og kaffe</source>
   <translation>Meals and coffee</translation>
  </message>
  <message>
   <source>Sprog</source>
   <translation>Language</translation>
  </message>
  <message>
   <source>Sprog på udskriften</source>
   <translation>Language of the print</translation>
  </message>
  <message>
   <source>Spærrer ({})</source>
   <translation>Blocks ({})</translation>
  </message>
  <message>
   <source>Spørg foreningen, og udfyld Godkendt af og Godkendt den.</source>
   <translation>Ask the association, and fill in Approved by and Approved on.</translation>
  </message>
  <message>
   <source>Spørger hver adresse, om den svarer. Det kan tage nogle minutter.</source>
   <translation>Asks each address whether it answers. It may take some minutes.</translation>
  </message>
  <message>
   <source>Statslig myndighed</source>
   <translation>State authority</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Status er Opsat, men Mødested er ikke udfyldt.</source>
   <translation>Status is Put up, but Meeting place is not filled in.</translation>
  </message>
  <message>
   <source>Status er Opsat, men mødestedet {navn} er opløst.</source>
   <translation>Status is Put up, but the meeting place {navn} is dissolved.</translation>
  </message>
  <message>
   <source>Status på mødesteder</source>
   <translation>Status of meeting places</translation>
  </message>
  <message>
   <source>Status til udvalget</source>
   <translation>Status for the committee</translation>
  </message>
  <message>
   <source>Sted</source>
   <translation>Place</translation>
  </message>
  <message>
   <source>Sted (øst, nord)</source>
   <translation>Place (east, north)</translation>
  </message>
  <message>
   <source>Steder, der kan tilknyttes</source>
   <translation>Places that can be linked</translation>
  </message>
  <message>
   <source>Steder, ruter og historik bliver. Alt kan fortrydes, indtil der gemmes.</source>
   <translation>Places, routes and history stay. Everything can be undone until you save.</translation>
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
   <source>Stejlt</source>
   <translation>Steep</translation>
  </message>
  <message>
   <source>Stenmel eller fast grus</source>
   <translation>Stone dust or firm gravel</translation>
  </message>
  <message>
   <source>Stien peger ud af mappen. Læg billedet i mappen, og vælg det igen.</source>
   <translation>The path leads out of the folder. Put the picture in the folder, and choose it again.</translation>
  </message>
  <message>
   <source>Stien til {fil} er på {laengde} tegn. Vælg en mappe med kortere sti; højst {hoejst} tegn.</source>
   <translation>The path of {fil} has {laengde} characters. Choose a folder with a shorter path; at most {hoejst} characters.</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Stoppesteder (GTFS)</source>
   <translation>Stops (GTFS)</translation>
  </message>
  <message>
   <source>Strand</source>
   <translation>Beach</translation>
  </message>
  <message>
   <source>Strækningen går hen over et hul i ruten.</source>
   <translation>The stretch goes across a gap in the route.</translation>
  </message>
  <message>
   <source>Strækningen ligger her {meter} m fra sin rute.</source>
   <translation>The stretch lies {meter} m from its route here.</translation>
  </message>
  <message>
   <source>Stræknings-id</source>
   <translation>Stretch id</translation>
  </message>
  <message>
   <source>Strøm</source>
   <translation>Power supply</translation>
  </message>
  <message>
   <source>Stykkerne kan ikke samles: kolonnen {} findes ikke.</source>
   <translation>The pieces cannot be joined: the column {} does not exist.</translation>
  </message>
  <message>
   <source>Står ikke længere i arket. Rækken bliver, til du siger andet.</source>
   <translation>No longer in the sheet. The row stays until you say otherwise.</translation>
  </message>
  <message>
   <source>Står også i række {}: samme nøgle eller samme type og sted.</source>
   <translation>Also in row {}: same key, or same type and place.</translation>
  </message>
  <message>
   <source>Står stadig</source>
   <translation>Still there</translation>
  </message>
  <message>
   <source>Står stadig: {}. {}</source>
   <translation>Still there: {}. {}</translation>
  </message>
  <message>
   <source>Støtte og mestring</source>
   <translation>Support and coping</translation>
  </message>
  <message>
   <source>Støtter</source>
   <translation>Supporter</translation>
  </message>
  <message>
   <source>Svar for alle</source>
   <translation>Answer for all</translation>
  </message>
  <message>
   <source>Svar i linjen øverst: slå bro over hullet. Eller klik et andet sted.</source>
   <translation>Answer in the line at the top: bridge the gap. Or click somewhere else.</translation>
  </message>
  <message>
   <source>Svarene er husket. Ingen rækker er ændret.</source>
   <translation>The answers are remembered. No rows have changed.</translation>
  </message>
  <message>
   <source>Svarer for alle …</source>
   <translation>Answering for all …</translation>
  </message>
  <message>
   <source>Svaret fra {} er for stort. Hent laget som fil.</source>
   <translation>The answer from {} is too large. Fetch the layer as a file.</translation>
  </message>
  <message>
   <source>Sværhedsgrad</source>
   <translation>Difficulty</translation>
  </message>
  <message>
   <source>Sværhedsgrad 1 og 5 bruges kun på mountainbikeruter.</source>
   <translation>Difficulty 1 and 5 are for mountain bike routes only.</translation>
  </message>
  <message>
   <source>Synlighed</source>
   <translation>Visibility</translation>
  </message>
  <message>
   <source>Synlighed er Synlig for alle, men Status er endnu ikke Gældende.</source>
   <translation>Visibility is everybody, but Status is not yet Gældende (in force).</translation>
  </message>
  <message>
   <source>Synlighed er Synlig for alle, men en idé kommer ikke på kortet.</source>
   <translation>Visibility is everybody, but an idea does not come on the map.</translation>
  </message>
  <message>
   <source>Så langt er kontrollen nået</source>
   <translation>How far the check has come</translation>
  </message>
  <message>
   <source>Så længe må adressen være om at vise den nye version.</source>
   <translation>How long the address may take to show the new version.</translation>
  </message>
  <message>
   <source>Så siger kortet to forskellige ting om det samme stykke.</source>
   <translation>Then the map says two different things about the same stretch.</translation>
  </message>
  <message>
   <source>Så tæt på en rute ligger noget på den</source>
   <translation>So near a route something lies on it</translation>
  </message>
  <message>
   <source>Sådan er underlaget her allerede.</source>
   <translation>The surface here is like that already.</translation>
  </message>
  <message>
   <source>Sådan kommer række {} til {} af {} ind.</source>
   <translation>This is how rows {} to {} of {} come in.</translation>
  </message>
  <message>
   <source>Sådan kommer rækkerne ind</source>
   <translation>How the rows come in</translation>
  </message>
  <message>
   <source>Sådan udfylder du arket {}</source>
   <translation>How to fill in the sheet {}</translation>
  </message>
  <message>
   <source>Sæson</source>
   <translation>Season</translation>
  </message>
  <message>
   <source>Sæson fra</source>
   <translation>Season from</translation>
  </message>
  <message>
   <source>Sæson siger en del af året, men Sæson fra eller Sæson til er ikke udfyldt.</source>
   <translation>Season says part of the year, but Season from or Season to is not filled in.</translation>
  </message>
  <message>
   <source>Sæson til</source>
   <translation>Season to</translation>
  </message>
  <message>
   <source>Sæt Livscyklus til Aktiv, eller ret Aktivt fra.</source>
   <translation>Set Lifecycle to Active, or correct Active from.</translation>
  </message>
  <message>
   <source>Sæt Livscyklus til Opløst, eller slet Opløst den.</source>
   <translation>Set Lifecycle to Dissolved, or delete Dissolved on.</translation>
  </message>
  <message>
   <source>Sæt Livscyklus til Under etablering, når I går i gang.</source>
   <translation>Set Lifecycle to Being set up when you begin.</translation>
  </message>
  <message>
   <source>Sæt Midlertidigt lukket til, eller sæt Status til Ikke gældende.</source>
   <translation>Set Temporarily closed until, or set Status to Ikke gældende (not in force).</translation>
  </message>
  <message>
   <source>Sæt Status til Gældende, når det er rigtigt.</source>
   <translation>Set Status to Gældende (in force) when it is right.</translation>
  </message>
  <message>
   <source>Sæt Synlighed til Synlig for alle, når foreningen har sagt ja.</source>
   <translation>Set Visibility to everybody when the association has agreed.</translation>
  </message>
  <message>
   <source>Sæt alle {}, der er borte, til ikke gældende</source>
   <translation>Set all {} that are gone to not current</translation>
  </message>
  <message>
   <source>Sæt alt til standard</source>
   <translation>Set everything to the standard</translation>
  </message>
  <message>
   <source>Sæt datoen, når oplysningerne er gået efter.</source>
   <translation>Set the date when the information has been checked.</translation>
  </message>
  <message>
   <source>Sæt en bænk op, eller skriv i Vær opmærksom på, at der er langt mellem bænkene.</source>
   <translation>Put up a bench, or write in Please note that it is far between the benches.</translation>
  </message>
  <message>
   <source>Sæt flueben, hvis senere importer aldrig må rette feltet.</source>
   <translation>Tick it if later imports must never change the field.</translation>
  </message>
  <message>
   <source>Sæt https:// foran</source>
   <translation>Put https:// in front</translation>
  </message>
  <message>
   <source>Sæt mindst ét flueben ved det, der skal med.</source>
   <translation>Tick at least one thing that is to go along.</translation>
  </message>
  <message>
   <source>Sæt nye datoer, eller slet aktiviteten.</source>
   <translation>Set new dates, or delete the activity.</translation>
  </message>
  <message>
   <source>Sæt punktet på kortet, eller ret Form.</source>
   <translation>Set the point on the map, or correct Form.</translation>
  </message>
  <message>
   <source>Sæt stedet på kortet, hvor billedet er taget</source>
   <translation>Put the place on the map where the picture was taken</translation>
  </message>
  <message>
   <source>Sæt stedets Status til Gældende og Synlighed til Synlig for alle.</source>
   <translation>Set the Status of the place to Gældende (in force) and Visibility to everybody.</translation>
  </message>
  <message>
   <source>Sæt til ikke gældende</source>
   <translation>Set to not current</translation>
  </message>
  <message>
   <source>Sæt årstal, når data er gået efter.</source>
   <translation>Set the year when the data have been checked.</translation>
  </message>
  <message>
   <source>Sættes automatisk ved hver ændring.</source>
   <translation>Set automatically at every change.</translation>
  </message>
  <message>
   <source>Sættes automatisk.</source>
   <translation>Set automatically.</translation>
  </message>
  <message>
   <source>Søg</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Søg adresse</source>
   <translation>Search address</translation>
  </message>
  <message>
   <source>Søg adresse i kommunen</source>
   <translation>Search address in the municipality</translation>
  </message>
  <message>
   <source>Søg i felter og kolonner</source>
   <translation>Search fields and columns</translation>
  </message>
  <message>
   <source>Søg i fundene</source>
   <translation>Search the findings</translation>
  </message>
  <message>
   <source>Søg i reglerne</source>
   <translation>Search the rules</translation>
  </message>
  <message>
   <source>Søg, eller peg i kortet.</source>
   <translation>Search, or point on the map.</translation>
  </message>
  <message>
   <source>Søg: navn, lag, felt, værdi …</source>
   <translation>Search: name, layer, field, value …</translation>
  </message>
  <message>
   <source>Søg: navn, lag, fund …</source>
   <translation>Search: name, layer, finding …</translation>
  </message>
  <message>
   <source>Søg: navn, person, felt, dato …</source>
   <translation>Search: name, person, field, date …</translation>
  </message>
  <message>
   <source>Søg: navn, type, nøgle, grund …</source>
   <translation>Search: name, type, key, reason …</translation>
  </message>
  <message>
   <source>Søger adresse</source>
   <translation>Searching address</translation>
  </message>
  <message>
   <source>Søgning og sortering finder ikke navnet, og teksten står skævt på skilte.</source>
   <translation>Search and sorting do not find the name, and the text stands askew on signs.</translation>
  </message>
  <message>
   <source>Søndag</source>
   <translation>Sunday</translation>
  </message>
  <message>
   <source>Tabel</source>
   <translation>Table</translation>
  </message>
  <message>
   <source>Tabellen går i stykker efter række {}. Se efter et citationstegn, der ikke er lukket.</source>
   <translation>The table breaks after row {}. Look for a quotation mark that is not closed.</translation>
  </message>
  <message>
   <source>Tabellen {tabel} i udgivelsen kan ikke åbnes. Udgiv igen.</source>
   <translation>The table {tabel} of the publication cannot be opened. Publish again.</translation>
  </message>
  <message>
   <source>Tabellen {tabel} i {store} kan ikke åbnes i QGIS. Se efter, om datalageret er helt.</source>
   <translation>The table {tabel} in {store} cannot be opened in QGIS. Check that the store is whole.</translation>
  </message>
  <message>
   <source>Tabellen {} kan ikke sendes ud som ark.</source>
   <translation>The table {} cannot be sent out as a sheet.</translation>
  </message>
  <message>
   <source>Tabellen {} kan ikke sendes ud som fil.</source>
   <translation>The table {} cannot be sent out as a file.</translation>
  </message>
  <message>
   <source>Tag alle {} flyttede som nye</source>
   <translation>Take all {} moved ones as new</translation>
  </message>
  <message>
   <source>Tag alle {} nye ind</source>
   <translation>Take all {} new ones in</translation>
  </message>
  <message>
   <source>Tag alle {}, der ligner, som nye</source>
   <translation>Take all {} that look alike as new</translation>
  </message>
  <message>
   <source>Tag deres</source>
   <translation>Take theirs</translation>
  </message>
  <message>
   <source>Tag deres i alle {} konflikter</source>
   <translation>Take theirs in all {} conflicts</translation>
  </message>
  <message>
   <source>Tag det fra marken</source>
   <translation>Take what is from the field</translation>
  </message>
  <message>
   <source>Tag ind</source>
   <translation>Take in</translation>
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
   <source>Tag med i marken</source>
   <translation>Take to the field</translation>
  </message>
  <message>
   <source>Tag med i marken …</source>
   <translation>Take to the field …</translation>
  </message>
  <message>
   <source>Tag værdierne fra det nærmeste objekt af samme slags</source>
   <translation>Take the values of the nearest object of the same kind</translation>
  </message>
  <message>
   <source>Tag ændringerne</source>
   <translation>Take the changes</translation>
  </message>
  <message>
   <source>Tag ændringerne i alle {}</source>
   <translation>Take the changes in all {}</translation>
  </message>
  <message>
   <source>Tages hjem på lager</source>
   <translation>Taken back to stock</translation>
  </message>
  <message>
   <source>Tal og fremdrift på et par sider</source>
   <translation>Figures and progress on a page or two</translation>
  </message>
  <message>
   <source>Tal. Kommunens egne fra 100.</source>
   <translation>A number. The municipality's own from 100.</translation>
  </message>
  <message>
   <source>Tallene er uden kontrol.</source>
   <translation>The figures are without a check.</translation>
  </message>
  <message>
   <source>Tallet begynder med en dato og er lige så langt som et CPR-nummer. Det kan også være et sagsnummer, et P-nummer eller en dato med klokkeslæt.</source>
   <translation>The number begins with a date and is as long as a CPR number. It may also be a case number, a P number or a date with a time.</translation>
  </message>
  <message>
   <source>Tegn</source>
   <translation>Draw</translation>
  </message>
  <message>
   <source>Tegn adgangsvejen helt hen til mødestedet, eller vælg en anden rolle.</source>
   <translation>Draw the access route all the way to the meeting place, or choose another role.</translation>
  </message>
  <message>
   <source>Tegn den igen, eller slet den.</source>
   <translation>Draw it again, or delete it.</translation>
  </message>
  <message>
   <source>Tegn den som et punkt, eller tegn hele fladen.</source>
   <translation>Draw it as a point, or draw the whole area.</translation>
  </message>
  <message>
   <source>Tegn det, der mangler. Acceptér det, hvis ruten virkelig er afbrudt, fx af en færge.</source>
   <translation>Draw what is missing. Accept it if the route really is broken, for example by a ferry.</translation>
  </message>
  <message>
   <source>Tegn i</source>
   <translation>Draw in</translation>
  </message>
  <message>
   <source>Tegn objektet igen.</source>
   <translation>Draw the object again.</translation>
  </message>
  <message>
   <source>Tegn objektet på kortet.</source>
   <translation>Draw the object on the map.</translation>
  </message>
  <message>
   <source>Tegn på kortet</source>
   <translation>Draw on the map</translation>
  </message>
  <message>
   <source>Tegn resten af linjen, eller slet den.</source>
   <translation>Draw the rest of the line, or delete it.</translation>
  </message>
  <message>
   <source>Tegn resten af ruten, eller ret Rundtur til nej.</source>
   <translation>Draw the rest of the route, or set Circular route to no.</translation>
  </message>
  <message>
   <source>Tegn rute langs netværket</source>
   <translation>Draw a route along the network</translation>
  </message>
  <message>
   <source>Tegn strækningen igen langs ruten.</source>
   <translation>Draw the stretch again along the route.</translation>
  </message>
  <message>
   <source>Tegn strækningen om i rutens retning.</source>
   <translation>Redraw the stretch in the direction of the route.</translation>
  </message>
  <message>
   <source>Tegn underlaget på det, der mangler.</source>
   <translation>Draw the surface of what is missing.</translation>
  </message>
  <message>
   <source>Tegner: {0}. Esc stopper.</source>
   <translation>Drawing: {0}. Esc stops.</translation>
  </message>
  <message>
   <source>Tegnet efter</source>
   <translation>Drawn from</translation>
  </message>
  <message>
   <source>Tegnet på kortet</source>
   <translation>Drawn on the map</translation>
  </message>
  <message>
   <source>Tegning</source>
   <translation>Drawing</translation>
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
   <source>Tegningen er tom.</source>
   <translation>The drawing is empty.</translation>
  </message>
  <message>
   <source>Tegningen er {}, men {} tegnes anderledes.</source>
   <translation>The drawing is {}, but {} must be drawn in another way.</translation>
  </message>
  <message>
   <source>Tegningen har en del uden punkter (del {del_nr} af {dele}).</source>
   <translation>The drawing has a part without points (part {del_nr} of {dele}).</translation>
  </message>
  <message>
   <source>Tegningen har en koordinat, der ikke er et tal.</source>
   <translation>The drawing has a coordinate that is not a number.</translation>
  </message>
  <message>
   <source>Tegningen har {antal} punkter.</source>
   <translation>The drawing has {antal} points.</translation>
  </message>
  <message>
   <source>Tegningen har {dele} dele.</source>
   <translation>The drawing has {dele} parts.</translation>
  </message>
  <message>
   <source>Tegningen ligger uden for Danmark. Er koordinaterne byttet om?</source>
   <translation>The drawing lies outside Denmark. Are the coordinates swapped?</translation>
  </message>
  <message>
   <source>Tegningen når uden for Danmark ({x}, {y}).</source>
   <translation>The drawing reaches outside Denmark ({x}, {y}).</translation>
  </message>
  <message>
   <source>Tegningen skal være {0} i EPSG:25832 uden højde.</source>
   <translation>The drawing must be {0} in EPSG:25832 without height.</translation>
  </message>
  <message>
   <source>Tegninger langt uden for Danmark, som MapInfo ikke kan gemme: {}.</source>
   <translation>Drawings far outside Denmark that MapInfo cannot store: {}.</translation>
  </message>
  <message>
   <source>Tegnsæt</source>
   <translation>Encoding</translation>
  </message>
  <message>
   <source>Tegnsættet “{}” kendes ikke. Skriv for eksempel utf-8 eller cp1252.</source>
   <translation>The character set “{}” is not known. Write for instance utf-8 or cp1252.</translation>
  </message>
  <message>
   <source>Tekst</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Tekst på bagsiden</source>
   <translation>Text on the back</translation>
  </message>
  <message>
   <source>Teksten ser sjusket ud på skilte og i udskrifter.</source>
   <translation>The text looks careless on signs and in prints.</translation>
  </message>
  <message>
   <source>Teksterne er kommunens egne og på dansk. De gælder fra næste udgivelse.</source>
   <translation>The texts are the municipality's own and in Danish. They apply from the next publication.</translation>
  </message>
  <message>
   <source>Tekstfil med det, der skal findes: en linje til hvert</source>
   <translation>Text file with what is to be found: a line for each</translation>
  </message>
  <message>
   <source>Tekstfilen {} kan ikke læses. Vælg en anden.</source>
   <translation>The text file {} cannot be read. Choose another.</translation>
  </message>
  <message>
   <source>Telefon</source>
   <translation>Telephone</translation>
  </message>
  <message>
   <source>Telefon 54 73 10 00 · kommunen@eksempel.dk</source>
   <translation>Telephone 54 73 10 00 · kommunen@eksempel.dk</translation>
  </message>
  <message>
   <source>Telefon er ikke udfyldt på et aktivt mødested.</source>
   <translation>Telephone is not filled in on an active meeting place.</translation>
  </message>
  <message>
   <source>Telefon ligner ikke et dansk telefonnummer.</source>
   <translation>Telephone does not look like a Danish telephone number.</translation>
  </message>
  <message>
   <source>Teleslynge</source>
   <translation>Hearing loop</translation>
  </message>
  <message>
   <source>Test forbindelse</source>
   <translation>Test connection</translation>
  </message>
  <message>
   <source>Testen blev afbrudt.</source>
   <translation>The test was stopped.</translation>
  </message>
  <message>
   <source>Testen gik ikke: {}</source>
   <translation>The test failed: {}</translation>
  </message>
  <message>
   <source>Tester forbindelsen</source>
   <translation>Testing the connection</translation>
  </message>
  <message>
   <source>Tester …</source>
   <translation>Testing …</translation>
  </message>
  <message>
   <source>Tid</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Tidspunkt</source>
   <translation>Time of day</translation>
  </message>
  <message>
   <source>Tidspunkt skrives som 14:00-16:00.</source>
   <translation>Time of day is written as 14:00-16:00.</translation>
  </message>
  <message>
   <source>Tidspunktet “{}” kan ikke læses. Ret det i kalenderen.</source>
   <translation>The time “{}” cannot be read. Correct it in the calendar.</translation>
  </message>
  <message>
   <source>Til</source>
   <translation>To</translation>
  </message>
  <message>
   <source>Til (m)</source>
   <translation>To (m)</translation>
  </message>
  <message>
   <source>Til (m) må ikke være mindre end Fra (m).</source>
   <translation>To (m) must not be less than From (m).</translation>
  </message>
  <message>
   <source>Til (m) må ikke være negativ.</source>
   <translation>To (m) must not be negative.</translation>
  </message>
  <message>
   <source>Til drift og vedligehold.</source>
   <translation>For operation and maintenance.</translation>
  </message>
  <message>
   <source>Til markører og mødestedskit</source>
   <translation>For markers and meeting place kits</translation>
  </message>
  <message>
   <source>Til må ikke ligge før Fra.</source>
   <translation>To must not be before From.</translation>
  </message>
  <message>
   <source>Til og med må ikke ligge før Lukket fra.</source>
   <translation>The last day must not be before Closed from.</translation>
  </message>
  <message>
   <source>Til {0} m: {1} m.</source>
   <translation>To {0} m: {1} m.</translation>
  </message>
  <message>
   <source>Tilbage</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Tilføj billedet</source>
   <translation>Add the picture</translation>
  </message>
  <message>
   <source>Tilføjede</source>
   <translation>Added</translation>
  </message>
  <message>
   <source>Tilføjet</source>
   <translation>Added</translation>
  </message>
  <message>
   <source>Tilgængelighed med ord</source>
   <translation>Accessibility in words</translation>
  </message>
  <message>
   <source>Tilgængelighed, samlet</source>
   <translation>Accessibility, overall</translation>
  </message>
  <message>
   <source>Tilgængelighed, samlet siger egnet, men Tilgængelighed med ord er ikke udfyldt.</source>
   <translation>Accessibility, overall says suitable, but Accessibility in words is not filled in.</translation>
  </message>
  <message>
   <source>Tilgængelighed, skema</source>
   <translation>Accessibility, questionnaire</translation>
  </message>
  <message>
   <source>Tilknyt</source>
   <translation>Link</translation>
  </message>
  <message>
   <source>Tilknyt alle foreslåede</source>
   <translation>Link all suggested</translation>
  </message>
  <message>
   <source>Tilknyt huset, bænken eller ruten på fanen Steder.</source>
   <translation>Link the house, the bench or the route on the tab Places.</translation>
  </message>
  <message>
   <source>Tilknyt steder til et mødested</source>
   <translation>Link places to a meeting place</translation>
  </message>
  <message>
   <source>Tilknyt {0}</source>
   <translation>Link {0}</translation>
  </message>
  <message>
   <source>Tilknyt {0} som adgangsvej</source>
   <translation>Link {0} as a way to get there</translation>
  </message>
  <message>
   <source>Tilknytningen vises ikke for borgeren.</source>
   <translation>The link is not shown to the citizen.</translation>
  </message>
  <message>
   <source>Tilknytninger</source>
   <translation>Links</translation>
  </message>
  <message>
   <source>Tilknytnings-id</source>
   <translation>Link id</translation>
  </message>
  <message>
   <source>Tilknyttet</source>
   <translation>Linked</translation>
  </message>
  <message>
   <source>Tilknyttet bygning eller område</source>
   <translation>Linked building or area</translation>
  </message>
  <message>
   <source>Tilknyttet facilitet</source>
   <translation>Linked facility</translation>
  </message>
  <message>
   <source>Tilknyttet rute</source>
   <translation>Linked route</translation>
  </message>
  <message>
   <source>Tilmelding</source>
   <translation>Sign-up</translation>
  </message>
  <message>
   <source>Tilpas til udsnittet</source>
   <translation>Fit to the extent</translation>
  </message>
  <message>
   <source>Tilpas …</source>
   <translation>Adjust …</translation>
  </message>
  <message>
   <source>Tilstand</source>
   <translation>Condition</translation>
  </message>
  <message>
   <source>Tilstand er Defekt.</source>
   <translation>Condition is Broken.</translation>
  </message>
  <message>
   <source>Tilstand er Farlig, spærres, men stedet vises som åbent.</source>
   <translation>Condition is Dangerous, to be closed off, but the place is shown as open.</translation>
  </message>
  <message>
   <source>Tirsdag</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <source>Titel</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>Tjeneste</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Tjenesten</source>
   <translation>The service</translation>
  </message>
  <message>
   <source>Tjenesten bliver ved med at give nye sider. Hent laget som fil i stedet.</source>
   <translation>The service keeps giving new pages. Fetch the layer as a file instead.</translation>
  </message>
  <message>
   <source>Tjenesten er ikke udgivet af Mødested: den har intet versionsstempel.</source>
   <translation>The service was not published by Mødested: it has no version stamp.</translation>
  </message>
  <message>
   <source>Tjenesten giver den samme side igen og igen. Hent laget som fil i stedet.</source>
   <translation>The service gives the same page again and again. Fetch the layer as a file instead.</translation>
  </message>
  <message>
   <source>Tjenesten kan ikke nås herfra: {} Den nye version er lagt ud; se efter i en browser, eller gå tilbage.</source>
   <translation>The service cannot be reached from here: {} The new version is out; look in a browser, or go back.</translation>
  </message>
  <message>
   <source>Tjenesten kan ikke skrives i {mappe}. Vælg en mappe, du må skrive i.</source>
   <translation>The service cannot be written in {mappe}. Choose a folder that you may write in.</translation>
  </message>
  <message>
   <source>Tjenesten siger nej: {}</source>
   <translation>The service says no: {}</translation>
  </message>
  <message>
   <source>Tjenesten siger, at der er {}, men gav kun {}. Prøv igen.</source>
   <translation>The service says that there are {}, but gave only {}. Try again.</translation>
  </message>
  <message>
   <source>Tjenesten siger, at der er {}, men gav {}.</source>
   <translation>The service says that there are {}, but gave {}.</translation>
  </message>
  <message>
   <source>Tjenesten svarede forkert, og den forrige version kunne ikke vises igen, så {0} er stadig ude: {1} {2}</source>
   <translation>The service answered wrongly, and the earlier version could not be shown again, so {0} is still out: {1} {2}</translation>
  </message>
  <message>
   <source>Tjenesten svarede forkert, så den forrige version vises igen: {}</source>
   <translation>The service answered wrongly, so the previous version is shown again: {}</translation>
  </message>
  <message>
   <source>Tjenesten svarede forkert, så den nye version er taget ned igen: {}</source>
   <translation>The service answered wrongly, so the new version has been taken down again: {}</translation>
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
   <source>Tjenesten svarer. Serveren siger ikke, hvilken version den er.</source>
   <translation>The service answers. The server does not say which version it is.</translation>
  </message>
  <message>
   <source>Tjenesten svarer: MapServer {}.</source>
   <translation>The service answers: MapServer {}.</translation>
  </message>
  <message>
   <source>Tjenesten svarer: QGIS Server {}.</source>
   <translation>The service answers: QGIS Server {}.</translation>
  </message>
  <message>
   <source>Tjenesten svarer: QGIS Server. Den siger ikke, hvilken version den er.</source>
   <translation>The service answers: QGIS Server. It does not say which version it is.</translation>
  </message>
  <message>
   <source>Tjenesten viser udgivelsen {}.</source>
   <translation>The service shows the publication {}.</translation>
  </message>
  <message>
   <source>Tjenesten viser {}, men mappen {}. Læser serveren en anden mappe, eller mangler den QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic?</source>
   <translation>The service shows {}, but the folder {}. Does the server read another folder, or does it lack QGIS_SERVER_PROJECT_CACHE_STRATEGY=periodic?</translation>
  </message>
  <message>
   <source>Tjenestens adresse</source>
   <translation>Address of the service</translation>
  </message>
  <message>
   <source>Tjenestens navn må kun have små bogstaver a-z, tal og _, og skal begynde med et bogstav.</source>
   <translation>The name of the service may only have small letters a-z, digits and _, and must begin with a letter.</translation>
  </message>
  <message>
   <source>Tjenestens offentlige adresse</source>
   <translation>The service's public address</translation>
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
   <source>To dele af fladen ligger oven i hinanden her.</source>
   <translation>Two parts of the area lie on top of each other here.</translation>
  </message>
  <message>
   <source>To faciliteter af samme type er den samme inden for</source>
   <translation>Two facilities of the same type are one and the same within</translation>
  </message>
  <message>
   <source>To faciliteter med samme type og navn er nok den samme inden for</source>
   <translation>Two facilities with the same type and name are probably the same within</translation>
  </message>
  <message>
   <source>To har rettet det samme</source>
   <translation>Two people edited the same</translation>
  </message>
  <message>
   <source>To mål hedder {}. Giv det ene et andet navn.</source>
   <translation>Two targets are called {}. Give one of them another name.</translation>
  </message>
  <message>
   <source>To mødesteder med næsten samme navn er nok det samme inden for</source>
   <translation>Two meeting places with nearly the same name are probably the same within</translation>
  </message>
  <message>
   <source>To punkter på en linje er det samme, når de ligger så tæt</source>
   <translation>Two points on a line are the same when they lie as close as</translation>
  </message>
  <message>
   <source>To ruter eller flader er tegnet ens, når de højst ligger så langt fra hinanden</source>
   <translation>Two routes or areas are drawn alike when they lie at most this far apart</translation>
  </message>
  <message>
   <source>To strækninger ligger oven i hinanden på {meter} m.</source>
   <translation>Two stretches lie on top of each other for {meter} m.</translation>
  </message>
  <message>
   <source>Toilet</source>
   <translation>Toilet</translation>
  </message>
  <message>
   <source>Tom = mødestedets.</source>
   <translation>Empty = the meeting place's.</translation>
  </message>
  <message>
   <source>Tom = mødestedets. Fx bus eller pop-up.</source>
   <translation>Empty = the meeting place's. E.g. a bus or a pop-up.</translation>
  </message>
  <message>
   <source>Tom = typens navn vises.</source>
   <translation>Empty = the name of the type is shown.</translation>
  </message>
  <message>
   <source>Tom = ukendt.</source>
   <translation>Empty = unknown.</translation>
  </message>
  <message>
   <source>Tom, når det danske navn bruges.</source>
   <translation>Empty when the Danish name is used.</translation>
  </message>
  <message>
   <source>Tom, når det er uvist.</source>
   <translation>Empty when it is not known.</translation>
  </message>
  <message>
   <source>Tom, når udstyret er på lager.</source>
   <translation>Empty when the equipment is in stock.</translation>
  </message>
  <message>
   <source>Tom: indtil videre.</source>
   <translation>Empty: until further notice.</translation>
  </message>
  <message>
   <source>Tomme fraser (skriv evt. = og et forslag)</source>
   <translation>Empty phrases (you may write = and a suggestion)</translation>
  </message>
  <message>
   <source>Torsdag</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <source>Trappe</source>
   <translation>Steps</translation>
  </message>
  <message>
   <source>Trappe, låge, bom …</source>
   <translation>Steps, gate, barrier …</translation>
  </message>
  <message>
   <source>Tredje</source>
   <translation>Third</translation>
  </message>
  <message>
   <source>Trin, hældning, toilet, afstand, lyd, lys.</source>
   <translation>Steps, slope, toilet, distance, sound, light.</translation>
  </message>
  <message>
   <source>Tryk Lav plan for at se, hvad en udgivelse vil ændre.</source>
   <translation>Press Make plan to see what publishing will change.</translation>
  </message>
  <message>
   <source>Tryk Ret, så fjernes koderne og ikke ordene.</source>
   <translation>Press Fix: the codes are removed, not the words.</translation>
  </message>
  <message>
   <source>Tryk Ret, så fjernes sporingen. Siden er den samme.</source>
   <translation>Press Fix: the tracking is removed. The page is the same.</translation>
  </message>
  <message>
   <source>Tryk Ret, så ryddes der op.</source>
   <translation>Press Fix, and it is tidied up.</translation>
  </message>
  <message>
   <source>Tryk Ret. Er der mange, så hent filen igen med det rigtige tegnsæt.</source>
   <translation>Press Fix. If there are many, fetch the file again in the right character set.</translation>
  </message>
  <message>
   <source>Tryk Tegn på kortet, og tegn det udsnit, der skal med.</source>
   <translation>Press Draw on the map, and draw the extent to include.</translation>
  </message>
  <message>
   <source>Trykt på skiltet.</source>
   <translation>Printed on the sign.</translation>
  </message>
  <message>
   <source>Træ eller gangbro</source>
   <translation>Wood or boardwalk</translation>
  </message>
  <message>
   <source>Træk enden hen til den anden rute med fangst slået til.</source>
   <translation>Drag the end to the other route with snapping switched on.</translation>
  </message>
  <message>
   <source>Træk i rute</source>
   <translation>Drag route</translation>
  </message>
  <message>
   <source>Træk i ruten</source>
   <translation>Drag the route</translation>
  </message>
  <message>
   <source>Træk i ruten eller i et af dens punkter. Et klik på kortet begynder en ny rute.</source>
   <translation>Drag the route or one of its points. A click on the map begins a new route.</translation>
  </message>
  <message>
   <source>Træk i ruten for at flytte den. Klik for at begynde en ny. Højreklik på en rute giver flere valg.</source>
   <translation>Drag the route to move it. Click to begin a new one. Right-click a route for more.</translation>
  </message>
  <message>
   <source>Turister</source>
   <translation>Tourists</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Type i GeoFA</source>
   <translation>Type in GeoFA</translation>
  </message>
  <message>
   <source>Typen kan kun tegnes som {0}. Vælg en anden type, eller tegn i et andet lag.</source>
   <translation>The type can only be drawn as {0}. Choose another type, or draw in another layer.</translation>
  </message>
  <message>
   <source>Typen {0} hører ikke til i laget {1}.</source>
   <translation>The type {0} does not belong in the layer {1}.</translation>
  </message>
  <message>
   <source>Tysk</source>
   <translation>German</translation>
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
   <source>Tæller værdier</source>
   <translation>Counting values</translation>
  </message>
  <message>
   <source>Tæller værdierne i {} …</source>
   <translation>Counting the values of {} …</translation>
  </message>
  <message>
   <source>Tælles op ved hver ændring, så to, der retter samtidig, opdager det.</source>
   <translation>Goes up with every change, so that two people editing at once notice it.</translation>
  </message>
  <message>
   <source>Tøm feltet, eller indhent samtykke, og ret Personer på billedet under Fotos.</source>
   <translation>Empty the field, or get consent and correct People in the photo under Photos.</translation>
  </message>
  <message>
   <source>Ude nu</source>
   <translation>Out now</translation>
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
   <source>Udeladt: {}</source>
   <translation>Left out: {}</translation>
  </message>
  <message>
   <source>Uden adresse kan der ikke laves skilte, og ark kommer uden QR-kode. {0} bliver til mødestedets id.</source>
   <translation>Without an address no signs can be made, and sheets come without a QR code. {0} becomes the id of the meeting place.</translation>
  </message>
  <message>
   <source>Uden en begyndelse vises lukningen ikke på kortet.</source>
   <translation>Without a beginning the closing is not shown on the map.</translation>
  </message>
  <message>
   <source>Uden en dato kan ingen se, om oplysningerne stadig passer.</source>
   <translation>Without a date nobody can see whether the information still holds.</translation>
  </message>
  <message>
   <source>Uden feltet kan rækken hverken vises, søges frem eller sendes videre.</source>
   <translation>Without the field the row can neither be shown, searched for nor passed on.</translation>
  </message>
  <message>
   <source>Uden for kommunen</source>
   <translation>Outside the municipality</translation>
  </message>
  <message>
   <source>Uden for kommunen og udeladt: {}. Grænsen er firkanten om kommunens byer.</source>
   <translation>Outside the municipality and left out: {}. The limit is the box around the municipality's towns.</translation>
  </message>
  <message>
   <source>Uden kilde</source>
   <translation>Without a source</translation>
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
   <source>Uden sted på kortet: {} ({}). De kommer ind; sæt dem på kortet bagefter.</source>
   <translation>Not placed on the map: {} ({}). They come in; place them on the map afterwards.</translation>
  </message>
  <message>
   <source>Uden sted: hverken punkt eller adresse. Sæt den på kortet.</source>
   <translation>Not placed: neither point nor address. Place it on the map.</translation>
  </message>
  <message>
   <source>Uden sted: sæt den på kortet. Adressen er “{}”.</source>
   <translation>Not placed: place it on the map. The address is “{}”.</translation>
  </message>
  <message>
   <source>Uden tilknytning kan borgeren ikke se, hvilke bænke, toiletter og ruter der hører til.</source>
   <translation>Without a link the citizen cannot see which benches, toilets and routes belong to it.</translation>
  </message>
  <message>
   <source>Udflugt</source>
   <translation>Outing</translation>
  </message>
  <message>
   <source>Udfyld Midlertidigt lukket fra og Årsag til lukning, eller sæt Status til Ikke gældende.</source>
   <translation>Fill in Temporarily closed from and Reason for closing, or set Status to Ikke gældende (not in force).</translation>
  </message>
  <message>
   <source>Udfyld Midlertidigt lukket fra.</source>
   <translation>Fill in Temporarily closed from.</translation>
  </message>
  <message>
   <source>Udfyld begge, eller lad begge stå tomme.</source>
   <translation>Fill in both, or leave both empty.</translation>
  </message>
  <message>
   <source>Udfyld både Sæson fra og Sæson til.</source>
   <translation>Fill in both Season from and Season to.</translation>
  </message>
  <message>
   <source>Udfyld det, der mangler i formularen, eller tryk Annullér.</source>
   <translation>Fill in what is missing in the form, or press Cancel.</translation>
  </message>
  <message>
   <source>Udfyld formularen</source>
   <translation>Fill in the form</translation>
  </message>
  <message>
   <source>Udfyld med standardværdien</source>
   <translation>Fill in the default value</translation>
  </message>
  <message>
   <source>Udfyld mindst ét af felterne Telefon, Mail og Hjemmeside.</source>
   <translation>Fill in at least one of the fields Telephone, Email and Website.</translation>
  </message>
  <message>
   <source>Udfyld {0}.</source>
   <translation>Fill in {0}.</translation>
  </message>
  <message>
   <source>Udfyld {0}. Indtil da bliver rækken ikke udgivet.</source>
   <translation>Fill in {0}. Until then the row is not published.</translation>
  </message>
  <message>
   <source>Udfyld Åbningstid, eller opret en aktivitet.</source>
   <translation>Fill in Opening hours, or make an activity.</translation>
  </message>
  <message>
   <source>Udfyld ét af de tre felter, og lad de to andre stå tomme.</source>
   <translation>Fill in one of the three fields and leave the other two empty.</translation>
  </message>
  <message>
   <source>Udfyldes af sig selv.</source>
   <translation>Filled by itself.</translation>
  </message>
  <message>
   <source>Udfyldes i formularen for typen.</source>
   <translation>Filled in by the form of the type.</translation>
  </message>
  <message>
   <source>Udfyldes, når formålet er opfyldt.</source>
   <translation>Filled in when the purpose is fulfilled.</translation>
  </message>
  <message>
   <source>Udfyldningen bliver forkert, og GeoFA tager det ikke.</source>
   <translation>The fill goes wrong, and GeoFA does not take it.</translation>
  </message>
  <message>
   <source>Udgave</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Udgiv</source>
   <translation>Publish</translation>
  </message>
  <message>
   <source>Udgiv til WMS og WFS</source>
   <translation>Publish to WMS and WFS</translation>
  </message>
  <message>
   <source>Udgiv …</source>
   <translation>Publish …</translation>
  </message>
  <message>
   <source>Udgivelsen</source>
   <translation>Publishing</translation>
  </message>
  <message>
   <source>Udgivelsen blev afbrudt. Intet er ændret.</source>
   <translation>The publication was cancelled. Nothing has changed.</translation>
  </message>
  <message>
   <source>Udgivelsen er i brug og kunne ikke slettes. Prøv igen om lidt.</source>
   <translation>The version is in use and could not be deleted. Try again in a while.</translation>
  </message>
  <message>
   <source>Udgivelsen skrives i historikken.</source>
   <translation>The publication is written in the history.</translation>
  </message>
  <message>
   <source>Udgivelsen {} er beskadiget. Vælg en anden.</source>
   <translation>Publication {} is damaged. Choose another.</translation>
  </message>
  <message>
   <source>Udgivelsen {} er den, der vises nu.</source>
   <translation>Publication {} is the one shown now.</translation>
  </message>
  <message>
   <source>Udgivelsen {} findes ikke længere. De fem seneste bliver gemt.</source>
   <translation>Publication {} no longer exists. The five latest are kept.</translation>
  </message>
  <message>
   <source>Udgivelser</source>
   <translation>Publications</translation>
  </message>
  <message>
   <source>Udgivelser, den nyeste først</source>
   <translation>Publications, the newest first</translation>
  </message>
  <message>
   <source>Udgivelses-id</source>
   <translation>Publication id</translation>
  </message>
  <message>
   <source>Udgiver til {}.</source>
   <translation>Publishing to {}.</translation>
  </message>
  <message>
   <source>Udgivet</source>
   <translation>Published</translation>
  </message>
  <message>
   <source>Udgivet for {} dage siden.</source>
   <translation>Published {} days ago.</translation>
  </message>
  <message>
   <source>Udgivet i dag.</source>
   <translation>Published today.</translation>
  </message>
  <message>
   <source>Udgivet i går.</source>
   <translation>Published yesterday.</translation>
  </message>
  <message>
   <source>Udgivet til {0}: {1} tilføjet, {2} ændret, {3} fjernet.</source>
   <translation>Published to {0}: {1} added, {2} changed, {3} removed.</translation>
  </message>
  <message>
   <source>Udgivet til {}.</source>
   <translation>Published to {}.</translation>
  </message>
  <message>
   <source>Udgivne aktiviteter, der er overstået: {}. Udgiv igen.</source>
   <translation>Published activities that are over: {}. Publish again.</translation>
  </message>
  <message>
   <source>Udinaturen eller Naturstyrelsen</source>
   <translation>Udinaturen or Naturstyrelsen</translation>
  </message>
  <message>
   <source>Udskrift</source>
   <translation>Printing</translation>
  </message>
  <message>
   <source>Udskriften</source>
   <translation>The print</translation>
  </message>
  <message>
   <source>Udskriv</source>
   <translation>Print</translation>
  </message>
  <message>
   <source>Udskriv ark, skilte og plakater</source>
   <translation>Print sheets, signs and posters</translation>
  </message>
  <message>
   <source>Udskriv …</source>
   <translation>Print …</translation>
  </message>
  <message>
   <source>Udskriver {} …</source>
   <translation>Printing {} …</translation>
  </message>
  <message>
   <source>Udsnit</source>
   <translation>Extent</translation>
  </message>
  <message>
   <source>Udsnit, til kort over et område</source>
   <translation>Extent, for maps of an area</translation>
  </message>
  <message>
   <source>Udstrækning</source>
   <translation>Extent</translation>
  </message>
  <message>
   <source>Udstyrs-id</source>
   <translation>Equipment id</translation>
  </message>
  <message>
   <source>Udtrykket kan ikke læses. Tryk på ε, og ret det.</source>
   <translation>The expression cannot be read. Press ε, and change it.</translation>
  </message>
  <message>
   <source>Uformelt netværk</source>
   <translation>Informal network</translation>
  </message>
  <message>
   <source>Uge i måneden</source>
   <translation>Week of the month</translation>
  </message>
  <message>
   <source>Ugedage</source>
   <translation>Days of the week</translation>
  </message>
  <message>
   <source>Ugemte rettelser i {} kommer ikke med. Gem dem først.</source>
   <translation>Unsaved edits in {} are not included. Save them first.</translation>
  </message>
  <message>
   <source>Ugentlig</source>
   <translation>Weekly</translation>
  </message>
  <message>
   <source>Ukendt</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Ukendt: tag underlaget af</source>
   <translation>Unknown: take the surface off</translation>
  </message>
  <message>
   <source>Ukendte felter er sendt uændret: {felter}.</source>
   <translation>Unknown fields were sent unchanged: {felter}.</translation>
  </message>
  <message>
   <source>Under etablering</source>
   <translation>Being set up</translation>
  </message>
  <message>
   <source>Underlag</source>
   <translation>Surface</translation>
  </message>
  <message>
   <source>Underlag følger ruten</source>
   <translation>Surfaces follow the route</translation>
  </message>
  <message>
   <source>Underlag på ruter</source>
   <translation>Surfaces of routes</translation>
  </message>
  <message>
   <source>Underlaget er kun beskrevet på {pct} % af ruten.</source>
   <translation>The surface is described on only {pct} % of the route.</translation>
  </message>
  <message>
   <source>Underlaget kunne ikke skrives. Se efter, om laget kan rettes.</source>
   <translation>The surface could not be written. See whether the layer can be edited.</translation>
  </message>
  <message>
   <source>Underlaget siges at være der, hvor der ingen rute er.</source>
   <translation>The surface is said to be where there is no route.</translation>
  </message>
  <message>
   <source>Underlaget skal være beskrevet på mindst</source>
   <translation>The surface must be described on at least</translation>
  </message>
  <message>
   <source>Underlaget ved og omkring faciliteten.</source>
   <translation>The surface at and around the facility.</translation>
  </message>
  <message>
   <source>Underlaget vises ved siden af ruten. Det sker, når ruten er rettet og strækningen ikke.</source>
   <translation>The surface is shown beside the route. That happens when the route was corrected and the stretch was not.</translation>
  </message>
  <message>
   <source>Undersøg</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Undertitel</source>
   <translation>Subtitle</translation>
  </message>
  <message>
   <source>Undtagelses-id</source>
   <translation>Exception id</translation>
  </message>
  <message>
   <source>Unge</source>
   <translation>Young people</translation>
  </message>
  <message>
   <source>Unge voksne</source>
   <translation>Young adults</translation>
  </message>
  <message>
   <source>Uændrede</source>
   <translation>Unchanged</translation>
  </message>
  <message>
   <source>V: den anden vej.</source>
   <translation>V: the other way.</translation>
  </message>
  <message>
   <source>Valgt af dig.</source>
   <translation>Chosen by you.</translation>
  </message>
  <message>
   <source>Valgt, fordi filen er en kalender.</source>
   <translation>Chosen because the file is a calendar.</translation>
  </message>
  <message>
   <source>Valgt, fordi kolonnerne {} er der.</source>
   <translation>Chosen because the columns {} are there.</translation>
  </message>
  <message>
   <source>Valgt, fordi laget hedder {} og har kolonnerne {}.</source>
   <translation>Chosen because the layer is called {} and has the columns {}.</translation>
  </message>
  <message>
   <source>Valgt, fordi laget hedder {}.</source>
   <translation>Chosen because the layer is called {}.</translation>
  </message>
  <message>
   <source>Valgt.</source>
   <translation>Chosen.</translation>
  </message>
  <message>
   <source>Vandhane</source>
   <translation>Tap</translation>
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
   <source>Varigheden “{}” kan ikke læses. Ret den i kalenderen.</source>
   <translation>The duration “{}” cannot be read. Correct it in the calendar.</translation>
  </message>
  <message>
   <source>Vedligeholdes af</source>
   <translation>Maintained by</translation>
  </message>
  <message>
   <source>Vejkrydsning</source>
   <translation>Road crossing</translation>
  </message>
  <message>
   <source>Vend retningen</source>
   <translation>Reverse the direction</translation>
  </message>
  <message>
   <source>Vend rute</source>
   <translation>Reverse route</translation>
  </message>
  <message>
   <source>Vent højst</source>
   <translation>Wait at most</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Version. Tom: den, der var ude før</source>
   <translation>Version. Empty: the one before</translation>
  </message>
  <message>
   <source>Versionen er lagt ud, men der er ikke ryddet op. Det bliver der ved næste udgivelse. {}</source>
   <translation>The version is out, but nothing has been tidied up. It will be at the next publication. {}</translation>
  </message>
  <message>
   <source>Versionen er lagt ud, men det kunne ikke skrives ned i mødestederne. {}</source>
   <translation>The version is out, but this could not be written down with the meeting places. {}</translation>
  </message>
  <message>
   <source>Versionen er lagt ud, men ikke alt fulgte med. Det gør det ved næste udgivelse. {}</source>
   <translation>The version is out, but not everything followed. It will at the next publication. {}</translation>
  </message>
  <message>
   <source>Versionen er lagt ud, men kom ikke i målets historik. Det gør den ved næste udgivelse. {}</source>
   <translation>The version is out, but did not get into the target's history. It will at the next publication. {}</translation>
  </message>
  <message>
   <source>Viden i spil</source>
   <translation>Knowledge in play</translation>
  </message>
  <message>
   <source>Vigtig for dem, der ikke er på nettet.</source>
   <translation>Important to those who are not online.</translation>
  </message>
  <message>
   <source>Vil du kassere dine ændringer af profilen?</source>
   <translation>Do you want to discard your changes to the profile?</translation>
  </message>
  <message>
   <source>Vilkår for brug</source>
   <translation>Terms of use</translation>
  </message>
  <message>
   <source>Virksomhed</source>
   <translation>Company</translation>
  </message>
  <message>
   <source>Vis</source>
   <translation>Show</translation>
  </message>
  <message>
   <source>Vis alle</source>
   <translation>Show all</translation>
  </message>
  <message>
   <source>Vis alle {} bemærkninger</source>
   <translation>Show all {} remarks</translation>
  </message>
  <message>
   <source>Vis bemærkninger</source>
   <translation>Show remarks</translation>
  </message>
  <message>
   <source>Vis dem</source>
   <translation>Show them</translation>
  </message>
  <message>
   <source>Vis eller skjul listen</source>
   <translation>Show or hide the list</translation>
  </message>
  <message>
   <source>Vis fund</source>
   <translation>Show findings</translation>
  </message>
  <message>
   <source>Vis hele historikken</source>
   <translation>Show all history</translation>
  </message>
  <message>
   <source>Vis historik</source>
   <translation>Show history</translation>
  </message>
  <message>
   <source>Vis hvilke</source>
   <translation>Show which</translation>
  </message>
  <message>
   <source>Vis også de accepterede</source>
   <translation>Show the accepted ones too</translation>
  </message>
  <message>
   <source>Vis på kortet</source>
   <translation>Show on the map</translation>
  </message>
  <message>
   <source>Viser en tidligere udgivelse på kommunens korttjeneste igen.</source>
   <translation>Shows an earlier publication on the municipality's map service again.</translation>
  </message>
  <message>
   <source>Viser kun: {0}</source>
   <translation>Shows only: {0}</translation>
  </message>
  <message>
   <source>Viser som WMS, hvad der er udgivet nu. Lav en plan for at se det nye.</source>
   <translation>Shows as WMS what is published now. Make a plan to see what is new.</translation>
  </message>
  <message>
   <source>Viser som WMS, hvordan kortet bliver, når planen er udgivet. Intet lægges ud.</source>
   <translation>Shows as WMS what the map will be when the plan is published. Nothing goes out.</translation>
  </message>
  <message>
   <source>Viser tilgængelighed</source>
   <translation>Shows accessibility</translation>
  </message>
  <message>
   <source>Viser, hvor en persons oplysninger står, og fjerner dem, når du siger til.</source>
   <translation>Shows where a person's data stand, and removes them when you say so.</translation>
  </message>
  <message>
   <source>Vises for borgerne.</source>
   <translation>Shown to the public.</translation>
  </message>
  <message>
   <source>Vises for engelsksprogede gæster.</source>
   <translation>Shown to English-speaking visitors.</translation>
  </message>
  <message>
   <source>Vises for tysksprogede gæster.</source>
   <translation>Shown to German-speaking visitors.</translation>
  </message>
  <message>
   <source>Vises først</source>
   <translation>Shown first</translation>
  </message>
  <message>
   <source>Vises i historikken ved det, du retter. Tom: dit navn på computeren.</source>
   <translation>Shown in the history with what you change. Empty: your name on the computer.</translation>
  </message>
  <message>
   <source>Vises i kortets boble.</source>
   <translation>Shown in the pop-up on the map.</translation>
  </message>
  <message>
   <source>Vises på kortet med dato.</source>
   <translation>Shown on the map with its date.</translation>
  </message>
  <message>
   <source>Vises som</source>
   <translation>Shown as</translation>
  </message>
  <message>
   <source>Visningerne i skemaet {} til andre servere fulgte ikke med. De gør det ved næste udgivelse: {}</source>
   <translation>The views in the schema {} for other servers did not follow. They will at the next publication: {}</translation>
  </message>
  <message>
   <source>Visningerne i skemaet {} til andre servere viser {}. De følger med ved næste udgivelse.</source>
   <translation>The views in the schema {} for other servers show {}. They follow with the next publication.</translation>
  </message>
  <message>
   <source>Vores</source>
   <translation>Ours</translation>
  </message>
  <message>
   <source>Vores id</source>
   <translation>Our id</translation>
  </message>
  <message>
   <source>Vores tabel</source>
   <translation>Our table</translation>
  </message>
  <message>
   <source>Vælg 2, 3 eller 4.</source>
   <translation>Choose 2, 3 or 4.</translation>
  </message>
  <message>
   <source>Vælg Rute eller Adgangsvej for en rute, og Facilitet for en facilitet.</source>
   <translation>Choose Route or Access route for a route, and Facility for a facility.</translation>
  </message>
  <message>
   <source>Vælg den dag, det lukker.</source>
   <translation>Choose the day it closes.</translation>
  </message>
  <message>
   <source>Vælg den mappe, filen skal ligge i.</source>
   <translation>Choose the folder that the file shall lie in.</translation>
  </message>
  <message>
   <source>Vælg den mappe, kopien skal ligge i.</source>
   <translation>Choose the folder that the copy shall lie in.</translation>
  </message>
  <message>
   <source>Vælg en anden fra listen.</source>
   <translation>Choose another from the list.</translation>
  </message>
  <message>
   <source>Vælg en anden i Ansvarlig, eller sæt I brug på organisationen.</source>
   <translation>Choose another in Responsible, or set In use on the organisation.</translation>
  </message>
  <message>
   <source>Vælg en fil</source>
   <translation>Choose a file</translation>
  </message>
  <message>
   <source>Vælg en fil, træk den herind, eller indsæt adressen på en WFS. Intet bliver ændret, før du har set forskellene.</source>
   <translation>Choose a file, drag it here, or paste the address of a WFS. Nothing is changed before you have seen the differences.</translation>
  </message>
  <message>
   <source>Vælg en fil.</source>
   <translation>Choose a file.</translation>
  </message>
  <message>
   <source>Vælg en kode, der er i brug.</source>
   <translation>Choose a code that is in use.</translation>
  </message>
  <message>
   <source>Vælg en mappe</source>
   <translation>Choose a folder</translation>
  </message>
  <message>
   <source>Vælg en skabelon og et papir. Kun det, der er synligt for alle, udskrives; kortbilaget viser projektet, som det er.

Filteret er et QGIS-udtryk på mødesteder, ruter eller aktiviteter, fx "by" = 'Gedser'. Tomt: dem alle.

Kan en side ikke laves, nævnes den, og de andre laves.</source>
   <translation>Choose a template and a paper. Only what is visible to everybody is printed; the map enclosure shows the project as it is.

The filter is a QGIS expression on meeting places, routes or activities, e.g. "by" = 'Gedser'. Empty: all of them.

If a page cannot be made, it is named, and the others are made.</translation>
  </message>
  <message>
   <source>Vælg en, der findes, eller slet rækken.</source>
   <translation>Choose one that is there, or delete the row.</translation>
  </message>
  <message>
   <source>Vælg et felt til venstre for at se kildens værdier.</source>
   <translation>Choose a field on the left to see the values of the source.</translation>
  </message>
  <message>
   <source>Vælg et fund for at se, hvad der er galt, og hvad du kan gøre.</source>
   <translation>Choose a finding to see what is wrong and what you can do.</translation>
  </message>
  <message>
   <source>Vælg for hvert felt, hvad der skal stå. Det, der ikke bliver valgt, kan hentes i historikken.</source>
   <translation>Choose for each field what it shall say. What is not chosen can be fetched from the history.</translation>
  </message>
  <message>
   <source>Vælg først et eller flere mødesteder på kortet eller i tabellen.</source>
   <translation>First select one or more meeting places on the map or in the table.</translation>
  </message>
  <message>
   <source>Vælg i listen, eller opret en ny.</source>
   <translation>Choose from the list, or create a new one.</translation>
  </message>
  <message>
   <source>Vælg i listen.</source>
   <translation>Choose from the list.</translation>
  </message>
  <message>
   <source>Vælg kommunens grænse i Indstillinger.</source>
   <translation>Choose the municipality's border in Options.</translation>
  </message>
  <message>
   <source>Vælg mappen fra marken.</source>
   <translation>Choose the folder from the field.</translation>
  </message>
  <message>
   <source>Vælg mappen, som den kom fra telefonen. Intet bliver ændret, før du har set, hvad der kommer.</source>
   <translation>Choose the folder as it came from the phone. Nothing is changed before you have seen what comes.</translation>
  </message>
  <message>
   <source>Vælg mødestedet, eller ret Status.</source>
   <translation>Choose the meeting place, or correct Status.</translation>
  </message>
  <message>
   <source>Vælg rækker i mindst ét lag, og hvert lag kun én gang.</source>
   <translation>Choose rows in at least one layer, and each layer only once.</translation>
  </message>
  <message>
   <source>Vælg …</source>
   <translation>Choose …</translation>
  </message>
  <message>
   <source>Vælg, hvilke fund der vises</source>
   <translation>Choose which findings are shown</translation>
  </message>
  <message>
   <source>Vælg, hvor filen skal ligge.</source>
   <translation>Choose where the file is to be kept.</translation>
  </message>
  <message>
   <source>Vær opmærksom på</source>
   <translation>Please note</translation>
  </message>
  <message>
   <source>Værd at vide</source>
   <translation>Worth knowing</translation>
  </message>
  <message>
   <source>Værdi (JSON)</source>
   <translation>Value (JSON)</translation>
  </message>
  <message>
   <source>Værdiens fingeraftryk</source>
   <translation>Fingerprint of the value</translation>
  </message>
  <message>
   <source>Værdier</source>
   <translation>Values</translation>
  </message>
  <message>
   <source>Værdier i teksten</source>
   <translation>Values in the text</translation>
  </message>
  <message>
   <source>Værdierne i {} kan ikke tælles. Læs kilden igen.</source>
   <translation>The values of {} cannot be counted. Read the source again.</translation>
  </message>
  <message>
   <source>Værksted</source>
   <translation>Workshop</translation>
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
   <source>Webside (*.html)</source>
   <translation>Web page (*.html)</translation>
  </message>
  <message>
   <source>Wifi</source>
   <translation>Wi-Fi</translation>
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
   <source>advarsel</source>
   <translation>warning</translation>
  </message>
  <message>
   <source>afgør selv</source>
   <translation>decide myself</translation>
  </message>
  <message>
   <source>alle lag</source>
   <translation>all layers</translation>
  </message>
  <message>
   <source>anbefaling</source>
   <translation>recommendation</translation>
  </message>
  <message>
   <source>behold vores</source>
   <translation>keep ours</translation>
  </message>
  <message>
   <source>blandet</source>
   <translation>mixed</translation>
  </message>
  <message>
   <source>certifikatet er ikke i orden</source>
   <translation>the certificate is not in order</translation>
  </message>
  <message>
   <source>d. MMM</source>
   <translation>d MMM</translation>
  </message>
  <message>
   <source>d. MMMM</source>
   <translation>d MMMM</translation>
  </message>
  <message>
   <source>d. MMMM yyyy</source>
   <translation>d MMMM yyyy</translation>
  </message>
  <message>
   <source>da</source>
   <translation>en</translation>
  </message>
  <message>
   <source>dage</source>
   <translation>days</translation>
  </message>
  <message>
   <source>datoer med semikolon imellem, fx 24-12-2026</source>
   <translation>dates with a semicolon between them, e.g. 24-12-2026</translation>
  </message>
  <message>
   <source>der er ingen forbindelse</source>
   <translation>there is no connection</translation>
  </message>
  <message>
   <source>deres</source>
   <translation>theirs</translation>
  </message>
  <message>
   <source>domænet findes ikke</source>
   <translation>the domain does not exist</translation>
  </message>
  <message>
   <source>en dato</source>
   <translation>a date</translation>
  </message>
  <message>
   <source>en flade</source>
   <translation>an area</translation>
  </message>
  <message>
   <source>en linje</source>
   <translation>a line</translation>
  </message>
  <message>
   <source>en linje i ét stykke</source>
   <translation>a line in one piece</translation>
  </message>
  <message>
   <source>et eller flere punkter</source>
   <translation>one or more points</translation>
  </message>
  <message>
   <source>et helt tal</source>
   <translation>a whole number</translation>
  </message>
  <message>
   <source>et objekt uden navn</source>
   <translation>an object without a name</translation>
  </message>
  <message>
   <source>et punkt</source>
   <translation>a point</translation>
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
   <source>fejl</source>
   <translation>error</translation>
  </message>
  <message>
   <source>fid: findes allerede. Lad feltet stå tomt.</source>
   <translation>fid: already exists. Leave the field empty.</translation>
  </message>
  <message>
   <source>fjerner {}</source>
   <translation>removes {}</translation>
  </message>
  <message>
   <source>fjernet</source>
   <translation>removed</translation>
  </message>
  <message>
   <source>flade</source>
   <translation>an area</translation>
  </message>
  <message>
   <source>flader</source>
   <translation>areas</translation>
  </message>
  <message>
   <source>flytter {}</source>
   <translation>moves {}</translation>
  </message>
  <message>
   <source>flyttet under 1 m</source>
   <translation>moved less than 1 m</translation>
  </message>
  <message>
   <source>flyttet {} km</source>
   <translation>moved {} km</translation>
  </message>
  <message>
   <source>flyttet {} m</source>
   <translation>moved {} m</translation>
  </message>
  <message>
   <source>forenklet: Et klik på kortet giver alle rækkens udfyldte felter, ikke kortets boble.</source>
   <translation>simplified: A click on the map gives all filled fields of the row, not the map's tip.</translation>
  </message>
  <message>
   <source>forenklet: Etiketter viger kun for hinanden, ikke for tegnene på kortet.</source>
   <translation>simplified: Labels give way to each other only, not to the signs on the map.</translation>
  </message>
  <message>
   <source>forenklet: Skriften er MapServers egen, ikke Open Sans, og den er aldrig fed.</source>
   <translation>simplified: The font is MapServer's own, not Open Sans, and never bold.</translation>
  </message>
  <message>
   <source>forenklet: Tabeller uden geometri er med i WFS, men ikke i OGC API Features.</source>
   <translation>simplified: Tables without geometry are in WFS, but not in OGC API Features.</translation>
  </message>
  <message>
   <source>forenklet: Tegnet i et område står i områdets tyngdepunkt, også hvor det falder uden for en krum flade.</source>
   <translation>simplified: The sign of an area stands at the area's centroid, even where that falls outside a curved area.</translation>
  </message>
  <message>
   <source>forenklet: Tegnforklaringen er en liste uden overskrifter.</source>
   <translation>simplified: The legend is a list without headings.</translation>
  </message>
  <message>
   <source>forenklet: Tomme felter gives som tom tekst eller udelades, og ja/nej gives som 1 og 0.</source>
   <translation>simplified: Empty fields are given as empty text or left out, and yes/no as 1 and 0.</translation>
  </message>
  <message>
   <source>forenklet: {antal} i {lag} har intet sted på kortet og kan ikke hentes fra MapServer.</source>
   <translation>simplified: {antal} in {lag} have no place on the map and cannot be fetched from MapServer.</translation>
  </message>
  <message>
   <source>færdig</source>
   <translation>done</translation>
  </message>
  <message>
   <source>gik ikke</source>
   <translation>failed</translation>
  </message>
  <message>
   <source>grader</source>
   <translation>degrees</translation>
  </message>
  <message>
   <source>gyldig JSON</source>
   <translation>valid JSON</translation>
  </message>
  <message>
   <source>henter 1 ny</source>
   <translation>fetches 1 new</translation>
  </message>
  <message>
   <source>henter {} nye</source>
   <translation>fetches {} new</translation>
  </message>
  <message>
   <source>hjaelp.html</source>
   <translation>help.html</translation>
  </message>
  <message>
   <source>i dag</source>
   <translation>today</translation>
  </message>
  <message>
   <source>i gang</source>
   <translation>under way</translation>
  </message>
  <message>
   <source>i {}</source>
   <translation>in {}</translation>
  </message>
  <message>
   <source>ikke gjort</source>
   <translation>not done</translation>
  </message>
  <message>
   <source>intet</source>
   <translation>nothing</translation>
  </message>
  <message>
   <source>intet lag er valgt</source>
   <translation>no layer is chosen</translation>
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
   <source>jeres eget, røres ikke</source>
   <translation>your own, not touched</translation>
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
   <source>kan vises igen</source>
   <translation>can be shown again</translation>
  </message>
  <message>
   <source>kilde</source>
   <translation>source</translation>
  </message>
  <message>
   <source>knytter {} til en af vores</source>
   <translation>links {} to one of ours</translation>
  </message>
  <message>
   <source>kontrol.html</source>
   <translation>check.html</translation>
  </message>
  <message>
   <source>kortets udsnit</source>
   <translation>the map's extent</translation>
  </message>
  <message>
   <source>linjer</source>
   <translation>lines</translation>
  </message>
  <message>
   <source>m</source>
   <translation>m</translation>
  </message>
  <message>
   <source>min</source>
   <translation>mine</translation>
  </message>
  <message>
   <source>mine rettelser</source>
   <translation>my edits</translation>
  </message>
  <message>
   <source>m²</source>
   <translation>m²</translation>
  </message>
  <message>
   <source>nej</source>
   <translation>no</translation>
  </message>
  <message>
   <source>nye siden sidst</source>
   <translation>new since last time</translation>
  </message>
  <message>
   <source>når aktiviteten gentages på ugedage</source>
   <translation>when the activity is repeated on certain days of the week</translation>
  </message>
  <message>
   <source>når billedet må vises</source>
   <translation>when the picture may be shown</translation>
  </message>
  <message>
   <source>når formålet er Andet, eller mødestedet er viden i spil</source>
   <translation>when the purpose is Other, or the meeting place is knowledge in play</translation>
  </message>
  <message>
   <source>når mødestedet er aktivt</source>
   <translation>when the meeting place is active</translation>
  </message>
  <message>
   <source>når mødestedet er digitalt og ikke har en telefon</source>
   <translation>when the meeting place is digital and has no telephone</translation>
  </message>
  <message>
   <source>når mødestedet er opløst</source>
   <translation>when the meeting place is dissolved</translation>
  </message>
  <message>
   <source>når ruten er gældende</source>
   <translation>when the route is in force</translation>
  </message>
  <message>
   <source>når udstyret er sat op</source>
   <translation>when the equipment is put up</translation>
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
   <source>ord</source>
   <translation>words</translation>
  </message>
  <message>
   <source>punkt</source>
   <translation>a point</translation>
  </message>
  <message>
   <source>punkter</source>
   <translation>points</translation>
  </message>
  <message>
   <source>på kortet</source>
   <translation>on the map</translation>
  </message>
  <message>
   <source>retter {}</source>
   <translation>edits {}</translation>
  </message>
  <message>
   <source>rækker</source>
   <translation>rows</translation>
  </message>
  <message>
   <source>sekunder</source>
   <translation>seconds</translation>
  </message>
  <message>
   <source>serveren har en fejl</source>
   <translation>the server has an error</translation>
  </message>
  <message>
   <source>serveren var for længe om at svare</source>
   <translation>the server took too long to answer</translation>
  </message>
  <message>
   <source>side {}</source>
   <translation>page {}</translation>
  </message>
  <message>
   <source>siden er flyttet</source>
   <translation>the page has moved</translation>
  </message>
  <message>
   <source>siden findes ikke</source>
   <translation>the page does not exist</translation>
  </message>
  <message>
   <source>siden kræver login</source>
   <translation>the page asks for a login</translation>
  </message>
  <message>
   <source>siden sender videre i ring</source>
   <translation>the page redirects in a circle</translation>
  </message>
  <message>
   <source>siden svarer</source>
   <translation>the page answers</translation>
  </message>
  <message>
   <source>siden {0}</source>
   <translation>since {0}</translation>
  </message>
  <message>
   <source>skrevet med både start og slut, fx 14:00-16:00</source>
   <translation>written with both start and end, e.g. 14:00-16:00</translation>
  </message>
  <message>
   <source>slettet</source>
   <translation>deleted</translation>
  </message>
  <message>
   <source>sætter {} til ikke gældende</source>
   <translation>sets {} to not current</translation>
  </message>
  <message>
   <source>tag deres</source>
   <translation>take theirs</translation>
  </message>
  <message>
   <source>tegn</source>
   <translation>characters</translation>
  </message>
  <message>
   <source>tegningen</source>
   <translation>the drawing</translation>
  </message>
  <message>
   <source>tidligere version</source>
   <translation>earlier version</translation>
  </message>
  <message>
   <source>til og med</source>
   <translation>up to and including</translation>
  </message>
  <message>
   <source>tilføjet</source>
   <translation>added</translation>
  </message>
  <message>
   <source>uden navn</source>
   <translation>no name</translation>
  </message>
  <message>
   <source>uden sted</source>
   <translation>without a place</translation>
  </message>
  <message>
   <source>uden steder</source>
   <translation>without places</translation>
  </message>
  <message>
   <source>uge_i_maaned: Anden</source>
   <translation>Second</translation>
  </message>
  <message>
   <source>ugyldigt navn</source>
   <translation>invalid name</translation>
  </message>
  <message>
   <source>venter</source>
   <translation>waiting</translation>
  </message>
  <message>
   <source>vises nu</source>
   <translation>shown now</translation>
  </message>
  <message>
   <source>x</source>
   <translation>x</translation>
  </message>
  <message>
   <source>y</source>
   <translation>y</translation>
  </message>
  <message>
   <source>{0} (accepteret)</source>
   <translation>{0} (accepted)</translation>
  </message>
  <message>
   <source>{0} (tast {1})</source>
   <translation>{0} (key {1})</translation>
  </message>
  <message>
   <source>{0} ({1} fund)</source>
   <translation>{0} ({1} findings)</translation>
  </message>
  <message>
   <source>{0} ({1})</source>
   <translation>{0} ({1})</translation>
  </message>
  <message>
   <source>{0} Fra {1} til {2}.</source>
   <translation>{0} From {1} to {2}.</translation>
  </message>
  <message>
   <source>{0} Kommune</source>
   <translation>{0} Municipality</translation>
  </message>
  <message>
   <source>{0} Men tjenesten kan ikke nås herfra: {1}</source>
   <translation>{0} But the service cannot be reached from here: {1}</translation>
  </message>
  <message>
   <source>{0} Rundtur ved {1}.</source>
   <translation>{0} Loop near {1}.</translation>
  </message>
  <message>
   <source>{0} Ved {1}.</source>
   <translation>{0} Near {1}.</translation>
  </message>
  <message>
   <source>{0} accepteret.</source>
   <translation>{0} accepted.</translation>
  </message>
  <message>
   <source>{0} ad vej og sti</source>
   <translation>{0} by road and path</translation>
  </message>
  <message>
   <source>{0} af {1}</source>
   <translation>{0} of {1}</translation>
  </message>
  <message>
   <source>{0} blev ikke opløst. Gem eller fortryd dine rettelser, og prøv igen.</source>
   <translation>{0} was not dissolved. Save or undo your edits and try again.</translation>
  </message>
  <message>
   <source>{0} bliver, som det var før {1}. Fjern fluebenet ved det, der skal blive stående.</source>
   <translation>{0} becomes as it was before {1}. Untick what is to stay as it is.</translation>
  </message>
  <message>
   <source>{0} er allerede knyttet til mødestedet.</source>
   <translation>{0} is already linked to the meeting place.</translation>
  </message>
  <message>
   <source>{0} er allerede tilknyttet.</source>
   <translation>{0} is already linked.</translation>
  </message>
  <message>
   <source>{0} er flyttet</source>
   <translation>{0} have moved</translation>
  </message>
  <message>
   <source>{0} er for stort. Gør billedet mindre.</source>
   <translation>{0} is too large. Make the picture smaller.</translation>
  </message>
  <message>
   <source>{0} er gendannet. Det står selv i historikken og kan fortrydes.</source>
   <translation>{0} is restored. That too is in the history and can be undone.</translation>
  </message>
  <message>
   <source>{0} er ikke en PDF, som QGIS har skrevet, og er ladt i fred.</source>
   <translation>{0} is not a PDF written by QGIS and has been left alone.</translation>
  </message>
  <message>
   <source>{0} er ikke helt: den sidste del af filen mangler. Hent billedet fra kameraet igen.</source>
   <translation>{0} is not complete: the last part of the file is missing. Fetch the picture from the camera again.</translation>
  </message>
  <message>
   <source>{0} er ikke sikre</source>
   <translation>{0} are not secure</translation>
  </message>
  <message>
   <source>{0} er knyttet til mødestedet.</source>
   <translation>{0} is linked to the meeting place.</translation>
  </message>
  <message>
   <source>{0} er lukket. Gem, når du er færdig.</source>
   <translation>{0} is closed. Save when you are done.</translation>
  </message>
  <message>
   <source>{0} er opløst. Gem, når du er færdig; Ctrl+Z fortryder.</source>
   <translation>{0} is dissolved. Save when you are done; Ctrl+Z undoes it.</translation>
  </message>
  <message>
   <source>{0} er slettet. Det oprettes igen, som det var {1}.</source>
   <translation>{0} is deleted. It is created again as it was {1}.</translation>
  </message>
  <message>
   <source>{0} er åbent igen. Gem, når du er færdig.</source>
   <translation>{0} is open again. Save when you are done.</translation>
  </message>
  <message>
   <source>{0} findes ikke. Vælg en, der er gemt.</source>
   <translation>{0} does not exist. Choose one that is saved.</translation>
  </message>
  <message>
   <source>{0} findes ikke. Vælg et andet billede.</source>
   <translation>{0} does not exist. Choose another picture.</translation>
  </message>
  <message>
   <source>{0} fund</source>
   <translation>{0} findings</translation>
  </message>
  <message>
   <source>{0} fund er accepteret og vises ikke.</source>
   <translation>{0} findings are accepted and not shown.</translation>
  </message>
  <message>
   <source>{0} fund er valgt.</source>
   <translation>{0} findings are chosen.</translation>
  </message>
  <message>
   <source>{0} fund skal rettes i hånden. Dobbeltklik for at åbne formularen.</source>
   <translation>{0} findings must be mended by hand. Double-click to open the form.</translation>
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
   <source>{0} i luftlinje</source>
   <translation>{0} as the crow flies</translation>
  </message>
  <message>
   <source>{0} i {1}</source>
   <translation>{0} in {1}</translation>
  </message>
  <message>
   <source>{0} kan ikke læses som et billede. Gem det som jpg, og prøv igen.</source>
   <translation>{0} cannot be read as a picture. Save it as jpg and try again.</translation>
  </message>
  <message>
   <source>{0} kan ikke redigeres lige nu, så intet er rettet der.</source>
   <translation>{0} cannot be edited right now, so nothing is mended there.</translation>
  </message>
  <message>
   <source>{0} kl. {1}</source>
   <translation>{0} at {1}</translation>
  </message>
  <message>
   <source>{0} km</source>
   <translation>{0} km</translation>
  </message>
  <message>
   <source>{0} km, {1} til fods, {2} på cykel.</source>
   <translation>{0} km, {1} on foot, {2} by bicycle.</translation>
  </message>
  <message>
   <source>{0} kontroller blev kørt {1} på:</source>
   <translation>{0} checks were run {1} on:</translation>
  </message>
  <message>
   <source>{0} kunne ikke skrives. Luk den, hvis den er åben, og prøv igen.</source>
   <translation>{0} could not be written. Close it if it is open, and try again.</translation>
  </message>
  <message>
   <source>{0} ligner ikke en webadresse.</source>
   <translation>{0} does not look like a web address.</translation>
  </message>
  <message>
   <source>{0} links er prøvet. Alle svarer.</source>
   <translation>{0} links tried. All of them answer.</translation>
  </message>
  <message>
   <source>{0} links er prøvet: {1}. De står på listen.</source>
   <translation>{0} links tried: {1}. They are on the list.</translation>
  </message>
  <message>
   <source>{0} lykkedes ikke. Hvor det gik galt, står i loggen på fanen Mødested.</source>
   <translation>{0} did not succeed. Where it went wrong is in the log, on the tab Mødested.</translation>
  </message>
  <message>
   <source>{0} m</source>
   <translation>{0} m</translation>
  </message>
  <message>
   <source>{0} m: tryk Enter.</source>
   <translation>{0} m: press Enter.</translation>
  </message>
  <message>
   <source>{0} mangler.</source>
   <translation>{0} is missing.</translation>
  </message>
  <message>
   <source>{0} mere.</source>
   <translation>{0} more.</translation>
  </message>
  <message>
   <source>{0} min</source>
   <translation>{0} min</translation>
  </message>
  <message>
   <source>{0} må højst være på {1} tegn.</source>
   <translation>{0} may have at most {1} characters.</translation>
  </message>
  <message>
   <source>{0} må ikke ændres.</source>
   <translation>{0} must not be changed.</translation>
  </message>
  <message>
   <source>{0} og {1}</source>
   <translation>{0} and {1}</translation>
  </message>
  <message>
   <source>{0} på {1} har låst siden {2}. Er du sikker på, at ingen er ved at udgive lige nu?</source>
   <translation>{0} on {1} has held the lock since {2}. Are you sure that nobody is publishing right now?</translation>
  </message>
  <message>
   <source>{0} rettet, men ikke gemt.</source>
   <translation>{0} mended but not saved.</translation>
  </message>
  <message>
   <source>{0} rettet, {1} kommet til, {2} taget væk.</source>
   <translation>{0} changed, {1} added, {2} removed.</translation>
  </message>
  <message>
   <source>{0} rækker er ikke afgjort. {1}</source>
   <translation>{0} rows are not decided. {1}</translation>
  </message>
  <message>
   <source>{0} rækker kommer frem igen, {1} bliver som før, {2} forsvinder.</source>
   <translation>{0} rows reappear, {1} become as before, {2} disappear.</translation>
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
   <source>{0} skal udfyldes, {1}.</source>
   <translation>{0} must be filled in {1}.</translation>
  </message>
  <message>
   <source>{0} skal være binær.</source>
   <translation>{0} must be binary.</translation>
  </message>
  <message>
   <source>{0} skal være en dato, der findes, fx 2026-05-01.</source>
   <translation>{0} must be a date that exists, e.g. 2026-05-01.</translation>
  </message>
  <message>
   <source>{0} skal være en liste af koder.</source>
   <translation>{0} must be a list of codes.</translation>
  </message>
  <message>
   <source>{0} skal være en tekst.</source>
   <translation>{0} must be a text.</translation>
  </message>
  <message>
   <source>{0} skal være et gyldigt JSON-objekt.</source>
   <translation>{0} must be a valid JSON object.</translation>
  </message>
  <message>
   <source>{0} skal være et helt tal.</source>
   <translation>{0} must be a whole number.</translation>
  </message>
  <message>
   <source>{0} skal være et id (UUID) på 36 tegn.</source>
   <translation>{0} must be an id (UUID) of 36 characters.</translation>
  </message>
  <message>
   <source>{0} skal være et tal.</source>
   <translation>{0} must be a number.</translation>
  </message>
  <message>
   <source>{0} skal være et tidspunkt i UTC, fx 2026-05-01T08:00:00.000Z.</source>
   <translation>{0} must be a time in UTC, e.g. 2026-05-01T08:00:00.000Z.</translation>
  </message>
  <message>
   <source>{0} skal være gyldig JSON.</source>
   <translation>{0} must be valid JSON.</translation>
  </message>
  <message>
   <source>{0} skal være ja eller nej.</source>
   <translation>{0} must be yes or no.</translation>
  </message>
  <message>
   <source>{0} skrives som måned og dag, fx 04-01 for 1. april.</source>
   <translation>{0} is written as month and day, e.g. 04-01 for 1 April.</translation>
  </message>
  <message>
   <source>{0} svarer ikke</source>
   <translation>{0} do not answer</translation>
  </message>
  <message>
   <source>{0} svarer ikke. Se efter, om der er netværk, og om nøglen er rigtig.</source>
   <translation>{0} does not answer. Check that there is a network and that the key is right.</translation>
  </message>
  <message>
   <source>{0} t {1} min</source>
   <translation>{0} h {1} min</translation>
  </message>
  <message>
   <source>{0} tilføjes, {1} ændres, {2} fjernes.</source>
   <translation>{0} added, {1} changed, {2} removed.</translation>
  </message>
  <message>
   <source>{0} tilføjet, {1} ændret, {2} fjernet</source>
   <translation>{0} added, {1} changed, {2} removed</translation>
  </message>
  <message>
   <source>{0} veje er næsten lige lange. Tab skifter mellem dem.</source>
   <translation>{0} ways are almost equally long. Tab switches between them.</translation>
  </message>
  <message>
   <source>{0} viser igen udgivelsen {1}.</source>
   <translation>{0} shows the publication {1} again.</translation>
  </message>
  <message>
   <source>{0}, {1} m: {2}.</source>
   <translation>{0}, {1} m: {2}.</translation>
  </message>
  <message>
   <source>{0}: findes allerede. Der må kun være én.</source>
   <translation>{0}: already exists. There may be only one.</translation>
  </message>
  <message>
   <source>{0}: koden findes ikke i listen. Vælg en fra listen.</source>
   <translation>{0}: the code is not in the list. Choose one from the list.</translation>
  </message>
  <message>
   <source>{0}: vælg mindst én.</source>
   <translation>{0}: choose at least one.</translation>
  </message>
  <message>
   <source>{0}: {1}</source>
   <translation>{0}: {1}</translation>
  </message>
  <message>
   <source>{0}: {1} bruges ikke længere</source>
   <translation>{0}: {1} is no longer used</translation>
  </message>
  <message>
   <source>{0}: {1} m underlag er taget af, for ruten går der ikke længere.</source>
   <translation>{0}: {1} m of surface have been taken off, as the route no longer goes there.</translation>
  </message>
  <message>
   <source>{0}: {1} udskrevet.</source>
   <translation>{0}: {1} printed.</translation>
  </message>
  <message>
   <source>{anden} har næsten samme navn og ligger {meter} m herfra.</source>
   <translation>{anden} has nearly the same name and lies {meter} m from here.</translation>
  </message>
  <message>
   <source>{anden} har samme type og navn og ligger {meter} m herfra.</source>
   <translation>{anden} has the same type and name and lies {meter} m from here.</translation>
  </message>
  <message>
   <source>{antal} er gemt i {fil}.</source>
   <translation>{antal} saved in {fil}.</translation>
  </message>
  <message>
   <source>{antal} steder er skrevet til {fil}. {udeladt} blev hjemme.</source>
   <translation>{antal} places are written to {fil}. {udeladt} stayed at home.</translation>
  </message>
  <message>
   <source>{antal} under {tabel} holdes tilbage fra udgivelse på grund af fejl.</source>
   <translation>{antal} under {tabel} are held back from publication because of errors.</translation>
  </message>
  <message>
   <source>{felt} begynder forkert: {begynder}</source>
   <translation>{felt} begins wrongly: {begynder}</translation>
  </message>
  <message>
   <source>{felt} er af en forkert slags.</source>
   <translation>{felt} is of the wrong kind.</translation>
  </message>
  <message>
   <source>{felt} er den samme som teksten i {andet}.</source>
   <translation>{felt} is the same as the text in {andet}.</translation>
  </message>
  <message>
   <source>{felt} er en fil på en computer eller et drev.</source>
   <translation>{felt} is a file on a computer or a drive.</translation>
  </message>
  <message>
   <source>{felt} er en forkortet adresse: {vaert}.</source>
   <translation>{felt} is a shortened address: {vaert}.</translation>
  </message>
  <message>
   <source>{felt} er ikke en dag, GeoFA kan gemme: {dag}.</source>
   <translation>{felt} is not a day GeoFA can store: {dag}.</translation>
  </message>
  <message>
   <source>{felt} er ikke sendt for {antal}: GeoFA {profil} har ikke feltet.</source>
   <translation>{felt} was not sent for {antal}: GeoFA {profil} does not have the field.</translation>
  </message>
  <message>
   <source>{felt} er ikke sendt: et andet felt hedder næsten det samme.</source>
   <translation>{felt} was not sent: another field has almost the same name.</translation>
  </message>
  <message>
   <source>{felt} er på {tegn} tegn. På kortet er der plads til {plads}.</source>
   <translation>{felt} is {tegn} characters long. The map has room for {plads}.</translation>
  </message>
  <message>
   <source>{felt} er skrevet med store bogstaver.</source>
   <translation>{felt} is written in capitals.</translation>
  </message>
  <message>
   <source>{felt} er svær at læse: lixtal {lix}.</source>
   <translation>{felt} is hard to read: LIX {lix}.</translation>
  </message>
  <message>
   <source>{felt} fører til en side, der kræver login eller kun findes på kommunens eget net.</source>
   <translation>{felt} leads to a page that asks for a login, or is only on the municipality's own network.</translation>
  </message>
  <message>
   <source>{felt} fører videre til {ny}.</source>
   <translation>{felt} leads on to {ny}.</translation>
  </message>
  <message>
   <source>{felt} har en sætning på {ord} ord.</source>
   <translation>{felt} has a sentence of {ord} words.</translation>
  </message>
  <message>
   <source>{felt} har mellemrum i adressen eller flere adresser i samme felt.</source>
   <translation>{felt} has spaces in the address, or several addresses in one field.</translation>
  </message>
  <message>
   <source>{felt} har overflødige mellemrum eller linjeskift.</source>
   <translation>{felt} has superfluous blanks or line breaks.</translation>
  </message>
  <message>
   <source>{felt} har sporing i adressen.</source>
   <translation>{felt} has tracking in the address.</translation>
  </message>
  <message>
   <source>{felt} indeholder HTML-koder.</source>
   <translation>{felt} holds HTML codes.</translation>
  </message>
  <message>
   <source>{felt} indeholder en mailadresse hos en privat udbyder: {vist}.</source>
   <translation>{felt} holds a mail address at a private provider: {vist}.</translation>
  </message>
  <message>
   <source>{felt} indeholder et CPR-nummer: {vist}.</source>
   <translation>{felt} holds a CPR number: {vist}.</translation>
  </message>
  <message>
   <source>{felt} indeholder et tal, der kan være et CPR-nummer: {vist}.</source>
   <translation>{felt} holds a number that may be a CPR number: {vist}.</translation>
  </message>
  <message>
   <source>{felt} indeholder et telefonnummer: {vist}.</source>
   <translation>{felt} holds a telephone number: {vist}.</translation>
  </message>
  <message>
   <source>{felt} indeholder noget, der ligner et CPR-nummer. Fjern det.</source>
   <translation>{felt} holds something that looks like a CPR number. Remove it.</translation>
  </message>
  <message>
   <source>{felt} indeholder noget, der skal blive i kommunen: {vist}.</source>
   <translation>{felt} holds something that must stay in the municipality: {vist}.</translation>
  </message>
  <message>
   <source>{felt} ligner ikke en webadresse.</source>
   <translation>{felt} does not look like a web address.</translation>
  </message>
  <message>
   <source>{felt} mangler, men {andet} er udfyldt.</source>
   <translation>{felt} is missing, but {andet} is filled in.</translation>
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
   <source>{felt} nævner måske en person: {vist}</source>
   <translation>{felt} may name a person: {vist}</translation>
  </message>
  <message>
   <source>{felt} peger på noget, der ikke findes.</source>
   <translation>{felt} points to something that is not there.</translation>
  </message>
  <message>
   <source>{felt} ser ud til at være skåret af.</source>
   <translation>{felt} seems to be cut off.</translation>
  </message>
  <message>
   <source>{felt} svarer ikke: {svar} ({dato}).</source>
   <translation>{felt} does not answer: {svar} ({dato}).</translation>
  </message>
  <message>
   <source>{felt} viser et billede, som der ikke er samtykke til at vise.</source>
   <translation>{felt} shows a photo that there is no consent to show.</translation>
  </message>
  <message>
   <source>{felt}: "{fundet}" kan stemple dem, der er inviteret{forslag}.</source>
   <translation>{felt}: "{fundet}" may label those who are invited{forslag}.</translation>
  </message>
  <message>
   <source>{felt}: "{fundet}" ligner en prøvetekst.</source>
   <translation>{felt}: "{fundet}" looks like a test text.</translation>
  </message>
  <message>
   <source>{felt}: "{fundet}" siger ikke noget{forslag}.</source>
   <translation>{felt}: "{fundet}" says nothing{forslag}.</translation>
  </message>
  <message>
   <source>{felt}: GeoFA {profil} kender ikke koden {kode}.</source>
   <translation>{felt}: GeoFA {profil} does not know the code {kode}.</translation>
  </message>
  <message>
   <source>{felt}: for lang til {format} og afkortet i {antal}.</source>
   <translation>{felt}: too long for {format} and cut off in {antal}.</translation>
  </message>
  <message>
   <source>{felt}: koden {kode} er udgået og må ikke vælges på nye objekter.</source>
   <translation>{felt}: the code {kode} is out of use and must not be chosen for new objects.</translation>
  </message>
  <message>
   <source>{felt}: koden {kode} er udgået. Vælg en anden.</source>
   <translation>{felt}: the code {kode} is no longer in use. Choose another.</translation>
  </message>
  <message>
   <source>{felt}: mellemrum eller tegn er ikke på plads.</source>
   <translation>{felt}: spaces or signs are not in place.</translation>
  </message>
  <message>
   <source>{felt}: sidens certifikat er ikke i orden ({dato}).</source>
   <translation>{felt}: the page's certificate is not in order ({dato}).</translation>
  </message>
  <message>
   <source>{felt}: tegn, som {format} ikke kan gemme, er blevet til ? i {antal}.</source>
   <translation>{felt}: characters that {format} cannot store have become ? in {antal}.</translation>
  </message>
  <message>
   <source>{felt}: æ, ø og å er læst forkert.</source>
   <translation>{felt}: æ, ø and å were read wrongly.</translation>
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
   <source>{gemt} Der er {antal} ting at vide om filen.</source>
   <translation>{gemt} There are {antal} things to know about the file.</translation>
  </message>
  <message>
   <source>{mappe} er klar med {antal} mødesteder. Kopiér mappen til telefonen, og åbn moedesteder.qgz i QField.</source>
   <translation>{mappe} is ready with {antal} meeting places. Copy the folder to the phone, and open moedesteder.qgz in QField.</translation>
  </message>
  <message>
   <source>{navn} er lukket, men er tilknyttet et aktivt mødested.</source>
   <translation>{navn} is closed, but is linked to an active meeting place.</translation>
  </message>
  <message>
   <source>{navn} er lukket, men ligger på den åbne rute {rute}.</source>
   <translation>{navn} is closed, but lies on the open route {rute}.</translation>
  </message>
  <message>
   <source>{navn} er tilknyttet et mødested på kortet, men er ikke selv på kortet.</source>
   <translation>{navn} is linked to a meeting place on the map, but is not on the map itself.</translation>
  </message>
  <message>
   <source>{organisation} er ikke længere i brug, men står som ansvarlig.</source>
   <translation>{organisation} is no longer in use, but stands as responsible.</translation>
  </message>
  <message>
   <source>{organisation} står både som ansvarlig og som medvirkende.</source>
   <translation>{organisation} stands both as responsible and as a contributor.</translation>
  </message>
  <message>
   <source>{tabel} har {fundet} rækker i projektet, men {ventet} i udgivelsen. Udgiv igen.</source>
   <translation>{tabel} has {fundet} rows in the project but {ventet} in the publication. Publish again.</translation>
  </message>
  <message>
   <source>{titel}: {nye}, {rettede}.</source>
   <translation>{titel}: {nye}, {rettede}.</translation>
  </message>
  <message>
   <source>{} Men tjenesten kan ikke nås herfra.</source>
   <translation>{} But the service cannot be reached from here.</translation>
  </message>
  <message>
   <source>{} af de valgte aktiviteter sker ikke i {}.</source>
   <translation>{} of the chosen activities do not happen in {}.</translation>
  </message>
  <message>
   <source>{} af de valgte er ikke synlige for alle og er ikke udskrevet.</source>
   <translation>{} of the chosen are not visible to everybody and are not printed.</translation>
  </message>
  <message>
   <source>{} af de viste afvises.</source>
   <translation>{} of those shown are rejected.</translation>
  </message>
  <message>
   <source>{} af {} værdier i {} er i listen.</source>
   <translation>{} of {} values in {} are in the list.</translation>
  </message>
  <message>
   <source>{} aftaler</source>
   <translation>{} events</translation>
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
   <source>{} er allerede offentlig. Ret den, og udgiv igen: {}</source>
   <translation>{} is public already. Correct it, and publish again: {}</translation>
  </message>
  <message>
   <source>{} er beskadiget. Hent den seneste fra mappen {}.</source>
   <translation>{} is damaged. Fetch the latest copy from the folder {}.</translation>
  </message>
  <message>
   <source>{} er blevet rettet siden og bliver stående. Slet selv det, der skal væk.</source>
   <translation>{} changed since and left in place. Delete what should go yourself.</translation>
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
   <source>{} er for langt et navn til så lille et skilt. Vælg færre skilte på arket.</source>
   <translation>{} is too long a name for so small a sign. Choose fewer signs on the sheet.</translation>
  </message>
  <message>
   <source>{} er for stor til den plads, der er. Gør den mindre, eller ryd op.</source>
   <translation>{} is too large for the room there is. Make it smaller, or make room.</translation>
  </message>
  <message>
   <source>{} er ikke afgjort og bliver tilbudt igen næste gang.</source>
   <translation>{} not decided; offered again next time.</translation>
  </message>
  <message>
   <source>{} er ikke en GeoPackage. Vælg en anden fil.</source>
   <translation>{} is not a GeoPackage. Choose another file.</translation>
  </message>
  <message>
   <source>{} er ikke en feltkopi. Vælg mappen, der blev lavet med Tag med i marken.</source>
   <translation>{} is no field copy. Choose the folder that was made with Take to the field.</translation>
  </message>
  <message>
   <source>{} er ikke en gemt import. Vælg en anden fil.</source>
   <translation>{} is not a saved import. Choose another file.</translation>
  </message>
  <message>
   <source>{} er ikke lavet af Mødested eller er rettet siden. Flyt filen væk, og udgiv igen.</source>
   <translation>{} was not made by Mødested or has been changed since. Move the file away, and publish again.</translation>
  </message>
  <message>
   <source>{} er ikke lavet af Mødested. Vælg en anden fil, eller opret en ny.</source>
   <translation>{} was not made by Mødested. Choose another file, or create a new one.</translation>
  </message>
  <message>
   <source>{} er ikke med i en feltkopi. Vælg en af: {}.</source>
   <translation>{} is not part of a field copy. Choose one of: {}.</translation>
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
   <source>{} er kun til internt brug. Fjern fluebenet, eller vælg interne oplysninger.</source>
   <translation>{} is for internal use only. Remove the tick, or choose internal information.</translation>
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
   <source>{} er rettet siden og er ladt i fred.</source>
   <translation>{} edited since and left alone.</translation>
  </message>
  <message>
   <source>{} er tom. Hent den igen.</source>
   <translation>{} is empty. Fetch it again.</translation>
  </message>
  <message>
   <source>{} er ved at udgive fra {} siden {}. Er låsen glemt, så bryd den her.</source>
   <translation>{} is publishing from {} since {}. If the lock was forgotten, break it here.</translation>
  </message>
  <message>
   <source>{} er ved at udgive fra {} siden {}. Prøv igen om lidt. Er det en glemt lås, så bryd den.</source>
   <translation>{} is publishing from {} since {}. Try again shortly. If it is a forgotten lock, break it.</translation>
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
   <source>{} faciliteter</source>
   <translation>{} facilities</translation>
  </message>
  <message>
   <source>{} findes allerede. Skal den erstattes?</source>
   <translation>{} exists already. Shall it be replaced?</translation>
  </message>
  <message>
   <source>{} findes allerede. Vælg et andet navn.</source>
   <translation>{} already exists. Choose another name.</translation>
  </message>
  <message>
   <source>{} findes ikke længere blandt det, der udskrives. Slet layoutet, eller behold det, som det er.</source>
   <translation>{} is no longer among what is printed. Delete the layout, or keep it as it is.</translation>
  </message>
  <message>
   <source>{} findes ikke på nettet herfra. Se adressen efter.</source>
   <translation>{} is not on the network from here. Check the address.</translation>
  </message>
  <message>
   <source>{} findes ikke. Vælg en anden fil, eller opret en ny.</source>
   <translation>{} does not exist. Choose another file, or create a new one.</translation>
  </message>
  <message>
   <source>{} findes kun på dansk. Vælg dansk.</source>
   <translation>{} exists in Danish only. Choose Danish.</translation>
  </message>
  <message>
   <source>{} ført tilbage</source>
   <translation>{} taken back</translation>
  </message>
  <message>
   <source>{} gentages på en måde, som Mødested ikke har ord for; hver dag er en aktivitet for sig.</source>
   <translation>{}: repeated in a way that Mødested has no words for; each day is an activity of its own.</translation>
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
   <source>{} har ingen WFS.</source>
   <translation>{} has no WFS.</translation>
  </message>
  <message>
   <source>{} har ingen geometri.</source>
   <translation>{} has no geometry.</translation>
  </message>
  <message>
   <source>{} har ingen kolonne. Vælg en for at se dens værdier.</source>
   <translation>{} has no column. Choose one to see its values.</translation>
  </message>
  <message>
   <source>{} har ingen liste. Værdierne i {} kommer ind, som de er.</source>
   <translation>{} has no list. The values of {} come in as they are.</translation>
  </message>
  <message>
   <source>{} har ingen rækker at vælge imellem. Lad filteret stå tomt.</source>
   <translation>{} has no rows to choose among. Leave the filter empty.</translation>
  </message>
  <message>
   <source>{} har tabeller, der henviser til andre filer. Gem laget i en ny GeoPackage.</source>
   <translation>{} has tables that point to other files. Save the layer in a new GeoPackage.</translation>
  </message>
  <message>
   <source>{} har {} rækker, men skulle have {}. Udgiv igen.</source>
   <translation>{} has {} rows, but should have {}. Publish again.</translation>
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
   <source>{} havde for lang tekst, som er forkortet.</source>
   <translation>{} had too long a text, which was shortened.</translation>
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
   <source>{} holdes tilbage.</source>
   <translation>{} held back.</translation>
  </message>
  <message>
   <source>{} hører til andre data end dem, der er åbne. Åbn det projekt først.</source>
   <translation>{} belongs to other data than those that are open. Open that project first.</translation>
  </message>
  <message>
   <source>{} kan ikke laves på {}. Vælg {}.</source>
   <translation>{} cannot be made on {}. Choose {}.</translation>
  </message>
  <message>
   <source>{} kan ikke læses</source>
   <translation>{} cannot be read</translation>
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
   <source>{} kan ikke nås herfra.</source>
   <translation>{} cannot be reached from here.</translation>
  </message>
  <message>
   <source>{} kan ikke sige, hvor mange rækker laget {} har.</source>
   <translation>{} cannot say how many rows the layer {} has.</translation>
  </message>
  <message>
   <source>{} kan ikke skrives. Er der plads på drevet?</source>
   <translation>{} cannot be written. Is there room on the drive?</translation>
  </message>
  <message>
   <source>{} kan ikke skrives. Luk den, hvis den er åben i et andet program, og prøv igen.</source>
   <translation>{} cannot be written. Close it if it is open in another program, and try again.</translation>
  </message>
  <message>
   <source>{} kan ikke svare lige nu (svar {}). Se, om serveren kører.</source>
   <translation>{} cannot answer right now (answer {}). Check whether the server is running.</translation>
  </message>
  <message>
   <source>{} kendes ikke; måske er rækken slettet her. Tøm feltet, hvis den skal oprettes.</source>
   <translation>{} is not known; perhaps the row was deleted here. Empty the field if it is to be created.</translation>
  </message>
  <message>
   <source>{} knyttet til en af vores</source>
   <translation>{} linked to one of ours</translation>
  </message>
  <message>
   <source>{} kommer fra {}.</source>
   <translation>{} comes from {}.</translation>
  </message>
  <message>
   <source>{} kræver et login (svar {}). Vælg en godkendelse, eller se den efter.</source>
   <translation>{} wants a login (answer {}). Choose an authentication, or check it.</translation>
  </message>
  <message>
   <source>{} kræver login (svar {}). Vælg den rigtige godkendelse i målet.</source>
   <translation>{} requires a login (answer {}). Choose the right authentication in the target.</translation>
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
   <source>{} m fra vores</source>
   <translation>{} m from ours</translation>
  </message>
  <message>
   <source>{} nye</source>
   <translation>{} new</translation>
  </message>
  <message>
   <source>{} og {}</source>
   <translation>{} and {}</translation>
  </message>
  <message>
   <source>{} og {} er læst som ét tidspunkt.</source>
   <translation>{} and {} were read as one time.</translation>
  </message>
  <message>
   <source>{} over overskrifterne er sprunget over.</source>
   <translation>{} above the headers left out.</translation>
  </message>
  <message>
   <source>{} redigeres af {} på {} siden {}. Du kan se, men ikke rette. QGIS uden pluginet viser ikke denne besked.</source>
   <translation>{} is being edited by {} on {} since {}. You can look, but not edit. QGIS without the plugin does not show this message.</translation>
  </message>
  <message>
   <source>{} rettede</source>
   <translation>{} edited</translation>
  </message>
  <message>
   <source>{} ruter</source>
   <translation>{} routes</translation>
  </message>
  <message>
   <source>{} rækker</source>
   <translation>{} rows</translation>
  </message>
  <message>
   <source>{} rækker er udeladt af hensyn til privatliv.</source>
   <translation>{} rows are left out to protect somebody.</translation>
  </message>
  <message>
   <source>{} rækker valgt.</source>
   <translation>{} rows selected.</translation>
  </message>
  <message>
   <source>{} sat til ikke gældende</source>
   <translation>{} set to not current</translation>
  </message>
  <message>
   <source>{} sender mere, end en korttjeneste skal. Se adressen efter.</source>
   <translation>{} sends more than a map service should. Check the address.</translation>
  </message>
  <message>
   <source>{} sender videre i ring eller til en usikker adresse.</source>
   <translation>{} redirects in a circle or to an insecure address.</translation>
  </message>
  <message>
   <source>{} sender videre til en side på {}, måske et login.</source>
   <translation>{} redirects to a page on {}, perhaps a login.</translation>
  </message>
  <message>
   <source>{} sider</source>
   <translation>{} pages</translation>
  </message>
  <message>
   <source>{} sjældnere værdier vises ikke.</source>
   <translation>{} rarer values are not shown.</translation>
  </message>
  <message>
   <source>{} skal opgraderes, men er skrivebeskyttet. Flyt den til en mappe, du må skrive i.</source>
   <translation>{} must be upgraded, but is read-only. Move it to a folder you may write to.</translation>
  </message>
  <message>
   <source>{} skal udfyldes. Vælg en kolonne, eller skriv en fast værdi under Ellers.</source>
   <translation>{} must be filled. Choose a column, or write a fixed value under Otherwise.</translation>
  </message>
  <message>
   <source>{} slettet igen</source>
   <translation>{} deleted again</translation>
  </message>
  <message>
   <source>{} som før</source>
   <translation>{} as before</translation>
  </message>
  <message>
   <source>{} stykker er samlet til {}.</source>
   <translation>{} pieces have been joined into {}.</translation>
  </message>
  <message>
   <source>{} står åben til redigering hos dig selv siden {}. Er QGIS gået ned, kan du overtage den.</source>
   <translation>{} has been open for editing by yourself since {}. If QGIS crashed, you can take it over.</translation>
  </message>
  <message>
   <source>{} svarede for langsomt: kun {} rigtige svar på {} sekunder.</source>
   <translation>{} answered too slowly: only {} right answers in {} seconds.</translation>
  </message>
  <message>
   <source>{} svarede ikke inden for {} sekunder.</source>
   <translation>{} did not answer within {} seconds.</translation>
  </message>
  <message>
   <source>{} svarer ikke som en korttjeneste. Se adressen efter.</source>
   <translation>{} does not answer like a map service. Check the address.</translation>
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
   <source>{} svarer med en fejl ({}).</source>
   <translation>{} answers with an error ({}).</translation>
  </message>
  <message>
   <source>{} svarer med en fejl om laget {} ({}).</source>
   <translation>{} answers with an error about the layer {} ({}).</translation>
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
   <source>{} værdier er ikke fundet. De står i {}.</source>
   <translation>{} values are not found. They are in {}.</translation>
  </message>
  <message>
   <source>{} værdier i {} står i flere rækker, for eksempel {}.</source>
   <translation>{} values in {} stand in several rows, for instance {}.</translation>
  </message>
  <message>
   <source>{}, se kortet</source>
   <translation>{}, see the map</translation>
  </message>
  <message>
   <source>{}: der er {}, der hedder “{}”. Skriv id i stedet for navn.</source>
   <translation>{}: there are {} called “{}”. Write the id instead of the name.</translation>
  </message>
  <message>
   <source>{}: findes allerede. Der må kun være én.</source>
   <translation>{}: already exists. There may be only one.</translation>
  </message>
  <message>
   <source>{}: {}</source>
   <translation>{}: {}</translation>
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
   <source>{}: “{}” findes ikke. Opret den først, eller ret navnet.</source>
   <translation>{}: “{}” does not exist. Create it first, or correct the name.</translation>
  </message>
  <message>
   <source>Å&amp;bn formular</source>
   <translation>&amp;Open form</translation>
  </message>
  <message>
   <source>Åbent for alle</source>
   <translation>Open to everyone</translation>
  </message>
  <message>
   <source>Åbent, tilmelding, medlemmer eller efter aftale.</source>
   <translation>Open, sign-up, members, or by appointment.</translation>
  </message>
  <message>
   <source>Åbn</source>
   <translation>Open</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt for at udgive.</source>
   <translation>Open a Mødested project to publish.</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt for at udskrive.</source>
   <translation>Open a Mødested project to print.</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt for at vælge navn, logo og farve på udskrifter.</source>
   <translation>Open a Mødested project to choose name, logo and colour of prints.</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt for at vælge regler, grænser og ordlister.</source>
   <translation>Open a Mødested project to choose rules, limits and word lists.</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt for at vælge regler.</source>
   <translation>Open a Mødested project to choose rules.</translation>
  </message>
  <message>
   <source>Åbn et Mødested-projekt først. Det er der, data skal hen.</source>
   <translation>Open a Mødested project first. That is where the data go.</translation>
  </message>
  <message>
   <source>Åbn formularen</source>
   <translation>Open the form</translation>
  </message>
  <message>
   <source>Åbn først kommunens projekt, så fotos fra marken har et sted at ligge.</source>
   <translation>First open the municipality's project, so that photos from the field have a place to lie.</translation>
  </message>
  <message>
   <source>Åbn gemt import</source>
   <translation>Open saved import</translation>
  </message>
  <message>
   <source>Åbn gemt import …</source>
   <translation>Open saved import …</translation>
  </message>
  <message>
   <source>Åbn igen</source>
   <translation>Open again</translation>
  </message>
  <message>
   <source>Åbn layoutet</source>
   <translation>Open the layout</translation>
  </message>
  <message>
   <source>Åbn linket, og skriv den adresse, det ender på.</source>
   <translation>Open the link, and write the address that it ends on.</translation>
  </message>
  <message>
   <source>Åbn linket. Er det den rigtige side, så skriv den nye adresse.</source>
   <translation>Open the link. If it is the right page, write the new address.</translation>
  </message>
  <message>
   <source>Åbn linket. Er siden flyttet, så skriv den nye adresse; er den væk, så tøm feltet.</source>
   <translation>Open the link. If the page has moved, write the new address; if it is gone, empty the field.</translation>
  </message>
  <message>
   <source>Åbn mappen</source>
   <translation>Open the folder</translation>
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
   <source>Åbner gemt import</source>
   <translation>Opening saved import</translation>
  </message>
  <message>
   <source>Åbner …</source>
   <translation>Opening …</translation>
  </message>
  <message>
   <source>Åbningstid</source>
   <translation>Opening hours</translation>
  </message>
  <message>
   <source>Åbningstid og undtagelser.</source>
   <translation>Opening hours and exceptions.</translation>
  </message>
  <message>
   <source>År</source>
   <translation>Year</translation>
  </message>
  <message>
   <source>År, før en facilitet skal kvalitetstjekkes igen</source>
   <translation>Years before a facility must be quality checked again</translation>
  </message>
  <message>
   <source>Året {} kan ikke bruges. Skriv et årstal som 2027.</source>
   <translation>The year {} cannot be used. Write a year such as 2027.</translation>
  </message>
  <message>
   <source>Årets aktiviteter, med kalender</source>
   <translation>The year's activities, with calendar</translation>
  </message>
  <message>
   <source>Årlig</source>
   <translation>Yearly</translation>
  </message>
  <message>
   <source>Årsag</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Årsag til lukning</source>
   <translation>Reason for closing</translation>
  </message>
  <message>
   <source>Årsag til lukning er ikke udfyldt.</source>
   <translation>Reason for closing is not filled in.</translation>
  </message>
  <message>
   <source>Årshjul</source>
   <translation>Annual wheel</translation>
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
   <source>Ændret</source>
   <translation>Changed</translation>
  </message>
  <message>
   <source>Ændret siden sidst</source>
   <translation>Changed since last time</translation>
  </message>
  <message>
   <source>Ændret siden sidst (aldrig udskrevet)</source>
   <translation>Changed since last time (never printed)</translation>
  </message>
  <message>
   <source>Ændret siden {}</source>
   <translation>Changed since {}</translation>
  </message>
  <message>
   <source>Ændring</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>Ændringer</source>
   <translation>Changes</translation>
  </message>
  <message>
   <source>Ændringer ({})</source>
   <translation>Changes ({})</translation>
  </message>
  <message>
   <source>Ændringer siden</source>
   <translation>Changes since</translation>
  </message>
  <message>
   <source>Ændringerne på kortet</source>
   <translation>The changes on the map</translation>
  </message>
  <message>
   <source>Én række for hver. En ny række skriver du nederst; lad {} stå tomt.</source>
   <translation>One row for each. Write a new row at the bottom; leave {} empty.</translation>
  </message>
  <message>
   <source>Én værdi i {} står i flere rækker: {}.</source>
   <translation>One value of {} is in several rows: {}.</translation>
  </message>
  <message>
   <source>Ét ord eller udtryk på hver linje. * til sidst står for enhver endelse.</source>
   <translation>One word or phrase on each line. * at the end stands for any ending.</translation>
  </message>
  <message>
   <source>Øst og nord er byttet om ({x}, {y}).</source>
   <translation>East and north are swapped ({x}, {y}).</translation>
  </message>
  <message>
   <source>Øverst i lagpanelet ligger nu kortet, som det bliver. Intet er lagt ud.</source>
   <translation>The map as it will be now lies at the top of the layer panel. Nothing has gone out.</translation>
  </message>
  <message>
   <source>Øverst i lagpanelet ligger nu kortet, som det er udgivet.</source>
   <translation>The map as it is published now lies at the top of the layer panel.</translation>
  </message>
  <message>
   <source>Øvrige GeoFA-felter</source>
   <translation>Other GeoFA fields</translation>
  </message>
  <message>
   <source>Øvrige GeoFA-felter: {felt} ligner ikke en webadresse.</source>
   <translation>Other GeoFA fields: {felt} does not look like a web address.</translation>
  </message>
  <message>
   <source>år</source>
   <translation>years</translation>
  </message>
  <message>
   <source>ændret</source>
   <translation>changed</translation>
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
  <message>
   <source>“{}” kan ikke stå i {}. Skriv det om, eller vælg på listen.</source>
   <translation>“{}” cannot stand in {}. Write it differently, or choose from the list.</translation>
  </message>
  <message>
   <source>… og {0} til. De står alle i rapporten som GeoPackage eller JSON.</source>
   <translation>… and {0} more. All of them are in the report as GeoPackage or JSON.</translation>
  </message>
  <message>
   <source>… og {} mere.</source>
   <translation>… and {} more.</translation>
  </message>
 </context>
</TS>
