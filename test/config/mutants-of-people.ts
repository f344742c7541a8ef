import type { Mutant } from './mutants'
import type { Spot, Stretch } from './spots'

/** What people write who know spreadsheets, messengers and Russian better than the language of the file. */
type Plant = (text: string, spot: Spot, chance: number) => Mutant | undefined

const russianKeys: Readonly<Record<string, string>> = {
  tasks: 'задачи',
  chance: 'шанс',
  name: 'название',
  by: 'кто',
  due: 'срок',
  do: 'сделать',
  when: 'если',
  holidays: 'праздники',
  reasons: 'причины',
}
const otherKeys: Readonly<Record<string, string>> = {
  by: 'responsible',
  due: 'deadline',
  when: 'if',
  do: 'action',
  how_to: 'description',
  max_age: 'sla',
  gate: 'exit',
  filled: 'required',
  hours: 'working_hours',
  may_override: 'override',
  chance: 'probability',
}
const russianWords: Readonly<Record<string, string>> = {
  'at least': 'не менее',
  'at most': 'не более',
  'more than': 'больше',
  'less than': 'меньше',
}
const units: Readonly<Record<string, string>> = { hour: 'часов', day: 'дней', minute: 'минут', week: 'недель' }
const names = /^(?:[a-z]+_)+[a-z]+$/

/** A name that stands for something that is declared, as a whole value or an item. */
function isName({ shape, value }: Spot): boolean {
  const held = shape.is === 'one_of' ? shape.value : shape
  const isHeld =
    held?.is === 'value' && /^(?:owner|a role|a stage|a field|a pipeline|a ladder|previous)/.test(held.what)
  return isHeld && value.kind === 'scalar' && value.isPlain && /^[a-z_]+$/.test(value.text)
}

