import { kindsOfPeople } from './mutants-of-people'
import type { Spot, Stretch } from './spots'
import { spotsOf } from './spots'

/** A good file with one fault in it: where it was planted, and what may be said of it. */
export type Mutant = {
  readonly kind: string
  readonly text: string
  readonly codes: readonly string[]
  /** The offsets at which it may be reported. */
  readonly at: readonly number[]
  readonly what: string
}

/** What a kind of fault needs to be planted: the file, the place, and chance, a number from 0 to 1. */
type Plant = (text: string, spot: Spot, chance: number, spots: readonly Spot[]) => Mutant | undefined

const lookAlikes: Readonly<Record<string, string>> = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у' }
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбю'

/** What a place refers to, by what the language says of it. */
const references: Readonly<Record<string, string>> = {
  'owner, owner_manager or a role': 'role',
  'owner_manager or a role': 'role',
  'previous_owner, owner_manager or a role': 'role',
  'a role': 'role',
  'a stage': 'stage',
  'a field': 'field',
  'a pipeline': 'pipeline',
  'a task': 'task',
  'an event': 'event',
  'a ladder of escalations': 'escalation',
}
const fixed = new Set(['owner', 'owner_manager', 'previous_owner', 'completed', 'late_task', 'stuck_deal'])
const sectionKinds: Readonly<Record<string, string>> = {
  roles: 'role',
  stages: 'stage',
  fields: 'field',
  pipelines: 'pipeline',
  events: 'event',
  axes: 'axis',
  escalations: 'escalation',
}

