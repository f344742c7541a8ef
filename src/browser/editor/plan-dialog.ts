import { api } from '#browser/api'
import type { Problem } from '#browser/api'
import { companyZone } from '#browser/company-zone'
import { instantIn } from '#browser/moments'
import { toast } from '#browser/toast'
import type { ReleasePlan } from '#schemas/release'
import { counted, language } from './brought'
import type { Brought } from './brought'
import { button, element } from './elements'
import { planGroups } from './plan-lines'
import type { PlanGroup, PlanLine } from './plan-lines'

/** What is planned: a text, or going back to an earlier version. */
type Planned = { readonly text: string } | { readonly rollbackTo: number }

type Workshop = Brought & {
  readonly planned: () => Planned
  /** Shows a line of the text; absent where there is none to be seen. */
  readonly goTo?: (line: number) => void
  /** Writes lines under `moved:` and says whether the text has no faults with them. */
  readonly paste?: (lines: readonly string[]) => Promise<boolean>
  readonly published: (version: number) => void
  /** A text can be put down to be published later. */
  readonly scheduled?: () => void
}

/** Shows what publishing the text, or going back, would do, and does it where somebody has read that and says so. */
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
  const planned = workshop.planned()
  const answer = await api<ReleasePlan>('POST', '/rules/plan', { body: { ...planned, now } })
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
    ...(plan.publishable && plan.changed ? [publishForm(shown, { plan, planned, now })] : []),
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
    at === undefined || goTo === undefined
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
    pasted === undefined || paste === undefined
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
  const counts = (['deals', 'opened', 'cancelled', 'redated', 'forgiven', 'handedOver', 'won'] as const)
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

type Publishing = { readonly plan: ReleasePlan; readonly planned: Planned; readonly now: readonly string[] }

function publishForm(shown: Shown, publishing: Publishing): HTMLElement {
  const { words } = shown.workshop
  const isBack = 'rollbackTo' in publishing.planned
  const [note, at] = [input('note'), input('at')]
  note.maxLength = 500
  at.type = 'datetime-local'
  const problem = element('div', 'plan-problem')
  problem.role = 'alert'
  const send = element('button', 'primary', isBack ? words.goBack : words.publish)
  const fields = [labelled(words.note, note, words.noteHint)]
  if (!isBack && shown.workshop.scheduled !== undefined) fields.push(labelled(words.when, at, words.whenHint))
  const form = element('form', 'plan-publish', ...fields, problem, send)
  const publish = async (): Promise<void> => {
    const label = send.textContent
    send.disabled = true
    send.textContent = words.publishing
    const refused = await publishNow(shown, publishing, { note: note.value.trim(), at: at.value })
    if (refused === undefined) return shown.dialog.close()
    send.disabled = false
    send.textContent = label
    problem.replaceChildren(...refused)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void publish()
  })
  return form
}

function input(name: string): HTMLInputElement {
  const made = element('input', '')
  made.name = name
  return made
}

function labelled(label: string, field: HTMLElement, hint: string): HTMLElement {
  return element('label', 'field', element('span', '', label), field, element('small', 'quiet', hint))
}

/** Publishes, goes back or puts the text down for later; what stands in the way, where something does. */
async function publishNow(
  shown: Shown,
  { plan, planned, now }: Publishing,
  { note, at }: { readonly note: string; readonly at: string },
): Promise<readonly HTMLElement[] | undefined> {
  const { published, scheduled, words } = shown.workshop
  const expected = plan.from
  if ('text' in planned && at !== '') {
    const instant = instantIn(at, companyZone())
    if (instant === undefined) return [element('p', 'bad-text', words.whenHint)]
    const later = await api('POST', '/rules/scheduled', { body: { ...planned, note, expected, now, at: instant } })
    if (!later.ok) return refusalOf(later.problem, shown)
    scheduled?.()
    return undefined
  }
  const answer =
    'text' in planned
      ? await api<{ version: number }>('POST', '/rules', { body: { ...planned, note, expected, now } })
      : await api<{ version: number }>('POST', '/rules/rollback', { body: { to: planned.rollbackTo, note, expected } })
  if (!answer.ok) return refusalOf(answer.problem, shown)
  published(answer.body.version)
  return undefined
}

type Since = { readonly version: number; readonly author: string; readonly at: string; readonly note: string }

/** Why it was not published; where somebody else was faster, who that was and what they said of it. */
function refusalOf(problem: Problem, shown: Shown): readonly HTMLElement[] {
  const { words, names } = shown.workshop
  if (problem.code !== 'version_conflict') return [element('p', 'bad-text', problem.said)]
  const since = Array.isArray(problem['since']) ? (problem['since'] as readonly Since[]) : []
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: companyZone() })
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
