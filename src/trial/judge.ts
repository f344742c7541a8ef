import { notComputed } from '#domain/formula/not-computed'
import { unmet } from '#domain/formula/condition'
import { valuesOf } from '#domain/rules/stage-rules'
import { dateIn, isInstant } from '#domain/time/zone'
import type { Field, FieldValue } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { FailureWords } from './failure-words'
import { nameFor, peopleNamed } from './company'
import { isLate, missingIn, type Seen } from './look'
import { taskName, taskNamed } from './trial-scene'
import type { Expected } from './test-file'
import { compareWhose } from './whose'
import { whyOf, type Found, type Judged, type RuleLine } from './why'

/** One thing that is not as it was expected: in the words of the test file, and which lines of the rules made it so. */
export type Mismatch = {
  readonly key: string
  readonly line: number
  readonly expected: string
  readonly happened: string
  readonly because: readonly RuleLine[]
}

/** Compares what is expected after a step with what there is to be seen. A refusal that nobody expected is one, too. */
export function judge(
  expect: readonly Expected[],
  shown: Seen,
  line: number,
  words: FailureWords,
): readonly Mismatch[] {
  const seen: Judged = { ...shown, words }
  const orNothing = (text: string): string => (text === '' ? words.nothing : text)
  const isRefusalExpected = expect.some(({ key }) => key === 'stopped_by' || key === 'whose' || key === 'refused')
  const surprise: readonly Mismatch[] =
    seen.refusal === undefined || isRefusalExpected
      ? []
      : [
          {
            key: 'refused',
            line,
            expected: words.goesThrough,
            happened: stoppedBy(seen).join(', ') || seen.refusal.message,
            because: whyOf('stopped_by', stoppedBy(seen), seen),
          },
        ]
  // What the step would have led to is not there when it was refused: saying so once is enough.
  if (surprise.length > 0) return surprise
  return expect.flatMap((one) => {
    const found = compare(one, seen)
    return found.map(({ names, expected, happened }) => ({
      key: one.key,
      line: one.line,
      expected: orNothing(expected),
      happened: orNothing(happened),
      because: whyOf(one.key, names, seen),
    }))
  })
}

function compare(one: Expected, seen: Judged): readonly Found[] {
  switch (one.key) {
    case 'stopped_by':
      return exactly(one.names, stoppedBy(seen))
    case 'tasks':
      return exactly(one.names, open(seen).map(taskName))
    case 'late':
      return exactly(one.names, seen.tasks.filter(isLate).map(taskName))
    case 'undated':
      return exactly(one.names, undated(seen))
    case 'done':
    case 'cancelled':
      return among(one.names, seen.tasks.filter(({ status }) => status === one.key).map(taskName))
    case 'notified':
      return comparePeople(one.names, seen)
    case 'escalated':
      return exactly(one.names, escalated(seen))
    case 'sent':
      return exactly(one.names, seen.sent)
    case 'due':
    case 'responsible':
      return Object.entries(one.entries).flatMap(([name, { word }]) =>
        compareTask(one.key === 'due' ? 'due' : 'responsible', name, word, seen),
      )
    case 'whose':
      return compareWhose(one.entries, seen)
    case 'papers':
      return comparePapers(one.entries, seen)
    case 'automation':
      return compareRuns(one.entries, seen)
    case 'fields':
      return compareFields(one, seen)
    default:
      return compareWord(one.key, one.word, seen)
  }
}

function undated(seen: Judged): readonly string[] {
  return open(seen)
    .filter(({ dueAt }) => dueAt === null)
    .map(taskName)
}

function comparePapers(
  entries: Readonly<Record<string, { readonly word: string }>>,
  { papers }: Seen,
): readonly Found[] {
  return Object.entries(entries).flatMap(([kind, { word }]) => {
    const now = papers[kind] ?? 'none'
    return now === word ? [] : [{ expected: `${kind}: ${word}`, happened: `${kind}: ${now}`, names: [kind] }]
  })
}

function exactly(expected: readonly string[], happened: readonly string[]): readonly Found[] {
  const [wanted, there] = [new Set(expected), new Set(happened)]
  const names = [...expected.filter((name) => !there.has(name)), ...happened.filter((name) => !wanted.has(name))]
  return names.length === 0 ? [] : [{ expected: listed(expected), happened: listed([...there]), names }]
}

function among(expected: readonly string[], happened: readonly string[]): readonly Found[] {
  const names = expected.filter((name) => !happened.includes(name))
  return names.length === 0 ? [] : [{ expected: listed(expected), happened: listed([...new Set(happened)]), names }]
}

/** Names one after another; none reads as nothing, in the words of whoever is told. */
function listed(names: readonly string[]): string {
  return names.join(', ')
}

function open({ tasks }: Seen): readonly Task[] {
  return tasks.filter(({ status }) => status === 'open')
}

/** What stood in the way: tasks by what they are called in tests, fields, stages that may not be skipped. */
export function stoppedBy({ refusal, tasks }: Pick<Seen, 'refusal' | 'tasks'>): readonly string[] {
  if (refusal === undefined) return []
  const missing = missingIn(refusal)
  const nameOf = (id: string, template: string | null): string => {
    const task = tasks.find((one) => one.id === id)
    return template ?? (task === undefined ? id : taskName(task))
  }
  const names = [
    ...missing.tasks.map(({ id, template }) => nameOf(id, template)),
    ...missing.fields,
    ...missing.must.map(({ field }) => field),
    ...missing.skipped,
  ]
  return [...new Set(names)]
}