/** The kinds of faults that are planted. */
export const kinds: Readonly<Record<string, Plant>> = {
  ...kindsOfPeople,
  'misspell a key': (text, { key }, chance) =>
    key?.is === 'word' ? swapped(text, key, typo(key.text, chance), ['unknown-key']) : undefined,
  'a key of another alphabet': (text, { key }) => {
    const other = key === undefined ? undefined : lookAlike(key.text)
    return key?.is !== 'word' || other === undefined ? undefined : swapped(text, key, other, ['lookalike-letter'])
  },
  'add a key that means nothing': (text, { key, lines, isFlow }) => {
    if (key?.is !== 'word' || isFlow || !isAtLineStart(text, key, lines.start)) return undefined
    const indent = key.start - lines.start
    return inserted(text, lines.end, `${' '.repeat(indent)}zzqqxx: 1\n`, ['unknown-key'], indent)
  },
  'delete a required key': (text, spot) => {
    const { key, lines, isFlow, isRequired, ownerKey, ownerStart, path } = spot
    if (!isRequired || isFlow || key === undefined || !isAtLineStart(text, key, lines.start)) return undefined
    if (spot.brothers < 2) return undefined
    const at = path.length === 1 ? 0 : (ownerKey?.start ?? ownerStart)
    const mutated = text.slice(0, lines.start) + text.slice(lines.end)
    const start = path.length === 1 ? mutated.search(/^[a-z]/m) : at
    return { kind: '', text: mutated, codes: ['missing-key'], at: [start], what: `without ${path.join('.')}` }
  },
  'leave a value out': (text, { key, value, isFlow }) =>
    key?.is === 'word' && value.kind === 'scalar' && value.isPlain && !isFlow
      ? replaced(text, value, '', ['missing-key'], [key.start])
      : undefined,
  'misspell a name that is used': (text, spot, chance) => {
    const used = usedName(spot)
    return used === undefined
      ? undefined
      : swapped(text, used.word, typo(used.word.text, chance), [`unknown-${used.kind}`])
  },
  'a name of another alphabet': (text, spot) => {
    const used = usedName(spot)
    const other = used === undefined ? undefined : lookAlike(used.word.text)
    return used === undefined || other === undefined || used.kind === 'anchor' || used.kind === 'axis'
      ? undefined
      : swapped(text, used.word, other, ['lookalike-letter'])
  },
  'a name typed in the other layout': (text, spot) => {
    const used = usedName(spot)
    if (used === undefined || /[^a-z]/.test(used.word.text)) return undefined
    const other = used.word.text.replace(/[a-z]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter)
    return swapped(text, used.word, other, [`unknown-${used.kind}`, 'lookalike-letter'])
  },
  'rename what is declared': (text, { key, path }, chance, spots) => {
    const kind = path.length === 2 ? sectionKinds[path[0] ?? ''] : undefined
    if (kind === undefined || key === undefined || fixed.has(key.text)) return undefined
    const uses = spots.flatMap((spot) => {
      const used = usedName(spot)
      return used?.word.text === key.text && (used.kind === kind || used.kind === 'anchor') ? [used.word.start] : []
    })
    if (uses.length === 0) return undefined
    const fresh = typo(key.text, chance)
    const grown = fresh === undefined ? 0 : fresh.length - key.text.length
    const at = [key.start, ...uses.map((index) => (index > key.start ? index + grown : index))]
    return swapped(text, key, fresh, [`unknown-${kind}`, 'unknown-anchor'], at)
  },
  'a capital in an id': (text, { key, path }) =>
    key?.is === 'id' && path.length === 2 && !fixed.has(key.text)
      ? swapped(text, key, key.text.charAt(0).toUpperCase() + key.text.slice(1), ['bad-id'])
      : undefined,
  'misspell a word': (text, { shape, value }, chance) =>
    shape.is === 'words' ? swapped(text, value, typo(value.text, chance), ['unknown-value']) : undefined,
  'a list where a value must be': (text, { key, shape, value }) =>
    key?.is === 'word' && shape.is === 'value' && value.isPlain && !value.text.includes(',')
      ? replaced(text, value, `[${value.text}]`, ['wrong-kind'], [key.start, value.start])
      : undefined,
  'a value where lines must be': (text, { key, shape, value, isFlow, path }) => {
    if (key === undefined || isFlow || value.kind === 'scalar' || path.length === 1) return undefined
    if (shape.is === 'one_of' || shape.is === 'value') return undefined
    const end = value.start + value.text.trimEnd().length
    const stretch = { start: key.end + 1, end, text: '' }
    return replaced(text, stretch, ' zzqqxx', ['wrong-kind'], [key.start, key.end + 2])
  },
  'a space left out after a colon': (text, { key, value, isFlow }) =>
    key?.is === 'word' && value.isPlain && !isFlow && text.slice(key.end, value.start) === ': '
      ? replaced(text, { start: key.end, end: value.start, text: '' }, ':', ['missing-space'], [key.start])
      : undefined,
  'one space too many at the beginning': (text, { key, lines, isFlow, value, brothers }) =>
    key === undefined || isFlow || brothers < 2 || value.kind !== 'scalar' || !isAtLineStart(text, key, lines.start)
      ? undefined
      : inserted(text, lines.start, ' ', ['yaml-syntax'], undefined, [
          ...lineStarts(text, lines.start - 1, endOfNext(text, lines.end) + 1),
        ]),
  'a bracket or a quote left open': (text, { value }) =>
    /[\]}"']$/.test(value.text) && !value.text.includes('\n')
      ? replaced(text, { start: value.end - 1, end: value.end, text: '' }, '', ['yaml-syntax'], openings(text, value))
      : undefined,
  'a bare length of time': (text, { value }) => {
    const found = /(\d+) (?:working|calendar) (minute|hour|day|week|month)/.exec(value.text)
    return !isTime(value) || found === null
      ? undefined
      : replaced(
          text,
          part(value, found[0]),
          `${found[1] ?? ''} ${found[2] ?? ''}`,
          ['ambiguous-duration'],
          [value.start],
        )
  },
  'a length of time in shorthand': (text, { value }) => {
    const found = /^(\d+) (?:working|calendar) (days?|weeks?|hours?)/.exec(value.text)
    const iso =
      found?.[2]?.startsWith('hour') === true
        ? `PT${found[1] ?? ''}H`
        : `P${found?.[1] ?? ''}${found?.[2]?.charAt(0).toUpperCase() ?? ''}`
    return !isTime(value) || found === null
      ? undefined
      : replaced(text, part(value, found[0]), iso, ['iso-duration'], [value.start])
  },
  'a misspelled length of time': (text, { value }, chance) => {
    const word = /working|calendar|minutes?|hours?|days?|weeks?|months?/g
    const words = [...value.text.matchAll(word)]
    const found = words[Math.floor(chance * words.length)]
    if (!isTime(value) || found === undefined) return undefined
    const at = { start: value.start + found.index, end: value.start + found.index + found[0].length, text: found[0] }
    const wrong = `${found[0].slice(0, 2)}${found[0].slice(1)}`
    return swapped(text, at, wrong, ['bad-duration'], [at.start, value.start])
  },
  'the same key twice': (text, { key, lines, value, isFlow }) => {
    if (key === undefined || isFlow || value.kind !== 'scalar' || !value.isPlain) return undefined
    if (!isAtLineStart(text, key, lines.start)) return undefined
    const line = text.slice(lines.start, lines.end)
    return inserted(
      text,
      lines.end,
      line.endsWith('\n') ? line : `\n${line}`,
      ['duplicate-key'],
      key.start - lines.start,
    )
  },
  'a tab': (text, { key, lines }) => {
    if (key === undefined || !text.startsWith('  ', lines.start)) return undefined
    return replaced(text, { start: lines.start, end: lines.start + 1, text: ' ' }, '\t', ['yaml-subset'], [lines.start])
  },
  'a percentage without its sign': (text, { value }) =>
    value.isPlain && /^\d+%$/.test(value.text)
      ? replaced(text, { start: value.end - 1, end: value.end, text: '%' }, '', ['missing-percent'], [value.start])
      : undefined,
  'a text that is cut off': (text, { shape, value, isFlow }) =>
    shape.is === 'value' && shape.what === 'a text' && value.isPlain && !isFlow && !value.text.includes('\n')
      ? inserted(text, value.end, ' #2', ['text-cut'], 1)
      : undefined,
  'a name for a part': (text, { value, isFlow }) =>
    value.isPlain && !isFlow ? inserted(text, value.start, '&part ', ['yaml-subset'], 0) : undefined,
  'a tag': (text, { value, isFlow }) =>
    value.isPlain && !isFlow ? inserted(text, value.start, '!part ', ['yaml-subset'], 0) : undefined,
  'a comparison in signs': (text, { value }) => {
    const found = /\b(at least|at most|more than|less than) /.exec(value.text)
    const sign = { 'at least': '>=', 'at most': '<=', 'more than': '>', 'less than': '<' }[found?.[1] ?? '']
    return found === null || sign === undefined || value.kind !== 'scalar'
      ? undefined
      : replaced(text, part(value, found[0]), `${sign} `, ['bad-comparison'], [value.start])
  },
  'a stage twice': (text, { path, value }) =>
    path.at(-2) === 'stages' && path[0] === 'pipelines'
      ? inserted(text, value.end, `, ${value.text}`, ['stage-twice'], 2)
      : undefined,
  'the steps of a ladder exchanged': (text, { path, value, brothers }) => {
    if (path[0] !== 'escalations' || path.length !== 3 || path[2] !== '0' || brothers < 2) return undefined
    const after = /after: (.*)\n/.exec(value.text)
    const second = /after: (.*)\n/.exec(text.slice(value.end))
    if (after === null || second === null) return undefined
    const mutated = `${text.slice(0, value.end)}${text.slice(value.end).replace(second[0], after[0])}`
    const at = value.end + second.index + 'after: '.length
    return { kind: '', text: mutated, codes: ['ladder-order'], at: [at], what: 'the same step twice' }
  },
  'no line for the other deals': (text, { path, lines, brothers, value }) => {
    if (path[0] !== 'new_deals' || path.length !== 2 || Number(path[1]) !== brothers - 1 || brothers < 2)
      return undefined
    const end = value.end
    const at = text.indexOf('new_deals:')
    return {
      kind: '',
      text: text.slice(0, lines.start) + text.slice(end),
      codes: ['no-catch-all'],
      at: [at],
      what: 'last line',
    }
  },
}

