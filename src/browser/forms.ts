import { api, type ApiAnswer, type Problem } from './api'
import { valuesOf, type FieldFault } from './form-values'
import { isSure } from './dialogs'
import { openDialog } from './keys'
import { refreshAfter } from './live'
import { texts } from './browser-texts'
import { toast } from './toast'

/** Lets a page decide what happens with the answer of one of its forms; true when it has. */
export type Answered = (form: HTMLFormElement, answer: ApiAnswer<unknown>) => boolean

/** What a form was sent with last, and by which key: the same content is the same request, another one is another. */
const sentOf = new WeakMap<HTMLFormElement, { readonly content: string; readonly key: string }>()

/**
 * Sends forms that say `data-api="POST /tasks/x/completion"` through the API; `PUT /employees/{id}` takes the field `id`. `data-version` is the version seen,
 * `data-done` what is told afterwards, `data-then` what happens then: `refresh` (where absent), `go:/app/deals/{id}`, with
 * what the answer says in braces, `show:secret`, which shows that part of the answer this once, or `file:name.json`, which keeps
 * the whole answer as a file.
 */
export function startForms(answered: Answered = () => false): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['api'] === undefined) return
    event.preventDefault()
    void send(form, answered)
  })
  document.addEventListener('change', saveByItself)
  document.addEventListener('input', (event) => {
    const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
    if (form?.dataset['api'] === undefined) return
    form.setAttribute('data-dirty', '')
  })
}

/** A form of one field is sent when the field is left: `data-auto-save`. */
function saveByItself(event: Event): void {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null
  if (form?.dataset['autoSave'] !== undefined) form.requestSubmit()
}

async function send(form: HTMLFormElement, answered: Answered): Promise<void> {
  if (form.ariaBusy === 'true') return
  const { sure } = form.dataset
  const does = form.querySelector<HTMLElement>('button:not([type=button])')
  if (sure !== undefined && does !== null && !(await isSure(sure, does))) return
  const [method = 'POST', path = ''] = (form.dataset['api'] ?? '').split(' ')
  const { body, faults } = valuesOf(form)
  const address = filledIn(path, body)
  clearFaults(form)
  if (faults.length > 0) return showFaults(form, faults)
  const key = keyOf(form, JSON.stringify([address, body]))
  form.ariaBusy = 'true'
  const { version } = form.dataset
  const answer = await api(method, address, { body, key, ...(version === undefined ? {} : { version }) })
  form.ariaBusy = null
  if (answered(form, answer)) return
  if (!answer.ok) return showProblem(form, answer.problem)
  sentOf.delete(form)
  form.removeAttribute('data-dirty')
  if (form.dataset['clears'] !== undefined) form.reset()
  if (form.dataset['bulk'] !== undefined && isPartly(form, answer.body, form.dataset['bulk'])) return refreshAfter()
  await finish(form, answer.body)
}

function keyOf(form: HTMLFormElement, content: string): string {
  const before = sentOf.get(form)
  const key = before?.content === content ? before.key : crypto.randomUUID()
  sentOf.set(form, { content, key })
  return key
}

/** Tells what of many things could not be changed, under the form that asked for it; whether there is any. */
function isPartly(form: HTMLFormElement, body: unknown, title: string): boolean {
  const { failed } = body as { readonly failed: Failed }
  if (failed.length === 0) {
    form.reset()
    return false
  }
  showBulkFaults(form, failed, title)
  return true
}

/** What of many things could not be changed, and why. */
export type Failed = readonly { readonly id: string; readonly detail: string }[]

/** Lists what of many things could not be changed, each by its name where the page shows it; that alone stays ticked. */
export function showBulkFaults(form: HTMLFormElement, failed: Failed, title = form.dataset['bulk'] ?? ''): void {
  const place = form.querySelector<HTMLElement>('[data-problem]')
  if (place === null) return
  place.textContent = [title, ...failed.map(({ id, detail }) => `${calledIn(form, id)}${detail}`)].join('\n')
  place.hidden = false
  for (const box of boxesOf(form)) box.checked &&= failed.some(({ id }) => id === box.value)
}

/** The boxes of the things that a form of `data-bulk` may change; its own fields may be boxes too. */
export function boxesOf(form: HTMLFormElement): readonly HTMLInputElement[] {
  return [...form.elements].filter(
    (one): one is HTMLInputElement =>
      one instanceof HTMLInputElement && one.type === 'checkbox' && one.name.endsWith('[]') && !form.contains(one),
  )
}