function comparePeople(expected: readonly string[], seen: Seen): readonly Found[] {
  const told = [...new Set(seen.happened.flatMap(({ detail }) => detail.alert?.notify ?? []))]
  const { deal, people } = seen
  const on = dateIn(seen.model.calendar.timezone, seen.at)
  const wanted = expected.flatMap((name) => peopleNamed(name, deal.owner, on, people))
  return exactly(wanted, told).map(({ names }) => ({
    names,
    expected: listed(expected),
    happened: listed(told.map((person) => nameFor(person, deal.owner, people))),
  }))
}

function escalated({ happened, tasks }: Seen): readonly string[] {
  const ids = happened.flatMap(({ name, detail }) => (name === 'task.escalated' ? [detail.task?.id] : []))
  return tasks.filter(({ id }) => ids.includes(id)).map(taskName)
}

function compareTask(key: 'due' | 'responsible', name: string, word: string, seen: Judged): readonly Found[] {
  const { words, deal, people, model, at } = seen
  const zone = model.calendar.timezone
  const task = taskNamed(name, deal, seen.tasks)
  const expected = `${name}: ${word}`
  if (task === undefined) return [{ expected, happened: words.noTask(name), names: [name] }]
  if (key === 'due') {
    const due = task.dueAt === null ? 'none' : shownTime(zone, task.dueAt)
    const isSame = word.includes(':') ? due === word.replace('T', ' ') : due.slice(0, 10) === word || due === word
    return isSame ? [] : [{ expected, happened: `${name}: ${due}`, names: [name] }]
  }
  const meant = peopleNamed(word, deal.owner, dateIn(zone, at), people)
  if (meant.includes(task.responsible)) return []
  return [{ expected, happened: `${name}: ${nameFor(task.responsible, deal.owner, people)}`, names: [name] }]
}

function compareRuns(entries: Readonly<Record<string, { readonly word: string }>>, seen: Seen): readonly Found[] {
  const ran = seen.happened.flatMap(({ detail }) => (detail.run === undefined ? [] : [detail.run]))
  const happened = ran.map(({ rule, outcome }) => `${rule}: ${outcome}`)
  const expected = Object.entries(entries).map(([rule, { word }]) => `${rule}: ${word}`)
  return exactly(expected, happened).map((found) => ({
    ...found,
    names: [...new Set(found.names.map((name) => name.slice(0, name.indexOf(':'))))],
  }))
}

function compareFields(
  { tests }: Extract<Expected, { key: 'fields' }>,
  { deal, model, words }: Judged,
): readonly Found[] {
  const values = valuesOf(deal, model)
  return unmet(tests, values).map(({ field, text }) => ({
    names: [field],
    expected: text,
    happened: `${field}: ${shownValue(model.fields[field], values[field] ?? null)}${overZero(field, { deal, model, words })}`,
  }))
}

/** Why a computed field has no value, where that is because it divides by 0; otherwise nothing. */
function overZero(field: string, { deal, model, words }: Pick<Judged, 'deal' | 'model' | 'words'>): string {
  const why = notComputed(model.fields, field, valuesOf(deal, model))
  return why === undefined ? '' : ` (${words.overZero(why.formula, why.zero)})`
}

/** A value as the analyst writes it. */
export function shownValue(field: Field | undefined, value: FieldValue): string {
  if (value === null) return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (field?.type === 'date_time' && isInstant(value)) return shownTime(field.zone ?? 'UTC', value)
  if (typeof value !== 'number') return value
  const number = Math.round((field?.type === 'money' ? value / 100 : value) * 100) / 100
  const grouped = String(number).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ' ')
  return field?.type === 'percent' ? `${number}%` : field?.type === 'money' ? grouped : String(number)
}

function compareWord(key: string, word: string, seen: Seen): readonly Found[] {
  const happened = wordOf(key, seen)
  const isSame =
    key === 'owner'
      ? isOwner(word, seen)
      : word === happened || (key === 'refused' && word === 'yes' && happened !== 'no')
  if (isSame) return []
  const shown = key === 'owner' ? nameFor(happened, '', seen.people) : happened
  const message = key === 'refused' && seen.refusal !== undefined ? ` (${seen.refusal.message})` : ''
  return [{ expected: word, happened: `${shown}${message}`, names: [happened] }]
}

function isOwner(word: string, { deal, people, model, at }: Seen): boolean {
  return peopleNamed(word, 'owner', dateIn(model.calendar.timezone, at), people).includes(deal.owner)
}

function wordOf(key: string, { deal, happened, refusal }: Seen): string {
  const hasHappened = (name: string): string => (happened.some((event) => event.name === name) ? 'yes' : 'no')
  const words: Readonly<Record<string, string>> = {
    stage: deal.stage,
    pipeline: deal.pipeline,
    status: deal.status,
    owner: deal.owner,
    won: deal.won === undefined || deal.status === 'cancelled' ? 'no' : 'yes',
    stuck: hasHappened('deal.stuck'),
    reply_late: hasHappened('deal.reply_late'),
    refused: refusal?.code ?? 'no',
  }
  return words[key] ?? ''
}

/** An instant as the clock on the wall shows it, `2026-12-31 17:40`. */
export function shownTime(zone: string, instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(Date.parse(instant))
}
