import { counted, language, readBrought } from '#browser/editor/brought'
import { openCodeEditor } from '#browser/editor/code-editor'
import type { CodeEditor } from '#browser/editor/code-editor'
import { drawDirection } from '#browser/editor/drawing'
import { button, element } from '#browser/editor/elements'
import { marksOf } from '#browser/editor/marks'
import { openPlan } from '#browser/editor/plan-dialog'
import { toast } from '#browser/toast'
import { check } from '#config/check'
import { schemaTextInRussian } from '#config/schema/russian'
import { projectSchema } from '#config/schema/project-schema'
import { withMoved } from '#config/schema/with-moved'
import type { Model } from '#schemas/model'

const checkedAfterMs = 250
const mostFaults = 50
const draftKey = 'norma-rules-draft'

const brought = readBrought()
const { words } = brought
const source = find('editor-source', HTMLTextAreaElement)
const inForce = source.value
const drawing = find('editor-drawing', HTMLElement)
const direction = find('editor-direction', HTMLSelectElement)
const revert = find('editor-revert', HTMLButtonElement)

let schema = projectSchema(inForce)
let model: Model | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let hasFaults = false

const draft = localStorage.getItem(draftKey)
const editor: CodeEditor = openCodeEditor(find('editor', HTMLElement), {
  text: draft ?? inForce,
  label: words.editor,
  nonce: document.body.dataset['nonce'] ?? '',
  isRussian: language === 'ru',
  write: words.write,
  schema: () => schema,
  translate: language === 'ru' ? schemaTextInRussian : (text) => text,
  changed: () => {
    clearTimeout(timer)
    timer = setTimeout(look, checkedAfterMs)
  },
})
source.remove()
if (draft !== null && draft !== inForce) toast(words.restored)
look()

drawing.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
  if (target !== null) editor.goTo(Number(target.dataset['line']))
})
direction.addEventListener('change', draw)
revert.addEventListener('click', () => editor.replace(inForce))
document.getElementById('editor-plan')?.addEventListener('click', () => {
  clearTimeout(timer)
  look()
  if (hasFaults) return toast(words.mend, { isBad: true })
  void openPlan({
    ...brought,
    text: editor.text,
    goTo: editor.goTo,
    paste: (lines) => {
      editor.replace(withMoved(editor.text(), lines))
      clearTimeout(timer)
      look()
      return !hasFaults
    },
    published: (version) => {
      localStorage.removeItem(draftKey)
      sessionStorage.setItem(draftKey, `${words.published} ${version}.`)
      location.reload()
    },
  })
})
const told = sessionStorage.getItem(draftKey)
if (told !== null) {
  sessionStorage.removeItem(draftKey)
  toast(told)
}

/** Looks at the text as it is now: its faults, its names, its directions. */
function look(): void {
  const text = editor.text()
  const { diagnostics, model: found } = check(text, { lang: language })
  const marks = marksOf(text, diagnostics)
  hasFaults = found === undefined
  editor.mark(marks)
  schema = projectSchema(text)
  if (text === inForce) localStorage.removeItem(draftKey)
  else localStorage.setItem(draftKey, text)
  revert.hidden = text === inForce
  showState(diagnostics.filter(({ severity }) => severity === 'error').length, diagnostics.length)
  showFaults(
    diagnostics
      .slice(0, mostFaults)
      .map(({ line, message, help, severity }) => ({ line, text: message, help, severity })),
  )
  if (found !== undefined) {
    model = found
    listDirections(found)
  }
  draw()
}

function showState(faults: number, all: number): void {
  const state = find('editor-state', HTMLElement)
  const parts = [
    ...(faults === 0 ? [] : [counted(faults, words.faults)]),
    ...(all === faults ? [] : [counted(all - faults, words.warnings)]),
  ]
  state.className = faults > 0 ? 'badge bad' : all > 0 ? 'badge warn' : 'badge good'
  state.textContent = parts.length === 0 ? words.fine : parts.join(', ')
}

type Fault = {
  readonly line: number
  readonly text: string
  readonly help: string | undefined
  readonly severity: string
}

function showFaults(faults: readonly Fault[]): void {
  const list = find('editor-faults', HTMLElement)
  list.hidden = faults.length === 0
  list.replaceChildren(
    ...faults.map(({ line, text, help, severity }) => {
      const place = button('plan-place', `${words.line} ${line}`, () => editor.goTo(line))
      const advice = help === undefined ? [] : [element('span', 'quiet', ` ${help}`)]
      return element('li', severity === 'error' ? 'fault' : 'fault warn', place, ` ${text}`, ...advice)
    }),
  )
}

function listDirections({ pipelines }: Model): void {
  const chosen = direction.value
  const options = Object.values(pipelines).map(({ id, name }) => {
    const option = element('option', '', name)
    option.value = id
    return option
  })
  direction.replaceChildren(...options)
  if (Object.hasOwn(pipelines, chosen)) direction.value = chosen
}

function draw(): void {
  if (model === undefined) return
  const note = hasFaults ? `<p class="quiet small">${words.stale}</p>` : ''
  drawing.innerHTML = `${note}${drawDirection(model, direction.value, words)}`
  drawing.classList.toggle('is-stale', hasFaults)
}

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The page has no ${id}.`)
  return found
}
