/**
 * The look of an HTML page. Colours keep 7:1 against their ground in both schemes; danger has a thick edge
 * as well as its colour, so a black-and-white print says the same. No page size: the printer's paper decides.
 */
export const sheet = `:root { color-scheme: light dark; --ink: #16191c; --ground: #ffffff; --quiet: #4a5056; --line: #8a9299;
  --accent: #00525c; --red: #8f0d0d; --amber: #6b3d00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f3f4; --ground: #15181a; --quiet: #c0c6cb; --line: #7d868d;
    --accent: #6fd6e0; --red: #ffb0a8; --amber: #ffcf8a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 1.1875rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
main > p:first-child { font-weight: 700; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
p, ul, ol, dl, table { margin: 0 0 1rem; }
li { margin-bottom: .4rem; }
.quiet, dt .note { color: var(--quiet); }
.callout { border-left: .3rem solid var(--accent); padding: .2rem 0 .2rem 1rem; margin: 0 0 1.5rem; }
.callout p { margin: 0 0 .4rem; }
.callout .title { font-size: 1.3rem; font-weight: 700; }
.callout.emergency { border-left: .8rem double var(--red); }
.callout.emergency .title { color: var(--red); }
.callout.urgent { border-left: .5rem solid var(--amber); }
.callout.urgent .title { color: var(--amber); }
dl > div { margin-bottom: .7rem; }
dt { font-weight: 700; }
dt .note { font-weight: 400; }
dd { margin: 0 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
figure { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1.5rem; margin: 0 0 1rem; }
.panel { display: inline-flex; flex-direction: column; max-width: 100%; }
.panel svg { display: block; max-width: 100%; height: auto; }
/* In front: the lines of a picture that its frame cuts off still lie under it for a checker of contrast. */
.caption { position: relative; color: var(--quiet); font-size: .9em; }
section { display: flow-root; border-top: 1px solid var(--line); margin: 0 0 1.5rem; }
section h3 { margin: .8rem 0 .6rem; }
.beside { display: grid; grid-template-columns: minmax(0, 1fr); column-gap: 1.5rem; }
.beside figure { align-self: start; }
.upright figure { flex-wrap: nowrap; }
.upright .panel { min-width: 0; }
@media (min-width: 40rem) { .beside { grid-template-columns: 13.5rem minmax(0, 1fr); } }
section dl > div { margin-bottom: .4rem; }
section dt, section dd { display: inline; margin: 0; }
section dt::after { content: ": "; }
.ticks caption { text-align: left; padding-bottom: .4rem; }
.ticks th[scope="row"] { font-weight: 400; }
.ticks { table-layout: fixed; }
.ticks :is(tbody td, th[scope="col"]) { text-align: center; vertical-align: middle; padding: .3rem 0; }
.ticks th[scope="col"] { width: 2.8rem; }
.ticks th[scope="col"] { white-space: nowrap; font-size: .85em; }
.box { display: inline-block; width: 1.5rem; height: 1.5rem; border: 2px solid var(--ink); border-radius: 3px; vertical-align: middle; }
@media (max-width: 40rem) {
  .ticks th[scope="col"] { width: 1.75rem; font-size: .65em; }
  .box { width: 1.25rem; height: 1.25rem; }
}
p.next { font-weight: 700; margin-bottom: .3rem; }
code { font-family: ui-monospace, "Liberation Mono", Consolas, monospace; font-size: .95em; color: var(--accent); }
@page { margin: 12mm; @bottom-right { content: counter(page) " / " counter(pages); font: 11pt sans-serif; } }
@media print {
  :root { color-scheme: light; --ink: #000; --ground: #fff; --quiet: #333; --accent: #000; --red: #000; --amber: #000; }
  /* A narrower letter than that of many screens: larger type on fewer pages. */
  body { font: 13pt/1.18 Arial, "Liberation Sans", Helvetica, sans-serif; }
  main { max-width: none; padding: 0 0 3pt; }
  h1 { font-size: 22pt; margin-bottom: 5pt; }
  h2 { font-size: 17pt; margin: 10pt 0 3pt; }
  h3 { font-size: 15pt; }
  p, ul, ol, dl, table { margin-bottom: 4pt; }
  ul, ol { padding-left: 1.6em; }
  li { margin-bottom: 1pt; }
  h1, h2, h3, p.next { break-after: avoid; }
  .callout, dl > div, li, tr, figure, section { break-inside: avoid; }
  dl > div, section dl > div { margin-bottom: 2pt; }
  dt, dd { display: inline; margin: 0; }
  dt::after { content: ": "; }
  dt .note::before { content: "("; }
  dt .note::after { content: ")"; }
  dd + dd { display: block; margin-left: 1.25rem; }
  section { margin-bottom: 3pt; }
  section h3 { margin: 4pt 0 3pt; }
  /* The words go round the pictures, so that two or three exercises fit on a page. */
  .beside { display: block; }
  /* Short lines share one. */
  main:not(.dense) > h1 + dl > div, section > dl > div { display: inline-block; margin-right: 4mm; }
  .beside figure { float: left; max-width: 36mm; margin-right: 5mm; }
  .beside.upright figure { max-width: 56mm; }
  .beside ol { display: flow-root; }
  .pictured svg { zoom: .78; }
  .pictured figure { gap: 1mm 3mm; margin-bottom: 3pt; }
  .callout { margin-bottom: 6pt; }
  .ticks { break-inside: avoid; }
  .ticks :is(tbody td, th[scope="col"]) { padding: .5mm 0; }
  .ticks th[scope="col"] { width: 10.5mm; font-size: 11pt; }
  .ticks th[scope="row"] { padding: .5mm 2mm .5mm 0; vertical-align: middle; }
  .box { width: 6mm; height: 6mm; border: 1pt solid #000; }
  .next li { margin-bottom: 4pt; }
  .quiet { font-size: 12pt; }
  p { orphans: 3; widows: 3; }
  .dense { font-size: 9.5pt; line-height: 1.16; }
  .dense li { break-inside: auto; }
  .dense h1 { font-size: 16pt; margin-bottom: 4pt; }
  .dense h2 { font-size: 12pt; margin: 5pt 0 2pt; }
  .dense .callout { margin-bottom: 5pt; }
  .dense .callout .title { font-size: 12pt; }
  .dense :is(p, ul, ol, dl, table) { margin-bottom: 2pt; }
  .dense :is(th, td) { padding: 1pt 6pt 1pt 0; }
  .dense dl > div { margin-bottom: 1pt; }
  .dense figure svg { width: auto; max-height: 31mm; }
  .dense .quiet { font-size: 9pt; }
}
`;
