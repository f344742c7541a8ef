import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { check } from '#config/check'
import { keyPlaces } from '#config/sections/key-places'
import { resolvedLines } from '#config/sections/resolved-lines'
import { renamingOf } from '#domain/rules/renaming'
import { playbook } from '#playbook/playbook'
import { differencesOf } from '#release/domain/differences'
import type { Model } from '#schemas/model'
import { spotsOf, type Spot } from '#test/config/spots'

const papers = readFileSync('examples/documents/pipelines.yaml', 'utf8')
  .replace(
    '    gate:\n      filled: [contract_file, invoice_number]\n',
    '    make: [contract, { whole: after document_signed }]\n    max_idle: 3 working days\n    gate:\n      filled: [contract_file]\n      signed: contract\n      invoiced: whole\n      paid: at least 50%\n',
  )
  .replace('        by: lawyer\n', '        by: lawyer\n        may_also: [accountant]\n        while_away: wait\n')
// What is the same with and without its line is written otherwise.
const shipped = readFileSync('pipelines.yaml', 'utf8')
  .replace('year_starts: january', 'year_starts: july')
  .replace('pick: in_turn', 'pick: least_busy')
const texts = [shipped, papers, readFileSync('examples/channels/rules.yaml', 'utf8')]

/** What is said of the office, of cards and of nothing but the system: no newcomer learns the job from it. */
const notTaught =
  /^(?:bank|sellers|clients|consents\.ID\.text|channels\.ID\.source|messages\.templates\.ID\.consent|moved)(?:\.|$)/

const tables = new Set(
  'stages fields pipelines tasks automation roles escalations channels change consents templates sellers numbers kinds reasons'.split(
    ' ',
  ),
)

/** A place of the file without the ids that are declared there. */
function placeOf({ path }: Spot): string {
  return path.map((part, at) => (/^\d+$/.test(part) ? '*' : tables.has(path[at - 1] ?? '') ? 'ID' : part)).join('.')
}

/** One key of each place that can be taken out, with the rules that are left. What has moved is told with what it is called now. */
function* takenOut(
  text: string,
  seen: Set<string>,
): Generator<{ readonly place: string; readonly left: string; readonly model: Model }> {
  const tries = new Map<string, number>()
  for (const spot of spotsOf(text)) {
    const place = placeOf(spot)
    const { key, lines, isFlow, isRequired } = spot
    const isOwnLine = key !== undefined && text.slice(lines.start, key.start).trim() === ''
    if (key?.is !== 'word' || isFlow || isRequired || !isOwnLine || seen.has(place) || place === 'moved') continue
    const tried = (tries.get(place) ?? 0) + 1
    tries.set(place, tried)
    // What most lines of a place need all of them do.
    if (tried > 2) continue
    const left = text.slice(0, lines.start) + text.slice(lines.end)
    const { model } = check(left)
    if (model === undefined) continue
    seen.add(place)
    yield { place, left, model }
  }
}

function shown(model: Model, text: string): string {
  const lines = Object.values(model.pipelines).flatMap((pipeline) =>
    resolvedLines({ model, places: keyPlaces(text), text }, pipeline, pipeline.stages),
  )
  return lines.map(({ key, value }) => `${key}: ${value}`).join('\n')
}

test('every key that means something is told by the plan of a publishing, by the playbook and, in a direction, by show', () => {
  const places = new Set<string>()
  const untold = texts.flatMap((text) => {
    const { model: base } = check(text)
    if (base === undefined) throw new Error('The file has faults.')
    const book = JSON.stringify(playbook(base, 'en'))
    const lines = shown(base, text)
    return [...takenOut(text, places)].flatMap(({ place, left, model }) => {
      // Some say what holds without them, too.
      if (bare(base) === bare(model)) return []
      return [
        ...(differencesOf(base, model, renamingOf(base, model, 2)).length > 0 ? [] : [`plan: ${place}`]),
        ...(notTaught.test(place) || JSON.stringify(playbook(model, 'en')) !== book ? [] : [`playbook: ${place}`]),
        ...(/^(?:stages|pipelines)\./.test(place) && shown(model, left) === lines ? [`show: ${place}`] : []),
      ]
    })
  })

  expect(untold).toEqual([])
  expect(places.size).toBeGreaterThan(50)
})

/** The rules without the lines they stand in. */
function bare(model: Model): string {
  return JSON.stringify(model, (key, value: unknown) => (key === 'origin' ? undefined : value))
}
