import { toast } from '#browser/toast'
import { counted, language } from './brought'
import type { Brought } from './brought'
import { startChecker } from './checker'
import type { Checker, Looked, ShownFault } from './checker'
import { openCodeEditor } from './code-editor'
import type { CodeEditor } from './code-editor'
import { button, element, find } from './elements'
import { draftKey } from './plain-text'
import type { PlainText } from './plain-text'

const lookedAfterMs = 250

/** The workshop as it stands in the page. */
export type Workshop = { readonly plan: () => void }

type Room = {
  readonly brought: Brought
  readonly inForce: string
  readonly editor: CodeEditor
  readonly checker: Checker
  /** Looks at the text as it is now and says whether it has no faults. */
  readonly look: () => Promise<boolean>
}

/** Puts the editor into the place of the text area, with everything that was typed and where somebody is in it. */
export function openWorkshop(plain: PlainText, brought: Brought): Workshop {
  const { words } = brought
  const { inForce, source } = plain
  const checker = startChecker(document.body.dataset['worker'] ?? '', { language, words }, () => {
    const state = find('editor-state', HTMLElement)
    state.className = 'badge bad'
    state.textContent = words.unchecked
  })
  const isInUse = document.activeElement === source
  const lookout = { revision: 0, timer: undefined as ReturnType<typeof setTimeout> | undefined }
  const editor = openCodeEditor(find('editor', HTMLElement), {
    text: source.value,
    place: plain.place(),
    label: words.editor,
    nonce: document.body.dataset['nonce'] ?? '',
    isRussian: language === 'ru',
    write: words.write,
    checker,
    changed: () => {
      lookout.revision += 1
      clearTimeout(lookout.timer)
      lookout.timer = setTimeout(() => void look(), lookedAfterMs)
    },
  })
  if (isInUse) editor.focus()
  plain.remove()
  const look = lookingBy({ editor, checker, brought, inForce }, lookout)
  const room = { brought, inForce, editor, checker, look }
  listen(room)
  void look()
  return { plan: () => void plan(room) }
}

type Lookout = { revision: number; timer: ReturnType<typeof setTimeout> | undefined }

/** One look at a time; of what is typed meanwhile only the last is looked at. */
function lookingBy(room: Omit<Room, 'look'>, lookout: Lookout): Room['look'] {
  let isWhole = false
  let isAsked = false
  let looking: Promise<void> | undefined
  const lookAll = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false
      const { revision } = lookout
      const text = room.editor.text()
      const looked = await room.checker.look(text, find('editor-direction', HTMLSelectElement).value)
      isWhole = looked.isWhole
      // Marks belong to the text that was looked at; the next look is on its way.
      if (revision === lookout.revision) show(room, text, looked)
    }
  }
  return async () => {
    clearTimeout(lookout.timer)
    isAsked = true
    looking ??= lookAll().finally(() => {
      looking = undefined
    })
    await looking.catch(() => {
      isWhole = false
    })
    return isWhole
  }
}

function listen(room: Room): void {
  const { editor, checker, inForce, brought } = room
  const drawing = find('editor-drawing', HTMLElement)
  const direction = find('editor-direction', HTMLSelectElement)
  drawing.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    if (target !== null) editor.goTo(Number(target.dataset['line']))
  })
  direction.addEventListener('change', () => {
    void checker.draw(direction.value).then((html) => draw(html, drawing.classList.contains('is-stale'), brought))
  })
  find('editor-revert', HTMLButtonElement).addEventListener('click', () => editor.replace(inForce))
  document.getElementById('editor-plan')?.addEventListener('click', () => void plan(room))
}

async function plan({ brought, editor, checker, look }: Room): Promise<void> {
  const { words } = brought
  // The dialog is loaded while the text is looked at.
  const dialog = import('./plan-dialog')
  const isWhole = await look()
  const { openPlan } = await dialog
  if (!isWhole) return toast(words.mend, { isBad: true })
  return openPlan({
    ...brought,
    planned: () => ({ text: editor.text() }),
    goTo: editor.goTo,
    paste: async (lines) => {
      editor.replace(await checker.withMoved(editor.text(), lines))
      return look()
    },
    published: (version) => {
      localStorage.removeItem(draftKey)
      sessionStorage.setItem(draftKey, `${words.published} ${version}.`)
      location.reload()
    },
    scheduled: () => {
      // The text is kept with the publishing; the page comes back to what is in force.
      localStorage.removeItem(draftKey)
      location.assign('/app/editor/versions')
    },
  })
}

function show({ editor, inForce, brought }: Omit<Room, 'look'>, text: string, looked: Looked): void {
  editor.mark(looked.marks)
  if (text === inForce) localStorage.removeItem(draftKey)
  else localStorage.setItem(draftKey, text)
  find('editor-revert', HTMLButtonElement).hidden = text === inForce
  showState(looked, brought)
  showFaults(looked.shown, editor, brought)
  if (looked.isWhole) listDirections(looked.directions)
  if (looked.drawing !== '') draw(looked.drawing, !looked.isWhole, brought)
}

function showState({ faults, warnings }: Looked, { words }: Brought): void {
  const state = find('editor-state', HTMLElement)
  const parts = [
    ...(faults === 0 ? [] : [counted(faults, words.faults)]),
    ...(warnings === 0 ? [] : [counted(warnings, words.warnings)]),
  ]
  state.className = faults > 0 ? 'badge bad' : warnings > 0 ? 'badge warn' : 'badge good'
  state.textContent = parts.length === 0 ? words.fine : parts.join(', ')
}

function showFaults(faults: readonly ShownFault[], editor: CodeEditor, { words }: Brought): void {
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

function listDirections(directions: Looked['directions']): void {
  const select = find('editor-direction', HTMLSelectElement)
  const listed = Array.from(select.options, ({ value, text }) => `${value} ${text}`).join('\n')
  if (listed === directions.map(([id, name]) => `${id} ${name}`).join('\n')) return
  const chosen = select.value
  const options = directions.map(([id, name]) => {
    const option = element('option', '', name)
    option.value = id
    return option
  })
  select.replaceChildren(...options)
  if (directions.some(([id]) => id === chosen)) select.value = chosen
}

/** What is drawn already: most keys change nothing of it, and it is much to lay out. */
let drawn = ''

function draw(html: string, isStale: boolean, { words }: Brought): void {
  const drawing = find('editor-drawing', HTMLElement)
  const whole = `${isStale ? `<p class="quiet small">${words.stale}</p>` : ''}${html}`
  if (whole === drawn) return
  drawn = whole
  drawing.innerHTML = whole
  drawing.classList.toggle('is-stale', isStale)
}
