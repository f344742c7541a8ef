import { onRefresh } from './live'

/** What a page is shown without and that comes after it: elements with `data-fill` get the piece it names. Asked again at most once a minute. */
export function startFillIn(): void {
  void fillIn()
  onRefresh(() => {
    if (performance.now() - askedMs > restMs) void fillIn()
  })
}

const restMs = 60_000
let askedMs = 0

async function fillIn(): Promise<void> {
  askedMs = performance.now()
  for (const place of document.querySelectorAll<HTMLElement>('[data-fill]')) {
    // oxlint-disable-next-line no-await-in-loop -- there is one on a page
    const html = await asked(place.dataset['fill'] ?? '')
    if (html === undefined) continue
    place.innerHTML = html
    place.hidden = false
  }
}

/** What cannot be had is not shown: the page says the rest. */
async function asked(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { headers: { 'x-norma-part': 'piece' }, cache: 'no-store' })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
