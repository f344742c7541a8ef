import { api, type ApiAnswer, type Problem } from './api'
import { isSure } from './dialogs'
import { showBulkFaults, showProblem } from './forms'
import { valuesOf } from './form-values'
import { refreshAfter } from './live'
import { toast } from './toast'

/** So many are changed by one request: whoever stops it waits no longer than that takes. */
const aRequest = 50

type Listed = { readonly items: readonly { readonly id: string }[] }
type Failed = readonly { readonly id: string; readonly detail: string }[]

/** What is left of a run that broke off: sent again, its first request changes nothing twice. */
type Left = { ids: readonly string[]; key: string; done: number; failed: Failed; readonly all: number }

const leftOf = new WeakMap<HTMLFormElement, Left>()

/**
 * Lets a form of `data-bulk` change everything its list is narrowed to, page by page and a part at a time, where it has
 * `data-bulk-all` with the address of the list: how far it is is told, and it can be stopped.
 */
export function startBulkAll(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-all], [data-stop]') : null
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
  if (place === null || form.ariaBusy === 'true') return
  delete form.dataset['all']
  leftOf.delete(form)
  const total = Number(place.dataset['total'])
  show(place, '[data-all]', ticked > 0 && ticked === boxes && total > ticked)
}

function takeAll(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>('[data-bulk-all]')
  const count = form.querySelector('[data-bulk-count]')
  if (place === null || count === null) return
  form.dataset['all'] = ''
  count.textContent = place.dataset['said'] ?? ''
  show(place, '[data-all]', false)
}

async function changeAll(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-bulk-all]')
  const button = form.querySelector<HTMLElement>('button.primary')
  if (place === null || button === null || form.ariaBusy === 'true') return
  const { body, faults } = valuesOf(form)
  const [fault] = faults
  if (fault !== undefined) return fault.field.focus()
  if (!(await isSure(place.dataset['sure'] ?? '', button))) return
  form.ariaBusy = 'true'
  delete form.dataset['stopped']
  show(place, '[data-stop]', true)
  const problem = await run(form, place, body)
  form.ariaBusy = null
  show(place, '[data-stop]', false)
  await tell(form, place, problem)
}

async function run(form: HTMLFormElement, place: HTMLElement, body: object): Promise<Problem | undefined> {
  const found = leftOf.get(form) ?? (await idsOf(place.dataset['bulkAll'] ?? ''))
  if ('code' in found) return found
  const left = found
  leftOf.set(form, left)
  while (left.ids.length > 0 && form.dataset['stopped'] === undefined) {
    say(place, left)
    const deals = left.ids.slice(0, aRequest)
    // oxlint-disable-next-line no-await-in-loop -- one part after the other: it can be stopped in between
    const answer = await api<{ done: readonly string[]; failed: Failed }>('POST', '/changes', {
      body: { ...body, deals },
      key: left.key,
    })
    if (!answer.ok) return answer.problem
    left.done += answer.body.done.length
    left.failed = [...left.failed, ...answer.body.failed]
    left.ids = left.ids.slice(aRequest)
    left.key = crypto.randomUUID()
  }
  return undefined
}

/** The ids of everything a list has, hundred a request; what comes meanwhile may be missing. */
async function idsOf(path: string): Promise<Left | Problem> {
  const ids = new Set<string>()
  for (let next: string | undefined = path; next !== undefined;) {
    // oxlint-disable-next-line no-await-in-loop -- a page says where the next begins
    const page: ApiAnswer<Listed> = await api<Listed>('GET', next)
    if (!page.ok) return page.problem
    for (const { id } of page.body.items) ids.add(id)
    next = page.next
  }
  return { ids: [...ids], key: crypto.randomUUID(), done: 0, failed: [], all: ids.size }
}

/** Says what became of it: all done, stopped, or broken off; what could not be changed is listed. */
async function tell(form: HTMLFormElement, place: HTMLElement, problem: Problem | undefined): Promise<void> {
  const left = leftOf.get(form)
  if (left !== undefined) say(place, left)
  if (problem !== undefined) return showProblem(form, problem)
  if (left === undefined) return
  const isStopped = left.ids.length > 0
  toast((isStopped ? place.dataset['stoppedSaid'] : form.dataset['done']) ?? '')
  leftOf.delete(form)
  if (left.failed.length > 0) showBulkFaults(form, left.failed)
  else if (!isStopped) {
    form.reset()
    delete form.dataset['all']
    const told = place.querySelector('[data-progress-said]')
    if (told !== null) told.textContent = ''
  }
  await refreshAfter()
}

function say(place: HTMLElement, { ids, all }: Left): void {
  const told = place.querySelector('[data-progress-said]')
  const { progress = '' } = place.dataset
  const looked = all - ids.length
  if (told !== null) told.textContent = progress.replace('{done}', looked.toString()).replace('{all}', all.toString())
}

function show(place: HTMLElement, what: string, isShown: boolean): void {
  const one = place.querySelector<HTMLElement>(what)
  if (one !== null) one.hidden = !isShown
}
