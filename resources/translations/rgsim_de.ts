<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ActCatalog</name>
    <message>
        <source>for 30 s</source>
        <translation>30 s lang</translation>
    </message>
    <message>
        <source>for 5 min</source>
        <translation>5 min lang</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>dauerhaft</translation>
    </message>
    <message>
        <source>is refused</source>
        <translation>wird abgelehnt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>hangs</source>
        <translation>hängt</translation>
    </message>
    <message>
        <source>takes %1 longer</source>
        <translation>dauert %1 länger</translation>
    </message>
    <message>
        <source>on and off, every minute</source>
        <translation>kommt und geht, jede Minute</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Status check</source>
        <translation>Statusprüfung</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>Migration (not simulated)</source>
        <translation>Migration (nicht simuliert)</translation>
    </message>
    <message>
        <source>rgmanager does not run on %1</source>
        <translation>rgmanager läuft nicht auf %1</translation>
    </message>
    <message>
        <source>wherever is best</source>
        <translation>bester Knoten</translation>
    </message>
    <message>
        <source>it runs there</source>
        <translation>läuft schon dort</translation>
    </message>
    <message>
        <source>%1 is off</source>
        <translation>%1 ist aus</translation>
    </message>
    <message>
        <source>Move by hand (not simulated) to</source>
        <translation>Von Hand umziehen (nicht simuliert) auf</translation>
    </message>
    <message>
        <source>the scenario has errors; mend them first</source>
        <translation>das Szenario enthält Fehler; sie müssen zuerst behoben werden</translation>
    </message>
    <message>
        <source>it is off</source>
        <translation>ist aus</translation>
    </message>
    <message>
        <source>Boot at once</source>
        <translation>Sofort hochfahren</translation>
    </message>
    <message>
        <source>it runs</source>
        <translation>läuft schon</translation>
    </message>
    <message>
        <source>Crash</source>
        <translation>Abstürzen lassen</translation>
    </message>
    <message>
        <source>Power cycle</source>
        <translation>Aus- und wieder einschalten</translation>
    </message>
    <message>
        <source>Stop rgmanager and cman in order</source>
        <translation>rgmanager und cman geordnet stoppen</translation>
    </message>
    <message>
        <source>rgmanager does not run</source>
        <translation>rgmanager läuft nicht</translation>
    </message>
    <message>
        <source>Cut off from the network</source>
        <translation>Vom Netz trennen</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>ist schon vom Netz getrennt</translation>
    </message>
    <message>
        <source>Fencing it fails</source>
        <translation>Fencing schlägt fehl</translation>
    </message>
    <message>
        <source>Relocate to</source>
        <translation>Verlagern auf</translation>
    </message>
    <message>
        <source>Migrate (not simulated) to</source>
        <translation>Migrieren (nicht simuliert) auf</translation>
    </message>
    <message>
        <source>Enable on</source>
        <translation>Aktivieren auf</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>Auftauen</translation>
    </message>
    <message>
        <source>Dies</source>
        <translation>Stirbt</translation>
    </message>
    <message>
        <source>on %1 only</source>
        <translation>nur auf %1</translation>
    </message>
    <message>
        <source>Boot all that are off</source>
        <translation>Alle ausgeschalteten hochfahren</translation>
    </message>
    <message>
        <source>all run</source>
        <translation>alle laufen</translation>
    </message>
    <message>
        <source>Split the network in two halves</source>
        <translation>Netz in zwei Hälften teilen</translation>
    </message>
    <message>
        <source>Heal the network</source>
        <translation>Netz wiederherstellen</translation>
    </message>
    <message>
        <source>no node is cut off</source>
        <translation>kein Knoten ist vom Netz getrennt</translation>
    </message>
    <message>
        <source>All fencing fails</source>
        <translation>Jedes Fencing schlägt fehl</translation>
    </message>
    <message>
        <source>%1   (on %2)</source>
        <comment>a command and where it is typed</comment>
        <translation>%1   (auf %2)</translation>
    </message>
</context>
<context>
    <name>ClusterPainter</name>
    <message>
        <source>Every service has a node</source>
        <translation>Jeder Dienst hat einen Knoten</translation>
    </message>
    <message>
        <source>On no node</source>
        <translation>Auf keinem Knoten</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>record, and it runs</source>
        <translation>Eintrag, und er läuft</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>nur Eintrag</translation>
    </message>
    <message>
        <source>runs, no record here</source>
        <translation>läuft, hier kein Eintrag</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>im Wechsel</translation>
    </message>
    <message>
        <source>keep apart</source>
        <translation>getrennt halten</translation>
    </message>
    <message>
        <source>not kept apart</source>
        <translation>nicht getrennt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n insgesamt</numerusform>
            <numerusform>%n insgesamt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterScene</name>
    <message>
        <source>runs, no record</source>
        <translation>läuft, kein Eintrag</translation>
    </message>
    <message>
        <source>remains run</source>
        <translation>Reste laufen</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>kein Eintrag</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>nur Eintrag</translation>
    </message>
    <message>
        <source>runs in part</source>
        <translation>läuft teilweise</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>boots, up in %1</source>
        <translation>fährt hoch, bereit in %1</translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation>%1, eingefroren</translation>
    </message>
    <message>
        <source>on no node</source>
        <translation>auf keinem Knoten</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>On no node: %1</source>
        <translation>Auf keinem Knoten: %1</translation>
    </message>
    <message>
        <source>Services run together that must be kept apart: %1 times</source>
        <translation>Dienste laufen zusammen, die getrennt gehören: %1-mal</translation>
    </message>
    <message>
        <source>%1, must not run here: a keep-apart rule is broken</source>
        <translation>%1, darf hier nicht laufen: eine Trennregel ist verletzt</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>≤ 10 s</source>
        <translation>≤ 10 s</translation>
    </message>
    <message>
        <source>≤ 30 s</source>
        <translation>≤ 30 s</translation>
    </message>
    <message>
        <source>≤ 1 min</source>
        <translation>≤ 1 min</translation>
    </message>
    <message>
        <source>≤ 2 min</source>
        <translation>≤ 2 min</translation>
    </message>
    <message>
        <source>≤ 5 min</source>
        <translation>≤ 5 min</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>länger</translation>
    </message>
    <message>
        <source>not back</source>
        <translation>nicht zurück</translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Record: none</source>
        <translation>Eintrag: keiner</translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation>%1, eingefroren</translation>
    </message>
    <message>
        <source>Record: %1 (%2)</source>
        <translation>Eintrag: %1 (%2)</translation>
    </message>
    <message>
        <source>Record: %1 on %2 (%3)</source>
        <translation>Eintrag: %1 auf %2 (%3)</translation>
    </message>
    <message>
        <source>Really: nothing in it can run</source>
        <translation>Tatsächlich: nichts darin kann laufen</translation>
    </message>
    <message>
        <source>Really: runs nowhere (%1)</source>
        <translation>Tatsächlich: läuft nirgends (%1)</translation>
    </message>
    <message>
        <source>Really: runs on %1 (%2)</source>
        <translation>Tatsächlich: läuft auf %1 (%2)</translation>
    </message>
    <message>
        <source>Really: runs in part on %1 (%2)</source>
        <translation>Tatsächlich: läuft teilweise auf %1 (%2)</translation>
    </message>
    <message>
        <source>Really: runs on %1, and in part on %2 (%3)</source>
        <translation>Tatsächlich: läuft auf %1 und teilweise auf %2 (%3)</translation>
    </message>
    <message>
        <source>Phantom: the record says started, but it does not run there</source>
        <translation>Phantom: laut Eintrag gestartet, läuft dort aber nicht</translation>
    </message>
    <message>
        <source>Runs beside a service that it must be kept apart from</source>
        <translation>Läuft neben einem Dienst, von dem er getrennt gehört</translation>
    </message>
    <message>
        <source>Off (%1)</source>
        <translation>Aus (%1)</translation>
    </message>
    <message>
        <source>Dead, but not yet declared down (%1)</source>
        <translation>Tot, aber noch nicht für ausgefallen erklärt (%1)</translation>
    </message>
    <message>
        <source>Up (%1)</source>
        <translation>In Betrieb (%1)</translation>
    </message>
    <message>
        <source>Runs, but is cut off (%1)</source>
        <translation>Läuft, ist aber vom Netz getrennt (%1)</translation>
    </message>
    <message>
        <source>Runs without a manager (%1)</source>
        <translation>Läuft ohne Manager (%1)</translation>
    </message>
    <message>
        <source>%1: by record only, it does not run here</source>
        <translation>%1: nur laut Eintrag, läuft hier nicht</translation>
    </message>
    <message>
        <source>%1 runs in part</source>
        <translation>%1 läuft teilweise</translation>
    </message>
    <message>
        <source>%1 runs, but no record says started here</source>
        <translation>%1 läuft, aber kein Eintrag nennt ihn hier gestartet</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>No services</source>
        <translation>Keine Dienste</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more of this kind; zoom in to see them</source>
        <translation>
            <numerusform>und %n weiteres dieser Art; zum Ansehen hineinzoomen</numerusform>
            <numerusform>und %n weitere dieser Art; zum Ansehen hineinzoomen</numerusform>
        </translation>
    </message>
    <message>
        <source>Really: unknown, as a log has records only</source>
        <translation>Tatsächlich: unbekannt, denn ein Protokoll hat nur Einträge</translation>
    </message>
</context>
<context>
    <name>LayoutOutline</name>
    <message>
        <source>%1 (shared)</source>
        <translation>%1 (gemeinsam)</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Failover domains</source>
        <translation>Ausfalldomänen</translation>
    </message>
    <message>
        <source>Shared resources</source>
        <translation>Gemeinsame Ressourcen</translation>
    </message>
</context>
<context>
    <name>LegendPainter</name>
    <message>
        <source>many short states</source>
        <translation>viele kurze Zustände</translation>
    </message>
    <message>
        <source>node dead, not yet declared down</source>
        <translation>Knoten tot, noch nicht für ausgefallen erklärt</translation>
    </message>
    <message>
        <source>node cut off</source>
        <translation>Knoten vom Netz getrennt</translation>
    </message>
    <message>
        <source>node without manager</source>
        <translation>Knoten ohne Manager</translation>
    </message>
    <message>
        <source>record: started (colour of the node)</source>
        <translation>Eintrag: gestartet (Farbe des Knotens)</translation>
    </message>
    <message>
        <source>really runs</source>
        <translation>läuft tatsächlich</translation>
    </message>
    <message>
        <source>record only, does not run there</source>
        <translation>nur Eintrag, läuft dort nicht</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>stoppt</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>im Wiederanlauf</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped or disabled</source>
        <translation>gestoppt oder deaktiviert</translation>
    </message>
    <message>
        <source>runs in part</source>
        <translation>läuft teilweise</translation>
    </message>
    <message>
        <source>runs beside what it must be kept apart from</source>
        <translation>läuft neben etwas, von dem er getrennt gehört</translation>
    </message>
    <message>
        <source>runs nowhere</source>
        <translation>läuft nirgends</translation>
    </message>
    <message>
        <source>runs there (colour of the service)</source>
        <translation>läuft dort (Farbe des Dienstes)</translation>
    </message>
    <message>
        <source>runs, but not by record</source>
        <translation>läuft, aber nicht laut Eintrag</translation>
    </message>
    <message>
        <source>fault or request</source>
        <translation>Störung oder Anforderung</translation>
    </message>
    <message>
        <source>relocated</source>
        <translation>verlagert</translation>
    </message>
    <message>
        <source>restarted</source>
        <translation>neu gestartet</translation>
    </message>
    <message>
        <source>check failed</source>
        <translation>Prüfung fehlgeschlagen</translation>
    </message>
    <message>
        <source>start refused by the guard</source>
        <translation>Start vom Wächter abgelehnt</translation>
    </message>
    <message>
        <source>a script failed</source>
        <translation>ein Skript schlug fehl</translation>
    </message>
    <message>
        <source>reply to a request</source>
        <translation>Antwort auf eine Anforderung</translation>
    </message>
    <message>
        <source>moved by hand</source>
        <translation>von Hand umgezogen</translation>
    </message>
    <message>
        <source>node up</source>
        <translation>Knoten in Betrieb</translation>
    </message>
    <message>
        <source>node declared down</source>
        <translation>Knoten für ausgefallen erklärt</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>Fencing erfolgt</translation>
    </message>
    <message>
        <source>fencing failed</source>
        <translation>Fencing fehlgeschlagen</translation>
    </message>
    <message>
        <source>emergency stop</source>
        <translation>Notstopp</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>is down for good</source>
        <translation>ist für immer ausgefallen</translation>
    </message>
    <message>
        <source>is stopped and started for ever</source>
        <translation>wird immer wieder gestoppt und gestartet</translation>
    </message>
    <message>
        <source>runs on %1</source>
        <translation>läuft auf %1</translation>
    </message>
    <message>
        <source>%1, was down for %2</source>
        <translation>%1, war %2 ausgefallen</translation>
    </message>
    <message>
        <source>runs in the end</source>
        <translation>läuft am Ende</translation>
    </message>
    <message>
        <source>never comes to rest</source>
        <translation>kommt nie zur Ruhe</translation>
    </message>
    <message>
        <source>comes up again and again</source>
        <translation>läuft immer wieder an</translation>
    </message>
    <message>
        <source>does not run in the end</source>
        <translation>läuft am Ende nicht</translation>
    </message>
    <message>
        <source>a cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>phantom for good</source>
        <translation>für immer Phantom</translation>
    </message>
    <message>
        <source>phantom for %1</source>
        <translation>%1 lang Phantom</translation>
    </message>
    <message>
        <source>breaks its rule for good</source>
        <translation>bricht seine Regel für immer</translation>
    </message>
    <message>
        <source>broke its rule for %1</source>
        <translation>brach seine Regel %1 lang</translation>
    </message>
    <message>
        <source>never ran and does not start by itself</source>
        <translation>lief nie und startet nicht von selbst</translation>
    </message>
    <message>
        <source>relocations: %L1</source>
        <translation>Verlegungen: %L1</translation>
    </message>
    <message>
        <source>restarts: %L1</source>
        <translation>Neustarts: %L1</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verlegt</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>breaks a rule</source>
        <translation>bricht eine Regel</translation>
    </message>
    <message>
        <source>breaks no rule</source>
        <translation>bricht keine Regel</translation>
    </message>
    <message>
        <source>breaks a rule for longer</source>
        <translation>bricht eine Regel länger</translation>
    </message>
    <message>
        <source>breaks a rule less long</source>
        <translation>bricht eine Regel weniger lang</translation>
    </message>
    <message>
        <source>longer down</source>
        <translation>länger ausgefallen</translation>
    </message>
    <message>
        <source>less long down</source>
        <translation>weniger lang ausgefallen</translation>
    </message>
    <message>
        <source>longer phantom</source>
        <translation>länger Phantom</translation>
    </message>
    <message>
        <source>less long phantom</source>
        <translation>weniger lang Phantom</translation>
    </message>
    <message>
        <source>on another node</source>
        <translation>auf einem anderen Knoten</translation>
    </message>
</context>
<context>
    <name>PhasePlot</name>
    <message>
        <source>goes round in circles</source>
        <translation>läuft im Kreis</translation>
    </message>
    <message>
        <source>not back</source>
        <translation>nicht zurück</translation>
    </message>
    <message>
        <source>mean %1 s</source>
        <translation>Mittel %1 s</translation>
    </message>
    <message>
        <source>greatest %1 at %2</source>
        <translation>größte %1 bei %2</translation>
    </message>
    <message>
        <source>least %1 at %2</source>
        <translation>kleinste %1 bei %2</translation>
    </message>
    <message>
        <source>(nearly)</source>
        <translation>(beinahe)</translation>
    </message>
    <message>
        <source>Instant of the failure in the cycle of checks, in seconds</source>
        <translation>Zeitpunkt des Ausfalls im Prüfzyklus, in Sekunden</translation>
    </message>
    <message>
        <source>Downtime in seconds</source>
        <translation>Ausfallzeit in Sekunden</translation>
    </message>