function instead(
  text: string,
  at: Stretch,
  fresh: string,
  codes: readonly string[],
  more: readonly number[] = [],
): Mutant {
  const mutated = text.slice(0, at.start) + fresh + text.slice(at.end)
  return { kind: '', text: mutated, codes, at: [at.start, ...more], what: `“${at.text}” → “${fresh}”` }
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

function firstSign(text: string, start: number): number {
  return start + (/^ */.exec(text.slice(start))?.[0].length ?? 0)
}

function isOwnLine(text: string, { key, lines, isFlow, value }: Spot): boolean {
  return (
    key !== undefined &&
    !isFlow &&
    value.kind === 'scalar' &&
    value.isPlain &&
    !value.text.includes('\n') &&
    text.slice(lines.start, key.start).trim() === ''
  )
}

function otherSign(sign: string): Plant {
  return (text, spot) => {
    const { key, value } = spot
    if (key?.is !== 'word' || !isOwnLine(text, spot) || value.text === '') return undefined
    const between = { start: key.end, end: value.start, text: ': ' }
    if (text.slice(key.end, value.start) !== ': ') return undefined
    return instead(text, between, sign, ['yaml-syntax'], [firstSign(text, lineOf(text, key.start)), key.start])
  }
}

function otherKey(words: Readonly<Record<string, string>>): Plant {
  return (text, { key, path, isFlow }) => {
    const fresh = key === undefined || !Object.hasOwn(words, key.text) ? undefined : words[key.text]
    if (key?.is !== 'word' || fresh === undefined || isFlow || path.length < 2) return undefined
    return instead(text, key, fresh, ['unknown-key'])
  }
}

function otherName(make: (name: string) => string, codes: readonly string[]): Plant {
  return (text, spot) => {
    const { value } = spot
    const fresh = isName(spot) ? make(value.text) : value.text
    return fresh === value.text ? undefined : instead(text, value, fresh, codes)
  }
}

function otherLength(make: (count: string, kind: string, unit: string) => string | undefined): Plant {
  return (text, { value, key }) => {
    const found = /^(\d+) (working|calendar) (minute|hour|day|week)s?/.exec(value.text)
    if (value.kind !== 'scalar' || found === null) return undefined
    const fresh = make(found[1] ?? '', found[2] ?? '', found[3] ?? '')
    if (fresh === undefined) return undefined
    const at = { start: value.start, end: value.start + found[0].length, text: found[0] }
    const word = value.start + (found[1] ?? '').length + 1
    return instead(
      text,
      at,
      fresh,
      ['bad-duration', 'ambiguous-duration'],
      [word, ...(key === undefined ? [] : [key.start])],
    )
  }
}

const unknownName = [
  'unknown-role',
  'unknown-stage',
  'unknown-field',
  'unknown-pipeline',
  'unknown-escalation',
  'lookalike-letter',
]

/** The kinds of faults that people bring along. */
export const kindsOfPeople: Readonly<Record<string, Plant>> = {
  'no colon': otherSign(' '),
  'an equals sign for the colon': otherSign(' = '),
  'a semicolon for the colon': otherSign('; '),
  'a wide colon': otherSign('：'),
  'a space before the colon and none behind it': otherSign(' :'),
  'a key in Russian': otherKey(russianKeys),
  'another word for a key': otherKey(otherKeys),
  'a key in camel case': (text, { key, path, isFlow }) =>
    key?.is !== 'word' || isFlow || path.length < 2 || !names.test(key.text)
      ? undefined
      : instead(
          text,
          key,
          key.text.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
          ['unknown-key'],
        ),
  'a key in capitals': (text, { key, path, isFlow }) =>
    key?.is !== 'word' || isFlow || path.length < 2
      ? undefined
      : instead(text, key, key.text.toUpperCase(), ['unknown-key']),
  'a name with a sign that cannot be seen': otherName(
    (name) => `${name.slice(0, 3)}\u200b${name.slice(3)}`,
    unknownName,
  ),
  'a name with a hard space behind it': otherName((name) => `${name}\u00a0`, unknownName),
  'a name in Russian quotes': otherName((name) => `«${name}»`, unknownName),
  'a name in capitals': otherName((name) => name.toUpperCase(), unknownName),
  'a name with hyphens': otherName((name) => name.replaceAll('_', '-'), unknownName),
  'a name with spaces': otherName((name) => name.replaceAll('_', ' '), unknownName),
  'a list without brackets': (text, { key, value, shape }) =>
    key?.is !== 'word' || value.kind !== 'list' || !/^\[[a-z_, ]+,[a-z_, ]+\]$/.test(value.text) || shape.is === 'table'
      ? undefined
      : text.slice(lineOf(text, key.start), key.start).includes('{')
        ? undefined
        : instead(text, value, value.text.slice(1, -1), ['wrong-kind'], [key.start]),
  'semicolons in a list': (text, { key, value, shape }) =>
    key?.is !== 'word' || value.kind !== 'list' || !/^\[[a-z_]+, [a-z_]+\]$/.test(value.text) || shape.is === 'table'
      ? undefined
      : key.text === 'options'
        ? undefined
        : instead(
            text,
            value,
            value.text.replace(', ', '; '),
            ['wrong-kind'],
            [value.start + 1, value.start, key.start],
          ),
  'yes in Russian': (text, { shape, value }) =>
    shape.is !== 'words' || !['yes', 'no'].includes(value.text)
      ? undefined
      : instead(text, value, value.text === 'yes' ? 'да' : 'нет', ['unknown-value']),
  'a day as a letter writes it': (text, { value, shape }) => {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.text) ?? []
    return year === '' || shape.is !== 'value'
      ? undefined
      : instead(text, value, `${day}.${month}.${year}`, ['unknown-value'])
  },
  'a comparison in Russian': (text, { value }) => {
    const [word = ''] = /^(?:at least|at most|more than|less than)(?= \d)/.exec(value.text) ?? []
    const fresh = russianWords[word]
    const at = { start: value.start, end: value.start + word.length, text: word }
    return fresh === undefined || value.kind !== 'scalar' ? undefined : instead(text, at, fresh, ['bad-comparison'])
  },
  'a length of time in Russian': otherLength((count, kind, unit) => {
    const word = units[unit]
    return word === undefined ? undefined : `${count} ${kind === 'working' ? 'рабочих' : 'календарных'} ${word}`
  }),
  'a length of time with “within”': otherLength(
    (count, kind, unit) => `within ${count} ${kind} ${unit}${count === '1' ? '' : 's'}`,
  ),
  'a length of time in business days': otherLength((count, kind, unit) =>
    kind === 'working' ? `${count} business ${unit}${count === '1' ? '' : 's'}` : undefined,
  ),
  'another word for “after”': (text, { value, key }) => {
    const found = / after (?=[a-z_]+$)/.exec(value.text)
    if (value.kind !== 'scalar' || found === null || !/^\d+ (?:working|calendar) /.test(value.text)) return undefined
    const at = { start: value.start + found.index, end: value.start + found.index + found[0].length, text: found[0] }
    return instead(text, at, ' from ', ['bad-duration'], [value.start, ...(key === undefined ? [] : [key.start])])
  },
  'a percentage as a share': (text, { value, shape }) => {
    const [, number = ''] = /^(\d+)%$/.exec(value.text) ?? []
    const share = Number(number) / 100
    return number === '' || share <= 0 || share >= 1 || shape.is !== 'value' || !value.isPlain
      ? undefined
      : instead(text, value, String(share), ['missing-percent'])
  },
}
