/** What the keys of the search page act on. */
export interface KeyTargets {
  readonly field: HTMLInputElement
  readonly links: () => readonly HTMLAnchorElement[]
  readonly clear: () => void
}

/** `/` and Ctrl/⌘-K lead to the field, Esc clears it, the arrows lead from it through the results and back. */
export function listenToKeys({ field, links, clear }: KeyTargets): void {
  document.addEventListener('keydown', (event) => {
    const shortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
    if (!shortcut && !slash) return
    event.preventDefault()
    field.focus()
    field.select()
  })
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Escape' && field.value !== '') {
      event.preventDefault()
      clear()
    }
    if (event.key === 'ArrowDown') {
      const first = links()[0]
      if (!first) return
      event.preventDefault()
      first.focus()
    }
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const all = links()
    const at = all.indexOf(event.target as HTMLAnchorElement)
    if (at < 0) return
    const next =
      event.key === 'ArrowDown'
        ? (all[at + 1] ?? all[at])
        : event.key === 'ArrowUp'
          ? (all[at - 1] ?? field)
          : event.key === 'Escape'
            ? field
            : undefined
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select'))
}