/** Every fault of a kind that can be planted in a file, as functions of chance. */
export function plantsOf(text: string): Readonly<Record<string, readonly ((chance: number) => Mutant | undefined)[]>> {
  const spots = spotsOf(text)
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, plant]) => {
      const fitting = spots.filter((spot) => plant(text, spot, 0.5, spots) !== undefined)
      const plants = fitting.map((spot) => (chance: number) => {
        const mutant = plant(text, spot, chance, spots)
        return mutant === undefined ? undefined : { ...mutant, kind, what: `${spot.path.join('.')}: ${mutant.what}` }
      })
      return [kind, plants]
    }),
  )
}

/** The name a place refers to, and what kind of name it is. */
function usedName(spot: Spot): { readonly word: Stretch; readonly kind: string } | undefined {
  const { shape, value, key, path } = spot
  const owner = path.at(-2)
  if (key?.is === 'name' && path[0] !== 'moved') {
    if ((owner === 'when' || owner === 'must') && !['any', 'stage', 'pipeline'].includes(key.text))
      return { word: key, kind: 'field' }
    if (owner === 'set') return { word: key, kind: 'field' }
    if (owner === 'axes') return { word: key, kind: 'axis' }
    if (owner === 'change') return { word: key, kind: 'stage' }
  }
  if (value.kind !== 'scalar') return undefined
  const what =
    shape.is === 'one_of' && shape.value?.is === 'value' ? shape.value.what : shape.is === 'value' ? shape.what : ''
  const kind = references[what]
  if (kind !== undefined) return fixed.has(value.text) ? undefined : { word: value, kind }
  const anchor = what.startsWith('a due date') ? /(?:after|before|on) ([a-z_]+)/.exec(value.text) : null
  if (anchor?.[1] === undefined) return undefined
  const start = value.start + anchor.index + anchor[0].length - anchor[1].length
  return { word: { start, end: start + anchor[1].length, text: anchor[1] }, kind: 'anchor' }
}