/** What the page calls a thing that was ticked, as the beginning of a line; empty where it stands on no page any more. */
function calledIn(form: HTMLFormElement, id: string): string {
  const box = boxesOf(form).find(({ value }) => value === id)
  const name = box?.closest('tr, li')?.querySelector('th a, .does, a')?.textContent?.trim() ?? ''
  return name === '' ? '' : `${name}: `
}

/** An address with what the form says in its braces, `/employees/{id}`, which is then no part of the body. */
function filledIn(path: string, body: Record<string, unknown>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = body[name]
    delete body[name]
    return encodeURIComponent(typeof value === 'string' ? value : '')
  })
}

async function finish(form: HTMLFormElement, body: unknown): Promise<void> {
  const { then = 'refresh', done = texts.saved } = form.dataset
  if (then.startsWith('go:')) {
    return location.assign(filledIn(then.slice('go:'.length), { ...(body as Record<string, unknown>) }))
  }
  if (then.startsWith('file:')) keepAsFile(then.slice('file:'.length), body)
  if (then.startsWith('show:')) return showOnce(then.slice('show:'.length), body)
  form.closest('dialog')?.close()
  closeAround(form)
  toast(done)
  await refreshAfter()
}

/** Hands an answer to the browser as a file, which it keeps where it keeps what is fetched. */
function keepAsFile(name: string, body: unknown): void {
  const link = document.createElement('a')
  const [text, type] =
    typeof body === 'string' ? [body, 'text/html'] : [JSON.stringify(body, null, 2), 'application/json']
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // The browser has begun to keep it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A path is shown as the whole address by which others ask for it. */
function asShown({ dataset }: HTMLElement, said: string): string {
  return dataset['shown'] === 'address' ? new URL(said, location.origin).href : said
}

/** Shows what an answer says this once, in the dialog `shown` of the page. */
async function showOnce(name: string, body: unknown): Promise<void> {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>('dialog#shown [data-shown]')
  const said = (body as Readonly<Record<string, unknown>>)[name]
  if (field !== null && typeof said === 'string') field.value = asShown(field, said)
  await refreshAfter()
  openDialog('shown')
  field?.select()
}

function closeAround(form: HTMLFormElement): void {
  const details = form.closest('details[data-closes-when-done]')
  if (details instanceof HTMLDetailsElement) details.open = false
}

/** Shows why a form was not accepted: at its fields where it is about them, else above its buttons. */
export function showProblem(form: HTMLFormElement, problem: Problem): void {
  // What was typed stays; whoever sends it again has been told that it is not what they saw any more.
  const { code, version } = problem
  if (code === 'precondition_failed' && typeof version === 'number') form.dataset['version'] = version.toString()
  const found = (problem.errors ?? []).flatMap(({ pointer = '', detail }): readonly FieldFault[] => {
    const field = form.elements.namedItem(pointer.replace(/^\//, '').replaceAll('/', '.'))
    return field instanceof HTMLElement ? [{ field, said: detail }] : []
  })
  if (found.length > 0) showFaults(form, found)
  const place = form.querySelector<HTMLElement>('[data-problem]')
  if (place === null) return toast(problem.said, { isBad: true })
  place.textContent = problem.said
  place.hidden = false
}

/** Says at each field what is wrong with it, and goes to the first. */
export function showFaults(form: HTMLFormElement, faults: readonly FieldFault[]): void {
  for (const { field, said } of faults) {
    const id = `${field.id === '' ? `field-${Math.random().toString(36).slice(2)}` : field.id}-fault`
    const text = document.createElement('span')
    text.className = 'fault'
    text.id = id
    text.textContent = said
    field.setAttribute('aria-invalid', 'true')
    field.setAttribute('aria-describedby', id)
    ;(field.closest('.picks') ?? field).after(text)
  }
  const [first] = faults
  if (first !== undefined) first.field.focus()
  else form.querySelector<HTMLElement>('input, select, textarea')?.focus()
}

/** Takes away what was said of a form when it was sent before. */
export function clearFaults(form: HTMLFormElement): void {
  for (const old of form.querySelectorAll('.fault')) old.remove()
  for (const field of form.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
  const place = form.querySelector<HTMLElement>('[data-problem]')
  if (place !== null) place.hidden = true
}
