import type { Block, InventedMeeting } from './meeting.ts'

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** The meeting as a page saved from a municipality's site, with everything that stands around it there. */
export function writeHtml(meeting: InventedMeeting): string {
  const punkter = meeting.punkter.map(
    (punkt) => `<section class="agenda-item">
<h2>Punkt ${punkt.number}: ${escaped(punkt.title)}${punkt.closed ? ' (Lukket)' : ''}</h2>
${punkt.sagsnummer ? `<p>Sagsnr. ${punkt.sagsnummer}</p>` : ''}
${punkt.sections.map(({ heading, blocks }) => `<h3>${escaped(heading)}</h3>\n${blocks.map(blockHtml).join('\n')}`).join('\n')}
${punkt.bilag.length > 0 ? `<h3>Bilag</h3><ul>${punkt.bilag.map((name) => `<li><a href="filer/${encodeURIComponent(name)}">${escaped(name)}</a></li>`).join('')}</ul>` : ''}
<p><a href="#top">Til toppen</a></p>
</section>`,
  )
  return `<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>${escaped(meeting.udvalg)} - Referat | Vadby Kommune</title><style>p { margin: 0 }</style>
<script>var sporing = "Støj i scriptet";</script></head>
<body>
<div id="cookie-banner" role="dialog"><p>Vi bruger cookies til statistik.</p><button>Accepter alle</button></div>
<header class="site-header"><a href="/">Forside</a> <form role="search"><input><button>Søg</button></form></header>
<nav><ul><li><a href="/borger">Borger</a></li><li><a href="/politik">Politik</a></li></ul></nav>
<main>
<ol class="breadcrumb"><li>Forside</li><li>Politik</li></ol>
<h1>Referat af møde i ${escaped(meeting.udvalg)}</h1>
<p>${escaped(meeting.authority)}</p>
<dl><dt>Mødedato:</dt><dd>${escaped(meeting.when)}</dd><dt>Mødested:</dt><dd>${escaped(meeting.place)}</dd></dl>
<p>Deltagere:</p>
<ul>${meeting.present.map((person) => `<li>${escaped(person)}</li>`).join('')}</ul>
<p>Afbud: ${escaped(meeting.apologies.join(', '))}</p>
${punkter.join('\n')}
</main>
<aside>Andre møder i udvalget</aside>
<footer><p>Vadby Kommune, Torvet 1, telefon og åbningstider</p></footer>
</body></html>`
}

export function blockHtml(block: Block): string {
  if (block.kind === 'paragraph') return `<p>${escaped(block.text)}</p>`
  if (block.kind === 'table')
    return `<table>${block.rows.map((row, index) => `<tr>${row.map((cell) => (index === 0 ? `<th>${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`)).join('')}</tr>`).join('\n')}</table>`
  const name = block.ordered ? 'ol' : 'ul'
  const items = block.items.map((item) =>
    typeof item === 'string'
      ? `<li>${escaped(item)}</li>`
      : `<li>${escaped(item.text)}<ul>${item.inner.map((inner) => `<li>${escaped(inner)}</li>`).join('')}</ul></li>`,
  )
  return `<${name}>${items.join('\n')}</${name}>`
}

/** The meeting as SBSYS exports it. */
export function writeXml(meeting: InventedMeeting): string {
  const names = (people: readonly string[]): string => people.map((person) => `<Deltager Navn="${escaped(person)}"/>`).join('')
  const punkter = meeting.punkter.map(
    (
      punkt,
    ) => `<Dagsordenpunkt Åbent="${punkt.closed ? 'false' : 'true'}" Nummer="${punkt.number}"${punkt.sagsnummer ? ` Sagsnummer="${punkt.sagsnummer}"` : ''}>
<Overskrift>${escaped(punkt.title)}</Overskrift>
${punkt.sections.map(({ heading, blocks }) => `<Tekst Titel="${escaped(heading)}"><![CDATA[${blocks.map(blockHtml).join('')}]]></Tekst>`).join('\n')}
${punkt.bilag.length > 0 ? `<Bilagsliste>${punkt.bilag.map((name) => `<Bilag Navn="${escaped(name)}" MaaPubliceres="${punkt.closed ? 'false' : 'true'}" BilagUrl="filer/${escaped(name)}"/>`).join('')}</Bilagsliste>` : ''}
</Dagsordenpunkt>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<Dagsorden DagsordenID="4711" Åben="true" Dagsordentype="Referat">
<Møde Udvalg="${escaped(meeting.udvalg)}" Mødedato="2025-03-05T00:00:00" Mødetid="15:00" Mødested="${escaped(meeting.place)}"><Myndighed>${escaped(meeting.authority)}</Myndighed></Møde>
<Deltagere>${names(meeting.present)}</Deltagere>
<Afbud>${names(meeting.apologies)}</Afbud>
<Dagsordenpunkter>
${punkter.join('\n')}
</Dagsordenpunkter>
</Dagsorden>`
}
