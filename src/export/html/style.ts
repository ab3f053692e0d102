/** Colours after Paul Tol's high-contrast scheme, which colour-blind readers can tell apart; shapes and lines say the same without colour. */
const LIGHT = `color-scheme:light;--bg:#f6f4ef;--card:#fff;--ink:#1c1e24;--soft:#565a64;--line:#dfdacf;--focus:#004488;
--support:#0b4a86;--support-fill:#2a6fb3;--support-tint:#dbe9f7;--conditional:#6f4a00;--conditional-fill:#dba52a;--conditional-tint:#fcefcc;
--oppose:#96233d;--oppose-fill:#b5455d;--oppose-tint:#fadfe4;--none:#565a64;--none-fill:#bdbdbd;--none-tint:#ebe9e4;`

const DARK = `color-scheme:dark;--bg:#131519;--card:#1b1e24;--ink:#e9e6df;--soft:#a9adb7;--line:#343841;--focus:#9cc9f5;
--support:#9bcbf7;--support-fill:#5299da;--support-tint:#17334f;--conditional:#f2c866;--conditional-fill:#d9a637;--conditional-tint:#443510;
--oppose:#f5a6b8;--oppose-fill:#d6667f;--oppose-tint:#4c1f2c;--none:#a9adb7;--none-fill:#565b66;--none-tint:#2a2e36;`

const STANCES = ['support', 'conditional', 'oppose', 'none']
  .map((s) => `.s-${s}{--c:var(--${s});--f:var(--${s}-fill);--t:var(--${s}-tint)}.f-${s}{fill:var(--${s}-fill)}`)
  .join('\n')

const BASE = `*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:400 1rem/1.5 Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-feature-settings:"tnum"}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}ul,ol{list-style:none}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}a:hover{text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--card);padding:.5rem 1rem;z-index:5}.skip:focus{top:1rem}
.page>header,main,.page>footer{max-width:82rem;margin:0 auto;padding:0 2rem}
.page>header{padding-top:3rem;padding-bottom:1.75rem}
.kicker{font-size:.75rem;font-weight:600;letter-spacing:.12em;text-transform:uppercase;color:var(--soft)}
h1{font:500 clamp(2rem,4.6vw,3.1rem)/1.08 var(--serif);letter-spacing:-.015em;margin:.5rem 0 .75rem;text-wrap:balance;overflow-wrap:anywhere}
.facts{color:var(--soft);font-size:.9375rem}.facts>*+*::before{content:"·";margin:0 .6em}
h2{font-size:.75rem;font-weight:600;letter-spacing:.12em;text-transform:uppercase;color:var(--soft);margin:2.75rem 0 .9rem}
.page>footer{padding-top:1.5rem;padding-bottom:3rem;margin-top:3rem;font-size:.8125rem;color:var(--soft)}
.page>footer p{max-width:62ch}.page>footer p+p{margin-top:.5rem}
.sign{width:.72em;height:.72em;flex:none;display:inline-block;vertical-align:-.02em;margin-right:.15em}
.warn{background:var(--conditional-tint);color:var(--conditional);padding:.6rem .9rem;border-radius:.4rem;margin-bottom:1rem;font-size:.9375rem}`