</context>
<context>
    <name>PlanEntry</name>
    <message>
        <source>Random failures of %1</source>
        <translation>Zufällige Ausfälle von %1</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Nodes boot</source>
        <translation>Knoten fahren hoch</translation>
    </message>
    <message>
        <source>Node crashes</source>
        <translation>Knoten stürzt ab</translation>
    </message>
    <message>
        <source>Node is power-cycled</source>
        <translation>Knoten wird aus- und eingeschaltet</translation>
    </message>
    <message>
        <source>Node leaves in order</source>
        <translation>Knoten geht geordnet</translation>
    </message>
    <message>
        <source>Nodes lose the network</source>
        <translation>Knoten verlieren das Netz</translation>
    </message>
    <message>
        <source>Network heals</source>
        <translation>Netz ist wieder da</translation>
    </message>
    <message>
        <source>Process dies</source>
        <translation>Prozess stirbt</translation>
    </message>
    <message>
        <source>Administrator&apos;s request</source>
        <translation>Anforderung des Administrators</translation>
    </message>
    <message>
        <source>VM is moved by hand</source>
        <translation>VM zieht von Hand um</translation>
    </message>
    <message>
        <source>rgmanager is locked</source>
        <translation>rgmanager wird gesperrt</translation>
    </message>
    <message>
        <source>rgmanager is unlocked</source>
        <translation>rgmanager wird entsperrt</translation>
    </message>
    <message>
        <source>Script fails</source>
        <translation>Skript schlägt fehl</translation>
    </message>
    <message>
        <source>Script hangs</source>
        <translation>Skript hängt</translation>
    </message>
    <message>
        <source>Script is slow</source>
        <translation>Skript ist langsam</translation>
    </message>
    <message>
        <source>Fencing fails</source>
        <translation>Fencing schlägt fehl</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stoppen</translation>
    </message>
    <message>
        <source>status check</source>
        <translation>Statusprüfung</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>Migration</translation>
    </message>
    <message>
        <source>migration, refused</source>
        <translation>Migration, abgelehnt</translation>
    </message>
    <message>
        <source>enable</source>
        <translation>aktivieren</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>deaktivieren</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>neu starten</translation>
    </message>
    <message>
        <source>relocate</source>
        <translation>verlagern</translation>
    </message>
    <message>
        <source>migrate</source>
        <translation>migrieren</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>einfrieren</translation>
    </message>
    <message>
        <source>unfreeze</source>
        <translation>auftauen</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>immer gleich</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>Weibull</source>
        <translation>Weibull</translation>
    </message>
    <message>
        <source>log-normal</source>
        <translation>lognormal</translation>
    </message>
</context>
<context>
    <name>PredictionWords</name>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>kein Eintrag</translation>
    </message>
    <message>
        <source>record only</source>
        <translation>nur Eintrag</translation>
    </message>
    <message>
        <source>only a record on %1, runs nowhere</source>
        <translation>nur ein Eintrag auf %1, läuft nirgends</translation>
    </message>
    <message>
        <source>runs on %1</source>
        <translation>läuft auf %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 auf %2</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>no longer frozen</source>
        <translation>nicht mehr eingefroren</translation>
    </message>
    <message>
        <source>stays on %1</source>
        <translation>bleibt auf %1</translation>
    </message>
    <message>
        <source>%1, out for %2</source>
        <translation>%1, Ausfall %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>services: what becomes of them</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <translation>%1 sofort</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 run together on %2, against their rule</source>
        <translation>%1 laufen entgegen ihrer Regel zusammen auf %2</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Nothing is different until %1.</source>
        <translation>Bis %1 ändert sich nichts.</translation>
    </message>
    <message>
        <source>Until %1: %2.</source>
        <translation>Bis %1: %2.</translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>failover domain %1</source>
        <translation>Ausfalldomäne %1</translation>
    </message>
    <message>
        <source>resource %1</source>
        <translation>Ressource %1</translation>
    </message>
    <message>
        <source>check %1</source>
        <translation>Prüfung %1</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>dependency %1</source>
        <translation>Abhängigkeit %1</translation>
    </message>
    <message>
        <source>target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>event %1</source>
        <translation>Ereignis %1</translation>
    </message>
    <message>
        <source>fault %1</source>
        <translation>Störung %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Ausfallrate %1</translation>
    </message>
    <message>
        <source>keep-apart group %1</source>
        <translation>Trennregel %1</translation>
    </message>
    <message>
        <source>lesson step %1</source>
        <translation>Schritt %1 der Lektion</translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation>der Cluster</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>failover domains</source>
        <translation>Ausfalldomänen</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>fence method</source>
        <translation>Fencing-Methode</translation>
    </message>
    <message>
        <source>failover domain</source>
        <translation>Ausfalldomäne</translation>
    </message>
    <message>
        <source>restarts before it moves</source>
        <translation>Neustarts vor dem Verlagern</translation>
    </message>
    <message>
        <source>restarts are forgotten after</source>
        <translation>Neustarts vergessen nach</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>hängt ab von</translation>
    </message>
    <message>
        <source>dependency mode</source>
        <translation>Art der Abhängigkeit</translation>
    </message>
    <message>
        <source>forgiven failures</source>
        <translation>verziehene Fehlschläge</translation>
    </message>
    <message>
        <source>failures are forgotten after</source>
        <translation>Fehlschläge vergessen nach</translation>
    </message>
    <message>
        <source>independent subtree</source>
        <translation>unabhängiger Teilbaum</translation>
    </message>
    <message>
        <source>shared resource</source>
        <translation>gemeinsame Ressource</translation>
    </message>
    <message>
        <source>keep apart</source>
        <translation>getrennt halten</translation>
    </message>
    <message>
        <source>token timeout</source>
        <translation>Token-Zeitlimit</translation>
    </message>
    <message>
        <source>scan for due checks</source>
        <translation>Suche nach fälligen Prüfungen</translation>
    </message>
    <message>
        <source>rejoins after fencing</source>
        <translation>kommt nach Fencing wieder</translation>
    </message>
    <message>
        <source>expected votes</source>
        <translation>erwartete Stimmen</translation>
    </message>
    <message>
        <source>two-node mode</source>
        <translation>Zwei-Knoten-Betrieb</translation>
    </message>
    <message>
        <source>end of the run</source>
        <translation>Ende des Laufs</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>the whole scenario</source>
        <translation>das ganze Szenario</translation>
    </message>
</context>
<context>
    <name>RealLogWords</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Compared: %1 to %2 on %3; equal lines may lie %4 apart. Time 0 is %5.</source>
        <translation>Verglichen: %1 bis %2 auf %3; gleiche Zeilen dürfen %4 auseinanderliegen. Zeit 0 ist %5.</translation>
    </message>
    <message>
        <source>Left out, as the log has no line of them: %1.</source>
        <translation>Ausgelassen, weil das Protokoll keine Zeile von ihnen hat: %1.</translation>
    </message>
    <message>
        <source>Lines of rgmanager: %L1, not understood: %L2; of other programs: %L3; blank: %L4.</source>
        <translation>Zeilen von rgmanager: %L1, davon nicht verstanden: %L2; von anderen Programmen: %L3; leer: %L4.</translation>
    </message>
    <message>
        <source>This log is of another cluster: none of its nodes (%1) is in the layout (%2).</source>
        <translation>Dieses Protokoll gehört zu einem anderen Cluster: Keiner seiner Knoten (%1) steht im Aufbau (%2).</translation>
    </message>
    <message>
        <source>There is nothing to compare: neither the log nor the run has a line in the time that they share.</source>
        <translation>Es gibt nichts zu vergleichen: In der gemeinsamen Zeit hat weder das Protokoll noch der Lauf eine Zeile.</translation>
    </message>
    <message>
        <source>All lines agree: %L1.</source>
        <translation>Alle Zeilen stimmen überein: %L1.</translation>
    </message>
    <message>
        <source>%L1 of %L2 lines agree; first difference at %3 on %4.</source>
        <translation>%L1 von %L2 Zeilen stimmen überein; erster Unterschied um %3 auf %4.</translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>started</source>
        <translation>gestartet</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>stoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>uninitialized</source>
        <translation>nicht initialisiert</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>recoverable</source>
        <translation>wiederanlauffähig</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>im Wiederanlauf</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>migrating</source>
        <translation>migriert</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>up</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>vom Netz getrennt</translation>
    </message>
    <message>
        <source>runs, without a manager</source>
        <translation>läuft ohne Manager</translation>
    </message>
    <message>
        <source>lost, unfenced</source>
        <translation>verloren, ohne Fencing</translation>
    </message>
</context>
<context>
    <name>TimeSpread</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>TimelineLanes</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Simulator of rgmanager clusters: the window</source>
        <translation>Simulator für rgmanager-Cluster: das Fenster</translation>
    </message>
    <message>
        <source>Language of the window, such as de</source>
        <translation>Sprache des Fensters, etwa de</translation>
    </message>
    <message>
        <source>A scenario or a cluster.conf to open</source>
        <translation>Szenario oder cluster.conf, die geöffnet werden soll</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt halten</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Skripte</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>Real log</source>
        <translation>Echtes Protokoll</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
</context>
<context>
    <name>rgsim::gui</name>
    <message>
        <source>choose another place; nothing that is open is lost</source>
        <translation>einen anderen Ort wählen; nichts Geöffnetes geht verloren</translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation>das ist keine Datei</translation>
    </message>
    <message>
        <source>the file could not be written</source>
        <translation>die Datei konnte nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::AboutDialog</name>
    <message>
        <source>About rgsim</source>
        <translation>Über rgsim</translation>
    </message>
    <message>
        <source>rgsim %1
Simulator of clusters that rgmanager manages.

Qt %2, QCustomPlot %3

Free software: GNU General Public License, version 3 or later. There is no warranty.</source>
        <translation>rgsim %1
Simulator für Cluster, die rgmanager verwaltet.

Qt %2, QCustomPlot %3

Freie Software: GNU General Public License, Version 3 oder neuer. Es gibt keine Gewährleistung.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ActLine</name>
    <message>
        <source>What would come of it</source>
        <translation>Was daraus würde</translation>
    </message>
    <message>
        <source>Administrator&apos;s command</source>
        <translation>Befehl des Administrators</translation>
    </message>
    <message>
        <source>what an administrator would type</source>
        <translation>was ein Administrator eintippen würde</translation>
    </message>
    <message>
        <source>Option of rgsim</source>
        <translation>Option von rgsim</translation>
    </message>
    <message>
        <source>the same as an option of rgsim</source>
        <translation>dasselbe als Option von rgsim</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Right-click to let something happen now, or drag a service to another node.</source>
        <translation>Rechtsklick, um jetzt etwas geschehen zu lassen; oder einen Dienst auf einen anderen Knoten ziehen.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ActMenu</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ActStage</name>
    <message>
        <source>What comes of it is told after the answer.</source>
        <translation>Was daraus wird, zeigt sich nach der Antwort.</translation>
    </message>
    <message>
        <source>Not now: %1.</source>
        <translation>Jetzt nicht: %1.</translation>
    </message>
    <message>
        <source>The outcome can be told once the run is computed.</source>
        <translation>Das Ergebnis steht fest, sobald der Lauf berechnet ist.</translation>
    </message>
    <message>
        <source>Working out what comes of it…</source>
        <translation>Wird ermittelt, was daraus wird…</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::AttributeModel</name>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>another…</source>
        <translation>weiteres…</translation>
    </message>
    <message>
        <source>Change attributes of %1</source>
        <translation>Attribute von %1 ändern</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::BarPlot</name>
    <message>
        <source>Which bars are shown</source>
        <translation>Welche Balken zu sehen sind</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CampaignCharts</name>
    <message>
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>fencing</source>
        <translation>Fencing</translation>
    </message>
    <message>
        <source>status cycle</source>
        <translation>Statuszyklus</translation>
    </message>
    <message>
        <source>phantom</source>
        <translation>Phantom</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>dependency</source>
        <translation>Abhängigkeit</translation>
    </message>
    <message>
        <source>nowhere to go</source>
        <translation>kein Platz</translation>
    </message>
    <message>
        <source>left stopped</source>
        <translation>bleibt gestoppt</translation>
    </message>
    <message>
        <source>Nines</source>
        <translation>Neunen</translation>
    </message>
    <message>
        <source>Nines: 3 is 99.9 %, 4 is 99.99 %</source>
        <translation>Neunen: 3 heißt 99,9 %, 4 heißt 99,99 %</translation>
    </message>
    <message>
        <source>%1: %2, 95 % interval %3</source>
        <translation>%1: %2, 95-%-Intervall %3</translation>
    </message>
    <message>
        <source>Downtime a year</source>
        <translation>Ausfallzeit im Jahr</translation>
    </message>
    <message>
        <source>Outages a year</source>
        <translation>Ausfälle im Jahr</translation>
    </message>
    <message>
        <source>Outages a year of %1, by length</source>
        <translation>Ausfälle im Jahr von %1, nach Dauer</translation>
    </message>
    <message>
        <source>%1: %2 a year, %L3 in all</source>
        <translation>%1: %2 im Jahr, %L3 insgesamt</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CampaignForm</name>
    <message>
        <source>%1 must be longer than nothing</source>
        <translation>%1 muss länger als nichts sein</translation>
    </message>
    <message>
        <source>say how long it takes on average, such as 90d</source>
        <translation>angeben, wie lange es im Mittel dauert, etwa 90d</translation>
    </message>
    <message>
        <source>Years of a run, of 365 days</source>
        <translation>Jahre eines Laufs, zu 365 Tagen</translation>
    </message>
    <message>
        <source>&amp;Years</source>
        <translation>&amp;Jahre</translation>
    </message>
    <message>
        <source>With a precision, the most</source>
        <translation>Mit einer Genauigkeit: höchstens so viele</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>The same seed, the same answer, on any number of threads</source>
        <translation>Gleicher Startwert, gleiche Antwort, mit beliebig vielen Threads</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>End as soon as every interval&apos;s half is at most this part of the downtime</source>
        <translation>Aufhören, sobald die Hälfte jedes Intervalls höchstens dieser Teil der Ausfallzeit ist</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>&amp;Genauigkeit</translation>
    </message>
    <message>
        <source>&amp;Node fails every</source>
        <translation>&amp;Knoten fällt aus alle</translation>
    </message>
    <message>
        <source>Mean time between failures of nodes without a rate, such as 90d</source>
        <translation>Mittlere Zeit zwischen Ausfällen von Knoten ohne eigene Rate, etwa 90d</translation>
    </message>
    <message>
        <source>re&amp;paired in</source>
        <translation>&amp;repariert in</translation>
    </message>
    <message>
        <source>Their mean time from failure to boot, such as 4h</source>
        <translation>Ihre mittlere Zeit vom Ausfall bis zum Hochfahren, etwa 4h</translation>
    </message>
    <message>
        <source>Process &amp;dies every</source>
        <translation>&amp;Prozess stirbt alle</translation>
    </message>
    <message>
        <source>Mean time between deaths of processes without a rate</source>
        <translation>Mittlere Zeit zwischen dem Sterben von Prozessen ohne eigene Rate</translation>
    </message>
    <message>
        <source>Na&amp;rrower intervals</source>
        <translation>S&amp;chmalere Intervalle</translation>
    </message>
    <message>
        <source>From as many runs: what failures and repairs alone explain is taken out (variance reduction)</source>
        <translation>Aus ebenso vielen Läufen: Was Ausfälle und Reparaturen allein erklären, wird herausgerechnet (Varianzreduktion)</translation>
    </message>
    <message>
        <source>T&amp;hreads</source>
        <translation>T&amp;hreads</translation>
    </message>
    <message>
        <source>as in the scenario</source>
        <translation>wie im Szenario</translation>
    </message>
    <message>
        <source>How often nodes fail and how soon they are repaired belong together</source>
        <translation>Wie oft Knoten ausfallen und wie bald sie repariert sind, gehört zusammen</translation>
    </message>
    <message>
        <source>give both or none</source>
        <translation>beides angeben oder keines</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CampaignModel</name>
    <message>
        <source>One run says nothing about how much others would differ: run more</source>
        <translation>Ein Lauf sagt nicht, wie sehr andere abwichen: mehr Läufe machen</translation>
    </message>
    <message>
        <source>No outage was seen; the interval is what that allows</source>
        <translation>Kein Ausfall kam vor; das Intervall ist, was das zulässt</translation>
    </message>
    <message>
        <source>Only a few runs had an outage, so the interval is rough: run more</source>
        <translation>Nur wenige Läufe hatten einen Ausfall, darum ist das Intervall grob: mehr Läufe machen</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Nines</source>
        <translation>Neunen</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Down a year</source>
        <translation>Aus im Jahr</translation>
    </message>
    <message>
        <source>Outages a year</source>
        <translation>Ausfälle im Jahr</translation>
    </message>
    <message>
        <source>Mean outage</source>
        <translation>Mittlerer Ausfall</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längster</translation>
    </message>
    <message>
        <source>Moved a year</source>
        <translation>Umzüge im Jahr</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CampaignView</name>
    <message>
        <source>Run %1 was ended because it had %L2 events</source>
        <translation>Lauf %1 wurde beendet, weil er %L2 Ereignisse hatte</translation>
    </message>
    <message>
        <source>see whether something repeats for ever, or give fewer years a run</source>
        <translation>nachsehen, ob sich etwas ewig wiederholt, oder weniger Jahre je Lauf angeben</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>Rechne&amp;n</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Availability in nines</source>
        <translation>Verfügbarkeit in Neunen</translation>
    </message>
    <message>
        <source>Downtime by cause</source>
        <translation>Ausfallzeit nach Ursache</translation>
    </message>
    <message>
        <source>Outages by length</source>
        <translation>Ausfälle nach Dauer</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Nines</source>
        <translation>Neunen</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>Ursachen</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>The cluster is being run under random failures…</source>
        <translation>Der Cluster läuft unter zufälligen Ausfällen …</translation>
    </message>
    <message>
        <source>Runs the cluster again and again for years under random failures, and tells how available its services are.</source>
        <translation>Lässt den Cluster immer wieder jahrelang unter zufälligen Ausfällen laufen und sagt, wie verfügbar seine Dienste sind.</translation>
    </message>
    <message>
        <source>Cluster-years: %L1. Failures a year: %2.</source>
        <translation>Cluster-Jahre: %L1. Ausfälle im Jahr: %2.</translation>
    </message>
    <message>
        <source>It was stopped: these are the runs that were done by then.</source>
        <translation>Es wurde angehalten: Das sind die Läufe, die bis dahin fertig waren.</translation>
    </message>
    <message>
        <source>The wanted precision is reached.</source>
        <translation>Die gewünschte Genauigkeit ist erreicht.</translation>
    </message>
    <message>
        <source>Events of the scenario are left out: only what the rates bring happens.</source>
        <translation>Ereignisse des Szenarios bleiben weg: Nur was die Raten bringen, geschieht.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CheckModel</name>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>another…</source>
        <translation>weitere…</translation>
    </message>
    <message>
        <source>Change status checks of %1</source>
        <translation>Statusprüfungen von %1 ändern</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClustatView</name>
    <message>
        <source>What clustat prints</source>
        <translation>Was clustat ausgibt</translation>
    </message>
    <message>
        <source>About this output</source>
        <translation>Zu dieser Ausgabe</translation>
    </message>
    <message>
        <source>The node on which clustat runs</source>
        <translation>Knoten, auf dem clustat läuft</translation>
    </message>
    <message>
        <source>clustat &amp;on</source>
        <translation>clustat a&amp;uf</translation>
    </message>
    <message>
        <source>as &amp;XML (-x)</source>
        <translation>als &amp;XML (-x)</translation>
    </message>
    <message>
        <source>the first node that is up</source>
        <translation>erster Knoten in Betrieb</translation>
    </message>
    <message>
        <source>%1 is no member of the cluster at %2: clustat works on members only. Choose another node.</source>
        <translation>%1 ist um %2 kein Mitglied des Clusters: clustat läuft nur auf Mitgliedern. Bitte einen anderen Knoten wählen.</translation>
    </message>
    <message>
        <source>No node is up at %1: nobody could run clustat. This is what the records say.</source>
        <translation>Um %1 ist kein Knoten in Betrieb: niemand könnte clustat aufrufen. Dies sagen die Einträge.</translation>
    </message>
    <message>
        <source>□ belief only: the record says started, but the service does not run there.</source>
        <translation>□ nur geglaubt: laut Eintrag gestartet, der Dienst läuft dort aber nicht.</translation>
    </message>
    <message>
        <source>Belief only: the record says started, but the service does not run there.</source>
        <translation>Nur geglaubt: laut Eintrag gestartet, der Dienst läuft dort aber nicht.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClusterCanvas</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClusterView</name>
    <message>
        <source>The cluster is shown once what is wrong with it is mended.</source>
        <translation>Der Cluster erscheint, sobald seine Fehler behoben sind.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Type requests on</source>
        <translation>Anforderungen eingeben auf</translation>
    </message>
    <message>
        <source>the service&apos;s node</source>
        <translation>Knoten des Dienstes</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
    <message>
        <source>What shall happen? “crash node1”, “relocate …”, “save”</source>
        <translation>Was soll geschehen? „crash node1“, „relocate …“, „speichern“</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ComparisonModel</name>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Relocations</source>
        <translation>Verlagerungen</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>Phantom</source>
        <translation>Phantom</translation>
    </message>
    <message>
        <source>Violations</source>
        <translation>Verstöße</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>main</source>
        <translation>Hauptzweig</translation>
    </message>
    <message>
        <source>fork</source>
        <translation>Verzweigung</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Unterschied</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ComparisonView</name>
    <message>
        <source>&amp;Go there</source>
        <translation>Do&amp;rthin</translation>
    </message>
    <message>
        <source>First difference</source>
        <translation>Erster Unterschied</translation>
    </message>
    <message>
        <source>Move the playhead to the first difference</source>
        <translation>Abspielmarke auf den ersten Unterschied setzen</translation>
    </message>
    <message>
        <source>Main and fork side by side</source>
        <translation>Hauptzweig und Verzweigung nebeneinander</translation>
    </message>
    <message>
        <source>There is no second branch. Put the playhead where it should begin and choose “Fork here” (Ctrl+B); then give it other faults or another layout.</source>
        <translation>Es gibt keinen zweiten Zweig. Die Abspielmarke dorthin setzen, wo er beginnen soll, und „Hier verzweigen“ (Strg+B) wählen; ihm dann andere Störungen oder einen anderen Aufbau geben.</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptzweig</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Verzweigung</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DecisionModel</name>
    <message>
        <source>%1
