import { own as ownOf } from '#domain/kernel/own'
import { intervalsText, weekText } from '#domain/time/week-text'
import { listText, madeText } from '#domain/rules/rule-words'
import { paperFactText } from '#domain/rules/paper-facts'
import type { KeyPlaces } from './key-places'
import type { Condition, Gate, LadderStep, Model, Pipeline, Stage, TaskTemplate } from '#schemas/model'

/**
 * Where a line of the rules comes from: the library, a direction's `change`, the direction itself, a ladder, a further
 * calendar, the company's calendar, or the language.
 */
export type LineSource = 'library' | 'change' | 'direction' | 'ladder' | 'calendar' | 'company' | 'default'

/** One line of the rules as they are in force. A line without a key goes on with the text above it. */
export type ResolvedLine = {
  readonly depth: number
  readonly key: string
  readonly value?: string
  /** The keys that lead to it in the file; for a default, where it would be written. */
  readonly path: string
  /** Where it stands in the file; null for a default of the language. */
  readonly line: number | null
  readonly column: number | null
  readonly source: LineSource
  /** What the library says instead, where a direction changes it. */
  readonly insteadOf?: { readonly line: number; readonly value?: string }
}

/** The rules with the text they were read from. */
export type ShownRules = { readonly model: Model; readonly places: KeyPlaces; readonly text: string }

/** Where the keys of a block may stand, the first that has one wins, and how deep it is shown. */
type Block = {
  readonly depth: number
  readonly homes: readonly { readonly path: string; readonly source: LineSource }[]
}

/** A direction with all its stages, or with one of them, and every ladder that they climb. */
export function resolvedLines(
  rules: ShownRules,
  pipeline: Pipeline,
  stages: readonly Stage[],
): readonly ResolvedLine[] {
  const isWhole = stages.length === pipeline.stages.length
  const ladders = new Set(stages.flatMap((stage) => [...stage.tasks.map(({ escalate }) => escalate), stage.whenStuck]))
  return [
    ...(isWhole ? directionLines(rules, pipeline) : []),
    ...stages.flatMap((stage) => stageLines(rules, pipeline, stage)),
    ...[...ladders].flatMap((id) => ladderLines(rules, id)),
  ]
}

/** A calendar, the company's where no id is given; every line says whether it is its own or the company's. */
export function calendarLines(rules: ShownRules, id?: string): readonly ResolvedLine[] {
  const calendar = id === undefined ? rules.model.calendar : ownOf(rules.model.calendars, id)
  if (calendar === undefined) return []
  const company = { path: 'calendar', source: 'company' } as const
  const homes = id === undefined ? [company] : [{ path: `calendars.${id}`, source: 'calendar' } as const, company]
  const block: Block = { depth: 1, homes }
  const short = Object.entries(calendar.shortDays).map(([date, hours]) => `${date}: ${intervalsText(hours)}`)
  const days = (key: string, dates: readonly string[]): readonly ResolvedLine[] =>
    dates.length === 0 ? [] : [row(rules, block, key, dates.join(', '))]
  const heading: ResolvedLine = at(rules, { depth: 0, key: id ?? 'calendar', ...(homes[0] ?? company) })
  return [
    heading,
    row(rules, block, 'timezone', calendar.timezone),
    row(rules, block, 'hours', weekText(calendar)),
    ...days('holidays', calendar.holidays),
    ...days('extra_working_days', calendar.extraWorkingDays),
    ...days('short_days', short),
  ]
}

function directionLines(rules: ShownRules, pipeline: Pipeline): readonly ResolvedLine[] {
  const path = `pipelines.${pipeline.id}`
  const own: Block = { depth: 1, homes: [{ path, source: 'direction' }] }
  const axes = Object.entries(pipeline.axes).map(([axis, value]) => `${axis}: ${value}`)
  return [
    ...title(rules, { depth: 0, homes: [{ path: 'pipelines', source: 'direction' }] }, pipeline.id),
    row(rules, own, 'name', pipeline.name),
    ...(axes.length === 0 ? [] : [row(rules, own, 'axes', axes.join(', '))]),
    row(rules, own, 'stages', pipeline.stages.map(({ id }) => id).join(', ')),
    row(rules, own, 'won_after', pipeline.wonAfter),
    row(rules, own, 'may_skip', pipeline.maySkip.length === 0 ? '–' : pipeline.maySkip.join(', ')),
  ]
}

