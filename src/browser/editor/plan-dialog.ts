import { api } from '#browser/api'
import type { Problem } from '#browser/api'
import { toast } from '#browser/toast'
import type { ReleasePlan } from '#schemas/release'
import { counted, language } from './brought'
import type { Brought } from './brought'
import { button, element } from './elements'
import { planGroups } from './plan-lines'
import type { PlanGroup, PlanLine } from './plan-lines'

type Workshop = Brought & {
  readonly text: () => string
  readonly goTo: (line: number) => void
  /** Writes lines under `moved:` and says whether the text has no faults with them. */
  readonly paste: (lines: readonly string[]) => Promise<boolean>
  readonly published: (version: number) => void
}

/** Shows what publishing the text would do, and publishes it where somebody has read that and says so. */
export async function openPlan(workshop: Workshop): Promise<void> {
  const { words } = workshop
  const title = element('h2', '', words.plans)
  title.id = 'plan-title'
  const content = element('div', 'planned')
  const dialog = element('dialog', 'plan-dialog', element('header', '', title, closing()), content)
  dialog.setAttribute('aria-labelledby', title.id)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  await showPlan({ workshop, content, dialog }, [])
}

type Shown = { readonly workshop: Workshop; readonly content: HTMLElement; readonly dialog: HTMLDialogElement }

function closing(): HTMLButtonElement {
  const close = element('button', 'icon', '×')
  close.type = 'button'
  close.dataset['closes'] = ''
  return close
}

async function showPlan(shown: Shown, now: readonly string[]): Promise<void> {
  const { workshop, content } = shown
  content.replaceChildren(element('p', 'quiet', workshop.words.planning))
  const text = workshop.text()
  const answer = await api<ReleasePlan>('POST', '/rules/plan', { body: { text, now } })
  if (!answer.ok) {
    content.replaceChildren(element('p', 'bad-text', answer.problem.said))
    return
  }
  const plan = answer.body
  const groups = planGroups(plan, language).map((group) => groupOf(group, { shown, now }))
  const { deals, tasks } = workshop.words
  content.replaceChildren(
    element('p', 'quiet', `v${plan.from} · ${counted(plan.deals, deals)} · ${counted(plan.tasks, tasks)}`),
    ...groups,
    element('p', plan.publishable ? 'plan-end' : 'plan-end bad-text', endOf(plan, workshop)),
    ...(plan.publishable && plan.changed ? [publishForm(shown, { plan, text, now })] : []),
  )
}

function endOf(plan: ReleasePlan, { words }: Workshop): string {
  if (!plan.changed) return words.same
  if (!plan.publishable) return words.blocked
  const lines = [plan.moves, plan.nextEntry, plan.newDeals, plan.atOnce].flat().length
  return lines === 0 ? `${words.nobody} ${words.ready}` : words.ready
}

type Chosen = { readonly shown: Shown; readonly now: readonly string[] }

function groupOf({ id, title, lines }: PlanGroup, chosen: Chosen): HTMLElement {
  const list = element('ul', 'plan-lines', ...lines.map((line) => lineOf(line, chosen)))
  const group = element('section', `plan-group ${id}`, element('h3', '', title), list)
  group.dataset['group'] = id
  return group
}

function lineOf(line: PlanLine, { shown, now }: Chosen): HTMLElement {
  const { words, goTo, paste } = shown.workshop
  const { mark, head, body, examples, paste: pasted } = line
  const at = line.line
  const place =
    at === undefined
      ? []
      : [
          button('plan-place', `${words.line} ${at}`, () => {
            shown.dialog.close()
            goTo(at)
          }),
        ]
  const named =
    examples.length === 0
      ? []
      : [element('p', 'quiet small', `${words.examples} ${examples.map((one) => `“${one}”`).join(', ')}`)]
  const written =
    pasted === undefined
      ? []
      : [
          element('pre', '', ['moved:', ...pasted.map((one) => `  ${one.trim()}`)].join('\n')),
          button('secondary', words.paste, () => {
            void paste(pasted).then((isWhole) => {
              toast(isWhole ? words.pasted : words.complete)
              // A line of which the new id is still to be written is written first.
              if (isWhole) return showPlan(shown, now)
              return shown.dialog.close()
            })
          }),
        ]
  return element(
    'li',
    '',
    element('p', '', element('span', 'plan-mark', mark), ` ${head} `, ...place),
    ...body.map((one) => element('p', 'quiet small', one)),
    ...named,
    ...nowChoice(line, { shown, now }),
    ...written,
  )
}

/** What a change would do at once, before it is chosen. */
function nowChoice({ now: effect }: PlanLine, { shown, now }: Chosen): readonly HTMLElement[] {
  if (effect === undefined) return []
  const { words } = shown.workshop
  const box = element('input', '')
  box.type = 'checkbox'
  box.checked = effect.chosen
  box.addEventListener('change', () => {
    const keys = now.filter((key) => key !== effect.key)
    void showPlan(shown, box.checked ? [...keys, effect.key] : keys)
  })
  const counts = (['deals', 'opened', 'cancelled', 'redated', 'handedOver', 'won'] as const)
    .filter((one) => effect[one] > 0)
    .map((one) => counted(effect[one], words.nowEffect[one]))
  const label = element(
    'label',
    'plan-now small',
    box,
    ` ${words.now}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`,
  )
  return [label]
}

type Publishing = { readonly plan: ReleasePlan; readonly text: string; readonly now: readonly string[] }

function publishForm(shown: Shown, { plan, text, now }: Publishing): HTMLElement {
  const { words, published } = shown.workshop
  const note = element('input', '')
  note.maxLength = 500
  note.name = 'note'
  const problem = element('div', 'plan-problem')
  problem.role = 'alert'
  const send = element('button', 'primary', words.publish)
  const label = element(
    'label',
    'field',
    element('span', '', words.note),
    note,
    element('small', 'quiet', words.noteHint),
  )
  const form = element('form', 'plan-publish', label, problem, send)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void publish()
  })
  const publish = async (): Promise<void> => {
    send.disabled = true
    send.textContent = words.publishing
    const body = { text, note: note.value.trim(), expected: plan.from, now }
    const answer = await api<{ version: number }>('POST', '/rules', { body })
    if (answer.ok) {
      shown.dialog.close()
      return published(answer.body.version)
    }
    send.disabled = false
    send.textContent = words.publish
    problem.replaceChildren(...refusalOf(answer.problem, shown))
  }
  return form
}

type Since = { readonly version: number; readonly author: string; readonly at: string; readonly note: string }

/** Why it was not published; where somebody else was faster, who that was and what they said of it. */
function refusalOf(problem: Problem, shown: Shown): readonly HTMLElement[] {
  const { words, names } = shown.workshop
  if (problem.code !== 'version_conflict') return [element('p', 'bad-text', problem.said)]
  const since = Array.isArray(problem['since']) ? (problem['since'] as readonly Since[]) : []
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zoneOf() })
  const lines = since.map(({ version, author, at, note }) =>
    element(
      'li',
      '',
      `${words.sinceLine} ${version} – ${names[author] ?? author}, ${when.format(new Date(at))}${note === '' ? '' : ` – “${note}”`}`,
    ),
  )
  return [
    element('p', 'bad-text', words.since),
    element('ul', '', ...lines),
    button('secondary', words.again, () => void showPlan(shown, [])),
  ]
}

function zoneOf(): { readonly timeZone?: string } {
  const zone = document.body.dataset['zone']
  return zone === undefined ? {} : { timeZone: zone }
}
