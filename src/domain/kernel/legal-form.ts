import { foldedWords } from './folded-words'

/** What a company is called without its legal form, and the form; forms that a law renamed into another are one. */
export type NamedCompany = { readonly words: readonly string[]; readonly form?: string }

/** Forms by what they are told apart as: each spelling, whole, in folded words. The longer ones are looked for first. */
const spellings: readonly (readonly [form: string, ...spelled: string[]])[] = [
  [
    'ооо',
    'общество с ограниченной ответственностью',
    'ооо',
    'о о о',
    'одо',
    'общество с дополнительной ответственностью',
  ],
  // Since 2014 closed, open and plain joint-stock companies have been renamed into each other.
  ['ао', 'публичное акционерное общество', 'непубличное акционерное общество', 'закрытое акционерное общество'],
  ['ао', 'открытое акционерное общество', 'акционерное общество', 'ао', 'пао', 'зао', 'оао', 'нао', 'а о', 'о а о'],
  ['ао', 'з а о', 'п а о'],
  ['ип', 'индивидуальный предприниматель', 'ип', 'и п', 'пбоюл', 'чп'],
  ['нко', 'автономная некоммерческая организация', 'некоммерческая организация', 'нко', 'ано'],
  ['гуп', 'федеральное государственное унитарное предприятие', 'государственное унитарное предприятие', 'фгуп', 'гуп'],
  ['муп', 'муниципальное унитарное предприятие', 'муп'],
  ['уп', 'частное унитарное предприятие', 'унитарное предприятие', 'чуп', 'уп'],
  ['тоо', 'товарищество с ограниченной ответственностью', 'тоо'],
  ['кфх', 'крестьянское фермерское хозяйство', 'кфх'],
  ['llc', 'limited liability company', 'llc', 'l l c'],
  ['ltd', 'private limited company', 'limited', 'ltd'],
  ['gmbh', 'gesellschaft mit beschrankter haftung', 'gmbh'],
  ['inc', 'incorporated', 'inc', 'corporation', 'corp'],
  ['plc', 'public limited company', 'plc'],
  ['ag', 'aktiengesellschaft', 'ag'],
  ['sarl', 'sarl', 'sas'],
  ['srl', 'srl'],
  ['oy', 'oy', 'oyj'],
  ['as', 'a s'],
  ['bv', 'b v', 'bv'],
]

const forms = spellings
  .flatMap(([form, ...spelled]) => spelled.map((words) => ({ form, words: words.split(' ') })))
  .toSorted((left, right) => right.words.length - left.words.length)

/** The short spellings of legal forms, in folded words: they say nothing of who a company is. */
export const legalForms: ReadonlySet<string> = new Set(
  forms.flatMap(({ words }) => (words.length === 1 && words[0] !== undefined ? [words[0]] : [])),
)

/** A company’s name without its legal form, which stands at its beginning or end; a name that is nothing else is kept. */
export function namedCompany(name: string): NamedCompany {
  const words = foldedWords(name)
  for (const { form, words: spelled } of forms) {
    const rest = without(words, spelled)
    if (rest !== undefined && rest.length > 0) return { words: rest, form }
  }
  return { words }
}

function without(words: readonly string[], spelled: readonly string[]): readonly string[] | undefined {
  const { length } = spelled
  if (spelled.every((word, at) => words[at] === word)) return words.slice(length)
  const from = words.length - length
  if (from > 0 && spelled.every((word, at) => words[from + at] === word)) return words.slice(0, from)
  return undefined
}