function stageLines(rules: ShownRules, pipeline: Pipeline, stage: Stage): readonly ResolvedLine[] {
  const change = { path: `pipelines.${pipeline.id}.change.${stage.id}`, source: 'change' } as const
  const library = { path: `stages.${stage.id}`, source: 'library' } as const
  const own: Block = { depth: 1, homes: [change, library] }
  const { chance, goal, howTo, maxAge, maxIdle, whenStuck, tasks, make = [], gate } = stage
  return [
    ...title(rules, { depth: 0, homes: [{ path: 'stages', source: 'library' }] }, stage.id),
    row(rules, own, 'name', stage.name),
    ...(chance === undefined ? [] : [row(rules, own, 'chance', `${chance}%`)]),
    ...(goal === undefined ? [] : textRows(rules, own, 'goal', goal)),
    ...(howTo === undefined ? [] : textRows(rules, own, 'how_to', howTo)),
    ...(maxAge === undefined ? [] : [row(rules, own, 'max_age', maxAge.text)]),
    ...(maxIdle === undefined ? [] : [row(rules, own, 'max_idle', maxIdle.text)]),
    row(rules, own, 'when_stuck', whenStuck),
    ...(make.length === 0 ? [] : [row(rules, own, 'make', listText(make.map(madeText)))]),
    ...(tasks.length === 0 ? [] : [row(rules, own, 'tasks')]),
    ...tasks.flatMap((task) => taskLines(rules, task)),
    ...(gate === undefined ? [row(rules, own, 'gate', '–')] : gateLines(rules, own, gate)),
  ]
}

function taskLines(rules: ShownRules, task: TaskTemplate): readonly ResolvedLine[] {
  const { path } = task.origin
  const source = path.startsWith('pipelines.') ? 'change' : 'library'
  const own: Block = { depth: 3, homes: [{ path, source }] }
  const list = task.checklist.length === 0 ? [] : [row(rules, own, 'checklist')]
  return [
    at(rules, { depth: 2, key: task.id, path, source }),
    ...textRows(rules, own, 'do', task.do),
    row(rules, own, 'by', task.by),
    ...(task.mayAlso === undefined ? [] : [row(rules, own, 'may_also', task.mayAlso.join(', '))]),
    row(rules, own, 'due', task.due.text),
    ...(task.when === undefined ? [] : [row(rules, own, 'when'), ...conditionLines(task.when, 4, source)]),
    ...(task.doneWhen === undefined ? [] : [row(rules, own, 'done_when', paperFactText(task.doneWhen))]),
    row(rules, own, 'optional', task.optional ? 'yes' : 'no'),
    ...(task.howTo === undefined ? [] : textRows(rules, own, 'how_to', task.howTo)),
    ...list,
    ...task.checklist.map((text, index) =>
      at(rules, { depth: 4, key: '-', value: text, path: `${path}.checklist[${index + 1}]`, source }),
    ),
    row(rules, own, 'escalate', task.escalate),
    row(rules, own, 'on_leave', task.onLeave),
    row(rules, own, 'on_return', task.onReturn),
    row(rules, own, 'while_away', task.whileAway),
  ]
}

function gateLines(rules: ShownRules, stage: Block, gate: Gate): readonly ResolvedLine[] {
  const { path } = gate.origin
  const source = path.startsWith('pipelines.') ? 'change' : 'library'
  const own: Block = { depth: 2, homes: [{ path, source }] }
  const { filled, must, paid, invoiced = [], signed = [], mayOverride, message } = gate
  return [
    row(rules, stage, 'gate'),
    ...(filled.length === 0 ? [] : [row(rules, own, 'filled', filled.join(', '))]),
    ...(must === undefined ? [] : [row(rules, own, 'must'), ...conditionLines(must, 3, source)]),
    ...(paid === undefined ? [] : [row(rules, own, 'paid', `at least ${paid}%`)]),
    ...(invoiced.length === 0 ? [] : [row(rules, own, 'invoiced', listText(invoiced))]),
    ...(signed.length === 0 ? [] : [row(rules, own, 'signed', listText(signed))]),
    row(rules, own, 'may_override', mayOverride ?? '–'),
    ...(message === undefined ? [] : textRows(rules, own, 'message', message)),
  ]
}

