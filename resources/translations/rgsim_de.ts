<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ClusterPainter</name>
    <message>
        <source>Every service has a node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On no node</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>record, and it runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs, no record here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not kept apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frozen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterScene</name>
    <message>
        <source>runs, no record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remains run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boots, up in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on no node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, must not run here: a keep-apart rule is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On no node: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n keep-apart rule(s) broken</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LaneWords</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record: %1 on %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really: nothing in it can run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really: runs nowhere (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really: runs on %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really: runs in part on %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Really: runs on %1, and in part on %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phantom: the record says started, but it does not run there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs beside a service that it must be kept apart from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead, but not yet declared down (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs, but is cut off (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs without a manager (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: by record only, it does not run here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs, but no record says started here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No services</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more of this kind; zoom in to see them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemText</name>
    <message>
        <source>node %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover domain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resource %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dependency %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fault %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep-apart group %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lesson step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fence method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failover domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restarts before it moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restarts are forgotten after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depends on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dependency mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forgiven failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failures are forgotten after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>independent subtree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scan for due checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejoins after fencing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two-node mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole scenario</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uninitialized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recoverable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>migrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost, not fenced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs, without a manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineLanes</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Simulator of rgmanager clusters: the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, such as de</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scenario or a cluster.conf to open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui</name>
    <message>
        <source>choose another place; nothing that is open is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file could not be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::AboutDialog</name>
    <message>
        <source>About rgsim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rgsim %1
Simulator of clusters that rgmanager manages.

Qt %2, QCustomPlot %3

Free software: GNU General Public License, version 3 or later. There is no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClustatView</name>
    <message>
        <source>What clustat prints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node on which clustat runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clustat &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as &amp;XML (-x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first node that is up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no member of the cluster at %2: clustat works on members only. Choose another node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No node is up at %1: nobody could run clustat. This is what the records say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>□ belief only: the record says started, but the service does not run there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Belief only: the record says started, but the service does not run there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClusterCanvas</name>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ClusterView</name>
    <message>
        <source>The cluster is shown once what is wrong with it is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ComparisonModel</name>
    <message>
        <source>All services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relocations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phantom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::ComparisonView</name>
    <message>
        <source>&amp;Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the playhead to the first difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main and fork side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no second branch. Put the playhead where it should begin and choose “Fork here” (Ctrl+B); then give it other faults or another layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DecisionModel</name>
    <message>
        <source>%1
at %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled by: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In rgmanager: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: score %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configured in line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configured in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::Document</name>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the fork</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::DraftField</name>
    <message>
        <source>various</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duration such as 5s, 1500ms, 10min, 2h or 90d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::GalleryModel</name>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Affinity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping apart with a guard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load balancing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quorum and fencing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogModel</name>
    <message>
        <source>playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::LogView</name>
    <message>
        <source>Only lines of this node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lines about this service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lines of this priority or a more urgent one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;really happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also faults, processes, membership and fencing: what rgmanager does not write into its log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as CS&amp;V…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 lines are too many for the clipboard, which takes %L2: save them as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::MainWindow</name>
    <message>
        <source>save often until this is mended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edits cannot be kept against a crash:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before %1 was saved. The changes were kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be brought back:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Throw them away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open; worth a look:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be opened:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scenario or a cluster.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios and cluster.conf (*.json *.conf *.xml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous &amp;event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next e&amp;vent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the e&amp;nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous &amp;decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next de&amp;cision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the c&amp;omputation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About rgsim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated seconds per second, 1 to 1000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the computation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario (*.json);;cluster.conf (*.conf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeline as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster as a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline as a t&amp;able (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log as a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report as a web page (HTML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait until it is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fork here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Switch to the other branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Drop the fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second branch from the playhead, with other faults or another layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch that is shown and edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the desktop says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the panels back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::MessageBar</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rgsim::gui::NewClusterWizard</name>
    <message>
        <source>New cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many nodes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are numbered from 1; rgmanager prefers low numbers where nothing else decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Number of nodes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names &amp;begin with:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which services?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One name in a line. Each begins as one init script; more can be added to it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it to another node (relocate)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start it again where it was (restart)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave it stopped (disable)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Services:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When one &amp;fails:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name stands there twice; every service needs its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which must stay apart?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick the pairs that must never run on the same node, such as two instances behind a load balancer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hardened guard in the init scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the published guard in the init scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: only measure it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the first node &amp;crash after two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apart:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept apart &amp;by:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::StartPage</name>
    <message>
        <source>What will the cluster do when a node dies? Choose a situation and watch, or build your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New cluster…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a scenario or cluster.conf…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the situations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that you open appear here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelineCanvas</name>
    <message>
        <source>Not revealed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::TimelinePlot</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes of the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes are services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanes are nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only services to which something happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fork at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (active)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft has errors; this shows the last layout without errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lanes without news are hidden.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no run to show.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rgsim::gui::WhyView</name>
    <message>
        <source>Which decisions these are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the decisions about everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the chosen stretch and follow the playhead again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no further decision in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision %1, and none before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decision %1. The last ones before it, at %2:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the first %L1 are shown: choose a service or a shorter stretch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, because they do not concern %1: %L2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
