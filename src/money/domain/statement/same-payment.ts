import type { KeptPayment } from '#schemas/money/money'
import type { StatementLine } from './statement'

/** What a payment of a file is: one that was loaded before from another file, perhaps one, or another one. */
export type Likeness = 'same' | 'perhaps' | 'other'

/** Payments of a file that were loaded before though the other file told less of them, or told it in another way. */
export type Twins = ReadonlyMap<StatementLine, { readonly is: 'same' | 'perhaps'; readonly payment: KeptPayment }>

/**
 * Finds payments that a bank tells in two files in two ways: a table may leave out who paid, their account or the number. Each
 * payment that is known is one of the file at most; those that are surely the same come first.
 */
export function findTwins(lines: readonly StatementLine[], known: readonly KeptPayment[]): Twins {
  const places = new Map<string, KeptPayment[]>()
  for (const payment of known)
    for (const place of placesOf(payment)) places.set(place, [...(places.get(place) ?? []), payment])
  const found = new Map<StatementLine, { readonly is: 'same' | 'perhaps'; readonly payment: KeptPayment }>()
  const taken = new Set<string>()
  for (const is of ['same', 'perhaps'] as const) {
    for (const line of lines) {
      if (found.has(line)) continue
      const near = placesOf(line).flatMap((place) => places.get(place) ?? [])
      const payment = near.find((one) => !taken.has(one.id) && likeness(line, one) === is)
      if (payment === undefined) continue
      taken.add(payment.id)
      found.set(line, { is, payment })
    }
  }
  return found
}

/** Where a payment stands with those that may be the same: by account, way, amount and day. */
export function placesOf(
  one: Pick<StatementLine, 'account' | 'kopecks' | 'bookedOn'> & { readonly direction: string; readonly on?: string },
): readonly string[] {
  return daysOf(one).map((day) => `${one.account} ${one.direction} ${one.kopecks} ${day}`)
}

/** The days of a payment: on which it was booked, and that of its order, which some files tell in the place of the other. */
function daysOf({ bookedOn, on }: { readonly bookedOn: string; readonly on?: string }): readonly string[] {
  return [...new Set([bookedOn, on ?? bookedOn])]
}

/** How much a payment of the same account, way, amount and day has of one that is known. */
export function likeness(line: StatementLine, known: KeptPayment): Likeness {
  const other = line.direction === 'in' ? line.payer : line.payee
  const [number, inn, account] = [
    compared(numberOf(line.number), numberOf(known.number)),
    compared(other.inn, known.inn),
    compared(other.account, known.otherAccount ?? ''),
  ]
  const isOther = number === 'differs' || inn === 'differs' || (account === 'differs' && inn !== 'same')
  if (isOther) return 'other'
  const purpose = comparedTexts(line.purpose, known.purpose)
  const name = comparedNames(other.name, known.name)
  const isWho = inn === 'same' || account === 'same'
  const isDay = line.bookedOn === known.bookedOn && account !== 'differs'
  if (isDay && number === 'same' && (isWho || purpose === 'same' || (name === 'same' && purpose === 'unknown')))
    return 'same'
  if (isDay && number === 'unknown' && isWho && purpose === 'same') return 'same'
  // Two payers may have the same number, day and sum by chance; neither name nor purpose then says the same.
  const isAlike = isWho || purpose !== 'differs' || name === 'same'
  return isAlike || (number === 'same' && name === 'unknown') ? 'perhaps' : 'other'
}

type Compared = 'same' | 'unknown' | 'differs'

function compared(one: string, other: string): Compared {
  if (one === '' || other === '') return 'unknown'
  return one === other ? 'same' : 'differs'
}

/** A number as it is compared: banks put noughts before it, and leave it out by writing one. */
function numberOf(number: string): string {
  const bare = number.trim().toUpperCase()
  return /^\d+$/.test(bare) ? bare.replace(/^0+/, '') : bare
}

/** Texts of purposes; a table may cut a long one off. */
function comparedTexts(one: string, other: string): Compared {
  const [a, b] = [plain(one), plain(other)].toSorted((x, y) => x.length - y.length)
  if (a === undefined || b === undefined || a === '') return 'unknown'
  return a === b || (a.length >= fewestLetters && b.startsWith(a)) ? 'same' : 'differs'
}

const fewestLetters = 30

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Names, which banks write in full or shortened: one word of its own that both have is enough. */
function comparedNames(one: string, other: string): Compared {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0) return 'unknown'
  return a.some((word) => b.includes(word)) ? 'same' : 'differs'
}

const forms =
  /^(?:общество|ограниченной|ответственностью|акционерное|публичное|непубличное|закрытое|открытое|индивидуальный|предприниматель|ооо|оао|зао|пао|ао|ип)$/

function wordsOf(name: string): readonly string[] {
  const words = name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .match(/[\p{L}\p{N}]{3,}/gu)
  return (words ?? []).filter((word) => !forms.test(word))
}
