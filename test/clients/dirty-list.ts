import { chanceBy, companyWords, firstNames, patronymics, surnames, type Chance } from './dirty-words'

/** A card as somebody typed it, and the pairs of cards of which is known what they are to each other. */
export type DirtyCard = {
  readonly id: string
  readonly kind: 'company' | 'person'
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly inn: string
  readonly kpp: string
  readonly company: string
  readonly site: string
  readonly city: string
}
export type Truth = {
  readonly kind: string
  readonly a: string
  readonly b: string
  readonly same: 'yes' | 'no' | 'branch'
}
export type DirtyList = { readonly cards: readonly DirtyCard[]; readonly truth: readonly Truth[] }

const nobody = { phone: '', email: '', inn: '', kpp: '', company: '', site: '', city: '' }

/** Makes a list of so many companies and people, some of them again with the faults that people make; the same for a seed. */
export function dirtyList(seed: number, size: { readonly companies: number; readonly people: number }): DirtyList {
  const chance = chanceBy(seed)
  const companies = cleanCompanies(chance, size.companies)
  const people = cleanPeople(chance, size.people, companies)
  const cards: DirtyCard[] = [...companies, ...people]
  const truth: Truth[] = []
  const add = (kind: string, of: DirtyCard, again: Partial<DirtyCard>, same: Truth['same']): void => {
    const card = { ...of, ...again, id: `${of.kind}-again-${cards.length}` }
    cards.push(card)
    truth.push({ kind, a: of.id, b: card.id, same })
  }
  for (const kind of companyFaults) repeat(size.companies / 60, () => kind(chance, chance.pick(companies), add))
  for (const kind of personFaults) repeat(size.people / 60, () => kind(chance, chance.pick(people), add))
  return { cards, truth }
}

type Add = (kind: string, of: DirtyCard, again: Partial<DirtyCard>, same: Truth['same']) => void
type Fault = (chance: Chance, of: DirtyCard, add: Add) => void

function repeat(times: number, once: () => void): void {
  for (let done = 0; done < times; done += 1) once()
}

function cleanCompanies(chance: Chance, count: number): readonly DirtyCard[] {
  const taken = new Set<string>()
  const switchboards = Array.from({ length: count / 80 }, () => office(chance))
  return Array.from({ length: count }, (_, at) => {
    let word = ''
    const isTrader = chance.often(0.1)
    const bare = (name: string) => name.replaceAll(' ', '').toLowerCase().replaceAll('ё', 'е')
    while (word === '' || taken.has(bare(word))) word = isTrader ? fullName(chance) : companyWords(chance)
    taken.add(bare(word))
    const inn = isTrader ? inn12(chance) : inn10(chance)
    const called = isTrader ? `ИП ${word}` : `${chance.pick(['ООО', 'ООО', 'ООО', 'АО', 'ПАО'])} «${word}»`
    const site = chance.often(0.6) ? `company${at}.example` : ''
    return {
      ...nobody,
      id: `company-${at}`,
      kind: 'company',
      name: called,
      inn: chance.often(0.7) ? inn : '',
      kpp: '',
      phone: chance.often(0.06) ? chance.pick(switchboards) : office(chance),
      email: site === '' ? '' : `info@${site}`,
      site,
      city: chance.pick(['Тверь', 'Омск', 'Уфа', 'Псков']),
    }
  })
}

function cleanPeople(chance: Chance, count: number, companies: readonly DirtyCard[]): readonly DirtyCard[] {
  return Array.from({ length: count }, (_, at) => {
    const company = chance.often(0.8) ? chance.pick(companies) : undefined
    const isReached = chance.often(0.7)
    return {
      ...nobody,
      id: `person-${at}`,
      kind: 'person',
      name: fullName(chance),
      company: company?.id ?? '',
      phone: isReached
        ? mobile(chance)
        : chance.often(0.6) && company !== undefined
          ? `${company.phone} доб. ${100 + at}`
          : '',
      email: chance.often(0.65)
        ? `person${at}@${company === undefined || company.site === '' ? 'box.example' : company.site}`
        : '',
    }
  })
}

/** What a second card of the same client still says: at least something most of the time. */
function kept(chance: Chance, of: DirtyCard): Partial<DirtyCard> {
  return {
    inn: chance.often(0.5) ? of.inn : '',
    phone: chance.often(0.65) ? of.phone : '',
    email: chance.often(0.55) ? of.email : '',
    company: chance.often(0.65) ? of.company : '',
    site: chance.often(0.3) ? of.site : '',
  }
}

