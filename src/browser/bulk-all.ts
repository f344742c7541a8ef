import { api, type ApiAnswer, type Problem } from './api'
import { isSure } from './dialogs'
import { boxesOf, clearFaults, showBulkFaults, showFaults, showProblem, type Failed } from './forms'
import { valuesOf } from './form-values'
import { refreshAfter } from './live'
import { toast } from './toast'

/** So many are changed by one request: whoever stops it waits no longer than that takes. */
const aRequest = 50

type Listed = { readonly items: readonly { readonly id: string }[] }

/**
 * What is left of a run, and the change it makes, as JSON: where it broke off and the same is sent again, its first request
 * changes nothing twice.
 */
type Left = { ids: readonly string[]; key: string; failed: Failed; readonly all: number; readonly change: string }

const leftOf = new WeakMap<HTMLFormElement, Left>()

/**
 * Lets a form of `data-bulk` change everything its list is narrowed to, page by page and a part at a time, where it has
 * `data-bulk-all` with the address of the list: how far it is is told, and it can be stopped.
 */
export function startBulkAll(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-take-all], [data-stop]') : null
    const form = button?.closest('form')
    if (button === null || form === null || form === undefined) return
    if (button.dataset['stop'] !== undefined) form.dataset['stopped'] = ''
    else takeAll(form)
  })
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.dataset['all'] === undefined) return
      event.preventDefault()
      event.stopImmediatePropagation()
      void changeAll(form)
    },
    true,
  )
}

/** Offers everything the list has where all of a page is ticked; whoever ticks anew means the ticked ones. */
export function offerAll(form: HTMLFormElement, ticked: number, boxes: number): void {
  const place = form.querySelector<HTMLElement>('[data-bulk-all]')
  if (place === null) return
  delete form.dataset['all']
  leftOf.delete(form)
  if (ticked === 0) write(place, '')
  const total = Number(place.dataset['total'])
  show(place, '[data-take-all]', ticked > 0 && ticked === boxes && total > ticked)
}

function takeAll(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-bulk-all]')
  const count = form.querySelector('[data-bulk-count]')
  if (place === null || count === null) return
  form.dataset['all'] = ''
  count.textContent = place.dataset['said'] ?? ''
  show(place, '[data-take-all]', false)
}

async function changeAll(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-bulk-all]')
  const button = form.querySelector<HTMLElement>('button.primary')
  if (place === null || button === null || form.ariaBusy === 'true') return
  const { body, faults } = valuesOf(form)
  clearFaults(form)
  if (faults.length > 0) return showFaults(form, faults)
  if (!(await isSure(place.dataset['sure'] ?? '', button))) return
  form.ariaBusy = 'true'
  delete form.dataset['stopped']
  show(place, '[data-stop]', true)
  addEventListener('beforeunload', askToStay)
  delete body['deals']
  const left = await leftIn(form, place.dataset['bulkAll'] ?? '', JSON.stringify(body))
  const problem = 'code' in left ? left : await run(form, place, { left, body })
  removeEventListener('beforeunload', askToStay)
  form.ariaBusy = null
  show(place, '[data-stop]', false)
  if (problem !== undefined) showProblem(form, problem)
  else if (!('code' in left)) await tell(form, place, left)
}

/** Whoever leaves the page stops the run: what is done stays, and nothing of the rest is. */
function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** What is to be done: what is left of a run that made this very change, else everything that the list has. */
async function leftIn(form: HTMLFormElement, path: string, change: string): Promise<Left | Problem> {
  const before = leftOf.get(form)
  if (before?.change === change) return before
  const ids = await idsOf(path)
  if ('code' in ids) return ids
  const left = { ids, key: crypto.randomUUID(), failed: [], all: ids.length, change }
  leftOf.set(form, left)
  return left
}

type Running = { readonly left: Left; readonly body: object }

async function run(form: HTMLFormElement, place: HTMLElement, { left, body }: Running): Promise<Problem | undefined> {
  while (left.ids.length > 0 && form.dataset['stopped'] === undefined) {
    say(place, left)
    const deals = left.ids.slice(0, aRequest)
    // oxlint-disable-next-line no-await-in-loop -- one part after the other: it can be stopped in between
    const answer = await api<{ failed: Failed }>('POST', '/changes', {
      body: { ...body, deals },
      key: left.key,
    })
    if (!answer.ok) return answer.problem
    left.failed = [...left.failed, ...answer.body.failed]
    left.ids = left.ids.slice(aRequest)
    left.key = crypto.randomUUID()
  }
  say(place, left)
  return undefined
}

/** The ids of everything a list has, hundred a request; what comes meanwhile may be missing. */
async function idsOf(path: string): Promise<readonly string[] | Problem> {
  const ids = new Set<string>()
  for (let next: string | undefined = path; next !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next begins
    const page: ApiAnswer<Listed> = await api<Listed>('GET', next)
    if (!page.ok) return page.problem
    for (const { id } of page.body.items) ids.add(id)
    next = page.next
  }
  return [...ids]
}

/** Says what became of it: all done, or stopped; what could not be changed is listed. */
async function tell(form: HTMLFormElement, place: HTMLElement, { ids, failed }: Left): Promise<void> {
  const isStopped = ids.length > 0
  toast((isStopped ? place.dataset['stoppedSaid'] : form.dataset['done']) ?? '')
  leftOf.delete(form)
  delete form.dataset['all']
  if (failed.length > 0) showBulkFaults(form, failed)
  else {
    for (const box of boxesOf(form)) box.checked = false
    // What was stopped may go on with what is written.
    if (!isStopped) form.reset()
  }
  await refreshAfter()
}

function say(place: HTMLElement, { ids, all }: Left): void {
  const { progress = '' } = place.dataset
  const looked = all - ids.length
  write(place, progress.replace('{done}', looked.toString()).replace('{all}', all.toString()))
}

function write(place: HTMLElement, said: string): void {
  const told = place.querySelector('[data-progress-said]')
  if (told !== null) told.textContent = said
}

function show(place: HTMLElement, what: string, isShown: boolean): void {
  const one = place.querySelector<HTMLElement>(what)
  if (one !== null) one.hidden = !isShown
}
