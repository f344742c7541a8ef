import { checkMeaning } from './checks/check-meaning'
import { placesIn } from './yaml/places-in'
import { collectNames, collectTitles, isUnread } from './names/collect-names'
import { originAt, report } from './context'
import { findSlip } from './slips/find-slip'
import { withoutLeadingTabs } from './slips/leading-tabs'
import { throughSlips } from './slips/through-slips'
import type { Context, Fix, Sink } from './context'
import { language } from './shape/language-shape'
import { say } from './messages/say'
import type { Language } from '#schemas/language-names'
import { readAutomation } from './sections/read-automation'
import { readCalendars } from './sections/read-calendar'
import { readChannels } from './sections/read-channels'
import { readClients } from './sections/read-clients'
import { readConsents } from './sections/read-consents'
import { readNewDeals, readOutcomes } from './sections/read-deals'
import { readDocuments } from './sections/read-documents'
import { readFields } from './sections/read-fields'
import { readLadders, readPlan } from './sections/read-ladders'
import { readMoney } from './sections/read-money'
import { readMoved } from './sections/read-moved'
import { readPipelines } from './sections/read-pipelines'
import { readStages } from './sections/read-stages'
import { entryOf, mapOf, scalarOf, scalarsOf } from './yaml/tree'
import type { Entry, MapNode } from './yaml/tree'
import { anchorOfType } from './values/parse-due'
import { reportUnknownNames } from './names/unknown-names'
import { walkShape } from './shape/walk-shape'
import { readTree } from './yaml/yaml-tree'
import type { Diagnostic, Model, Named } from '#schemas/model'

/** All faults of a text, in order of position, and the model it describes when none of them is an error. */
export type Checked = { readonly diagnostics: readonly Diagnostic[]; readonly model?: Model }

/** In which language faults are told, and the day it is (`YYYY-MM-DD`), by which a calendar may be behind. */
export type CheckOptions = { readonly lang?: Language; readonly today?: string }

/** Checks the text of a `pipelines.yaml` and says what is wrong in a language. It never throws, whatever the text. */
export function check(text: string, options: CheckOptions = {}): Checked {
  const { diagnostics, model } = checkWithFixes(text, options)
  return model === undefined ? { diagnostics } : { diagnostics, model }
}

const mostSlips = 12

/** Checks a text and says, too, what would put the faults right for which that is certain. */
export function checkWithFixes(text: string, options: CheckOptions = {}): Checked & { readonly fixes: readonly Fix[] } {
  const written = text.split('\n')
  const untabbed = withoutLeadingTabs(written)
  const lines = untabbed?.lines ?? written
  const spent = { readings: 0 }
  const told = newSink(text, options)
  if (untabbed !== undefined) report(told, untabbed.at, untabbed.fault)
  let current = readThrough(written, lines, options)
  for (let round = 0; round < mostSlips && current.diagnostics.some(isOfForm); round += 1) {
    const slip = findSlip(current.lines, current.diagnostics.filter(isOfForm), spent)
    if (slip === undefined) break
    const before = throughSlips(written, current.lines)
    report(told, { start: before.offset(slip.at.start), end: before.offset(slip.at.end) }, slip.fault)
    current = readThrough(written, slip.lines, options)
  }
  const diagnostics = inOrder([...told.diagnostics, ...current.diagnostics])
  const { model } = current
  const isGood = model !== undefined && !diagnostics.some(({ severity }) => severity === 'error')
  return { diagnostics, fixes: current.fixes, ...(isGood ? { model } : {}) }
}

function newSink(text: string, { lang = 'en' }: CheckOptions): Sink {
  return { text, lang, place: placesIn(text), diagnostics: [], fixes: [], muted: new Set(), misnamed: new Set() }
}

type Read = Checked & { readonly fixes: readonly Fix[] }

/** Reads lines as they were meant; places and fixes are those of the lines as they are written. */
function readThrough(
  written: readonly string[],
  lines: readonly string[],
  options: CheckOptions,
): Read & { readonly lines: readonly string[] } {
  if (lines === written) return { ...readInto(newSink(written.join('\n'), options), options), lines }
  const { place, offset } = throughSlips(written, lines)
  const { diagnostics, fixes, model } = readInto({ ...newSink(lines.join('\n'), options), place }, options)
  return {
    diagnostics,
    fixes: fixes.map((fix) => ({ ...fix, start: offset(fix.start), end: offset(fix.end) })),
    ...(model === undefined ? {} : { model }),
    lines,
  }
}

