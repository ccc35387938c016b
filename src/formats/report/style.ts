/** The style of the page: readable on a phone and on A4; dark on light at a contrast of 7 to 1 and more; nothing from elsewhere. */
export const style = `
:root{--ink:#1d1d1b;--quiet:#4a4a48;--line:#c4c4c0;--link:#17406d;--wash:#f2f5f8;--state:#fff6e0}
*{box-sizing:border-box}
html{font:16px/1.5 Arial,Helvetica,sans-serif;color:var(--ink);background:#fff;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1rem;max-width:60rem}
h1{font-size:1.9rem;line-height:1.2;margin:1rem 0 .25rem}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .75rem;padding-top:.5rem;border-top:3px solid var(--link)}
main{counter-reset:part}
h2::before{counter-increment:part;content:counter(part) ". "}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.2rem 0 .3rem}
h1,h2,h3,h4,p,li,td,th,caption,figcaption,dt,dd{overflow-wrap:break-word}
p{margin:.5rem 0}
a{color:var(--link)}
a:focus-visible,.scroll:focus-visible,figure:focus-visible{outline:3px solid #b35c00;outline-offset:2px}
a.figure{text-decoration:underline dotted;text-underline-offset:.2em;white-space:nowrap}
.subtitle{color:var(--quiet);margin-top:0}
.lead{font-size:1.1rem}
.note{color:var(--quiet);font-size:.9rem}
.state{background:var(--state);border-left:5px solid #b35c00;padding:.6rem .8rem}
.contents ol{columns:2;padding-left:1.5rem;margin:.5rem 0}
.verdicts{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:1rem 0}
.verdict{border:2px solid var(--link);padding:.75rem 1rem;background:var(--wash);break-inside:avoid}
.verdict h3{margin:0;font-size:1.05rem}
.verdict .answer{font-size:1.7rem;font-weight:bold;margin:.1rem 0 .4rem}
.verdict dl{display:grid;grid-template-columns:1fr auto;gap:.15rem .75rem;margin:0 0 .5rem}
.verdict dd{margin:0;text-align:right;font-weight:bold}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.88rem;line-height:1.35}
caption{text-align:left;font-weight:bold;padding:.25rem 0 .4rem}
th,td{padding:.3rem .5rem;border-bottom:1px solid var(--line);vertical-align:top;text-align:left}
thead th{background:var(--wash);border-bottom:2px solid var(--link);vertical-align:bottom}
tbody th{font-weight:normal}
.n{white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal}
tr.group th{font-weight:bold;background:var(--wash);padding-top:.5rem}
.more{font-weight:normal}
tr.group{break-after:avoid}
tr.total th,tr.total td{font-weight:bold;border-top:2px solid var(--link)}
tr:target,tr:target th,tr:target td{background:#ffe9b3}
figure{margin:1rem 0}
figure svg{display:block;max-width:100%;height:auto}
figcaption{color:var(--quiet);font-size:.9rem;margin-top:.25rem}
.long{overflow-wrap:anywhere;min-width:9rem}
@media (max-width:40rem){.verdicts{grid-template-columns:1fr}.contents ol{columns:1}figure{overflow-x:auto}figure svg{min-width:32rem}}
@page{size:A4;margin:16mm 14mm 18mm}
@page{@bottom-right{content:counter(page) " / " counter(pages);font:8pt Arial,sans-serif;color:#4a4a48}}
@media print{
html{font-size:10pt}
body{max-width:none;padding:0}
h2{margin-top:1.6rem}
h2,h3,h4,caption{break-after:avoid}
figure svg{max-height:76mm;width:auto}
figure.tall svg{max-height:165mm}
figure,.verdict,.state,.short,tr,li{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
table{font-size:8.2pt}
th,td{padding:.18rem .35rem}
#appendix{break-before:page}
a{color:inherit}
p{orphans:3;widows:3}
}
`.trim()
