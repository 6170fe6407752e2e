import type { Finding } from '../findings/finding.ts'
import { escapeHtml } from '../source/escape-html.ts'

const STYLE =
  'position:fixed;inset:auto 1rem 1rem;z-index:9999;max-height:70vh;overflow:auto;padding:1rem 1.25rem;border:3px solid #b3261e;border-radius:6px;background:#fff;color:#1a1a1a;font:16px/1.5 system-ui,sans-serif;box-shadow:0 8px 32px rgb(0 0 0/.3)'

/** A panel over the page with the errors that keep the latest content from being shown; '' where there are none. */
export function findingsOverlay(findings: readonly Finding[]): string {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return ''
  const items = errors
    .slice(0, 50)
    .map(
      ({ file, line, message, hint }) =>
        `<li style="margin:.5rem 0"><strong>${escapeHtml(file)}:${line}</strong><br>${escapeHtml(message)}<br><em>${escapeHtml(hint)}</em></li>`,
    )
  const count = errors.length === 1 ? '1 fejl' : `${errors.length} fejl`
  return `<section role="alert" aria-label="Fejl i indholdet" style="${STYLE}"><h2 style="margin:0;font-size:1.25rem">${count} i indholdet. Siden viser det seneste, der var i orden.</h2><ul style="margin:.5rem 0;padding-left:1.25rem">${items.join('')}</ul></section>`
}
