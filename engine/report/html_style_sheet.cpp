#include "report/html_style_sheet.h"

namespace rgsim {

namespace {

constexpr const char* screenRules = R"(
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2430; --pale: #565d6b; --line: #d5d9e0; --band: #f3f5f8;
  --alarm: #b00f1b; --alarm-band: #fdecee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181e; --ink: #e6e9ef; --pale: #a4acba; --line: #3a414d; --band: #1f242d;
    --alarm: #ff8a93; --alarm-band: #3a1c21;
  }
}
body {
  margin: 0 auto; padding: 1.5rem; max-width: 78rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "DejaVu Sans", Verdana, Helvetica, Arial, sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 {
  font-size: 1.15rem; margin: 2rem 0 0.6rem; padding-bottom: 0.2rem;
  border-bottom: 1px solid var(--line);
}
p, ul { max-width: 48rem; }
p.about { font-size: 1.05rem; }
p.verdict { padding: 0.6rem 0.9rem; background: var(--band); border-left: 4px solid var(--pale); }
p.alarm { background: var(--alarm-band); border-left-color: var(--alarm); }
.pale, figcaption, caption { color: var(--pale); font-size: 0.88rem; }
.alarm-text { color: var(--alarm); font-weight: bold; }
figure { margin: 0 0 1.2rem; }
.card {
  background: #ffffff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto;
}
.card svg { display: block; width: 100%; min-width: 40rem; height: auto; }
.card img { display: block; max-width: 100%; height: auto; margin: 0 auto; }
figcaption { margin-top: 0.4rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; caption-side: bottom; padding-top: 0.4rem; }
th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left; }
th, td { vertical-align: top; }
thead th { background: var(--band); }
th.number, td.number { text-align: right; white-space: nowrap; }
tfoot th, tfoot td { border-top: 2px solid var(--line); font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; margin: 0; }
dt { grid-column: 1; color: var(--pale); }
dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
dl.times dt { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: 0.88rem; }
dd ul { margin: 0; padding-left: 1.1rem; }
summary { cursor: pointer; }
pre {
  margin: 0.6rem 0 0; padding: 0.8rem; background: var(--band); border: 1px solid var(--line);
  border-radius: 6px; overflow-x: auto; font-size: 0.82rem; line-height: 1.4;
  font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace;
}
code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; }
)";

constexpr const char* paperRules = R"(@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff; --ink: #000000; --pale: #444444; --line: #aaaaaa; --band: #f3f3f3;
    --alarm: #9c0d18; --alarm-band: #ffffff;
  }
  @page { margin: 14mm; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  h2 { break-after: avoid; }
  figure, tr, dd { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .card, .wide, pre { overflow: visible; }
  .card svg { min-width: 0; }
  .card, .card svg, p.verdict, thead th { print-color-adjust: exact; }
  table { font-size: 8pt; }
  th, td { padding: 0.15rem 0.3rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
)";

} // namespace

std::string htmlStyleSheet()
{
    return std::string(screenRules) + paperRules;
}

} // namespace rgsim
