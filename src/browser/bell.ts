import { api } from './api'

const everyMs = 60_000

/** Shows at the bell how much is unread, at once and every minute while the page is in sight. */
export function startBell(): void {
  if (placeOf() === null) return
  void count()
  setInterval(() => {
    if (document.visibilityState === 'visible') void count()
  }, everyMs)
}

async function count(): Promise<void> {
  const answer = await api<{ readonly unread: number }>('GET', '/inbox?limit=1')
  const place = placeOf()
  if (!answer.ok || place === null) return
  const { unread } = answer.body
  place.textContent = unread > 99 ? '99+' : String(unread)
  place.hidden = unread === 0
}

function placeOf(): HTMLElement | null {
  return document.querySelector('[data-bell-count]')
}