at %2 by %3</source>
        <translation>%1
um %2 durch %3</translation>
    </message>
    <message>
        <source>Settled by: %1</source>
        <translation>Entschieden durch: %1</translation>
    </message>
    <message>
        <source>In rgmanager: %1</source>
        <translation>In rgmanager: %1</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2: score %3, %4</source>
        <translation>%1 %2: Wertung %3, %4</translation>
    </message>
    <message>
        <source>Configured in line %1: %2</source>
        <translation>Konfiguriert in Zeile %1: %2</translation>
    </message>
    <message>
        <source>Configured in: %1</source>
        <translation>Konfiguriert in: %1</translation>
    </message>
    <message>
        <source>What would have changed it? Search</source>
        <translation>Was hätte sie geändert? Suchen</translation>
    </message>
    <message>
        <source>What would have changed it: %1</source>
        <translation>Was sie geändert hätte: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::Document</name>
    <message>
        <source>Fork</source>
        <translation>Verzweigen</translation>
    </message>
    <message>
        <source>Drop the fork</source>
        <translation>Verzweigung verwerfen</translation>
    </message>
    <message>
        <source>the layout has errors, and a cluster.conf cannot hold half-finished values</source>
        <translation>der Aufbau enthält Fehler, und eine cluster.conf kann keine halbfertigen Werte aufnehmen</translation>
    </message>
    <message>
        <source>mend them first, or save as a scenario (.json)</source>
        <translation>sie zuerst beheben, oder als Szenario (.json) speichern</translation>
    </message>
    <message>
        <source>the edits did not fit into the text that was opened, so it was written anew, without its comments</source>
        <translation>die Änderungen passten nicht in den geöffneten Text, daher wurde er neu geschrieben, ohne seine Kommentare</translation>
    </message>
    <message>
        <source>a cluster.conf has no room for faults, guards and how long things take</source>
        <translation>eine cluster.conf hat keinen Platz für Störungen, Wächter und Zeiten</translation>
    </message>
    <message>
        <source>save as a scenario (.json) to keep them</source>
        <translation>als Szenario (.json) speichern, um sie zu behalten</translation>
    </message>
    <message>
        <source>the kept copy is damaged</source>
        <translation>die aufbewahrte Kopie ist beschädigt</translation>
    </message>
    <message>
        <source>open the file as it was saved last</source>
        <translation>die Datei öffnen, wie sie zuletzt gespeichert wurde</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DomainForm</name>
    <message>
        <source>ordered</source>
        <translation>geordnet</translation>
    </message>
    <message>
        <source>Priorities count: a node with a lower number comes first</source>
        <translation>Prioritäten zählen: ein Knoten mit niedrigerer Zahl kommt zuerst</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>Its services run on its nodes only, or nowhere</source>
        <translation>Ihre Dienste laufen nur auf ihren Knoten oder nirgends</translation>
    </message>
    <message>
        <source>no failback</source>
        <translation>kein Zurückholen</translation>
    </message>
    <message>
        <source>A service stays where it is when a better node comes back</source>
        <translation>Ein Dienst bleibt, wo er ist, wenn ein besserer Knoten zurückkommt</translation>
    </message>
    <message>
        <source>Nodes and their priorities (1 comes first)</source>
        <translation>Knoten und ihre Prioritäten (1 kommt zuerst)</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DomainMembersModel</name>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Change the nodes of %1</source>
        <translation>Knoten von %1 ändern</translation>
    </message>
    <message>
        <source>Change the order of nodes of %1</source>
        <translation>Reihenfolge der Knoten von %1 ändern</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DraftField</name>
    <message>
        <source>various</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>A duration such as 5s, 1500ms, 10min, 2h or 90d</source>
        <translation>Eine Dauer wie 5s, 1500ms, 10min, 2h oder 90d</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation>%2: %1 entfernen</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>%2: %1 auf „%3“ setzen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ExploreStepsModel</name>
    <message>
        <source>violated: %1</source>
        <translation>verletzt: %1</translation>
    </message>
    <message>
        <source>here begins what violates it</source>
        <translation>hier beginnt, was es verletzt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ExploreView</name>
    <message>
        <source>choose depth %1, leave out the phases, or allow more memory</source>
        <translation>Tiefe %1 wählen, die Phasen weglassen oder mehr Speicher erlauben</translation>
    </message>
    <message>
        <source>choose depth %1, or allow more memory</source>
        <translation>Tiefe %1 wählen oder mehr Speicher erlauben</translation>
    </message>
    <message>
        <source>There is nothing to look for</source>
        <translation>Es gibt nichts, wonach gesucht werden kann</translation>
    </message>
    <message>
        <source>add what must hold to the list below</source>
        <translation>in der Liste darunter angeben, was gelten muss</translation>
    </message>
    <message>
        <source>Exp&amp;lore</source>
        <translation>&amp;Erkunden</translation>
    </message>
    <message>
        <source>Ph&amp;ases</source>
        <translation>&amp;Phasen</translation>
    </message>
    <message>
        <source>O&amp;rders</source>
        <translation>&amp;Reihenfolgen</translation>
    </message>
    <message>
        <source>F&amp;old</source>
        <translation>Fa&amp;lten</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Sequences of up to so many failures and recoveries. 0: only the cold start</source>
        <translation>Folgen von bis zu so vielen Ausfällen und Wiederherstellungen. 0: nur der Kaltstart</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>Strike at every instant of the status cycle that makes a difference, not only when the cluster has come to rest</source>
        <translation>Zu jedem Zeitpunkt des Statuszyklus zuschlagen, der etwas ausmacht, nicht nur wenn der Cluster zur Ruhe gekommen ist</translation>
    </message>
    <message>
        <source>Try every order of what happens at the same instant, too</source>
        <translation>Auch jede Reihenfolge dessen probieren, was im selben Augenblick geschieht</translation>
    </message>
    <message>
        <source>Leave out what cannot make a difference: the same verdict, sooner</source>
        <translation>Weglassen, was nichts ausmachen kann: dasselbe Urteil, nur früher</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>For the states that have to be remembered</source>
        <translation>Für die Zustände, die gemerkt werden müssen</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>Spei&amp;cher</translation>
    </message>
    <message>
        <source>The steps that violate it</source>
        <translation>Die Schritte, die es verletzen</translation>
    </message>
    <message>
        <source>Open in the t&amp;imeline</source>
        <translation>&amp;In der Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>The sequence as a second branch, played from a moment before</source>
        <translation>Die Folge als zweiter Zweig, abgespielt ab dem Augenblick davor</translation>
    </message>
    <message>
        <source>The cluster starts cold…</source>
        <translation>Der Cluster startet kalt …</translation>
    </message>
    <message>
        <source>Sequences of %1 steps, of at most %2. States: %L3, %4 a second; folded: %5.</source>
        <translation>Folgen von %1 Schritten, von höchstens %2. Zustände: %L3, %4 in der Sekunde; gefaltet: %5.</translation>
    </message>
    <message>
        <source>Violated at a cold start, without any failure: %1.</source>
        <translation>Bei einem Kaltstart verletzt, ohne jeden Ausfall: %1.</translation>
    </message>
    <message>
        <source>Violated by a single step: %1.</source>
        <translation>Durch einen einzigen Schritt verletzt: %1.</translation>
    </message>
    <message>
        <source>Violated by %L1 steps, none of which can be left out: %2.</source>
        <translation>Durch %L1 Schritte verletzt, von denen keiner fehlen darf: %2.</translation>
    </message>
    <message>
        <source>No violation at a cold start.</source>
        <translation>Keine Verletzung bei einem Kaltstart.</translation>
    </message>
    <message>
        <source>No violation within depth %1: all sequences of up to so many failures and recoveries hold.</source>
        <translation>Keine Verletzung bis Tiefe %1: Alles gilt nach jeder Folge von bis zu so vielen Ausfällen und Wiederherstellungen.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
    <message>
        <source>All that is known: no violation at a cold start.</source>
        <translation>Bekannt ist nur: keine Verletzung bei einem Kaltstart.</translation>
    </message>
    <message>
        <source>All that is known: no violation within depth %1.</source>
        <translation>Bekannt ist nur: keine Verletzung bis Tiefe %1.</translation>
    </message>
    <message>
        <source>The memory did not suffice: allow more, or choose a smaller depth.</source>
        <translation>Der Speicher hat nicht gereicht: mehr erlauben oder eine kleinere Tiefe wählen.</translation>
    </message>
    <message>
        <source>It was stopped before its end.</source>
        <translation>Es wurde vor dem Ende angehalten.</translation>
    </message>
    <message>
        <source>States: %L1, %2 a second; folded: %3.</source>
        <translation>Zustände: %L1, %2 in der Sekunde; gefaltet: %3.</translation>
    </message>
    <message>
        <source>Services that can make no difference and did not take part: %L1.</source>
        <translation>Dienste, die nichts ausmachen können und nicht mitgemacht haben: %L1.</translation>
    </message>
    <message>
        <source>States that did not come to rest within an hour: %L1; what comes later was not looked at.</source>
        <translation>Zustände, die binnen einer Stunde nicht zur Ruhe kamen: %L1; was später kommt, wurde nicht betrachtet.</translation>
    </message>
    <message>
        <source>It was repeated without folding.</source>
        <translation>Es wurde ohne Falten wiederholt.</translation>
    </message>
    <message>
        <source>Tries every sequence of failures and recoveries up to a length, shortest first, and tells the first that violates something in the list, or that none does.</source>
        <translation>Probiert jede Folge von Ausfällen und Wiederherstellungen bis zu einer Länge, die kürzesten zuerst, und nennt die erste, die etwas in der Liste verletzt, oder dass es keine gibt.</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Exploration (violated)</source>
        <translation>Erkundung (verletzt)</translation>
    </message>
    <message>
        <source>Exploration (holds)</source>
        <translation>Erkundung (gilt)</translation>
    </message>
    <message>
        <source>Exploration (not complete)</source>
        <translation>Erkundung (unvollständig)</translation>
    </message>
    <message>
        <source>Open the counterexample</source>
        <translation>Gegenbeispiel öffnen</translation>
    </message>
    <message>
        <source>leave out the orders, or ask about a smaller cluster</source>
        <translation>die Reihenfolgen weglassen oder nach einem kleineren Cluster fragen</translation>
    </message>
    <message>
        <source>Other orders that were tried: %L1, of them without consequences: %L2.</source>
        <translation>Andere Reihenfolgen, die probiert wurden: %L1, davon ohne Folgen: %L2.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ExportDialog</name>
    <message>
        <source>Files for the nodes</source>
        <translation>Dateien für die Knoten</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Auswä&amp;hlen …</translation>
    </message>
    <message>
        <source>W&amp;here to:</source>
        <translation>Woh&amp;in:</translation>
    </message>
    <message>
        <source>One folder for all nodes</source>
        <translation>Ein Ordner für alle Knoten</translation>
    </message>
    <message>
        <source>One folder for each node</source>
        <translation>Ein Ordner für jeden Knoten</translation>
    </message>
    <message>
        <source>An archive (.tar.gz)</source>
        <translation>Ein Archiv (.tar.gz)</translation>
    </message>
    <message>
        <source>&amp;Layout:</source>
        <translation>A&amp;ufteilung:</translation>
    </message>
    <message>
        <source>As in the plan</source>
        <translation>Wie im Plan</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Hardened</source>
        <translation>Gehärtet</translation>
    </message>
    <message>
        <source>None: take guards out of the scripts</source>
        <translation>Keiner: Wächter aus den Skripten entfernen</translation>
    </message>
    <message>
        <source>&amp;Guard:</source>
        <translation>&amp;Wächter:</translation>
    </message>
    <message>
        <source>The chosen file</source>
        <translation>Die gewählte Datei</translation>
    </message>
    <message>
        <source>What the file will say</source>
        <translation>Was in der Datei stehen wird</translation>
    </message>
    <message>
        <source>How it differs from the file that is there</source>
        <translation>Wie sie sich von der vorhandenen Datei unterscheidet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>U&amp;nterschied</translation>
    </message>
    <message>
        <source>What would be written</source>
        <translation>Was geschrieben würde</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>Sch&amp;reiben</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Archive for the files</source>
        <translation>Archiv für die Dateien</translation>
    </message>
    <message>
        <source>Archive (*.tar.gz)</source>
        <translation>Archiv (*.tar.gz)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Not everything could be written:</source>
        <translation>Nicht alles konnte geschrieben werden:</translation>
    </message>
    <message>
        <source>There are no files for this plan:</source>
        <translation>Zu diesem Plan gibt es keine Dateien:</translation>
    </message>
    <message>
        <source>Worth a look:</source>
        <translation>Einen Blick wert:</translation>
    </message>
    <message>
        <source>Nothing can be written.</source>
        <translation>Es kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Everything there is as it should be.</source>
        <translation>Dort ist alles, wie es sein soll.</translation>
    </message>
    <message>
        <source>New: %1, changed: %2, unchanged: %3.</source>
        <translation>Neu: %1, geändert: %2, unverändert: %3.</translation>
    </message>
    <message>
        <source>The files are worked out…</source>
        <translation>Die Dateien werden ermittelt …</translation>
    </message>
    <message>
        <source>The file that is there says the same.</source>
        <translation>In der vorhandenen Datei steht dasselbe.</translation>
    </message>
    <message>
        <source>Nothing was written: something has changed there. Look at it again.</source>
        <translation>Nichts wurde geschrieben: Dort hat sich etwas geändert. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Files: %1. Choose where to write them.</source>
        <translation>Dateien: %1. Bitte wählen, wohin sie geschrieben werden.</translation>
    </message>
    <message>
        <source>Files in a new archive: %1.</source>
        <translation>Dateien in einem neuen Archiv: %1.</translation>
    </message>
    <message>
        <source>Files in an archive that replaces the one there: %1.</source>
        <translation>Dateien in einem Archiv, das das vorhandene ersetzt: %1.</translation>
    </message>
    <message>
        <source>Files written: %1. The rest is as it was.</source>
        <translation>Geschriebene Dateien: %1. Der Rest ist, wie er war.</translation>
    </message>
    <message>
        <source>Files written to %1: %2.</source>
        <translation>Nach %1 geschriebene Dateien: %2.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::FaultPlanModel</name>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n Störung</numerusform>
            <numerusform>%n Störungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rates</source>
        <translation>
            <numerusform>%n Ausfallrate</numerusform>
            <numerusform>%n Ausfallraten</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Löschen: %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplizieren: %1</translation>
    </message>
    <message>
        <source>Move %1 to the playhead</source>
        <translation>Auf die Abspielmarke setzen: %1</translation>
    </message>
    <message>
        <source>0s</source>
        <translation>0s</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>all nodes</source>
        <translation>alle Knoten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>anywhere</source>
        <translation>irgendwo</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>lowest id</source>
        <translation>niedrigste ID</translation>
    </message>
    <message>
        <source>Set “%1” of %2 to %3</source>
        <translation>%2: „%1“ auf „%3“ setzen</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Bei</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>To node</source>
        <translation>Zu Knoten</translation>
    </message>
    <message>
        <source>On node</source>
        <translation>Auf Knoten</translation>
    </message>
    <message>
        <source>Via node</source>
        <translation>Über Knoten</translation>
    </message>
    <message>
        <source>Longer by</source>
        <translation>Länger um</translation>
    </message>
    <message>
        <source>Comes and goes every</source>
        <translation>Kommt und geht alle</translation>
    </message>
    <message>
        <source>Fails after</source>
        <translation>Fällt aus nach</translation>
    </message>
    <message>
        <source>Repaired after</source>
        <translation>Repariert nach</translation>
    </message>
    <message>
        <source>Failures spread</source>
        <translation>Streuung der Ausfälle</translation>
    </message>
    <message>
        <source>Repairs spread</source>
        <translation>Streuung der Reparaturen</translation>
    </message>
    <message>
        <source>Failures&apos; shape</source>
        <translation>Form der Ausfälle</translation>
    </message>
    <message>
        <source>Repairs&apos; shape</source>
        <translation>Form der Reparaturen</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::FaultPlanView</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Parts of the plan</source>
        <translation>Teile des Plans</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Random failures</source>
        <translation>Zufällige Ausfälle</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Hin&amp;zufügen</translation>
    </message>
    <message>
        <source>Add an event, a fault or random failures at the playhead</source>
        <translation>Ereignis, Störung oder zufällige Ausfälle an der Abspielmarke hinzufügen</translation>
    </message>
    <message>
        <source>Add to the plan</source>
        <translation>Dem Plan hinzufügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the chosen rows</source>
        <translation>Gewählte Zeilen löschen</translation>
    </message>
    <message>
        <source>To playhead</source>
        <translation>Zur Abspielmarke</translation>
    </message>
    <message>
        <source>Let the chosen rows happen at the playhead</source>
        <translation>Gewählte Zeilen an der Abspielmarke geschehen lassen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin</translation>
    </message>
    <message>
        <source>Move the playhead to the chosen row</source>
        <translation>Abspielmarke auf die gewählte Zeile setzen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate the chosen rows</source>
        <translation>Gewählte Zeilen duplizieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste copied rows</source>
        <translation>Kopierte Zeilen einfügen</translation>
    </message>
    <message>
        <source>Faults for a while</source>
        <translation>Störungen für eine Weile</translation>
    </message>
    <message>
        <source>Node fails at random</source>
        <translation>Knoten fällt zufällig aus</translation>
    </message>
    <message>
        <source>Service&apos;s process dies at random</source>
        <translation>Prozess eines Dienstes stirbt zufällig</translation>
    </message>
    <message>
        <source>What was copied holds no events, faults or rates.</source>
        <translation>Das Kopierte enthält keine Ereignisse, Störungen oder Ausfallraten.</translation>
    </message>
    <message>
        <source>a part of a plan</source>
        <translation>Teil eines Plans</translation>
    </message>
    <message>
        <source>Paste %1</source>
        <translation>Einfügen: %1</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Something is wrong here</source>
        <translation>Hier stimmt etwas nicht</translation>
    </message>
    <message>
        <source>No boot is listed: all nodes boot together at 0s.</source>
        <translation>Kein Hochfahren ist aufgeführt: alle Knoten fahren gemeinsam um 0s hoch.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::GalleryModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation>Zusammengehörigkeit</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Durch Zufall</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Keeping apart with a guard</source>
        <translation>Getrennt halten mit Wächter</translation>
    </message>
    <message>
        <source>Large clusters</source>
        <translation>Große Cluster</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Load balancing</source>
        <translation>Lastverteilung</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Quorum and fencing</source>
        <translation>Quorum und Fencing</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Platzierung</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::GuardModel</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Guard %1</source>
        <translation>%1 bewachen</translation>
    </message>
    <message>
        <source>Do not guard %1</source>
        <translation>%1 nicht bewachen</translation>
    </message>
    <message>
        <source>Let the guard of %1 look for %2</source>
        <translation>Wächter von %1 nach %2 suchen lassen</translation>
    </message>
    <message>
        <source>Let the guards&apos; lists follow from the rules</source>
        <translation>Listen der Wächter aus den Regeln ableiten</translation>
    </message>
    <message>
        <source>Guarded</source>
        <translation>Bewacht</translation>
    </message>
    <message>
        <source>Looks for (CLUST_COLLISION)</source>
        <translation>Sucht nach (CLUST_COLLISION)</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::HazardsModel</name>
    <message>
        <source>a cold start</source>
        <translation>einem Kaltstart</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>an instant</source>
        <translation>einen Augenblick</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Hazard</source>
        <translation>Gefahr</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>one event</source>
        <translation>einem Ereignis</translation>
    </message>
    <message>
        <source>%L1 events</source>
        <translation>%L1 Ereignissen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::HazardsView</name>
    <message>
        <source>S&amp;earch</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>So many failures follow each other, each when the cluster has come to rest. 0: only the cold start</source>
        <translation>So viele Ausfälle folgen aufeinander, jeder, wenn der Cluster zur Ruhe gekommen ist. 0: nur der Kaltstart</translation>
    </message>
    <message>
        <source>Failures in a ro&amp;w</source>
        <translation>Ausfälle &amp;hintereinander</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Hazards</source>
        <translation>Gefahren</translation>
    </message>
    <message>
        <source>The chosen hazard</source>
        <translation>Die gewählte Gefahr</translation>
    </message>
    <message>
        <source>Open in the t&amp;imeline</source>
        <translation>&amp;In der Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>The sequence as a second branch, played from a moment before</source>
        <translation>Die Folge als zweiter Zweig, abgespielt ab dem Augenblick davor</translation>
    </message>
    <message>
        <source>Apply the re&amp;medy</source>
        <translation>Abhilfe über&amp;nehmen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Lets the cluster start cold, tries every failure, and lists what goes wrong, with what helps against it.</source>
        <translation>Startet den Cluster kalt, probiert jeden Ausfall und zeigt, was dabei schiefgeht und was dagegen hilft.</translation>
    </message>
    <message>
        <source>The search was stopped before its end: there may be more.</source>
        <translation>Die Suche wurde vor ihrem Ende angehalten: Es kann noch mehr geben.</translation>
    </message>
    <message>
        <source>Hazards (%L1)</source>
        <translation>Gefahren (%L1)</translation>
    </message>
    <message>
        <source>The layout was changed since: search again first</source>
        <translation>Der Aufbau wurde seither geändert: erst noch einmal suchen</translation>
    </message>
    <message>
        <source>Changes the main branch; Undo takes it back</source>
        <translation>Ändert den Hauptzweig; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>It shows after a cold start, without any failure.</source>
        <translation>Sie zeigt sich nach einem Kaltstart, ohne jeden Ausfall.</translation>
    </message>
    <message>
        <source>The shortest sequence that shows it:</source>
        <translation>Die kürzeste Folge, die sie zeigt:</translation>
    </message>
    <message>
        <source>Configured in:</source>
        <translation>Festgelegt in:</translation>
    </message>
    <message>
        <source>Open the hazard %1</source>
        <translation>Gefahr %1 öffnen</translation>
    </message>
    <message>
        <source>Remedy: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>No hazards. Sequences that were tried: %L1.</source>
        <translation>Keine Gefahren. Probierte Folgen: %L1.</translation>
    </message>
    <message>
        <source>Hazards: %L1. Sequences that were tried: %L2.</source>
        <translation>Gefahren: %L1. Probierte Folgen: %L2.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::HeatLegend</name>
    <message>
        <source>What the colours mean</source>
        <translation>Was die Farben bedeuten</translation>
    </message>
    <message>
        <source>Downtime:</source>
        <translation>Ausfallzeit:</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>im Kreis</translation>
    </message>
    <message>
        <source>phantom</source>
        <translation>Phantom</translation>
    </message>
    <message>
        <source>rule broken</source>
        <translation>Regel gebrochen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::KeepApartModel</name>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1 and itself</source>
        <translation>%1 und er selbst</translation>
    </message>
    <message>
        <source>%1 and %2 may share a node</source>
        <translation>%1 und %2 dürfen auf demselben Knoten laufen</translation>
    </message>
    <message>
        <source>%1 and %2 must not share a node</source>
        <translation>%1 und %2 dürfen nicht auf demselben Knoten laufen</translation>
    </message>
    <message>
        <source>In this run they did: %1</source>
        <translation>In diesem Lauf taten sie es: %1</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n services apart</source>
        <translation>
            <numerusform>%n Dienst getrennt halten</numerusform>
            <numerusform>%n Dienste getrennt halten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n services share a node</source>
        <translation>
            <numerusform>%n Dienst zusammen laufen lassen</numerusform>
            <numerusform>%n Dienste zusammen laufen lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep %1 and %2 apart</source>
        <translation>%1 und %2 getrennt halten</translation>
    </message>
    <message>
        <source>Let %1 and %2 share a node</source>
        <translation>%1 und %2 zusammen laufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres Mal</numerusform>
            <numerusform>und %n weitere Male</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::KeepApartView</name>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt halten</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>The init scripts start whatever they are asked to.</source>
        <translation>Die Init-Skripte starten alles, was verlangt wird.</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>As in the published script, mistakes included; a refused start reports success.</source>
        <translation>Wie im veröffentlichten Skript, samt Fehlern; ein abgelehnter Start meldet Erfolg.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>What the published script is meant to do; a refused start reports success.</source>
        <translation>Was das veröffentlichte Skript tun soll; ein abgelehnter Start meldet Erfolg.</translation>
    </message>
    <message>
        <source>hardened</source>
        <translation>gehärtet</translation>
    </message>
    <message>
        <source>rgsim&apos;s own form: looks at exact names, counts services that are starting, and breaks ties.</source>
        <translation>Eigene Form von rgsim: beachtet genaue Namen, zählt startende Dienste mit und löst Gleichstände auf.</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>refused starts report failure</source>
        <translation>abgelehnte Starts melden Fehlschlag</translation>
    </message>
    <message>
        <source>Only the hardened guard can: rgmanager then knows that nothing was started, and tries another node.</source>
        <translation>Das kann nur der gehärtete Wächter: rgmanager weiß dann, dass nichts gestartet wurde, und versucht es auf einem anderen Knoten.</translation>
    </message>
    <message>
        <source>the guard</source>
        <translation>Wächter</translation>
    </message>
    <message>
        <source>Guarded services</source>
        <translation>Bewachte Dienste</translation>
    </message>
    <message>
        <source>Where the list comes from</source>
        <translation>Woher die Liste kommt</translation>
    </message>
    <message>
        <source>&amp;Derive from the rules</source>
        <translation>Aus den &amp;Regeln ableiten</translation>
    </message>
    <message>
        <source>Derive the guards&apos; lists from the rules</source>
        <translation>Listen der Wächter aus den Regeln ableiten</translation>
    </message>
    <message>
        <source>Find rows</source>
        <translation>Zeilen suchen</translation>
    </message>
    <message>
        <source>Show only rows with this in their name</source>
        <translation>Nur Zeilen zeigen, deren Name dies enthält</translation>
    </message>
    <message>
        <source>Find columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>Show only columns with this in their name</source>
        <translation>Nur Spalten zeigen, deren Name dies enthält</translation>
    </message>
    <message>
        <source>Broken rules</source>
        <translation>Verletzte Regeln</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Services that must not share a node</source>
        <translation>Dienste, die nicht auf demselben Knoten laufen dürfen</translation>
    </message>
    <message>
        <source>Without a guard nobody looks.</source>
        <translation>Ohne Wächter schaut niemand hin.</translation>
    </message>
    <message>
        <source>The list follows from the rules below.</source>
        <translation>Die Liste folgt aus den Regeln unten.</translation>
    </message>
    <message>
        <source>The list is written by hand; the rules below do not change it.</source>
        <translation>Die Liste ist von Hand geschrieben; die Regeln unten ändern sie nicht.</translation>
    </message>
    <message>
        <source>In this run two services shared a node that must not.</source>
        <translation>In diesem Lauf waren zwei Dienste auf demselben Knoten, die es nicht dürfen.</translation>
    </message>
    <message numerus="yes">
        <source>In this run %n pairs of services shared a node that must not.</source>
        <translation>
            <numerusform>In diesem Lauf war %n Paar von Diensten auf demselben Knoten, das es nicht darf.</numerusform>
            <numerusform>In diesem Lauf waren %n Paare von Diensten auf demselben Knoten, die es nicht dürfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep these %n &amp;apart</source>
        <translation>
            <numerusform>Diesen %n &amp;getrennt halten</numerusform>
            <numerusform>Diese %n &amp;getrennt halten</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep these &amp;apart</source>
        <translation>Diese &amp;getrennt halten</translation>
    </message>
    <message numerus="yes">
        <source>Let these %n &amp;share a node</source>
        <translation>
            <numerusform>Diesen %n zusammen &amp;laufen lassen</numerusform>
            <numerusform>Diese %n zusammen &amp;laufen lassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let these &amp;share a node</source>
        <translation>Diese zusammen &amp;laufen lassen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LayoutChangesModel</name>
    <message>
        <source>There it is</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the other one</source>
        <translation>Im anderen</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Denn</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LayoutComparisonView</name>
    <message>
        <source>Compa&amp;re</source>
        <translation>Ve&amp;rgleichen</translation>
    </message>
    <message>
        <source>Outcomes that differ</source>
        <translation>Was anders ausgeht</translation>
    </message>
    <message>
        <source>Co&amp;mpare with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>one, and two in a row</source>
        <translation>einzeln und zwei nacheinander</translation>
    </message>
    <message>
        <source>Each strikes when both have come to rest</source>
        <translation>Jeder trifft ein, wenn beide zur Ruhe gekommen sind</translation>
    </message>
    <message>
        <source>Fail&amp;ures</source>
        <translation>Aus&amp;fälle</translation>
    </message>
    <message>
        <source>what changes</source>
        <translation>was sich ändert</translation>
    </message>
    <message>
        <source>only what gets worse</source>
        <translation>nur was schlechter wird</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Z&amp;eigen</translation>
    </message>
    <message>
        <source>The other layout&apos;s file</source>
        <translation>Datei des anderen Aufbaus</translation>
    </message>
    <message>
        <source>a cluster.conf or scenario</source>
        <translation>eine cluster.conf oder ein Szenario</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Auswä&amp;hlen …</translation>
    </message>
    <message>
        <source>The other layout</source>
        <translation>Der andere Aufbau</translation>
    </message>
    <message>
        <source>Clusters and scenarios (*.conf *.xml *.json)</source>
        <translation>Cluster und Szenarien (*.conf *.xml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Ope&amp;n it here</source>
        <translation>Hie&amp;r öffnen</translation>
    </message>
    <message>
        <source>The failure in this layout as a second branch</source>
        <translation>Der Ausfall in diesem Aufbau als zweiter Zweig</translation>
    </message>
    <message>
        <source>Open it in the &amp;other layout</source>
        <translation>Im &amp;anderen Aufbau öffnen</translation>
    </message>
    <message>
        <source>The failure in the other layout as a second branch (Return)</source>
        <translation>Der Ausfall im anderen Aufbau als zweiter Zweig (Eingabetaste)</translation>
    </message>
    <message>
        <source>The chosen outcome</source>
        <translation>Der gewählte Ausgang</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Seite (*.html)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>No file was chosen to compare with</source>
        <translation>Es ist keine Datei zum Vergleichen gewählt</translation>
    </message>
    <message>
        <source>choose a cluster.conf or a scenario</source>
        <translation>wählen Sie eine cluster.conf oder ein Szenario</translation>
    </message>
    <message>
        <source>The two layouts meet the same failures…</source>
        <translation>Die beiden erleiden dieselben Ausfälle …</translation>
    </message>
    <message>
        <source>Lets this layout and another one meet the same failures, and lists which outcomes change. Nodes and services of the same name are the same.</source>
        <translation>Lässt diesen und einen anderen Aufbau dieselben Ausfälle erleiden und zeigt, was anders ausgeht. Knoten und Dienste gleichen Namens sind dieselben.</translation>
    </message>
    <message>
        <source>In the other layout: %L1 worse, %L2 better, %L3 moved, %L4 the same.</source>
        <translation>Im anderen Aufbau: %L1 schlechter, %L2 besser, %L3 verlegt, %L4 gleich.</translation>
    </message>
    <message>
        <source>Only here: %1.</source>
        <translation>Nur hier: %1.</translation>
    </message>
    <message>
        <source>Only there: %1.</source>
        <translation>Nur dort: %1.</translation>
    </message>
    <message>
        <source>Failures that are possible in one of them only: %L1.</source>
        <translation>Ausfälle, die nur in einem von beiden möglich sind: %L1.</translation>
    </message>
    <message>
        <source>It was stopped before its end: there may be more.</source>
        <translation>Es wurde vor dem Ende angehalten: es kann mehr geben.</translation>
    </message>
    <message>
        <source>After %1, %2 here %3; in the other layout it %4: %5.</source>
        <translation>%1: %2 %3; im anderen Aufbau: %4: %5.</translation>
    </message>
    <message>
        <source>Compare (%L1)</source>
        <translation>Vergleich (%L1)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Open the failure: %1</source>
        <translation>Ausfall öffnen: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LayoutModel</name>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Put in %1</source>
        <translation>Einfügen: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LayoutTree</name>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LayoutView</name>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Give it another name</source>
        <translation>Einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Copy and remove what is chosen</source>
        <translation>Auswahl kopieren und entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy what is chosen</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Put in what was copied</source>
        <translation>Kopiertes einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Put a copy behind what is chosen</source>
        <translation>Eine Kopie hinter die Auswahl setzen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Remove what is chosen, and what refers to it</source>
        <translation>Auswahl entfernen, und was auf sie verweist</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Before the one above</source>
        <translation>Vor das darüber</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>Behind the one below</source>
        <translation>Hinter das darunter</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a part to the layout</source>
        <translation>Dem Aufbau einen Teil hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Node</source>
        <translation>&amp;Knoten</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>&amp;Virtual machine</source>
        <translation>&amp;Virtuelle Maschine</translation>
    </message>
    <message>
        <source>&amp;Failover domain</source>
        <translation>&amp;Ausfalldomäne</translation>
    </message>
    <message>
        <source>&amp;Resource in the chosen service</source>
        <translation>&amp;Ressource im gewählten Dienst</translation>
    </message>
    <message>
        <source>S&amp;hared resource</source>
        <translation>&amp;Gemeinsame Ressource</translation>
    </message>
    <message>
        <source>Re&amp;ference to a shared resource</source>
        <translation>Ver&amp;weis auf eine gemeinsame Ressource</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Hinzufügen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>Duplizieren: %1</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Choose the service that the resource belongs in.</source>
        <translation>Bitte den Dienst wählen, in den die Ressource gehört.</translation>
    </message>
    <message>
        <source>What was copied holds no parts of a layout.</source>
        <translation>Das Kopierte enthält keine Teile eines Aufbaus.</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Values of what is chosen</source>
        <translation>Werte der Auswahl</translation>
    </message>
    <message>
        <source>These are of different kinds. Choose parts of one kind to change their values together.</source>
        <translation>Diese sind verschiedener Art. Um Werte gemeinsam zu ändern, Teile einer Art wählen.</translation>
    </message>
    <message>
        <source>Choose a part to change its values. &quot;Add&quot; makes a new one.</source>
        <translation>Einen Teil wählen, um seine Werte zu ändern. „Hinzufügen“ legt einen neuen an.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LessonPanel</name>
    <message>
        <source>Progress of the lesson</source>
        <translation>Fortschritt der Lektion</translation>
    </message>
    <message>
        <source>Why it does not go on</source>
        <translation>Warum es nicht weitergeht</translation>
    </message>
    <message>
        <source>Text of the step</source>
        <translation>Text des Schritts</translation>
    </message>
    <message>
        <source>&amp;Play up to each step</source>
        <translation>Bis zu &amp;jedem Schritt abspielen</translation>
    </message>
    <message>
        <source>Otherwise the playhead jumps there</source>
        <translation>Sonst springt die Abspielmarke dorthin</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Start &amp;again</source>
        <translation>&amp;Neu beginnen</translation>
    </message>
    <message>
        <source>This scenario has no lesson. The gallery has some: see its topic &quot;lessons&quot;.</source>
        <translation>Dieses Szenario hat keine Lektion. Die Galerie enthält welche: siehe dort das Thema „Lektionen“.</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>%v of %m</source>
        <translation>%v von %m</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Answer first: what comes next is not shown before.</source>
        <translation>Zuerst antworten: was danach kommt, wird vorher nicht gezeigt.</translation>
    </message>
    <message>
        <source>That was the lesson.</source>
        <translation>Das war die Lektion.</translation>
    </message>
    <message>
        <source>That was the lesson. Right answers: %1 of %2.</source>
        <translation>Das war die Lektion. Richtige Antworten: %1 von %2.</translation>
    </message>
    <message>
        <source>The playhead waits here: answer first, what comes next is not shown before.</source>
        <translation>Die Abspielmarke wartet hier: zuerst antworten, was danach kommt, wird vorher nicht gezeigt.</translation>
    </message>
    <message>
        <source>The playhead waits here: at %1 the lesson asks what happens next. Go on with Next.</source>
        <translation>Die Abspielmarke wartet hier: um %1 fragt die Lektion, was als Nächstes geschieht. Mit „Weiter“ geht es weiter.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogModel</name>
    <message>
        <source>playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Tatsache</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogNotesModel</name>
    <message>
        <source>no line of syslog: it does not begin with date and host</source>
        <translation>keine Zeile von syslog: Sie beginnt nicht mit Datum und Rechnername</translation>
    </message>
    <message>
        <source>rgsim does not know this message of rgmanager</source>
        <translation>diese Meldung von rgmanager kennt rgsim nicht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogPairModel</name>
    <message>
        <source>in both</source>
        <translation>in beiden</translation>
    </message>
    <message>
        <source>only in the log</source>
        <translation>nur im Protokoll</translation>
    </message>
    <message>
        <source>only in the run</source>
        <translation>nur im Lauf</translation>
    </message>
    <message>
        <source>the first difference: %1</source>
        <translation>der erste Unterschied: %1</translation>
    </message>
    <message>
        <source>playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>Im Protokoll</translation>
    </message>
    <message>
        <source>In the run</source>
        <translation>Im Lauf</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogTimeline</name>
    <message>
        <source>Timelines of log and run</source>
        <translation>Zeitleisten von Protokoll und Lauf</translation>
    </message>
    <message>
        <source>The log, %1 to %2</source>
        <translation>Das Protokoll, %1 bis %2</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>First difference: %1</source>
        <translation>Erster Unterschied: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogView</name>
    <message>
        <source>Only lines of this node</source>
        <translation>Nur Zeilen dieses Knotens</translation>
    </message>
    <message>
        <source>Only lines about this service</source>
        <translation>Nur Zeilen über diesen Dienst</translation>
    </message>
    <message>
        <source>Only lines of this priority or a more urgent one</source>
        <translation>Nur Zeilen dieser oder einer dringenderen Priorität</translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation>Alle Prioritäten</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>What &amp;really happened</source>
        <translation>Was &amp;tatsächlich geschah</translation>
    </message>
    <message>
        <source>Also faults, processes, membership and fencing: what rgmanager does not write into its log</source>
        <translation>Auch Störungen, Prozesse, Mitgliedschaft und Fencing: was rgmanager nicht in sein Protokoll schreibt</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>Fundstellen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous find</source>
        <translation>Vorige Fundstelle</translation>
    </message>
    <message>
        <source>Next find</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation>Als CS&amp;V speichern…</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>Alle Knoten</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>%L1 lines are too many for the clipboard, which takes %L2: save them as CSV.</source>
        <translation>%L1 Zeilen sind zu viele für die Zwischenablage, die %L2 fasst: bitte als CSV speichern.</translation>
    </message>
    <message>
        <source>Save the log as CSV</source>
        <translation>Protokoll als CSV speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::MainWindow</name>
    <message>
        <source>save often until this is mended</source>
        <translation>oft speichern, bis das behoben ist</translation>
    </message>
    <message>
        <source>Your edits cannot be kept against a crash:</source>
        <translation>Ihre Änderungen können nicht gegen einen Absturz gesichert werden:</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 enthält nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard the changes</source>
        <translation>Änderungen &amp;verwerfen</translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>The program ended before %1 was saved. The changes were kept.</source>
        <translation>Das Programm endete, bevor %1 gespeichert war. Die Änderungen sind erhalten.</translation>
    </message>
    <message>
        <source>&amp;Bring them back</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>%1 could not be brought back:</source>
        <translation>%1 konnte nicht wiederhergestellt werden:</translation>
    </message>
    <message>
        <source>&amp;Throw them away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>S&amp;päter entscheiden</translation>
    </message>
    <message>
        <source>New cluster</source>
        <translation>Neuer Cluster</translation>
    </message>
    <message>
        <source>%1 is open; worth a look:</source>
        <translation>%1 ist geöffnet; einen Blick wert:</translation>
    </message>
    <message>
        <source>%1 could not be opened:</source>
        <translation>%1 konnte nicht geöffnet werden:</translation>
    </message>
    <message>
        <source>Worth a look:</source>
        <translation>Einen Blick wert:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;New cluster…</source>
        <translation>&amp;Neuer Cluster…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a scenario or a cluster.conf</source>
        <translation>Szenario oder cluster.conf öffnen</translation>
    </message>
    <message>
        <source>Scenarios and cluster.conf (*.json *.conf *.xml);;All files (*)</source>
        <translation>Szenarien und cluster.conf (*.json *.conf *.xml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Abspielen</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Zum An&amp;fang</translation>
    </message>
    <message>
        <source>Previous &amp;event</source>
        <translation>Voriges &amp;Ereignis</translation>
    </message>
    <message>
        <source>Next e&amp;vent</source>
        <translation>Nächstes E&amp;reignis</translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation>Zum En&amp;de</translation>
    </message>
    <message>
        <source>Previous &amp;decision</source>
        <translation>Vorige Ent&amp;scheidung</translation>
    </message>
    <message>
        <source>Next de&amp;cision</source>
        <translation>Nächste Ents&amp;cheidung</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Sch&amp;neller</translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>Cancel the c&amp;omputation</source>
        <translation>&amp;Berechnung abbrechen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Simulate</source>
        <translation>&amp;Simulieren</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About rgsim</source>
        <translation>Ü&amp;ber rgsim</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Simulated seconds per second, 1 to 1000</source>
        <translation>Simulierte Sekunden je Sekunde, 1 bis 1000</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Time of the playhead</source>
        <translation>Zeit der Abspielmarke</translation>
    </message>
    <message>
        <source>Progress of the computation</source>
        <translation>Fortschritt der Berechnung</translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation>t = %1 von %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>Saving %1:</source>
        <translation>Speichern von %1:</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Scenario (*.json);;cluster.conf (*.conf)</source>
        <translation>Szenario (*.json);;cluster.conf (*.conf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>&amp;Timeline as a picture…</source>
        <translation>&amp;Zeitleiste als Bild…</translation>
    </message>
    <message>
        <source>&amp;Cluster as a picture…</source>
        <translation>&amp;Cluster als Bild…</translation>
    </message>
    <message>
        <source>Timeline as a t&amp;able (CSV)…</source>
        <translation>Zeitleiste als &amp;Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Log as a table (CSV)…</source>
        <translation>&amp;Protokoll als Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Report as a web page (HTML)…</source>
        <translation>&amp;Bericht als Webseite (HTML)…</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 was not written:</source>
        <translation>%1 wurde nicht geschrieben:</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>there is no run yet</source>
        <translation>es gibt noch keinen Lauf</translation>
    </message>
    <message>
        <source>wait until it is computed</source>
        <translation>warten, bis er berechnet ist</translation>
    </message>
    <message>
        <source>A second branch from the playhead, with other faults or another layout</source>
        <translation>Ein zweiter Zweig ab der Abspielmarke, mit anderen Störungen oder anderem Aufbau</translation>
    </message>
    <message>
        <source>Branch that is shown and edited</source>
        <translation>Zweig, der gezeigt und bearbeitet wird</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptzweig</translation>
    </message>
    <message>
        <source>Fork</source>
        <translation>Verzweigung</translation>
    </message>
    <message>
        <source>Fork of %1</source>
        <translation>Verzweigung um %1</translation>
    </message>
    <message>
        <source>Colours as the desktop says</source>
        <translation>Farben wie im Desktop</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation>Bereiche zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>Be&amp;fehl suchen…</translation>
    </message>
    <message>
        <source>For&amp;k here</source>
        <translation>&amp;Hier verzweigen</translation>
    </message>
    <message>
        <source>S&amp;witch to the other branch</source>
        <translation>Zum anderen Z&amp;weig wechseln</translation>
    </message>
    <message>
        <source>D&amp;rop the fork</source>
        <translation>&amp;Verzweigung verwerfen</translation>
    </message>
    <message>
        <source>Files for the no&amp;des…</source>
        <translation>&amp;Dateien für die Knoten …</translation>
    </message>
    <message>
        <source>&amp;Import from a node…</source>
        <translation>Von einem Knoten &amp;importieren …</translation>
    </message>
    <message>
        <source>A folder with the files of nodes, or a node&apos;s / or /etc</source>
        <translation>Ein Ordner mit den Dateien von Knoten, oder / oder /etc eines Knotens</translation>
    </message>
    <message>
        <source>Scr&amp;ipt in the loop</source>
        <translation>Skr&amp;ipt in der Schleife</translation>
    </message>
    <message>
        <source>%1 could not be imported:</source>
        <translation>%1 konnte nicht importiert werden:</translation>
    </message>
    <message>
        <source>%1 is imported; worth a look:</source>
        <translation>%1 ist importiert; einen Blick wert:</translation>
    </message>
    <message>
        <source>The cluster at %1</source>
        <translation>Der Cluster um %1</translation>
    </message>
    <message>
        <source>Co&amp;mpare with a log…</source>
        <translation>&amp;Mit einem Protokoll vergleichen…</translation>
    </message>
    <message>
        <source>Hold what rgmanager wrote on real nodes against this run</source>
        <translation>Was rgmanager auf echten Knoten geschrieben hat, neben diesen Lauf stellen</translation>
    </message>
    <message>
        <source>Close the lo&amp;g</source>
        <translation>Protokoll sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Planning</source>
        <translation>&amp;Planung</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::NewClusterWizard</name>
    <message>
        <source>New cluster</source>
        <translation>Neuer Cluster</translation>
    </message>
    <message>
        <source>How many nodes?</source>
        <translation>Wie viele Knoten?</translation>
    </message>
    <message>
        <source>They are numbered from 1; rgmanager prefers low numbers where nothing else decides.</source>
        <translation>Sie werden ab 1 nummeriert; rgmanager zieht niedrige Nummern vor, wo sonst nichts entscheidet.</translation>
    </message>
    <message>
        <source>&amp;Number of nodes:</source>
        <translation>&amp;Anzahl der Knoten:</translation>
    </message>
    <message>
        <source>Names &amp;begin with:</source>
        <translation>&amp;Namen beginnen mit:</translation>
    </message>
    <message>
        <source>So:</source>
        <translation>Also:</translation>
    </message>
    <message>
        <source>Which services?</source>
        <translation>Welche Dienste?</translation>
    </message>
    <message>
        <source>One name in a line. Each begins as one init script; more can be added to it later.</source>
        <translation>Ein Name pro Zeile. Jeder beginnt mit einem Init-Skript; mehr lässt sich später hinzufügen.</translation>
    </message>
    <message>
        <source>move it to another node (relocate)</source>
        <translation>auf einen anderen Knoten verlagern (relocate)</translation>
    </message>
    <message>
        <source>start it again where it was (restart)</source>
        <translation>wieder starten, wo er war (restart)</translation>
    </message>
    <message>
        <source>leave it stopped (disable)</source>
        <translation>gestoppt lassen (disable)</translation>
    </message>
    <message>
        <source>&amp;Services:</source>
        <translation>&amp;Dienste:</translation>
    </message>
    <message>
        <source>When one &amp;fails:</source>
        <translation>Wenn einer aus&amp;fällt:</translation>
    </message>
    <message>
        <source>A name stands there twice; every service needs its own.</source>
        <translation>Ein Name steht doppelt da; jeder Dienst braucht einen eigenen.</translation>
    </message>
    <message>
        <source>Which must stay apart?</source>
        <translation>Welche müssen getrennt bleiben?</translation>
    </message>
    <message>
        <source>Tick the pairs that must never run on the same node, such as two instances behind a load balancer.</source>
        <translation>Die Paare ankreuzen, die nie auf demselben Knoten laufen dürfen, etwa zwei Instanzen hinter einem Lastverteiler.</translation>
    </message>
    <message>
        <source>the hardened guard in the init scripts</source>
        <translation>den gehärteten Wächter in den Init-Skripten</translation>
    </message>
    <message>
        <source>the published guard in the init scripts</source>
        <translation>den veröffentlichten Wächter in den Init-Skripten</translation>
    </message>
    <message>
        <source>nothing: only measure it</source>
        <translation>nichts: nur messen</translation>
    </message>
    <message>
        <source>Let the first node &amp;crash after two minutes</source>
        <translation>Ersten Knoten nach zwei Minuten ab&amp;stürzen lassen</translation>
    </message>
    <message>
        <source>&amp;Apart:</source>
        <translation>&amp;Getrennt:</translation>
    </message>
    <message>
        <source>Kept apart &amp;by:</source>
        <translation>Getrennt d&amp;urch:</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::NodeFilesModel</name>
    <message>
        <source>packed</source>
        <translation>gepackt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::NodeForm</name>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>rgmanager asks nodes in the order of their ids, lowest first, and prefers the highest among equals when a service moves</source>
        <translation>rgmanager fragt die Knoten in der Reihenfolge ihrer IDs, die niedrigste zuerst, und zieht unter Gleichen die höchste vor, wenn ein Dienst umzieht</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>What the node adds to quorum</source>
        <translation>Was der Knoten zum Quorum beiträgt</translation>
    </message>
    <message>
        <source>fence method</source>
        <translation>Fencing-Methode</translation>
    </message>
    <message>
        <source>The name of the fence method, for display only</source>
        <translation>Name der Fencing-Methode, nur zur Anzeige</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>boot takes</source>
        <translation>Hochfahren dauert</translation>
    </message>
    <message>
        <source>From power-on to membership, such as 3min</source>
        <translation>Vom Einschalten bis zur Mitgliedschaft, etwa 3min</translation>
    </message>
    <message>
        <source>fencing takes</source>
        <translation>Fencing dauert</translation>
    </message>
    <message>
        <source>From the detection of its failure to &quot;fenced&quot;, such as 20s</source>
        <translation>Von der Erkennung des Ausfalls bis zum erfolgten Fencing, etwa 20s</translation>
    </message>
    <message>
        <source>after fencing</source>
        <translation>nach dem Fencing</translation>
    </message>
    <message>
        <source>as for all nodes</source>
        <translation>wie bei allen Knoten</translation>
    </message>
    <message>
        <source>boots again by itself</source>
        <translation>fährt von selbst wieder hoch</translation>
    </message>
    <message>
        <source>stays down</source>
        <translation>bleibt aus</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PaletteModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PartForm</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message numerus="yes">
        <source>%n parts</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PhaseModel</name>
    <message>
        <source>nearly %1</source>
        <translation>beinahe %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>not always</source>
        <translation>nicht immer</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>if it strikes %1 after the beginning of the cycle</source>
        <translation>wenn er %1 nach Beginn des Zyklus eintritt</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Ausfall</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PhaseView</name>
    <message>
        <source>Fi&amp;nd out</source>
        <translation>E&amp;rmitteln</translation>
    </message>
    <message>
        <source>Failures and their downtimes</source>
        <translation>Ausfälle und ihre Ausfallzeiten</translation>
    </message>
    <message>
        <source>Fail&amp;ure</source>
        <translation>Aus&amp;fall</translation>
    </message>
    <message>
        <source>do&amp;wntime of</source>
        <translation>Ausfall&amp;zeit von</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation>Vektorgrafik (*.svg)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Downtime by the instant of the failure</source>
        <translation>Ausfallzeit nach dem Zeitpunkt des Ausfalls</translation>
    </message>
    <message>
        <source>The chosen instant</source>
        <translation>Der gewählte Zeitpunkt</translation>
    </message>
    <message>
        <source>Open in the t&amp;imeline</source>
        <translation>&amp;In der Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>The failure at the chosen instant as a second branch, played from a moment before (Return)</source>
        <translation>Der Ausfall zum gewählten Zeitpunkt als zweiter Zweig, gespielt ab kurz davor (Eingabetaste)</translation>
    </message>
    <message>
        <source>each process, and its node</source>
        <translation>jeder Prozess und sein Knoten</translation>
    </message>
    <message>
        <source>whatever it hits</source>
        <translation>was er trifft</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>it does not come back</source>
        <translation>er kommt nicht zurück</translation>
    </message>
    <message>
        <source>down for %1</source>
        <translation>%1 ausgefallen</translation>
    </message>
    <message>
        <source>it is stopped and started for ever</source>
        <translation>er wird immer wieder gestoppt und gestartet</translation>
    </message>
    <message>
        <source>A failure %1 after the beginning of the cycle of %2: %3.</source>
        <translation>Ein Ausfall %1 nach Beginn des Zyklus von %2: %3.</translation>
    </message>
    <message>
        <source>Every instant of the cycle is being tried…</source>
        <translation>Jeder Zeitpunkt des Zyklus wird versucht …</translation>
    </message>
    <message>
        <source>Tells how long a service is down, depending on the instant of the failure within the cycle of status checks: exactly, not from samples.</source>
        <translation>Sagt, wie lange ein Dienst ausfällt, je nach dem Zeitpunkt des Ausfalls im Zyklus der Statusprüfungen: genau, nicht aus Stichproben.</translation>
    </message>
    <message>
        <source>The services are back whenever it happens.</source>
        <translation>Die Dienste sind zurück, wann immer es geschieht.</translation>
    </message>
    <message>
        <source>Failures after which a service is not always back: %L1.</source>
        <translation>Ausfälle, nach denen ein Dienst nicht immer zurück ist: %L1.</translation>
    </message>
    <message>
        <source>It was stopped before its end: some answers are missing.</source>
        <translation>Es wurde vor dem Ende angehalten: es fehlen Antworten.</translation>
    </message>
    <message>
        <source>Open the failure: %1</source>
        <translation>Ausfall öffnen: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PlanDelegate</name>
    <message>
        <source>names, separated by commas</source>
        <translation>Namen, durch Kommas getrennt</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PlanningBar</name>
    <message>
        <source>What came of it</source>
        <translation>Was dabei herauskam</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>End it with what was found by then</source>
        <translation>Beenden, mit dem, was bis dahin gefunden ist</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>This is out of date: the layout was changed since</source>
        <translation>Das ist veraltet: Der Aufbau wurde seither geändert</translation>
    </message>
    <message>
        <source>ask again</source>
        <translation>noch einmal fragen</translation>
    </message>
    <message>
        <source>being stopped</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PlanningView</name>
    <message>
        <source>Hazards</source>
        <translation>Gefahren</translation>
    </message>
    <message>
        <source>What goes wrong at a cold start and after failures</source>
        <translation>Was bei einem Kaltstart und nach Ausfällen schiefgeht</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>How available it will be under random failures</source>
        <translation>Wie verfügbar er unter zufälligen Ausfällen sein wird</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>Was schiefgeht</translation>
    </message>
    <message>
        <source>How available it is</source>
        <translation>Wie verfügbar es ist</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>Überstehen</translation>
    </message>
    <message>
        <source>What each failure does to each service</source>
        <translation>Was jeder Ausfall mit jedem Dienst macht</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>How downtime depends on the instant of a failure</source>
        <translation>Wie die Ausfallzeit vom Zeitpunkt des Ausfalls abhängt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Whether another layout fares better</source>
        <translation>Ob ein anderer Aufbau besser abschneidet</translation>
    </message>
    <message>
        <source>Kinds of questions</source>
        <translation>Arten von Fragen</translation>
    </message>
    <message>
        <source>Exploration</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Whether it holds whatever fails, up to a depth</source>
        <translation>Ob es gilt, was auch ausfällt, bis zu einer Tiefe</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Which small changes of the layout leave no hazard</source>
        <translation>Welche kleinen Änderungen des Aufbaus keine Gefahr übrig lassen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Which change would save most downtime</source>
        <translation>Welche Änderung am meisten Ausfallzeit sparen würde</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ProblemLine</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ProblemsModel</name>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ProblemsView</name>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Problems (%1)</source>
        <translation>Probleme (%1)</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PropertyEditor</name>
    <message>
        <source>What must hold</source>
        <translation>Was gelten muss</translation>
    </message>
    <message>
        <source>Double click or F2 changes a line</source>
        <translation>Doppelklick oder F2 ändert eine Zeile</translation>
    </message>
    <message>
        <source>One service</source>
        <translation>Ein Dienst</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Ein anderer Dienst</translation>
    </message>
    <message>
        <source>Never to&amp;gether</source>
        <translation>&amp;Nie zusammen</translation>
    </message>
    <message>
        <source>Adds that these two must never run on one node</source>
        <translation>Fügt hinzu, dass diese beiden nie auf einem Knoten laufen dürfen</translation>
    </message>
    <message>
        <source>Another li&amp;ne</source>
        <translation>&amp;Weitere Zeile</translation>
    </message>
    <message>
        <source>The first service is soon back</source>
        <translation>Der erste Dienst ist bald wieder da</translation>
    </message>
    <message>
        <source>The first service is seldom relocated</source>
        <translation>Der erste Dienst wird selten verlagert</translation>
    </message>
    <message>
        <source>Few relocations in all</source>
        <translation>Wenige Verlagerungen insgesamt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>As in the s&amp;cenario</source>
        <translation>Wie im S&amp;zenario</translation>
    </message>
    <message>
        <source>The scenario&apos;s properties and what it keeps apart</source>
        <translation>Die Eigenschaften des Szenarios und was es getrennt hält</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::PropertyListModel</name>
    <message>
        <source>✘ cannot be asked</source>
        <translation>✘ kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>✘ violated</source>
        <translation>✘ verletzt</translation>
    </message>
    <message>
        <source>? not known yet</source>
        <translation>? noch nicht bekannt</translation>
    </message>
    <message>
        <source>✔ holds at a cold start</source>
        <translation>✔ gilt bei einem Kaltstart</translation>
    </message>
    <message>
        <source>✔ holds within depth %1</source>
        <translation>✔ gilt bis Tiefe %1</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>Was gelten muss</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::QuestionBox</name>
    <message>
        <source>&amp;Answer</source>
        <translation>An&amp;tworten</translation>
    </message>
    <message>
        <source>Whether the answer was right</source>
        <translation>Ob die Antwort richtig war</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>✔ Right.</source>
        <translation>✔ Richtig.</translation>
    </message>
    <message>
        <source>✘ Wrong. Right is: %1</source>
        <translation>✘ Falsch. Richtig ist: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::RealLogView</name>
    <message>
        <source>What came of the comparison</source>
        <translation>Ergebnis des Vergleichs</translation>
    </message>
    <message>
        <source>Compare with a lo&amp;g…</source>
        <translation>Mit einem Protokoll ver&amp;gleichen…</translation>
    </message>
    <message>
        <source>/var/log/messages of the nodes: one file or several</source>
        <translation>/var/log/messages der Knoten: eine Datei oder mehrere</translation>
    </message>
    <message>
        <source>C&amp;lose the log</source>
        <translation>Protokoll sch&amp;ließen</translation>
    </message>
    <message>
        <source>Only &amp;differences</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>The log&apos;s year, when time 0 was, and how far apart equal lines may lie</source>
        <translation>Das Jahr des Protokolls, wann Zeit 0 war, und wie weit gleiche Zeilen auseinanderliegen dürfen</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Syslog leaves out the year: that of the log&apos;s first line</source>
        <translation>Syslog lässt das Jahr weg: das der ersten Zeile des Protokolls</translation>
    </message>
    <message>
        <source>When the run&apos;s time 0 was, as the log has it: Nov 23 03:37:04. Empty: the log&apos;s first line falls on the first equal one of the run</source>
        <translation>Wann die Zeit 0 des Laufs war, wie es im Protokoll steht: Nov 23 03:37:04. Leer: Die erste Zeile des Protokolls fällt auf die erste gleiche des Laufs</translation>
    </message>
    <message>
        <source>How far apart equal lines may lie, such as 10s</source>
        <translation>Wie weit gleiche Zeilen auseinanderliegen dürfen, etwa 10s</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Jahr</translation>
    </message>
    <message>
        <source>&amp;Time 0</source>
        <translation>&amp;Zeit 0</translation>
    </message>
    <message>
        <source>Log and run side by side</source>
        <translation>Protokoll und Lauf nebeneinander</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>Was verglichen wurde</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Logs of one or several nodes</source>
        <translation>Protokolle eines oder mehrerer Knoten</translation>
    </message>
    <message>
        <source>Logs (*.log messages* syslog*);;All files (*)</source>
        <translation>Protokolle (*.log messages* syslog*);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No log is open. Choose /var/log/messages of one or several nodes, and what rgmanager wrote there is compared with this run.</source>
        <translation>Kein Protokoll ist geöffnet. Wählen Sie /var/log/messages eines oder mehrerer Knoten, und was rgmanager dort geschrieben hat, wird mit diesem Lauf verglichen.</translation>
    </message>
    <message>
        <source>The log is being read and compared…</source>
        <translation>Das Protokoll wird gelesen und verglichen…</translation>
    </message>
    <message>
        <source>The log is compared as soon as there is a run.</source>
        <translation>Das Protokoll wird verglichen, sobald es einen Lauf gibt.</translation>
    </message>
    <message>
        <source>The log could not be compared.</source>
        <translation>Das Protokoll konnte nicht verglichen werden.</translation>
    </message>
    <message>
        <source>The draft has errors; this is about the last layout without errors.</source>
        <translation>Der Entwurf hat Fehler; dies gilt für den letzten Aufbau ohne Fehler.</translation>
    </message>
    <message>
        <source>(being compared anew…)</source>
        <translation>(wird neu verglichen…)</translation>
    </message>
    <message>
        <source>About the log</source>
        <translation>Zum Protokoll</translation>
    </message>
    <message>
        <source>Worth a look (%L1)</source>
        <translation>Einen Blick wert (%L1)</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>Zeitleisten</translation>
    </message>
    <message>
        <source>F&amp;irst difference</source>
        <translation>&amp;Erster Unterschied</translation>
    </message>
    <message>
        <source>Tole&amp;rance</source>
        <translation>&amp;Toleranz</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::RepairView</name>
    <message>
        <source>S&amp;earch</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Cha&amp;nges</source>
        <translation>Ä&amp;nderungen</translation>
    </message>
    <message>
        <source>At most so many together</source>
        <translation>Höchstens so viele zusammen</translation>
    </message>
    <message>
        <source>Failures in a ro&amp;w</source>
        <translation>Ausfälle &amp;hintereinander</translation>
    </message>
    <message>
        <source>Hazards are looked for after so many, at most</source>
        <translation>Gefahren werden nach höchstens so vielen gesucht</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>Each repaired cluster is explored: sequences of up to so many failures and recoveries</source>
        <translation>Jeder reparierte Cluster wird erkundet: Folgen von bis zu so vielen Ausfällen und Wiederherstellungen</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Reparaturen</translation>
    </message>
    <message>
        <source>The chosen repair</source>
        <translation>Die gewählte Reparatur</translation>
    </message>
    <message>
        <source>The lines that change</source>
        <translation>Die Zeilen, die sich ändern</translation>
    </message>
    <message>
        <source>Apply to the s&amp;cenario</source>
        <translation>Auf das S&amp;zenario anwenden</translation>
    </message>
    <message>
        <source>Open as a new scenar&amp;io</source>
        <translation>Als neues Szenar&amp;io öffnen</translation>
    </message>
    <message>
        <source>The repaired scenario instead of this one, which stays as it is</source>
        <translation>Das reparierte Szenario anstelle von diesem, das bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Es wird gesucht …</translation>
    </message>
    <message>
        <source>Tries small changes of the layout, cheapest first, and lists those that leave no hazard, with what they cost. Nothing is changed by that.</source>
        <translation>Probiert kleine Änderungen des Aufbaus, die billigsten zuerst, und nennt die, die keine Gefahr übrig lassen, mit dem, was sie kosten. Geändert wird dabei nichts.</translation>
    </message>
    <message>
        <source>It was stopped before any hazard was found.</source>
        <translation>Es wurde angehalten, bevor eine Gefahr gefunden war.</translation>
    </message>
    <message>
        <source>No hazards: there is nothing to repair.</source>
        <translation>Keine Gefahren: Es gibt nichts zu reparieren.</translation>
    </message>
    <message>
        <source>Hazards: %L1.</source>
        <translation>Gefahren: %L1.</translation>
    </message>
    <message>
        <source>Repairs that leave none and hold whatever fails: %L1.</source>
        <translation>Reparaturen, die keine übrig lassen und gelten, was auch ausfällt: %L1.</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>Keine Reparatur wurde gefunden.</translation>
    </message>
    <message>
        <source>None was found that leaves no hazard and holds; this one comes nearest.</source>
        <translation>Keine wurde gefunden, die keine Gefahr übrig lässt und gilt; diese kommt dem am nächsten.</translation>
    </message>
    <message>
        <source>Combinations that were tried: %L1 of %L2.</source>
        <translation>Kombinationen, die probiert wurden: %L1 von %L2.</translation>
    </message>
    <message>
        <source>Left no hazard, but did not hold when explored: %L1.</source>
        <translation>Ließen keine Gefahr übrig, galten aber bei der Erkundung nicht: %L1.</translation>
    </message>
    <message>
        <source>There are so many that some dear ones were left out.</source>
        <translation>Es sind so viele, dass einige teure weggelassen wurden.</translation>
    </message>
    <message>
        <source>The search was stopped before its end: there may be more.</source>
        <translation>Die Suche wurde vor ihrem Ende angehalten: Es kann noch mehr geben.</translation>
    </message>
    <message>
        <source>More changes together may help.</source>
        <translation>Mehr Änderungen zusammen könnten helfen.</translation>
    </message>
    <message>
        <source>Repair (%L1)</source>
        <translation>Reparatur (%L1)</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>The layout was changed since: search again first</source>
        <translation>Der Aufbau wurde seither geändert: erst noch einmal suchen</translation>
    </message>
    <message>
        <source>Changes the main branch; Undo takes it back</source>
        <translation>Ändert den Hauptzweig; Rückgängig nimmt es zurück</translation>
    </message>
    <message>
        <source>No line of the file changes.</source>
        <translation>Keine Zeile der Datei ändert sich.</translation>
    </message>
    <message>
        <source>It costs:</source>
        <translation>Es kostet:</translation>
    </message>
    <message>
        <source>It removes:</source>
        <translation>Es beseitigt:</translation>
    </message>
    <message>
        <source>It leaves:</source>
        <translation>Es lässt übrig:</translation>
    </message>
    <message>
        <source>Repair: %1</source>
        <translation>Reparatur: %1</translation>
    </message>
    <message>
        <source>M&amp;ore if needed</source>
        <translation>&amp;Mehr, wenn nötig</translation>
    </message>
    <message>
        <source>If so many are not enough: one after the other on top of the best</source>
        <translation>Wenn so viele nicht genügen: eine nach der anderen auf die beste gesetzt</translation>
    </message>
    <message>
        <source>Then, one after the other on top of the best: %L1.</source>
        <translation>Dann eine nach der anderen auf die beste gesetzt: %L1.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::RepairsModel</name>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>holds within depth %1</source>
        <translation>gilt bis Tiefe %1</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>gilt nicht</translation>
    </message>
    <message>
        <source>not to its end</source>
        <translation>nicht zu Ende</translation>
    </message>
    <message>
        <source>all %L1</source>
        <translation>alle %L1</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>(%L1 new)</source>
        <translation>(%L1 neue)</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Hazards removed</source>
        <translation>Beseitigte Gefahren</translation>
    </message>
    <message>
        <source>Explored</source>
        <translation>Erkundet</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ResourceForm</name>
    <message>
        <source>What its agent knows it by: an ip&apos;s address, a script&apos;s name</source>
        <translation>Woran ihr Agent sie erkennt: Adresse einer ip, Name eines script</translation>
    </message>
    <message>
        <source>shared resource</source>
        <translation>gemeinsame Ressource</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>independent subtree</source>
        <translation>unabhängiger Teilbaum</translation>
    </message>
    <message>
        <source>It may fail and be restarted without the rest of the service</source>
        <translation>Er darf ausfallen und neu gestartet werden, ohne den Rest des Dienstes</translation>
    </message>
    <message>
        <source>forgiven failures</source>
        <translation>verziehene Fehlschläge</translation>
    </message>
    <message>
        <source>How many failures are forgiven (max_failures)</source>
        <translation>Wie viele Fehlschläge verziehen werden (max_failures)</translation>
    </message>
    <message>
        <source>failures are forgotten after</source>
        <translation>Fehlschläge vergessen nach</translation>
    </message>
    <message>
        <source>Whole seconds, such as 10min (failure_expire_time)</source>
        <translation>Ganze Sekunden, etwa 10min (failure_expire_time)</translation>
    </message>
    <message>
        <source>start takes</source>
        <translation>Starten dauert</translation>
    </message>
    <message>
        <source>stop takes</source>
        <translation>Stoppen dauert</translation>
    </message>
    <message>
        <source>status check takes</source>
        <translation>Statusprüfung dauert</translation>
    </message>
    <message>
        <source>In this service; empty: as for the whole service</source>
        <translation>In diesem Dienst; leer: wie beim ganzen Dienst</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Status checks that differ from the agent&apos;s</source>
        <translation>Statusprüfungen, die von denen des Agenten abweichen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ScriptDifferenceModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ScriptView</name>
    <message>
        <source>What came of it</source>
        <translation>Was dabei herauskam</translation>
    </message>
    <message>
        <source>Script in the &amp;loop</source>
        <translation>Skript in der Sch&amp;leife</translation>
    </message>
    <message>
        <source>Try the init scripts in a sandbox after each run</source>
        <translation>Die Init-Skripte nach jedem Lauf in einer Sandbox ausprobieren</translation>
    </message>
    <message>
        <source>&amp;rgsim&apos;s own</source>
        <translation>Die &amp;von rgsim</translation>
    </message>
    <message>
        <source>Try the scripts that rgsim would write for this plan</source>
        <translation>Die Skripte ausprobieren, die rgsim für diesen Plan schriebe</translation>
    </message>
    <message>
        <source>&amp;Your script…</source>
        <translation>&amp;Eigenes Skript …</translation>
    </message>
    <message>
        <source>Try an init script of your own for each guarded service</source>
        <translation>Ein eigenes Init-Skript für jeden bewachten Dienst ausprobieren</translation>
    </message>
    <message>
        <source>An init script</source>
        <translation>Ein Init-Skript</translation>
    </message>
    <message>
        <source>Differences between script and engine</source>
        <translation>Unterschiede zwischen Skript und Simulator</translation>
    </message>
    <message>
        <source>The state that caused the difference</source>
        <translation>Der Zustand, der zu dem Unterschied führte</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>Do&amp;rthin</translation>
    </message>
    <message>
        <source>Move the playhead to this start</source>
        <translation>Abspielmarke auf diesen Start setzen</translation>
    </message>
    <message>
        <source>Off: no script is run. While it is on, each guarded start of a finished run is tried with the init script itself, in a sandbox that reaches neither your files nor the network, and compared with what the engine expects.</source>
        <translation>Aus: Kein Skript wird ausgeführt. Ist es an, wird jeder bewachte Start eines fertigen Laufs mit dem Init-Skript selbst ausprobiert, in einer Sandbox, die weder eigene Dateien noch das Netz erreicht, und mit dem verglichen, was der Simulator erwartet.</translation>
    </message>
    <message>
        <source>The scripts are being tried…</source>
        <translation>Die Skripte werden ausprobiert …</translation>
    </message>
    <message>
        <source>The scripts are tried as soon as there is a run.</source>
        <translation>Die Skripte werden ausprobiert, sobald es einen Lauf gibt.</translation>
    </message>
    <message>
        <source>No script was run.</source>
        <translation>Kein Skript wurde ausgeführt.</translation>
    </message>
    <message>
        <source>Each did what the engine expects.</source>
        <translation>Jeder verlief, wie der Simulator es erwartet.</translation>
    </message>
    <message>
        <source>Scripts as rgsim writes them</source>
        <translation>Skripte, wie rgsim sie schreibt</translation>
    </message>
    <message>
        <source>Your script: %1</source>
        <translation>Eigenes Skript: %1</translation>
    </message>
    <message>
        <source>Starts tried: %1.</source>
        <translation>Ausprobierte Starts: %1.</translation>
    </message>
    <message>
        <source>Different from the engine: %1. After the first of them, what the script did is what happened.</source>
        <translation>Anders als im Simulator: %1. Nach dem ersten davon geschah, was das Skript tat.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ServiceForm</name>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>virtual machine</source>
        <translation>virtuelle Maschine</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Status checks that differ from the agent&apos;s</source>
        <translation>Statusprüfungen, die von denen des Agenten abweichen</translation>
    </message>
    <message>
        <source>failover domain</source>
        <translation>Ausfalldomäne</translation>
    </message>
    <message>
        <source>Which nodes may run it, and which ones rather</source>
        <translation>Auf welchen Knoten er laufen darf, und auf welchen eher</translation>
    </message>
    <message>
        <source>starts by itself</source>
        <translation>startet von selbst</translation>
    </message>
    <message>
        <source>It is started when the cluster starts (autostart)</source>
        <translation>Er startet, wenn der Cluster startet (autostart)</translation>
    </message>
    <message>
        <source>exclusive</source>
        <translation>exklusiv</translation>
    </message>
    <message>
        <source>0: it shares a node. Else it runs alone on its node; the size of the number counts only in central processing</source>
        <translation>0: er teilt sich einen Knoten. Sonst läuft er allein auf seinem Knoten; wie groß die Zahl ist, zählt nur bei zentraler Verarbeitung</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Counts only in central processing</source>
        <translation>Zählt nur bei zentraler Verarbeitung</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Wenn er ausfällt</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>restart</translation>
    </message>
    <message>
        <source>It is stopped and started where it is. It moves only when that fails or when it was restarted too often.</source>
        <translation>Er wird gestoppt und dort gestartet, wo er ist. Er zieht nur um, wenn das fehlschlägt oder er zu oft neu gestartet wurde.</translation>
    </message>
    <message>
        <source>relocate</source>
        <translation>relocate</translation>
    </message>
    <message>
        <source>It is stopped and started on another node; where it was comes last.</source>
        <translation>Er wird gestoppt und auf einem anderen Knoten gestartet; wo er war, kommt zuletzt.</translation>
    </message>
    <message>
        <source>disable</source>
        <translation>disable</translation>
    </message>
    <message>
        <source>It is stopped and stays so until somebody enables it.</source>
        <translation>Er wird gestoppt und bleibt es, bis ihn jemand aktiviert.</translation>
    </message>
    <message>
        <source>restart-disable</source>
        <translation>restart-disable</translation>
    </message>
    <message>
        <source>It is restarted where it is; if that fails, it is disabled.</source>
        <translation>Er wird neu gestartet, wo er ist; schlägt das fehl, wird er deaktiviert.</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederanlauf</translation>
    </message>
    <message>
        <source>restarts before it moves</source>
        <translation>Neustarts vor dem Verlagern</translation>
    </message>
    <message>
        <source>How often it is restarted before a restart becomes a relocation; 0: without limit (max_restarts)</source>
        <translation>Wie oft er neu gestartet wird, bevor aus dem Neustart ein Verlagern wird; 0: ohne Grenze (max_restarts)</translation>
    </message>
    <message>
        <source>restarts are forgotten after</source>
        <translation>Neustarts vergessen nach</translation>
    </message>
    <message>
        <source>Whole seconds, such as 10min; 0: never; -1: they are not counted (restart_expire_time)</source>
        <translation>Ganze Sekunden, etwa 10min; 0: nie; -1: sie werden nicht gezählt (restart_expire_time)</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Was er braucht</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>hängt ab von</translation>
    </message>
    <message>
        <source>It is started only while that service is started</source>
        <translation>Er wird nur gestartet, solange jener Dienst gestartet ist</translation>
    </message>
    <message>
        <source>dependency mode</source>
        <translation>Art der Abhängigkeit</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>hart</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>weich</translation>
    </message>
    <message>
        <source>Has an effect only with central processing.</source>
        <translation>Wirkt nur bei zentraler Verarbeitung.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>start takes</source>
        <translation>Starten dauert</translation>
    </message>
    <message>
        <source>stop takes</source>
        <translation>Stoppen dauert</translation>
    </message>
    <message>
        <source>status check takes</source>
        <translation>Statusprüfung dauert</translation>
    </message>
    <message>
        <source>For each of its resources, such as 20s; empty: as for all scripts</source>
        <translation>Für jede seiner Ressourcen, etwa 20s; leer: wie bei allen Skripten</translation>
    </message>
    <message>
        <source>none: any node</source>
        <translation>keine: jeder Knoten</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::SettingsView</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>Einstellungen des Laufs</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Change what the scenario is about</source>
        <translation>Beschreibung des Szenarios ändern</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What the scenario is about, and what to look at</source>
        <translation>Worum es in dem Szenario geht und worauf zu achten ist</translation>
    </message>
    <message>
        <source>Time and chance</source>
        <translation>Zeit und Zufall</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The run ends here; what happens at this instant still happens</source>
        <translation>Hier endet der Lauf; was in diesem Augenblick geschieht, geschieht noch</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Everything random follows from it: the same seed, the same run</source>
        <translation>Alles Zufällige folgt daraus: gleicher Startwert, gleicher Lauf</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Throw the dice again: take the next seed</source>
        <translation>Neu würfeln: den nächsten Startwert nehmen</translation>
    </message>
    <message>
        <source>Next seed</source>
        <translation>Nächster Startwert</translation>
    </message>
    <message>
        <source>who goes first</source>
        <translation>wer zuerst handelt</translation>
    </message>
    <message>
        <source>lowest node</source>
        <translation>niedrigster Knoten</translation>
    </message>
    <message>
        <source>Of nodes that could act at the same time, the lowest id does.</source>
        <translation>Von Knoten, die gleichzeitig handeln könnten, tut es der mit der niedrigsten ID.</translation>
    </message>
    <message>
        <source>highest node</source>
        <translation>höchster Knoten</translation>
    </message>
    <message>
        <source>Of nodes that could act at the same time, the highest id does.</source>
        <translation>Von Knoten, die gleichzeitig handeln könnten, tut es der mit der höchsten ID.</translation>
    </message>
    <message>
        <source>shuffled</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Nodes that could act at the same time do so in an order drawn from the seed.</source>
        <translation>Knoten, die gleichzeitig handeln könnten, tun es in einer aus dem Startwert gezogenen Reihenfolge.</translation>
    </message>
    <message>
        <source>How long things take</source>
        <translation>Wie lange es dauert</translation>
    </message>
    <message>
        <source>token timeout</source>
        <translation>Token-Zeitlimit</translation>
    </message>
    <message>
        <source>From a node&apos;s failure to its detection</source>
        <translation>Vom Ausfall eines Knotens bis zu dessen Erkennung</translation>
    </message>
    <message>
        <source>scan for due checks</source>
        <translation>Suche nach fälligen Prüfungen</translation>
    </message>
    <message>
        <source>Between a node&apos;s scans for due status checks; a second or longer</source>
        <translation>Zwischen den Suchen eines Knotens nach fälligen Statusprüfungen; mindestens eine Sekunde</translation>
    </message>
    <message>
        <source>boot</source>
        <translation>Hochfahren</translation>
    </message>
    <message>
        <source>From power-on to membership; a listed boot is the moment of joining itself</source>
        <translation>Vom Einschalten bis zur Mitgliedschaft; ein aufgeführtes Hochfahren ist der Augenblick des Beitritts selbst</translation>
    </message>
    <message>
        <source>fencing</source>
        <translation>Fencing</translation>
    </message>
    <message>
        <source>From detection to fenced</source>
        <translation>Von der Erkennung bis zum erfolgten Fencing</translation>
    </message>
    <message>
        <source>fenced nodes boot again</source>
        <translation>Knoten fahren nach Fencing wieder hoch</translation>
    </message>
    <message>
        <source>Fencing power-cycles a node, and it boots again by itself</source>
        <translation>Fencing schaltet einen Knoten aus und ein, und er fährt von selbst wieder hoch</translation>
    </message>
    <message>
        <source>start of a script</source>
        <translation>Starten eines Skripts</translation>
    </message>
    <message>
        <source>How long each script and other resource takes to start</source>
        <translation>Wie lange jedes Skript und jede andere Ressource zum Starten braucht</translation>
    </message>
    <message>
        <source>stop of a script</source>
        <translation>Stoppen eines Skripts</translation>
    </message>
    <message>
        <source>How long each takes to stop, and a virtual machine to migrate</source>
        <translation>Wie lange jedes zum Stoppen braucht, und eine virtuelle Maschine zum Migrieren</translation>
    </message>
    <message>
        <source>check of a script</source>
        <translation>Prüfen eines Skripts</translation>
    </message>
    <message>
        <source>How long each status check takes</source>
        <translation>Wie lange jede Statusprüfung dauert</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>expected votes</source>
        <translation>erwartete Stimmen</translation>
    </message>
    <message>
        <source>sum of the nodes&apos; votes</source>
        <translation>Summe der Stimmen der Knoten</translation>
    </message>
    <message>
        <source>cman&apos;s expected_votes; more than half of them are a quorum</source>
        <translation>expected_votes von cman; mehr als die Hälfte davon ist ein Quorum</translation>
    </message>
    <message>
        <source>two-node mode</source>
        <translation>Zwei-Knoten-Betrieb</translation>
    </message>
    <message>
        <source>cman&apos;s two_node: one node of two is a quorum by itself</source>
        <translation>two_node von cman: einer von zwei Knoten ist für sich ein Quorum</translation>
    </message>
    <message>
        <source>central processing</source>
        <translation>zentrale Verarbeitung</translation>
    </message>
    <message>
        <source>Is kept and written, but not simulated yet</source>
        <translation>Wird behalten und geschrieben, aber noch nicht simuliert</translation>
    </message>
    <message>
        <source>Central processing is not simulated yet: the run is distributed.</source>
        <translation>Zentrale Verarbeitung wird noch nicht simuliert: der Lauf ist verteilt.</translation>
    </message>
    <message>
        <source>Same for all</source>
        <translation>Für alle gleich</translation>
    </message>
    <message>
        <source>%1: same for all</source>
        <translation>%1: für alle gleich</translation>
    </message>
    <message>
        <source>Set %1 to the same for all</source>
        <translation>%1: für alle gleich setzen</translation>
    </message>
    <message>
        <source>Take seed %1</source>
        <translation>Startwert %1 nehmen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Of their own: %1. The field counts for all others.</source>
        <translation>Eigene Werte: %1. Das Feld gilt für alle anderen.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ShellView</name>
    <message>
        <source>What was typed and answered</source>
        <translation>Was eingegeben und geantwortet wurde</translation>
    </message>
    <message>
        <source>Log in at the &amp;playhead</source>
        <translation>An der &amp;Abspielmarke anmelden</translation>
    </message>
    <message>
        <source>Begin anew, with the plan as it is now</source>
        <translation>Von vorn beginnen, mit dem Plan, wie er jetzt ist</translation>
    </message>
    <message>
        <source>&amp;Take over as faults</source>
        <translation>Als Störungen ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Make what was typed here part of the plan; it can be undone</source>
        <translation>Was hier eingegeben wurde, wird Teil des Plans; das kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>An error message</source>
        <translation>Eine Fehlermeldung</translation>
    </message>
    <message>
        <source>Commands of a real node, on a run of its own. Tab completes; &quot;help&quot; lists what there is.</source>
        <translation>Befehle eines echten Knotens, in einem eigenen Lauf. Tab ergänzt; „help“ zählt auf, was es gibt.</translation>
    </message>
    <message>
        <source>The plan has changed since. Log in again to go on with the new one.</source>
        <translation>Der Plan hat sich seither geändert. Melden Sie sich neu an, um mit dem neuen weiterzumachen.</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird ausgeführt…</translation>
    </message>
    <message>
        <source>Take over from the shell</source>
        <translation>Aus der Shell übernehmen</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::StartPage</name>
    <message>
        <source>What will the cluster do when a node dies? Choose a situation and watch, or build your own.</source>
        <translation>Was tut der Cluster, wenn ein Knoten stirbt? Eine Situation wählen und zusehen, oder eine eigene bauen.</translation>
    </message>
    <message>
        <source>&amp;New cluster…</source>
        <translation>&amp;Neuer Cluster…</translation>
    </message>
    <message>
        <source>&amp;Open a scenario or cluster.conf…</source>
        <translation>Szenario oder cluster.conf ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Alle Themen</translation>
    </message>
    <message>
        <source>Search the situations</source>
        <translation>Situationen durchsuchen</translation>
    </message>
    <message>
        <source>Situations</source>
        <translation>Situationen</translation>
    </message>
    <message>
        <source>Files that you open appear here</source>
        <translation>Geöffnete Dateien erscheinen hier</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::SurvivalModel</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>circles</source>
        <translation>im Kreis</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>After %1: %2 %3.</source>
        <translation>%1: %2 %3.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::SurvivalView</name>
    <message>
        <source>Tr&amp;y</source>
        <translation>&amp;Versuchen</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <source>one, and two in a row</source>
        <translation>einzeln und zwei nacheinander</translation>
    </message>
    <message>
        <source>Each failure strikes when the cluster has come to rest</source>
        <translation>Jeder Ausfall trifft ein, wenn der Cluster zur Ruhe gekommen ist</translation>
    </message>
    <message>
        <source>Fail&amp;ures</source>
        <translation>Aus&amp;fälle</translation>
    </message>
    <message>
        <source>the worst</source>
        <translation>die schlimmsten</translation>
    </message>
    <message>
        <source>single ones</source>
        <translation>einzelne</translation>
    </message>
    <message>
        <source>The worst: broken rules, then services that are not back, then the longest downtime</source>
        <translation>Die schlimmsten: gebrochene Regeln, dann Dienste, die nicht zurück sind, dann die längste Ausfallzeit</translation>
    </message>
    <message>
        <source>First sho&amp;w</source>
        <translation>&amp;Zuerst</translation>
    </message>
    <message>
        <source>&amp;Only what is not survived</source>
        <translation>&amp;Nur was nicht überstanden wird</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>What each failure does to each service</source>
        <translation>Was jeder Ausfall mit jedem Dienst macht</translation>
    </message>
    <message>
        <source>The chosen cell</source>
        <translation>Das gewählte Feld</translation>
    </message>
    <message>
        <source>Open in the t&amp;imeline</source>
        <translation>&amp;In der Zeitleiste öffnen</translation>
    </message>
    <message>
        <source>The failure as a second branch, played from a moment before (Return)</source>
        <translation>Der Ausfall als zweiter Zweig, gespielt ab kurz davor (Eingabetaste)</translation>
    </message>
    <message>
        <source>Every failure is being tried…</source>
        <translation>Jeder Ausfall wird versucht …</translation>
    </message>
    <message>
        <source>Tries a cold start and every failure, and shows what each does to every service: where it runs then, and how long it was down.</source>
        <translation>Versucht einen Kaltstart und jeden Ausfall und zeigt, was jeder mit jedem Dienst macht: wo er dann läuft und wie lange er ausgefallen war.</translation>
    </message>
    <message>
        <source>All is survived. Failures that were tried, with the cold start: %L1.</source>
        <translation>Alles wird überstanden. Versuchte Ausfälle, mit dem Kaltstart: %L1.</translation>
    </message>
    <message>
        <source>Failures that were tried, with the cold start: %L1. Not survived (a service is not back, or a rule is broken): %L2.</source>
        <translation>Versuchte Ausfälle, mit dem Kaltstart: %L1. Nicht überstanden (ein Dienst ist nicht zurück, oder eine Regel ist gebrochen): %L2.</translation>
    </message>
    <message>
        <source>It was stopped before its end: there may be more.</source>
        <translation>Es wurde vor dem Ende angehalten: es kann mehr geben.</translation>
    </message>
    <message>
        <source>Survival (%L1)</source>
        <translation>Überstehen (%L1)</translation>
    </message>
    <message>
        <source>Survival</source>
        <translation>Überstehen</translation>
    </message>
    <message>
        <source>Open the failure: %1</source>
        <translation>Ausfall öffnen: %1</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelineCanvas</name>
    <message>
        <source>Not revealed yet</source>
        <translation>Noch nicht aufgedeckt</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelineLegend</name>
    <message>
        <source>Legend of the timeline</source>
        <translation>Legende der Zeitleiste</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelinePlot</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Lanes are services</source>
        <translation>Spuren sind Dienste</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Lanes are nodes</source>
        <translation>Spuren sind Knoten</translation>
    </message>
    <message>
        <source>Only news</source>
        <translation>Nur Neues</translation>
    </message>
    <message>
        <source>Only services to which something happened</source>
        <translation>Nur Dienste, denen etwas geschah</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole run (0)</source>
        <translation>Den ganzen Lauf zeigen (0)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Hineinzoomen (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>Herauszoomen (-)</translation>
    </message>
    <message>
        <source>Fork at %1</source>
        <translation>Verzweigung um %1</translation>
    </message>
    <message>
        <source>%1 (active)</source>
        <translation>%1 (aktiv)</translation>
    </message>
    <message>
        <source>The draft has errors; this shows the last layout without errors.</source>
        <translation>Der Entwurf enthält Fehler; dies zeigt den letzten fehlerfreien Aufbau.</translation>
    </message>
    <message>
        <source>There is no run to show.</source>
        <translation>Es gibt keinen Lauf zu zeigen.</translation>
    </message>
    <message>
        <source>Only selected</source>
        <translation>Nur Auswahl</translation>
    </message>
    <message>
        <source>Only what has to do with the selected node, service or domain</source>
        <translation>Nur was mit dem gewählten Knoten, Dienst oder der Domäne zu tun hat</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What colours, patterns and signs mean</source>
        <translation>Was Farben, Muster und Zeichen bedeuten</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>Hauptzweig</translation>
    </message>
    <message>
        <source>First difference: %1</source>
        <translation>Erster Unterschied: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n hidden)</source>
        <translation>
            <numerusform>%1 (%n ausgeblendet)</numerusform>
            <numerusform>%1 (%n ausgeblendet)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelineScrollBar</name>
    <message>
        <source>Lanes of the timeline</source>
        <translation>Spuren der Zeitleiste</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhatIf</name>
    <message>
        <source>nodes fail half as often</source>
        <translation>Knoten fallen halb so oft aus</translation>
    </message>
    <message>
        <source>no node fails at random</source>
        <translation>kein Knoten fällt zufällig aus</translation>
    </message>
    <message>
        <source>nodes are repaired twice as fast</source>
        <translation>Knoten sind doppelt so schnell repariert</translation>
    </message>
    <message>
        <source>processes die half as often</source>
        <translation>Prozesse sterben halb so oft</translation>
    </message>
    <message>
        <source>no process dies at random</source>
        <translation>kein Prozess stirbt zufällig</translation>
    </message>
    <message>
        <source>recovery=&quot;relocate&quot; for every service</source>
        <translation>recovery=&quot;relocate&quot; für jeden Dienst</translation>
    </message>
    <message>
        <source>every service relocates, or is disabled when it fails</source>
        <translation>jeder Dienst zieht schon um oder wird bei einem Fehler abgeschaltet</translation>
    </message>
    <message>
        <source>recovery=&quot;restart&quot; for every service</source>
        <translation>recovery=&quot;restart&quot; für jeden Dienst</translation>
    </message>
    <message>
        <source>every service restarts, or is disabled when it fails</source>
        <translation>jeder Dienst startet schon an Ort und Stelle neu oder wird bei einem Fehler abgeschaltet</translation>
    </message>
    <message>
        <source>status checks twice as often</source>
        <translation>Statusprüfungen doppelt so oft</translation>
    </message>
    <message>
        <source>nothing has a status check</source>
        <translation>nichts hat eine Statusprüfung</translation>
    </message>
    <message>
        <source>status_poll_interval halved</source>
        <translation>status_poll_interval halbiert</translation>
    </message>
    <message>
        <source>the interval cannot be halved</source>
        <translation>der Abstand lässt sich nicht halbieren</translation>
    </message>
    <message>
        <source>starts take half as long</source>
        <translation>Starts dauern halb so lange</translation>
    </message>
    <message>
        <source>no start takes any time</source>
        <translation>kein Start braucht Zeit</translation>
    </message>
    <message>
        <source>stops take half as long</source>
        <translation>Stopps dauern halb so lange</translation>
    </message>
    <message>
        <source>no stop takes any time</source>
        <translation>kein Stopp braucht Zeit</translation>
    </message>
    <message>
        <source>a lost node is noticed in half the time</source>
        <translation>ein verlorener Knoten wird in der halben Zeit bemerkt</translation>
    </message>
    <message>
        <source>a lost node is noticed at once</source>
        <translation>ein verlorener Knoten wird sofort bemerkt</translation>
    </message>
    <message>
        <source>fencing takes half as long</source>
        <translation>Fencing dauert halb so lange</translation>
    </message>
    <message>
        <source>fencing takes no time</source>
        <translation>Fencing braucht keine Zeit</translation>
    </message>
    <message>
        <source>one more node</source>
        <translation>ein Knoten mehr</translation>
    </message>
    <message>
        <source>the scenario begins with a given state, or has as many nodes as can be</source>
        <translation>das Szenario beginnt mit einem gegebenen Zustand oder hat so viele Knoten wie möglich</translation>
    </message>
    <message>
        <source>hardened guard that claims success</source>
        <translation>gehärteter Wächter, der Erfolg meldet</translation>
    </message>
    <message>
        <source>it has that guard, or nothing must be kept apart</source>
        <translation>er ist schon da, oder nichts muss getrennt bleiben</translation>
    </message>
    <message>
        <source>hardened guard that reports failure</source>
        <translation>gehärteter Wächter, der einen Fehler meldet</translation>
    </message>
    <message>
        <source>a guard as its author meant it</source>
        <translation>ein Wächter, wie er gemeint war</translation>
    </message>
    <message>
        <source>no guard</source>
        <translation>kein Wächter</translation>
    </message>
    <message>
        <source>there is no guard</source>
        <translation>es gibt keinen Wächter</translation>
    </message>
    <message>
        <source>load balancers look twice as often</source>
        <translation>Lastverteiler sehen doppelt so oft nach</translation>
    </message>
    <message>
        <source>no group, or it is looked at all the time</source>
        <translation>keine Gruppe, oder sie wird ständig angesehen</translation>
    </message>
    <message>
        <source>load balancers switch in half the time</source>
        <translation>Lastverteiler schalten in der halben Zeit um</translation>
    </message>
    <message>
        <source>no group, or it is switched at once</source>
        <translation>keine Gruppe, oder es wird sofort umgeschaltet</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhatIfChart</name>
    <message>
        <source>Saves a year</source>
        <translation>Spart im Jahr</translation>
    </message>
    <message>
        <source>Saves a year; to the left: costs</source>
        <translation>Spart im Jahr; nach links: kostet</translation>
    </message>
    <message>
        <source>%1: %2 a year, %3 to %4 with 95 % probability</source>
        <translation>%1: %2 im Jahr, mit 95 % Wahrscheinlichkeit %3 bis %4</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhatIfModel</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>makes no difference to any run</source>
        <translation>ändert an keinem Lauf etwas</translation>
    </message>
    <message>
        <source>may make no difference: run more</source>
        <translation>ändert vielleicht nichts: mehr Läufe rechnen</translation>
    </message>
    <message>
        <source>something repeats for ever in a run</source>
        <translation>in einem Lauf wiederholt sich etwas ewig</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Saves a year</source>
        <translation>Spart im Jahr</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhatIfView</name>
    <message>
        <source>R&amp;un</source>
        <translation>Rechne&amp;n</translation>
    </message>
    <message>
        <source>What each change saves</source>
        <translation>Was jede Änderung spart</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Run %1 was ended because it had %L2 events</source>
        <translation>Lauf %1 wurde beendet, weil er %L2 Ereignisse hatte</translation>
    </message>
    <message>
        <source>see whether something repeats for ever, or give fewer years a run</source>
        <translation>nachsehen, ob sich etwas ewig wiederholt, oder weniger Jahre je Lauf angeben</translation>
    </message>
    <message>
        <source>The cluster and each change of it are being run under the same failures…</source>
        <translation>Der Cluster und jede Änderung werden unter denselben Ausfällen gerechnet…</translation>
    </message>
    <message>
        <source>Tells how much downtime each of many changes would save: other rates, recovery, checks, times, one more node, guards, load balancers.</source>
        <translation>Sagt, wie viel Ausfallzeit jede von vielen Änderungen sparen würde: andere Raten, Wiederanlauf, Prüfungen, Zeiten, ein Knoten mehr, Wächter, Lastverteiler.</translation>
    </message>
    <message>
        <source>Each change alone, on the same failures; cluster-years: %L1.</source>
        <translation>Jede Änderung für sich, bei denselben Ausfällen; Cluster-Jahre: %L1.</translation>
    </message>
    <message>
        <source>What counts is the downtime of all services together.</source>
        <translation>Gezählt wird die Ausfallzeit aller Dienste zusammen.</translation>
    </message>
    <message>
        <source>What counts is the downtime of all groups together.</source>
        <translation>Gezählt wird die Ausfallzeit aller Gruppen zusammen.</translation>
    </message>
    <message>
        <source>It was stopped: these are the runs that were done by then.</source>
        <translation>Es wurde angehalten: Das sind die Läufe, die bis dahin fertig waren.</translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhyView</name>
    <message>
        <source>Which decisions these are</source>
        <translation>Welche Entscheidungen das sind</translation>
    </message>
    <message>
        <source>Previous decision</source>
        <translation>Vorige Entscheidung</translation>
    </message>
    <message>
        <source>Next decision</source>
        <translation>Nächste Entscheidung</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show the decisions about everything</source>
        <translation>Entscheidungen über alles zeigen</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>Forget the chosen stretch and follow the playhead again</source>
        <translation>Gewählten Abschnitt vergessen und wieder der Abspielmarke folgen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>There is no further decision in this direction.</source>
        <translation>In dieser Richtung gibt es keine weitere Entscheidung.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>um %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>No decision %1, and none before.</source>
        <translation>Keine Entscheidung %1 und keine davor.</translation>
    </message>
    <message>
        <source>No decision %1. The last ones before it, at %2:</source>
        <translation>Keine Entscheidung %1. Die letzten davor, um %2:</translation>
    </message>
    <message>
        <source>Decisions %1:</source>
        <translation>Entscheidungen %1:</translation>
    </message>
    <message>
        <source>Only the first %L1 are shown: choose a service or a shorter stretch.</source>
        <translation>Nur die ersten %L1 sind gezeigt: bitte einen Dienst oder einen kürzeren Abschnitt wählen.</translation>
    </message>
    <message>
        <source>Left out, because they do not concern %1: %L2.</source>
        <translation>Weggelassen, weil sie %1 nicht betreffen: %L2.</translation>
    </message>
</context>
</TS>
