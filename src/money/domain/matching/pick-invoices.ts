import { leftOf, type MatchInvoice, type MatchPayment } from './match'
import { longestRow, type Mention } from './mentions'
import { numberPieces, type NamedDay } from './purpose-text'

/** Invoices that a purpose names: `isSure` where each is the only one meant, `isWhole` where every number was found. */
export type Picked = {
  readonly invoices: readonly MatchInvoice[]
  readonly isSure: boolean
  readonly isWhole: boolean
}

type Amount = Pick<MatchPayment, 'kopecks' | 'bookedOn'> & { readonly isOne: boolean }
type Found = Omit<Picked, 'isWhole'>

/** How many invoices that only end like a number are still a suggestion. */
const mostTails = 5

/** Finds the invoices behind numbers. Of two with one number the day decides; where it does not, none is sure. */
export function pickInvoices(
  mentions: readonly Mention[],
  invoices: readonly MatchInvoice[],
  { kopecks, bookedOn }: Pick<MatchPayment, 'kopecks' | 'bookedOn'>,
): Picked {
  const amount = { kopecks, bookedOn, isOne: mentions.length === 1 }
  const numbered = invoices.map((invoice) => ({ invoice, pieces: numberPieces(invoice.number) }))
  const found = mentions.map((mention) => {
    const exact = numbered.filter(({ pieces }) => isSame(pieces, mention.pieces) || isSame(pieces, mention.alternative))
    const tails = numbered.filter(({ pieces }) => isTail(pieces, mention.pieces))
    const [own, ending] = [exact, tails].map((all) => all.map(({ invoice }) => invoice))
    const one =
      mention.day === undefined
        ? withoutDay(own ?? [], ending ?? [], amount)
        : withDay(own ?? [], ending ?? [], { ...amount, day: mention.day })
    const ends = rowOf(mention, { others: exact.length + tails.length, kopecks, bookedOn })
    const row = numbered.filter(({ invoice, pieces }) => leftOf(invoice) > 0 && isInRow(pieces, ends))
    if (row.length > 0) return { invoices: row.map(({ invoice }) => invoice), isSure: false }
    // A bare number behind it is another one of a list, or a piece of it, unless it is just what was paid.
    const isTorn = mention.stray !== undefined && Number(mention.stray) * 100 !== kopecks
    return isTorn ? { ...one, isSure: false } : one
  })
  return {
    invoices: [...new Set(found.flatMap((one) => one.invoices))],
    isSure: found.every(({ isSure }) => isSure),
    isWhole: found.every((one) => one.invoices.length > 0),
  }
}

/**
 * The pieces of a row that is named by its ends, those two last: `12…15`, and `12-15` where nothing is numbered just so. Behind
 * a dash a year is no end: `12-26` is number 12 of that year, `05-26` a month; nor is what was paid: `12 - 50`. Empty where no row
 * is named.
 */
function rowOf(
  { pieces, until, isDashed = false }: Mention,
  { others, kopecks, bookedOn }: Pick<MatchPayment, 'kopecks' | 'bookedOn'> & { readonly others: number },
): readonly string[] {
  const named = until === undefined ? (isDashed && others === 0 ? pieces : []) : [...pieces, until]
  const yearsAway = Math.abs(Number(named.at(-1)) - Number(bookedOn.slice(2, 4)))
  const isPaid = isDashed && until !== undefined && Number(until) * 100 === kopecks
  return isPaid || (isDashed && yearsAway <= 1) ? [] : named
}

function isInRow(pieces: readonly string[], ends: readonly string[]): boolean {
  const [from = '', until = ''] = ends.slice(-2)
  const [own = ''] = pieces.slice(-1)
  if (ends.length < 2 || ![from, until, own].every((one) => /^\d{1,9}$/.test(one))) return false
  const before = ends.slice(0, -2)
  const isOfRow = before.length === 0 || isSame(pieces.slice(0, -1), before)
  const [least, most, at] = [Number(from), Number(until), Number(own)]
  return isOfRow && least < most && most - least < longestRow && at >= least && at <= most
}

/** The day picks one, its year does where the day was mistyped and the amount agrees. */
function withDay(
  exact: readonly MatchInvoice[],
  tails: readonly MatchInvoice[],
  { day, ...amount }: Amount & { readonly day: NamedDay },
): Found {
  const onDay = exact.filter(({ on }) => isOn(on, day))
  // Nobody pays an invoice that is still to be issued.
  if (onDay.length > 0)
    return { invoices: onDay, isSure: onDay.length === 1 && onDay.every(({ on }) => on <= amount.bookedOn) }
  const ofYear = exact.filter(({ on }) => day.year === '' || on.startsWith(day.year))
  const endingOnDay = tails.filter(({ on }) => isOn(on, day))
  if (endingOnDay.length > 0) return { invoices: endingOnDay, isSure: endingOnDay.length === 1 && ofYear.length === 0 }
  const [only] = ofYear
  if (only !== undefined)
    return { invoices: ofYear, isSure: ofYear.length === 1 && (!amount.isOne || leftOf(only) === amount.kopecks) }
  return {
    invoices: exact.length > 0 ? exact : few(tails.filter((one) => leftOf(one) === amount.kopecks)),
    isSure: false,
  }
}

/** Without a day, an invoice that is younger than the payment, or of a year before it and of another amount, is not sure. */
function withoutDay(exact: readonly MatchInvoice[], tails: readonly MatchInvoice[], amount: Amount): Found {
  const [only] = exact
  if (only !== undefined) {
    const isOfTime = only.on.slice(0, 4) === amount.bookedOn.slice(0, 4) || leftOf(only) === amount.kopecks
    return { invoices: exact, isSure: exact.length === 1 && isOfTime && only.on <= amount.bookedOn }
  }
  const alikes = amount.isOne ? tails.filter((one) => leftOf(one) === amount.kopecks && one.on <= amount.bookedOn) : []
  return alikes.length > 0 ? { invoices: alikes, isSure: alikes.length === 1 } : { invoices: few(tails), isSure: false }
}

function few(tails: readonly MatchInvoice[]): readonly MatchInvoice[] {
  return tails.length > mostTails ? [] : tails
}

function isOn(on: string, { year, month, day }: NamedDay): boolean {
  return year === '' ? on.endsWith(`-${month}-${day}`) : on === `${year}-${month}-${day}`
}

function isSame(pieces: readonly string[], named: readonly string[] | undefined): boolean {
  return named !== undefined && pieces.length === named.length && pieces.every((piece, at) => piece === named[at])
}

/** Whether a number ends with what is named, its prefix left out. */
function isTail(pieces: readonly string[], named: readonly string[]): boolean {
  return named.length > 0 && named.length < pieces.length && isSame(pieces.slice(-named.length), named)
}
