/** Text on paper: at least 4.5 : 1. Areas of charts: at least 3 : 1. */
export const palettes = {
  light: {
    paper: '#fcfcfa',
    ink: '#1d1f21',
    soft: '#5b6168',
    line: '#dcdcd6',
    link: '#0b5394',
    alarm: '#b3261e',
    found: '#8a8f98',
    new: '#1f7a5c',
    changed: '#b26a00',
    vanished: '#7a5ea8',
    failed: '#c0392b',
    verified: '#1f7a5c',
    read: '#4a7fb5',
    suspect: '#c77700',
    blank: '#8d8d86',
    missing: '#76767a',
  },
  dark: {
    paper: '#141618',
    ink: '#e4e4df',
    soft: '#a0a5ab',
    line: '#33373b',
    link: '#8ab8e6',
    alarm: '#ff8a80',
    found: '#7d838c',
    new: '#4fb892',
    changed: '#e0a040',
    vanished: '#ab92d6',
    failed: '#ef6f63',
    verified: '#4fb892',
    read: '#6fa3d8',
    suspect: '#e8a33d',
    blank: '#8f8f88',
    missing: '#78787c',
  },
};

const variables = (palette: Record<string, string>): string =>
  Object.entries(palette)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

const fills = [
  'found',
  'new',
  'changed',
  'vanished',
  'failed',
  'verified',
  'read',
  'suspect',
  'blank',
  'missing',
];

export const pageStyle = `
:root{color-scheme:light dark;${variables(palettes.light)}}
@media(prefers-color-scheme:dark){:root{${variables(palettes.dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
header p,.soft,caption,figcaption,thead th{color:var(--soft)}
.over{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;margin:0}
h1{font-size:clamp(1.6rem,5vw,2.4rem);line-height:1.15;font-weight:600;letter-spacing:-.015em;margin:.35rem 0 .4rem}
h2{font-size:1.15rem;font-weight:600;margin:3.2rem 0 .8rem;padding-top:.7rem;border-top:1px solid var(--line)}
h3{font-size:1rem;font-weight:600;margin:1.8rem 0 .4rem}
p{margin:.3rem 0}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}

.alarms{list-style:none;padding:0;margin:1.8rem 0 0}
.alarms li{border-left:3px solid var(--alarm);padding:.1rem 0 .1rem 1rem;margin:0 0 1.1rem}
.alarms b{color:var(--alarm);font-weight:600}
.figures{display:grid;grid-template-columns:repeat(4,1fr);gap:1.4rem 1.2rem;margin:0 0 1.4rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{margin:0;font-size:1.75rem;line-height:1.2;font-weight:300;font-variant-numeric:tabular-nums}
.figures dt{font-size:.85rem;color:var(--soft);line-height:1.35}
figure{margin:0 0 1.6rem}
figcaption{font-size:.9rem;margin:0 0 .5rem}
svg{display:block;width:100%;overflow:visible}
svg text{fill:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}
.chart{width:calc(100% - 2.9rem)}
.grid{stroke:var(--line);stroke-width:1}
${fills.map((name) => `.${name}{fill:var(--${name})}`).join('')}
.cut{stroke:var(--paper);stroke-width:2;fill:none}.mark{fill:var(--alarm)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.3rem;padding:0;margin:.6rem 0 0;font-size:.87rem;color:var(--soft)}
.sw{display:inline-block;width:.75em;height:.75em;margin-right:.45em}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums;margin:.3rem 0 1rem}
caption{text-align:left;font-size:.87rem;padding:0 0 .4rem}
th,td{text-align:left;vertical-align:top;font-weight:400;padding:.42rem .8rem .42rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.8rem;overflow-wrap:normal;vertical-align:bottom}
.n{text-align:right;white-space:nowrap}
.bar{width:6.5rem;min-width:4rem}
.compact td,.compact th+th{text-align:right}.compact td:nth-child(4){width:6.5rem;min-width:4rem}
.compact th:nth-child(4){text-align:left}
.b{height:.65rem;margin-top:.45rem}
.b rect{height:100%}.b .goal{fill:var(--ink);x:80%;y:-15%;width:2px;height:130%}
small,.small{font-size:.84rem}
ul.plain{list-style:none;padding:0;margin:.3rem 0}
ul.plain li{margin:.25rem 0}
code{font:.84em ui-monospace,SFMono-Regular,Menlo,"Noto Sans Mono CJK SC",monospace}
del{color:var(--soft);text-decoration:none}ins{text-decoration:none;font-weight:600}
details{margin:.5rem 0}summary{cursor:pointer;padding:.25rem 0}
footer{margin-top:4rem;color:var(--soft);font-size:.87rem}
@media(max-width:40rem){main{padding-top:1.5rem}th,td{padding-right:.55rem}.figures{grid-template-columns:repeat(2,1fr)}.figures dd{font-size:1.5rem}.wide{display:none}.bar,.compact td:nth-child(4){width:4rem;min-width:3rem}
.compact :is(td,th):is(:nth-child(3),:nth-child(6)){display:none}
.stack thead{position:absolute;left:-100vw}.stack tr,.stack td,.stack th{display:block;border:0;padding:.1rem 0}.stack tr{border-bottom:1px solid var(--line);padding:.5rem 0}.stack .n{text-align:left}}
`;
