import { Idiomorph } from 'idiomorph'

import { texts } from './browser-texts'
import { toast } from './toast'

const everyMs = 1500
const mostFailures = 2

let failures = 0
let askedMs = 0
let running: Promise<void> | undefined
let isHeld = false
const listeners: (() => void)[] = []

/**
 * Looks every second and a half, while the page is in sight, whether others changed what it shows; less often where the
 * page says that a look is dear (`data-live-ms`).
 */
export function startLive(): void {
  if (mainOf()?.dataset['etag'] === undefined) return
  setInterval(() => {
    const isRested =
      performance.now() - askedMs >=
      Number(document.querySelector<HTMLElement>('[data-live-ms]')?.dataset['liveMs'] ?? 0)
    if (document.visibilityState === 'visible' && isRested) void refresh()
  }, everyMs)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh()
  })
}

/** Shows the page as it is now, in place: what is focused, typed or open stays. */
export function refresh(): Promise<void> {
  running ??= load().finally(() => {
    running = undefined
  })
  return running
}

/** Shows the page as it is after what was just done: an answer that was on its way already may not know of it. */
export async function refreshAfter(): Promise<void> {
  await running
  await refresh()
  // Where nothing that the page shows has changed, what is ticked may have.
  for (const listener of listeners) listener()
  void catchUp()
}

const mostLooks = 8

/** Looks again while the page says (`data-to-come`) that what was just done is not in it yet. */
async function catchUp(): Promise<void> {
  for (let looks = 0; looks < mostLooks && document.querySelector('[data-to-come]') !== null; looks += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other, with a rest before each
    await new Promise((resolve) => {
      setTimeout(resolve, everyMs)
    })
    // oxlint-disable-next-line no-await-in-loop -- see above
    await refresh()
  }
}

/** Keeps the page as it is while something is dragged over it. */
export function hold(held: boolean): void {
  isHeld = held
}

/** Calls back whenever the content has been renewed, or something was done. */
export function onRefresh(listener: () => void): void {
  listeners.push(listener)
}

async function load(): Promise<void> {
  const main = mainOf()
  if (main === undefined || isHeld) return
  const answer = await ask(main.dataset['etag'])
  if (answer === undefined || answer.status === 304 || isHeld) return
  if (answer.status === 401 || answer.redirected) return location.reload()
  if (!answer.ok) return
  const html = await answer.text()
  const etag = answer.headers.get('etag')
  if (etag !== null) main.dataset['etag'] = etag
  morph(main, html)
}

async function ask(etag: string | undefined): Promise<Response | undefined> {
  askedMs = performance.now()
  try {
    const answer = await fetch(location.href, {
      headers: { 'x-norma-part': 'main', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
      cache: 'no-store',
    })
    if (failures > mostFailures) toast(texts.online)
    failures = 0
    return answer
  } catch {
    // The browser tells a lost connection by throwing; it is said once, and asked again.
    failures += 1
    if (failures === mostFailures + 1) toast(texts.offline, { isBad: true })
    return undefined
  }
}

function morph(main: HTMLElement, html: string): void {
  void Idiomorph.morph(main, html, {
    morphStyle: 'innerHTML',
    // Said of anything else that has the focus, it would keep all of its inside as it was.
    ignoreActiveValue: document.activeElement?.matches('input, textarea, select') === true,
    callbacks: {
      // What somebody is filling in, or has opened, is theirs until they are done.
      beforeNodeMorphed: (before: Node, after: Node) => {
        if (!(before instanceof HTMLElement)) return true
        if (before.hasAttribute('data-keep') || isTyping(before)) return false
        if (isTicked(before) && after instanceof HTMLInputElement && after.value === before.value) {
          after.checked = before.checked
        }
        if (before instanceof HTMLDetailsElement && before.open && after instanceof HTMLElement) {
          after.setAttribute('open', '')
        }
        return true
      },
    },
  })
  for (const listener of listeners) listener()
}

function isTyping(element: HTMLElement): boolean {
  return element instanceof HTMLFormElement && element.hasAttribute('data-dirty')
}

/** What somebody ticks that the server cannot know: that all rows of a table are seen, and which of them are to be changed. */
function isTicked(element: HTMLElement): element is HTMLInputElement {
  return element.matches('.all-rows input, input[name$="[]"][form$="-bulk"]')
}

function mainOf(): HTMLElement | undefined {
  return document.getElementById('main') ?? undefined
}
