import { namedCompany } from '#domain/kernel/legal-form'
import { personNamesAgree, personName, type PersonName } from './person-names'
import { alike } from './slips'

/** A company’s name as names are compared. */
export type CompanyName = {
  readonly words: readonly string[]
  readonly form?: string
  /** Whether the name itself says that this is a part of a company in another place. */
  readonly isBranch: boolean
  /** A sole trader is called by a person’s name. */
  readonly person?: PersonName
}

/** Takes a company’s name apart. */
export function companyName(name: string): CompanyName {
  const whole = namedCompany(name)
  const inner = ofBranch(whole.words)
  if (inner !== undefined) return { ...namedCompany(inner.join(' ')), isBranch: true }
  return { ...whole, isBranch: false, ...(whole.form === 'ип' ? { person: personName(whole.words.join(' ')) } : {}) }
}

/** How far two names of companies agree, 0 to 1; from 0.75 on they are one name. What is left over on both sides parts them. */
export function companyNamesAgree(one: CompanyName, other: CompanyName): number {
  const person = one.person ?? other.person
  if (person !== undefined && (one.form ?? other.form) === (other.form ?? one.form)) {
    return personNamesAgree(
      one.person ?? personName(one.words.join(' ')),
      other.person ?? personName(other.words.join(' ')),
    )
  }
  const [left, right] = [withoutSpoiltForm(one, other), withoutSpoiltForm(other, one)]
  if (left.length === 0 || right.length === 0) return 0
  const together = alike(left.join(''), right.join(''))
  const apart = wordsAgree(left, right)
  return together >= 0.95 ? Math.max(together, apart) : apart
}

/** Whether both names say a legal form, and not the same. */
export function formsDiffer(one: CompanyName, other: CompanyName): boolean {
  return one.form !== undefined && other.form !== undefined && one.form !== other.form
}

const branchWords = new Set(['филиал', 'оп', 'представительство', 'branch'])

/** The name inside `Филиал … в г. Пермь`; undefined where the name says nothing of a branch. */
function ofBranch(words: readonly string[]): readonly string[] | undefined {
  const [first = '', second = ''] = words
  const isSeparate = first.startsWith('обособленн') && second.startsWith('подразделени')
  if (!isSeparate && !branchWords.has(first)) return words.includes('филиал') ? withoutPlace(words) : undefined
  return withoutPlace(words.slice(isSeparate ? 2 : 1))
}

function withoutPlace(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word, at) => at > 0 && (word === 'г' || (word === 'в' && words[at + 1] === 'г')))
  return (from > 0 ? words.slice(0, from) : words).filter((word) => word !== 'филиал')
}

/** The words but one that is the other’s legal form with a slip of the pen. */
function withoutSpoiltForm({ words, form }: CompanyName, { form: others }: CompanyName): readonly string[] {
  if (form !== undefined || others === undefined || words.length < 2) return words
  const isSpoilt = (word: string) => word.length <= others.length + 1 && isOneSlip(word, others)
  if (isSpoilt(words[0] ?? '')) return words.slice(1)
  return isSpoilt(words.at(-1) ?? '') ? words.slice(0, -1) : words
}

function isOneSlip(word: string, form: string): boolean {
  if (word === '' || Math.abs(word.length - form.length) > 1) return false
  const [short, long] = word.length < form.length ? [word, form] : [form, word]
  if (short.length === long.length) return Array.from(short).filter((letter, at) => letter !== long[at]).length === 1
  return Array.from(long).some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}

/** The share of letters that both names have in words alike. */
function wordsAgree(left: readonly string[], right: readonly string[]): number {
  const open = [...right]
  let same = 0
  let leftOver = 0
  for (const word of left) {
    const best = open.reduce((found, other) => Math.max(found, alike(word, other)), 0)
    if (best === 0) leftOver += 1
    else {
      const [taken = ''] = open.splice(
        open.findIndex((other) => alike(word, other) === best),
        1,
      )
      same += best * (word.length + taken.length)
    }
  }
  const agreed = same / (lengthOf(left) + lengthOf(right))
  if (leftOver === 0 && open.length === 0) return agreed
  // «Вектор Сервис» and «Вектор Юг» are neighbours by name; «Вектор» and «Вектор Юг» may be.
  return leftOver > 0 && open.length > 0 ? Math.min(agreed, apartAtMost) : Math.min(agreed, partAtMost)
}

const apartAtMost = 0.5
const partAtMost = 0.7

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}
