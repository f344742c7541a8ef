import { placesIn } from '#config/yaml/places-in'
import { report, type Context, type Sink } from '#config/context'
import { say } from '#config/messages/say'
import type { Language } from '#schemas/language-names'
import { entryOf, itemsOf, mapOf, scalarOf, scalarsOf, textOf, type Entry, type MapNode } from '#config/yaml/tree'
import { isDay } from '#config/values/parse-value'
import { walkShape } from '#config/shape/walk-shape'
import { readTree } from '#config/yaml/yaml-tree'
import type { Diagnostic, Model } from '#schemas/model'
import { knownNames, nameIn } from './known-names'
import { readExpectations } from './read-expectations'
import { readSteps } from './read-steps'
import { readFieldValues, readTime, type Reading } from './read-values'
import type { TrialFile, TrialPerson, TrialTest } from './test-file'
import { testLanguage } from './test-language'

/** All faults of a test file, in order of position, and what it says when there are none. */
export type ReadTests = { readonly diagnostics: readonly Diagnostic[]; readonly file?: TrialFile }

type Asked = Reading & { readonly context: Context }

/** Reads a test file for these rules. It never throws, whatever the text. */
export function readTests(text: string, model: Model, { lang = 'en' }: { readonly lang?: Language } = {}): ReadTests {
  const sink: Sink = {
    text,
    lang,
    place: placesIn(text),
    diagnostics: [],
    fixes: [],
    muted: new Set(),
    misnamed: new Set(),
  }
  const tree = readTree(sink)
  const root = tree === undefined ? undefined : walkShape(sink, tree, testLanguage, { name: '' })
  if (root?.kind === 'map') {
    const people = mapOf(root, 'people')?.entries ?? []
    const known = knownNames(
      model,
      people.map(({ key }) => key),
    )
    const asked = { sink, model, known, context: contextOf(sink, model) }
    const file = readFile(asked, root, people)
    for (const { at, fault } of asked.context.unknown) report(sink, at, fault)
    if (sink.diagnostics.length === 0) return { diagnostics: [], file }
  }
  const diagnostics = sink.diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { diagnostics }
}

/** What the readers of conditions need to know. */
function contextOf(sink: Sink, model: Model): Context {
  return {
    ...sink,
    names: {},
    titles: new Map(),
    fields: new Map(Object.entries(model.fields)),
    clientFields: new Map(),
    unknown: [],
    exact: new Set(),
    untyped: new Set(),
    hasUnreadFields: false,
    used: new Set(),
    sites: new WeakMap(),
    spans: new WeakMap(),
    shaky: new WeakSet(),
  }
}

function readFile(asked: Asked, root: MapNode, people: readonly Entry[]): TrialFile {
  const version = scalarOf(root, 'version')
  if (version !== undefined && version.text !== '1') {
    const message = say('version-unknown', { text: version.text })
    report(asked.sink, version, { code: 'unknown-value', message, help: say('write', { text: 'version: 1' }) })
  }
  const tests = itemsOf(root, 'tests').flatMap((item) => (item.kind === 'map' ? [readTest(asked, item)] : []))
  reportTwins(asked, root)
  if (people.length === 0) return { tests }
  return {
    people: people.flatMap((entry) => (entry.value.kind === 'map' ? [readPerson(asked, entry, entry.value)] : [])),
    tests,
  }
}

/** Two tests of one name cannot be told apart in a report, or chosen by `--only`. */
function reportTwins({ sink }: Asked, root: MapNode): void {
  const seen = new Map<string, number>()
  for (const item of itemsOf(root, 'tests')) {
    const name = item.kind === 'map' ? scalarOf(item, 'name') : undefined
    if (name === undefined) continue
    const before = seen.get(name.text)
    if (before === undefined) seen.set(name.text, sink.place(name.start).line)
    else {
      const message = say('trial-twin', { line: before })
      report(sink, name, { code: 'duplicate-key', message, help: say('trial-say-difference') })
    }
  }
}

function readTest(asked: Asked, map: MapNode): TrialTest {
  const at = scalarOf(map, 'at')
  const instant = at === undefined ? undefined : readTime(asked, at)
  return {
    name: textOf(map, 'name') ?? '',
    line: asked.sink.place(map.start).line,
    ...(instant === undefined ? {} : { at: instant }),
    deal: readDeal(asked, map),
    expect: readExpectations(asked, mapOf(map, 'expect')),
    steps: readSteps(asked, map),
  }
}

const places = { pipeline: ['pipeline'], stage: ['stage'], owner: ['person'] } as const

function readDeal(asked: Asked, map: MapNode): TrialTest['deal'] {
  const deal = mapOf(map, 'deal')
  const place: { pipeline?: string; stage?: string; owner?: string } = {}
  for (const key of ['pipeline', 'stage', 'owner'] as const) {
    const node = scalarOf(deal, key)
    const name = node === undefined ? undefined : nameIn(asked.sink, node, asked.known, places[key])
    if (name !== undefined) place[key] = name
  }
  reportStage(asked, deal, place)
  const own = new Set(['pipeline', 'stage', 'owner', 'phone', 'email'])
  const [phone, email] = [textOf(deal, 'phone'), textOf(deal, 'email')]
  return {
    line: asked.sink.place(entryOf(map, 'deal')?.keyAt.start ?? map.start).line,
    ...place,
    client: { ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) },
    fields: readFieldValues(asked, deal?.entries.filter(({ key }) => !own.has(key)) ?? []),
  }
}

function reportStage(
  { sink, model }: Asked,
  deal: MapNode | undefined,
  { pipeline, stage }: { readonly pipeline?: string; readonly stage?: string },
): void {
  const node = scalarOf(deal, 'stage')
  const found = pipeline === undefined ? undefined : model.pipelines[pipeline]
  if (node === undefined || stage === undefined || found === undefined) return
  const stages = found.stages.map(({ id }) => id)
  if (stages.includes(stage)) return
  const message = say('trial-not-in-pipeline', { pipeline: found.id, stage })
  report(sink, node, { code: 'unknown-stage', message, help: say('it-can-be', { known: stages, isMore: false }) })
}

function readPerson(asked: Asked, entry: Entry, map: MapNode): TrialPerson {
  const { sink, known } = asked
  const nameOf = (key: string, kind: 'person' | 'calendar'): string | undefined => {
    const node = scalarOf(map, key)
    return node === undefined ? undefined : nameIn(sink, node, known, [kind])
  }
  const [manager, calendar, deputy] = [
    nameOf('manager', 'person'),
    nameOf('calendar', 'calendar'),
    nameOf('deputy', 'person'),
  ]
  const [from, to] = [dayOf(asked, map, 'away_from'), dayOf(asked, map, 'away_to')]
  const away = from === undefined ? undefined : { from, to: to ?? from, ...(deputy === undefined ? {} : { deputy }) }
  return {
    id: entry.key,
    name: textOf(map, 'name') ?? entry.key,
    roles: scalarsOf(map, 'roles').flatMap((node) => nameIn(sink, node, known, ['role']) ?? []),
    ...(manager === undefined ? {} : { manager }),
    ...(calendar === undefined ? {} : { calendar }),
    ...(away === undefined ? {} : { away }),
  }
}

function dayOf({ sink }: Asked, map: MapNode, key: string): string | undefined {
  const node = scalarOf(map, key)
  if (node === undefined || isDay(node.text)) return node?.text
  const message = say('not-a-day', { text: node.text })
  report(sink, node, { code: 'unknown-value', message, help: say('write-day', { day: '2027-03-01' }) })
  return undefined
}