const OVERVIEW = `.of{font:500 1.125rem/1.3 var(--serif);margin:1.25rem 0 .5rem}
.board{display:grid;grid-template-columns:repeat(4,1fr);gap:1.5rem;max-width:82rem;margin:0 auto}
.column{border-top:4px solid var(--f);padding-top:.7rem}
.column h3{font-size:.9375rem;font-weight:600;color:var(--c);display:flex;align-items:center;gap:.35rem}
.column .count{margin-left:auto;font-weight:500;color:var(--soft)}
.column li{display:flex;gap:.75rem;justify-content:space-between;padding:.3rem 0;border-bottom:1px solid var(--line);font-size:1.0625rem}
.column ul{margin-top:.4rem}.column a{text-decoration:none;overflow-wrap:anywhere}.column a:hover{text-decoration:underline}
.share{color:var(--soft);font-size:.875rem;white-space:nowrap;padding-top:.1em}
.scroll{position:relative;overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.5rem 1rem}
.matrix{border-collapse:separate;border-spacing:.25rem;font-size:.875rem;min-width:100%}
.matrix th{text-align:left;font-weight:500;vertical-align:bottom}.matrix tbody th{padding:.35rem 1rem .35rem 0;white-space:nowrap;position:sticky;left:0;background:var(--card)}
.matrix thead a{display:block;min-width:7.5rem;text-decoration:none;padding:.3rem .1rem}.matrix .day{font-weight:600}.matrix .year{color:var(--soft)}
.clip{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;font-size:.75rem;line-height:1.35;color:var(--soft);max-width:11rem}
.cell{display:flex;align-items:center;gap:.4rem;background:var(--t);color:var(--c);border-radius:.3rem;padding:.35rem .6rem;text-decoration:none;white-space:nowrap}
.cell b{margin-left:auto;font-weight:500}.cell:hover{box-shadow:inset 0 0 0 1.5px var(--f)}.cell.s-none{background:none}
.absent{border-radius:.3rem;background:repeating-linear-gradient(135deg,transparent 0 5px,var(--line) 5px 6px);opacity:.5}
.timeline{display:block;margin:0 auto;font:inherit}
.timeline .name{fill:var(--ink);font-size:14px}.timeline .date{fill:var(--soft);font-size:12px}
.timeline .rule{stroke:var(--line);stroke-width:1}.timeline .held{stroke:var(--none-fill);stroke-width:2}.timeline .change{stroke:var(--ink);stroke-width:3;stroke-dasharray:1.5 4;stroke-linecap:round}
.changes li{padding:.45rem 0;border-bottom:1px solid var(--line);display:flex;flex-wrap:wrap;gap:.25rem .6rem;align-items:center}
.changes{margin-top:.75rem}.tag{background:var(--t);color:var(--c);border-radius:1rem;padding:.1rem .6rem;font-size:.875rem}.when{color:var(--soft);margin-left:auto;font-size:.875rem}
.nochange{color:var(--soft);margin-top:.75rem}`

const CARDS = `.sheet{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.08fr);gap:2.5rem;align-items:start}
.cards{display:grid;gap:1rem}
.card{background:var(--card);border:1px solid var(--line);border-left:5px solid var(--f,var(--line));border-radius:.5rem;padding:1.1rem 1.3rem 1.2rem;scroll-margin-top:1rem}
.card:target,.silent li:target{box-shadow:0 0 0 2px var(--focus)}
.card header{display:flex;gap:1rem;align-items:flex-start;justify-content:space-between;margin-bottom:.8rem}
.card h3{font:600 1.3125rem/1.2 var(--serif);overflow-wrap:anywhere}
.sub{font-size:.8125rem;color:var(--soft);margin-top:.15rem}.sub>*+*::before{content:"·";margin:0 .5em}.code{letter-spacing:.04em}
.badge{display:flex;align-items:center;gap:.3rem;background:var(--t);color:var(--c);font-weight:600;font-size:.875rem;padding:.22rem .7rem;border-radius:1rem;white-space:nowrap}
.bar{display:block;width:100%;height:8px;border-radius:4px;overflow:hidden;background:var(--none-tint)}.bar rect+rect{stroke:var(--card);stroke-width:1.5;vector-effect:non-scaling-stroke}
.shares{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-top:.45rem;font-size:.8125rem;color:var(--soft)}.shares b{font-weight:500}.shares .first,.shares .first b{color:var(--ink);font-weight:600}
h4{font-size:.75rem;font-weight:600;letter-spacing:.06em;color:var(--soft);margin:1.05rem 0 .35rem}
.demands li{padding-left:1.1rem;position:relative;overflow-wrap:anywhere}.demands li+li{margin-top:.25rem}
.demands li::before{content:"";position:absolute;left:.1rem;top:.62em;width:.45rem;height:.45rem;background:var(--conditional-fill);transform:rotate(45deg)}
.evidence>li{scroll-margin-top:2rem;border-radius:.35rem;margin:0 -.5rem;padding:.4rem .5rem}
.evidence>li.lit{background:var(--t)}
.evidence>li:target{background:var(--t)}
.quote{display:flex;gap:.65rem;text-decoration:none}.quote q{font:400 1.0313rem/1.45 var(--serif);overflow-wrap:anywhere}.quote:hover q{text-decoration:underline;text-decoration-color:var(--f);text-decoration-thickness:2px}
q{quotes:"“" "”" "‘" "’"}
.n{flex:none;min-width:1.4rem;height:1.4rem;padding:0 .25rem;border-radius:.7rem;background:var(--t);color:var(--c);font-size:.75rem;font-weight:600;line-height:1.4rem;text-align:center;margin-top:.05rem}
.lit .n{background:var(--card)}
.why{margin-left:2.05rem;font-size:.8125rem;color:var(--soft)}.old q{opacity:.75;font-style:italic}
.said b{font-weight:600;color:var(--ink)}.lit .said,.lit summary,.lit .why{color:var(--ink)}
summary{cursor:pointer;width:fit-content}summary:hover{color:var(--ink)}
.rules{margin-top:.3rem}.rules li{padding:.35rem 0;border-top:1px solid var(--line)}.rules code{font:500 .8125rem/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:var(--ink);overflow-wrap:anywhere}
.rules q{display:block;overflow-wrap:anywhere}.rules .by{display:block;font-style:italic}.vote{white-space:nowrap}
.quiet h3{font-size:1.0625rem;margin-bottom:.4rem}.silent li{padding:.35rem 0;border-top:1px solid var(--line);scroll-margin-top:1rem}
.silent .line{display:grid;grid-template-columns:1fr 6rem 3rem;gap:.75rem;align-items:center}.silent b{font-weight:500;font-size:.8125rem;color:var(--soft);text-align:right}`

