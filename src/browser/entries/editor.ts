import { readBrought } from '#browser/editor/brought'
import { draftKey, plainText } from '#browser/editor/plain-text'
import { toast } from '#browser/toast'

/** So long a browser may be busy with other things before the editor is loaded all the same. */
const loadedAfterMs = 1500

const brought = readBrought()
const plain = plainText()
const plan = document.getElementById('editor-plan')
const told = sessionStorage.getItem(draftKey)
let loading: Promise<void> | undefined
let isPlanWanted = false

plain.source.addEventListener('focus', load)
plan?.addEventListener('click', wantPlan)
requestAnimationFrame(() => {
  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load, { timeout: loadedAfterMs })
  else setTimeout(load)
})
if (plain.isRestored) toast(brought.words.restored)
if (told !== null) {
  sessionStorage.removeItem(draftKey)
  toast(told)
}

/** Loads the editor proper, which takes over text, cursor and place; until then the text area is typed into. */
function load(): void {
  loading ??= takeOver().catch(() => {
    loading = undefined
    toast(brought.words.notLoaded, { isBad: true })
  })
}

async function takeOver(): Promise<void> {
  const { openWorkshop } = await import('#browser/editor/workshop')
  await plain.settled()
  // From here to the end nothing waits: every key goes to the one or to the other.
  const workshop = openWorkshop(plain, brought)
  plan?.removeEventListener('click', wantPlan)
  if (isPlanWanted) workshop.plan()
}

function wantPlan(): void {
  isPlanWanted = true
  load()
}
