import { type Accent, pageAccent } from "../../accent.ts";

/**
 * The page's one style sheet. It has to be the program's alone: its hash is in the page's policy, and a text of a résumé
 * in it could be more than text. An accent is one of the names or hex values that `accentOf` knows.
 */
export const styleSheet = (accent?: Accent): string =>
	accent === undefined
		? sheet
		: sheet
				.replace("--accent:#0b6b7d", `--accent:${pageAccent(accent, "#ffffff")}`)
				.replace("--accent:#6cc5d6", `--accent:${pageAccent(accent, "#14181c")}`)
				.replace("--accent:#0b5566", `--accent:${pageAccent(accent, "#ffffff")}`);

const sheet = `
:root{--accent:#0b6b7d;--ink:#1b1f23;--quiet:#57606a;--rule:#d8dee4;--paper:#fff;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--accent:#6cc5d6;--ink:#e2e6ea;--quiet:#9aa5b1;--rule:#333b44;--paper:#14181c}}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:clamp(1.25rem,5vw,4rem) clamp(1rem,5vw,2.5rem);max-width:54rem;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0;font-size:inherit}
h1{font-size:clamp(1.75rem,5vw,2.25rem);line-height:1.2;letter-spacing:-.01em}
h2{margin:2.5rem 0 1rem;padding-bottom:.35rem;border-bottom:1px solid var(--rule);color:var(--accent);font-size:1.1rem}
h3,h4{font-weight:600}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{color:var(--accent)}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
article,.group{margin-top:1.25rem}
.group+article{margin-top:1.75rem}
.group{padding-inline-start:.9rem;border-inline-start:2px solid var(--rule)}
.group article{margin-top:.9rem}
.group h4{font-weight:500}
article:target :is(h3,h4){color:var(--accent)}
article ul{padding-inline-start:1.15rem}
li::marker{color:var(--quiet)}
.contacts,.links,.timeline,footer ul{list-style:none}
.contacts{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin-top:.5rem}
.title{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem}
.title :is(h3,h4){flex:1 1 18rem}
.dates,.details,.quiet,.dot{color:var(--quiet)}
.dates{font-variant-numeric:tabular-nums}
article ul.links{padding:0}
.timeline{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr) max-content;margin-top:2rem;font-size:.85rem}
.timeline li{display:grid;grid-column:1/-1;grid-template-columns:subgrid;gap:0 1rem;align-items:center;min-height:1.6rem}
.timeline a{display:-webkit-box;overflow:hidden;-webkit-box-orient:vertical;-webkit-line-clamp:2;margin-block:.2rem;line-height:1.3;text-decoration:none}
.timeline svg{width:100%;height:0;min-height:100%}
.years{display:flex;grid-column:2;color:var(--quiet);font-size:.9em}
.years span{flex:1 1 0;min-width:0;white-space:nowrap}
.year{stroke:var(--rule);stroke-width:1px;vector-effect:non-scaling-stroke}
.past,.expected,.point{stroke:var(--accent);stroke-width:6px;vector-effect:non-scaling-stroke}
.expected{stroke-dasharray:3px 3px}
.point{stroke-width:9px;stroke-linecap:round}
.tip{fill:var(--accent)}
.card{display:flex;flex-wrap:wrap;gap:2rem;justify-content:space-between;align-items:center}
.card figure{margin:0;flex:0 1 16rem}
.card>div{flex:1 1 18rem}
.card>div>p,.message p{margin-top:1rem}
.code{display:block;width:100%;background:#fff}
code{font:.95em ui-monospace,"Cascadia Mono","DejaVu Sans Mono",monospace}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--rule);font-size:.85rem;color:var(--quiet)}
footer ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
[dir=rtl] svg{transform:scaleX(-1)}
@media(max-width:40rem){
.timeline{grid-template-columns:minmax(0,1fr)}
.timeline .dates{display:none}
.timeline svg{height:1.1rem;min-height:0}
.years{grid-column:1}
}
@media print{
@page{margin:15mm 17mm}
:root{--accent:#0b5566;--ink:#000;--quiet:#444;--rule:#bbb;--paper:#fff}
html{font-size:9.5pt;line-height:1.4}
body{max-width:none;padding:0}
h1{font-size:20pt}
h2{margin:1.3em 0 .6em;break-after:avoid}
article,.group{margin-top:.75em}
article{break-inside:avoid}
.group>:not(article){break-after:avoid}
.group{padding:0;border:0}
.timeline,footer{display:none}
a{text-decoration:none}
.named::after{content:" (" attr(href) ")";color:var(--quiet);font-weight:400;overflow-wrap:anywhere}
}
`.replaceAll("\n", "");
