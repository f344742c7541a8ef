const shownMs = 6000

/** Tells something at the edge of the page for a few seconds; with an action, a button that does it. */
export function toast(text: string, more: { isBad?: boolean; action?: { label: string; run: () => void } } = {}): void {
  const box = document.createElement('p')
  box.className = more.isBad === true ? 'toast bad' : 'toast'
  box.append(text)
  const { action } = more
  if (action !== undefined) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = action.label
    button.addEventListener('click', () => {
      box.remove()
      action.run()
    })
    box.append(' ', button)
  }
  document.getElementById('toasts')?.append(box)
  setTimeout(() => box.remove(), shownMs)
}