function isTime({ text, kind }: Spot['value']): boolean {
  return kind === 'scalar' && /^\d+ (?:working|calendar) /.test(text)
}

/** The word with a slip of the pen in it; undefined where the word is too short for one that is still clear. */
function typo(word: string, chance: number): string | undefined {
  const at = Math.floor(chance * (word.length - 1))
  const slips = [
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at + 1)}${word.slice(at)}`,
    `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`,
    `${word.slice(0, at)}z${word.slice(at + 1)}`,
  ]
  const slip = slips[Math.floor(chance * 997) % slips.length]
  return slip === word || word.length < 2 || slip === undefined || !/^[a-z]/.test(slip) ? undefined : slip
}

function lookAlike(word: string): string | undefined {
  const at = word.search(/[aceopxy]/)
  return at < 0 ? undefined : `${word.slice(0, at)}${lookAlikes[word.charAt(at)] ?? ''}${word.slice(at + 1)}`
}

function isAtLineStart(text: string, key: Stretch, lineStart: number): boolean {
  return text.slice(lineStart, key.start).trim() === ''
}

function part(value: Stretch, word: string): Stretch {
  const start = value.start + value.text.indexOf(word)
  return { start, end: start + word.length, text: word }
}

function openings(text: string, value: Stretch): readonly number[] {
  const line = text.lastIndexOf('\n', value.start) + 1
  return [...text.slice(line, value.end).matchAll(/[[{"']/g)].map(({ index }) => line + index)
}

/** Where the next line that says something ends. */
function endOfNext(text: string, from: number): number {
  return from + (/^(?:[ ]*(?:#.*)?\n)*.*/.exec(text.slice(from))?.[0].length ?? 0)
}

function lineStarts(text: string, from: number, to: number): readonly number[] {
  const starts: number[] = []
  for (let at = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1; at <= to; at += 1) starts.push(at)
  return starts
}

function swapped(
  text: string,
  word: Stretch,
  fresh: string | undefined,
  codes: readonly string[],
  at: readonly number[] = [word.start],
): Mutant | undefined {
  if (fresh === undefined || new RegExp(`\\b${fresh}\\b`).test(text)) return undefined
  return replaced(text, word, fresh, codes, at)
}

function replaced(text: string, word: Stretch, fresh: string, codes: readonly string[], at: readonly number[]): Mutant {
  const mutated = text.slice(0, word.start) + fresh + text.slice(word.end)
  return { kind: '', text: mutated, codes, at, what: `“${word.text}” → “${fresh}”` }
}

function inserted(
  text: string,
  at: number,
  fresh: string,
  codes: readonly string[],
  offset = 0,
  places: readonly number[] = [at + offset],
): Mutant {
  return { kind: '', text: text.slice(0, at) + fresh + text.slice(at), codes, at: places, what: `+ “${fresh}”` }
}