const ARTICLE = `.paper{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1.9rem 2.2rem 2.2rem}
.paper p{font:400 1.0938rem/1.72 var(--serif);white-space:pre-line;overflow-wrap:anywhere;max-width:65ch}.paper p+p{margin-top:1em}
.paper .headline{font-size:1.5625rem;line-height:1.36;font-weight:600;letter-spacing:-.005em}
.source{display:block;color:var(--soft);font-size:.8125rem;margin-bottom:.9rem}
mark{background:var(--t);color:inherit;padding:.1em 0;text-decoration:underline;text-decoration-color:var(--f);text-decoration-thickness:2px;text-underline-offset:.24em;text-decoration-skip-ink:none;cursor:default}
mark.s-conditional{text-decoration-style:dashed}mark.s-oppose{text-decoration-style:double}mark.old{background:none;text-decoration-style:dotted}
mark.lit{background:var(--f);color:#fff}:root mark.s-conditional.lit,:root mark.s-none.lit{color:#1c1e24}
.demand{font-style:italic}
.place{scroll-margin-top:5rem}
.ref{font:600 .6563rem/1 Inter,ui-sans-serif,system-ui,sans-serif;vertical-align:super;color:var(--c);background:var(--card);text-decoration:none;padding:.2em .4em;margin:0 .1em;border:1px solid var(--f);border-radius:1em}
.ref:hover,.ref.lit{background:var(--c);color:var(--card)}
#pop{position:fixed;z-index:10;width:min(25rem,calc(100vw - 2rem));max-height:60vh;overflow-y:auto;background:var(--card);color:var(--ink);border:1px solid var(--line);border-radius:.5rem;box-shadow:0 .6rem 2rem #0003,0 0 0 1px #0001;padding:.9rem 1.1rem;font-size:.8125rem}
#pop[hidden]{display:none}#pop .head{font-weight:600;font-size:.9375rem;color:var(--c);margin-bottom:.1rem}#pop .one+.one{margin-top:.8rem;padding-top:.8rem;border-top:1px solid var(--line)}#pop .why{margin:0}#pop summary{display:none}`

const MEDIA = `@media (max-width:60rem){.sheet{grid-template-columns:minmax(0,1fr)}.paper{position:static;max-height:none}.page>header,main,.page>footer{padding-left:1.1rem;padding-right:1.1rem}.page>header{padding-top:2rem}}
@media (max-width:48rem){.board{grid-template-columns:1fr 1fr;gap:1.25rem}.paper{padding:1.3rem 1.2rem}.card{padding:1rem}}
@media (max-width:30rem){.board{grid-template-columns:1fr}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media (forced-colors:active){mark{forced-color-adjust:none}.bar,.sign,.timeline{forced-color-adjust:none}}
@media print{:root{${LIGHT}--bg:#fff}body{font-size:10pt}.page>header{padding-top:0}.sheet{display:block}.paper{position:static;max-height:none;overflow:visible;border:0;padding:0;margin-bottom:1.5rem}.board{grid-template-columns:repeat(4,1fr);gap:1rem}.column li{font-size:.9375rem}.cards{display:block}.card{margin-bottom:.8rem}.card header,.bar,.shares,h2,h3,h4{break-after:avoid}.evidence>li,.demands li,.rules li,.silent li{break-inside:avoid}.scroll{overflow:visible}.skip,#pop{display:none}.sheet{display:flex;flex-direction:column-reverse}.paper p{max-width:none;font-size:10.5pt;line-height:1.6}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`

/** The page's style sheet. It names no file: fonts are those of the reader's system. */
export const STYLE = [
  `:root{${LIGHT}--serif:"Iowan Old Style","Charter","Source Serif 4","Palatino Linotype",Palatino,"EB Garamond",Georgia,"Liberation Serif",serif}`,
  `@media (prefers-color-scheme:dark){:root{${DARK}}}`,
  STANCES,
  BASE,
  OVERVIEW,
  CARDS,
  ARTICLE,
  MEDIA,
].join('\n')