const companyFaults: readonly Fault[] = [
  (chance, of, add) => add('form_moved', of, { ...kept(chance, of), name: moved(of.name) }, 'yes'),
  (chance, of, add) => add('shouted', of, { ...kept(chance, of), name: of.name.toUpperCase() }, 'yes'),
  (chance, of, add) => add('yo', of, { ...kept(chance, of), name: of.name.replaceAll('ё', 'е') }, 'yes'),
  (chance, of, add) => add('look_alike', of, { ...kept(chance, of), name: lookAlike(of.name) }, 'yes'),
  (chance, of, add) => add('typo', of, { ...kept(chance, of), name: typo(chance, of.name) }, 'yes'),
  (chance, of, add) => add('spelt', of, { ...kept(chance, of), phone: spelt(chance, of.phone) }, 'yes'),
  (chance, of, add) => {
    if (of.inn === '') return
    add(
      'other_inn',
      of,
      { ...nobody, inn: of.inn.length === 10 ? inn10(chance) : inn12(chance), phone: office(chance) },
      'no',
    )
  },
  (chance, of, add) => {
    if (of.inn.length !== 10) return
    const name = `Филиал ${of.name} в г. ${chance.pick(['Тула', 'Курск'])}`
    add(
      'branch',
      of,
      { ...nobody, name, inn: of.inn, kpp: `00${chance.digits(2)}43001`, phone: office(chance) },
      'branch',
    )
  },
]

const personFaults: readonly Fault[] = [
  (chance, of, add) => add('turned', of, { ...kept(chance, of), name: turned(of.name) }, 'yes'),
  (chance, of, add) => add('yo', of, { ...kept(chance, of), name: of.name.replaceAll('ё', 'е') }, 'yes'),
  (chance, of, add) => add('look_alike', of, { ...kept(chance, of), name: lookAlike(of.name) }, 'yes'),
  (chance, of, add) => add('typo', of, { ...kept(chance, of), name: typo(chance, of.name) }, 'yes'),
  (chance, of, add) => {
    if (of.phone === '') return
    add('initials', of, { ...kept(chance, of), phone: spelt(chance, of.phone), name: initials(of.name) }, 'yes')
  },
  (chance, of, add) => {
    if (of.email === '') return
    add('mail_case', of, { ...kept(chance, of), email: of.email.replace('@', '+news@').toUpperCase() }, 'yes')
  },
  (chance, of, add) => add('namesake', of, { ...nobody, phone: mobile(chance) }, 'no'),
]

function fullName(chance: Chance): string {
  const isWoman = chance.often(0.5)
  const [surname, first, father] = [
    chance.pick(surnames),
    chance.pick(firstNames[isWoman ? 1 : 0]),
    chance.pick(patronymics),
  ]
  return isWoman ? `${surname}а ${first} ${father.replace(/ич$/u, 'на')}` : `${surname} ${first} ${father}`
}

function moved(name: string): string {
  const [form = '', ...rest] = name.split(' ')
  return form === 'ИП' ? `${rest.join(' ')} (ИП)` : `${rest.join(' ').replaceAll(/[«»]/gu, '')}, ${form}`
}

function turned(name: string): string {
  const [surname = '', ...rest] = name.split(' ')
  return `${rest.join(' ')} ${surname}`
}

function initials(name: string): string {
  const [surname = '', first = '', father = ''] = name.split(' ')
  return `${surname} ${first.charAt(0)}.${father.charAt(0)}.`
}

function lookAlike(name: string): string {
  const twins = new Map(
    Array.from('АВЕКМНОРСТХаеорсух').map((letter, at) => [letter, 'ABEKMHOPCTXaeopcyx'[at] ?? letter]),
  )
  return Array.from(name)
    .map((letter, at) => (at % 3 === 0 ? (twins.get(letter) ?? letter) : letter))
    .join('')
}

function typo(chance: Chance, name: string): string {
  const places = Array.from(name).flatMap((letter, at) => (/[а-яё]/iu.test(letter) && at > 0 ? [at] : []))
  const at = chance.pick(places)
  return chance.pick([
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name.charAt(at) + name.slice(at),
    `${name.slice(0, at)}${chance.pick(Array.from('апролдж'))}${name.slice(at + 1)}`,
  ])
}

function spelt(chance: Chance, phone: string): string {
  const [number = '', extension] = phone.split(' доб. ')
  const bare = number.slice(2)
  const all = [
    `8${bare}`,
    `+7 (${bare.slice(0, 3)}) ${bare.slice(3, 6)}-${bare.slice(6)}`,
    bare,
    `8-${bare.slice(0, 3)}-${bare.slice(3)}`,
  ]
  return (
    chance.pick(all) +
    (extension === undefined ? '' : chance.pick([` доб ${extension}`, `#${extension}`, `, вн. ${extension}`]))
  )
}

function office(chance: Chance): string {
  return `+7${chance.pick(['495', '812', '343'])}0${chance.digits(6)}`
}

function mobile(chance: Chance): string {
  return `+7${chance.pick(['943', '945', '947'])}${chance.digits(7)}`
}

const checkOf = (digits: string, weights: readonly number[]): string =>
  String((weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10)

function inn10(chance: Chance): string {
  const digits = `00${chance.digits(7)}`
  return digits + checkOf(digits, [2, 4, 10, 3, 5, 9, 4, 6, 8])
}

function inn12(chance: Chance): string {
  const digits = `00${chance.digits(8)}`
  const eleven = digits + checkOf(digits, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
  return eleven + checkOf(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
}