/** Codes of faults of the form, behind which a slip of the pen may stand. */
const formCodes: ReadonlySet<string> = new Set([
  'yaml-syntax',
  'unknown-key',
  'missing-key',
  'wrong-kind',
  'bad-id',
  'duplicate-key',
])

function isOfForm({ code }: Diagnostic): boolean {
  return formCodes.has(code)
}

function readInto(sink: Sink, { today }: CheckOptions): Read {
  const tree = readTree(sink)
  const root = tree === undefined ? undefined : walkShape(sink, tree, language, { name: '' })
  if (tree === undefined || root?.kind !== 'map') return { diagnostics: inOrder(sink.diagnostics), fixes: sink.fixes }
  const context: Context = {
    ...sink,
    names: collectNames(tree, root),
    titles: collectTitles(root),
    fields: new Map(),
    clientFields: new Map(),
    unknown: [],
    exact: new Set(),
    untyped: new Set(),
    hasUnreadFields: isUnread(tree, root, 'fields'),
    used: new Set(),
    sites: new WeakMap(),
    ...(today === undefined ? {} : { today }),
    spans: new WeakMap(),
    shaky: new WeakSet(),
  }
  const model = readModel(context, root)
  return { diagnostics: inOrder(context.diagnostics), fixes: context.fixes, model }
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((left, right) => left.line - right.line || left.column - right.column)
}

function readModel(context: Context, root: MapNode): Model {
  readVersion(context, root)
  const axes = readAxes(root)
  readFields(context, root)
  const clients = readClients(context, root)
  const stages = readStages(context, root)
  const model: Model = {
    version: 1,
    ...readCalendars(context, root),
    roles: readNamed(context, root, 'roles'),
    axes,
    fields: Object.fromEntries(context.fields),
    events: readNamed(context, root, 'events'),
    pipelines: readPipelines(context, root, { stages, axes, declaredAxes: mapOf(root, 'axes') }),
    outcomes: readOutcomes(context, root),
    newDeals: readNewDeals(context, root),
    escalations: readLadders(context, root),
    automation: readAutomation(context, root),
    ...readChannels(context, root),
    plan: readPlan(context, root),
    ...readMoney(context, root),
    ...readDocuments(context, root),
    ...(clients === undefined ? {} : { clients }),
    ...readConsents(context, root),
    moved: readMoved(context, root),
  }
  reportUnknownNames(context, root)
  checkMeaning(context, { root, model, stages })
  return model
}

function readVersion(context: Context, root: MapNode): void {
  const version = scalarOf(root, 'version')
  if (version === undefined || version.text === '1') return
  const message = say('version-unknown', { text: version.text })
  report(context, version, { code: 'unknown-value', message, help: say('write', { text: 'version: 1' }) })
}

function readAxes(root: MapNode): Model['axes'] {
  const table = mapOf(root, 'axes')
  const keys = table?.entries.map(({ key }) => key) ?? []
  return Object.fromEntries(keys.map((key) => [key, scalarsOf(table, key).map(({ text }) => text)]))
}

/** A name that time is counted from should be one thing; where it is a task, that was counted from until now. */
function reportTakenId(context: Context, { key, keyAt }: Entry): void {
  const isField = anchorOfType(context.fields.get(key)?.type) !== undefined
  if (!isField && context.names.task?.has(key) !== true) return
  const message = say(isField ? 'event-is-field' : 'event-is-task', { id: key })
  const help = say('choose-another', { id: `${key}_happened` })
  report(context, keyAt, { code: 'bad-id', message, help }, isField ? 'error' : 'warning')
  if (!isField) context.used.add(`event.${key}`)
}

function readNamed(context: Context, root: MapNode, key: 'roles' | 'events'): Readonly<Record<string, Named>> {
  const entries: readonly Entry[] = entryOf(root, key) === undefined ? [] : (mapOf(root, key)?.entries ?? [])
  return Object.fromEntries(
    entries.map((entry) => {
      if (key === 'events') reportTakenId(context, entry)
      const name = entry.value.kind === 'scalar' ? entry.value.text : entry.key
      return [entry.key, { name, origin: originAt(context, entry.keyAt, entry.path) }]
    }),
  )
}