function conditionLines(condition: Condition, depth: number, source: LineSource): readonly ResolvedLine[] {
  const tests = condition.all.map((test): ResolvedLine => {
    const value = test.text.slice(test.text.indexOf(':') + 1).trim()
    const { line = null, column = null, path = '' } = test.origin ?? {}
    return { depth, key: test.field, value, path, line, column, source }
  })
  const any = (condition.any ?? []).flatMap((one, index): readonly ResolvedLine[] => {
    const lines = conditionLines(one, depth + 1, source)
    const first = lines[0]
    const head = { depth, key: index === 0 ? 'any' : 'or', path: first?.path ?? '', source }
    return [{ ...head, line: first?.line ?? null, column: first?.column ?? null }, ...lines]
  })
  return [...tests, ...any]
}

function ladderLines(rules: ShownRules, id: string): readonly ResolvedLine[] {
  const path = `escalations.${id}`
  const steps = rules.model.escalations[id] ?? []
  const head = at(rules, { depth: 0, key: path, path, source: 'ladder' })
  return [steps.length === 0 ? { ...head, value: '–' } : head, ...steps.flatMap((step) => stepLines(rules, step))]
}

function stepLines(rules: ShownRules, step: LadderStep): readonly ResolvedLine[] {
  const own: Block = { depth: 2, homes: [{ path: step.origin.path, source: 'ladder' }] }
  return [
    { ...row(rules, own, 'after', step.after?.text ?? 'at once'), depth: 1, key: '- after' },
    ...(step.notify.length === 0 ? [] : [row(rules, own, 'notify', step.notify.join(', '))]),
    ...(step.giveTo === undefined ? [] : [row(rules, own, 'give_to', step.giveTo)]),
    ...(step.urgent === true ? [row(rules, own, 'urgent', 'yes')] : []),
  ]
}

function title(rules: ShownRules, block: Block, key: string): readonly ResolvedLine[] {
  return [row(rules, block, key)]
}

/** A key of a block, from the first place that has it; a key that stands nowhere has the default of the language. */
function row(rules: ShownRules, { depth, homes }: Block, key: string, value?: string): ResolvedLine {
  const own = homes.map((home) => ({ ...home, path: `${home.path}.${key}` }))
  const found = own.find(({ path }) => rules.places.has(path))
  const { path, source } = found ?? { path: own.at(-1)?.path ?? key, source: 'default' as const }
  const made = at(rules, { depth, key, path, source, ...(value === undefined ? {} : { value }) })
  const library = source === 'change' ? own.find((home) => home.source === 'library') : undefined
  const before = library === undefined ? undefined : rules.places.get(library.path)
  if (before === undefined) return made
  return { ...made, insteadOf: { line: before.line, ...(before.text === undefined ? {} : { value: before.text }) } }
}

/** A text of several lines is shown line by line; in a block after “|” each has a line of the file to itself. */
function textRows(rules: ShownRules, block: Block, key: string, value: string): readonly ResolvedLine[] {
  const texts = value.trimEnd().split('\n')
  if (texts.length === 1 && !isBlock(rules, row(rules, block, key))) return [row(rules, block, key, texts[0])]
  const head = row(rules, block, key, '|')
  const step = isBlock(rules, head) ? 1 : 0
  return [
    head,
    ...texts.map((text, index): ResolvedLine => {
      const line = head.line === null ? null : head.line + step * (index + 1)
      return { ...head, depth: block.depth + 1, key: '', value: text, line }
    }),
  ]
}

function isBlock({ text }: ShownRules, { line }: ResolvedLine): boolean {
  if (line === null) return false
  return /:\s*\|[-+\d]*\s*(?:#.*)?$/.test(text.split('\n')[line - 1]?.trimEnd() ?? '')
}

function at(rules: ShownRules, line: Pick<ResolvedLine, 'depth' | 'key' | 'value' | 'path' | 'source'>): ResolvedLine {
  const place = rules.places.get(line.path)
  return {
    ...line,
    source: place === undefined ? 'default' : line.source,
    line: place?.line ?? null,
    column: place?.column ?? null,
  }
}
