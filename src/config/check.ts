import { LineCounter } from 'yaml'
import { checkMeaning } from './checks/check-meaning'
import { collectNames, isUnread } from './names/collect-names'
import { originAt, report } from './context'
import type { Context, Fix, Sink } from './context'
import { language } from './shape/language-shape'
import { say } from './messages/say'
import type { Language } from '#schemas/language-names'
import { readAutomation } from './sections/read-automation'
import { readCalendars } from './sections/read-calendar'
import { readNewDeals, readOutcomes } from './sections/read-deals'
import { readFields } from './sections/read-fields'
import { readLadders, readPlan } from './sections/read-ladders'
import { readMoved } from './sections/read-moved'
import { readPipelines } from './sections/read-pipelines'
import { readStages } from './sections/read-stages'
import { entryOf, mapOf, scalarOf, scalarsOf } from './yaml/tree'
import type { Entry, MapNode } from './yaml/tree'
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

/** Checks a text and says, too, what would put the faults right for which that is certain. */
export function checkWithFixes(
  text: string,
  { lang = 'en', today }: CheckOptions = {},
): Checked & { readonly fixes: readonly Fix[] } {
  const sink: Sink = { text, lang, place: placer(text), diagnostics: [], fixes: [], muted: new Set() }
  const tree = readTree(sink)
  const root = tree === undefined ? undefined : walkShape(sink, tree, language, { name: '' })
  if (tree === undefined || root?.kind !== 'map') return { diagnostics: inOrder(sink.diagnostics), fixes: sink.fixes }
  const context: Context = {
    ...sink,
    names: collectNames(tree, root),
    fields: new Map(),
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
  const diagnostics = inOrder(context.diagnostics)
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { diagnostics, fixes: context.fixes }
    : { diagnostics, fixes: context.fixes, model }
}

function placer(text: string): Sink['place'] {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return (offset) => {
    const { line, col } = lines.linePos(Math.min(Math.max(0, offset), text.length))
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((left, right) => left.line - right.line || left.column - right.column)
}

function readModel(context: Context, root: MapNode): Model {
  readVersion(context, root)
  const axes = readAxes(root)
  readFields(context, root)
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
    plan: readPlan(context, root),
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

function readNamed(context: Context, root: MapNode, key: 'roles' | 'events'): Readonly<Record<string, Named>> {
  const entries: readonly Entry[] = entryOf(root, key) === undefined ? [] : (mapOf(root, key)?.entries ?? [])
  return Object.fromEntries(
    entries.map((entry) => {
      const name = entry.value.kind === 'scalar' ? entry.value.text : entry.key
      return [entry.key, { name, origin: originAt(context, entry.keyAt, entry.path) }]
    }),
  )
}
