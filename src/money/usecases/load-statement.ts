import type { Caller } from '#domain/kernel/access'
import { mentionsIn } from '#money/domain/matching/mentions'
import { findTwins, type Twins } from '#money/domain/statement/same-payment'
import type { Statement, StatementLine } from '#money/domain/statement/statement'
import { addDays } from '#domain/time/days'
import { moneyRefusal } from '#money/words/money-refusal'
import type { LoadProgress } from '#ports/files'
import type { KeptStatement } from '#ports/money'
import type { Ports } from '#ports/ports'
import type { BankStatement, KeptInvoice, LoadStatement, PaymentState } from '#schemas/money/money'
import type { Command } from '#usecases/command'
import { givenBytes, usedUp } from '#usecases/files/uploads'
import { inTurns } from '#usecases/in-groups'
import { openBank, type BankScene } from './money-rights'
import { readStatementFile } from './read-statement-file'
import { shownStatement } from './read-payments'
import { paymentIdOf, takeAgain, takePayment, type Taking } from './take-payment'

type Needs = Pick<Ports, 'clock' | 'deals' | 'files' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** Faults that are kept of one statement; the others are counted. */
const mostFaults = 1000

/** For how long one request takes payments: AWS ends it at 30 seconds. */
const patienceMs = 20_000

/** How many payers are looked at at once: payments of one are booked one after the other. */
const payersAtOnce = 8

/** The order of a payment may be older than its booking by so many days. */
const orderDays = 10

/** Lets in whoever looks after the bank, where the bank is believed. */
export async function openStatements(ports: Pick<Ports, 'rules' | 'people'>, caller: Caller): Promise<BankScene> {
  const scene = await openBank(ports, caller)
  // Money that two are believed about would be booked twice.
  if (scene.model.oneC?.believes === 'one_c') throw moneyRefusal('money_unset.one_c')
  return scene
}

/**
 * Loads a statement: payments that are known already add nothing, the others are booked by themselves, suggested or left
 * for somebody to say what they are for. Answers what became of them and every fault with its line. What one request has no
 * time for is counted as left: the same file, loaded again, goes on there.
 */
export async function loadStatement(ports: Needs, command: Command, input: LoadStatement): Promise<BankStatement> {
  const scene = await openStatements(ports, command.caller)
  const bytes = await givenBytes(ports, command.caller, input)
  const [id, at, by] = [ports.ids.next('stm'), ports.clock.now(), command.caller.actor.id]
  const until = Date.parse(at) + patienceMs
  const kept = await takeStatement(ports, { ...scene, statement: id, name: input.name, bytes, at, by, until })
  await ports.money.keepStatement(kept)
  if (kept.left === 0) await usedUp(ports, command.caller, input)
  return shownStatement(kept, command.language ?? 'en')
}

export type TakeStatement = Omit<Taking, 'seen'> & {
  readonly name: string
  readonly bytes: Uint8Array
  /** Until when there is time: an instant in milliseconds. */
  readonly until: number
  readonly note?: (progress: LoadProgress) => Promise<void>
}

/** Takes the payments of a statement, as far as there is time; what it took in a turn before counts as taken by it. */
export async function takeStatement(ports: Needs, taking: TakeStatement): Promise<KeptStatement> {
  const { model, statement: id, name, bytes, at, by } = taking
  const accounts = Object.values(model.sellers ?? {}).map(({ account }) => account)
  const statement = await readStatementFile(bytes, accounts)
  const lines = statement.lines.filter(({ direction }) => direction !== 'none')
  const report = (became: readonly Became[]): KeptStatement => keptOf(statement, { id, name, became, at, by })
  // Payments name their statement: it is there before them, and stays where this breaks off and is given up.
  const begin = (became: readonly Became[]): Promise<void> => ports.money.keepStatement(report(became))
  return report(await takeAll(ports, lines, { ...taking, found: statement.found, begin }))
}

type Became = PaymentState | 'known' | 'left'

type Begun = { readonly found: number; readonly begin: (became: readonly Became[]) => Promise<void> }

async function takeAll(
  ports: Needs,
  lines: readonly StatementLine[],
  { note, until, found, begin, ...taking }: TakeStatement & Begun,
): Promise<readonly Became[]> {
  const known = await ports.money.knownPayments(lines.map(paymentIdOf))
  const before = lines.flatMap((line): readonly Became[] => {
    const payment = known.get(paymentIdOf(line))
    return payment === undefined ? [] : [payment.statement === taking.statement ? payment.state : 'known']
  })
  const news = lines.filter((line) => !known.has(paymentIdOf(line)))
  const { twins, seen } = await twinsAmong(ports, news, { ids: new Set(known.keys()), statement: taking.statement })
  const again = [...twins.values()].filter(({ is }) => is === 'same').length
  const progress = { found, known: before.filter((one) => one === 'known').length + again }
  let done = before.length + again - progress.known
  await note?.({ ...progress, done })
  if (news.length > 0)
    await begin([...before, ...news.map((line): Became => (twins.get(line)?.is === 'same' ? 'known' : 'left'))])
  const groups = await inTurns(byPayer(news), payersAtOnce, async (own) => {
    const became: Became[] = []
    for (const line of own) {
      const isOver = Date.parse(ports.clock.now()) > until
      // oxlint-disable-next-line no-await-in-loop -- what one pays is left for the next of the same payer
      const one = isOver ? 'left' : await takeLine(ports, line, { ...taking, twins, seen })
      became.push(one)
      if (one === 'left' || one === 'known') continue
      done += 1
      // oxlint-disable-next-line no-await-in-loop -- so that whoever runs it is told that nobody else does
      await note?.({ ...progress, done })
    }
    return became
  })
  return [...before, ...groups.flat()]
}

async function takeLine(
  ports: Needs,
  line: StatementLine,
  { twins, ...taking }: Taking & { readonly twins: Twins },
): Promise<Became> {
  const candidates = (): Promise<readonly KeptInvoice[]> => candidatesFor(ports, innOf(line), line)
  const twin = twins.get(line)
  if (twin?.is !== 'same')
    return takePayment(ports, line, { ...taking, candidates, ...(twin && { resembles: twin.payment.id }) })
  await takeAgain(ports, line, { ...taking, candidates, known: twin.payment })
  return 'known'
}

function byPayer(lines: readonly StatementLine[]): readonly (readonly StatementLine[])[] {
  const groups = new Map<string, StatementLine[]>()
  for (const line of lines) {
    const own = groups.get(innOf(line))
    // Thousands may be of one payer, as the bank itself is for cards.
    if (own === undefined) groups.set(innOf(line), [line])
    else own.push(line)
  }
  return [...groups.values()]
}

function innOf({ direction, payer, payee }: StatementLine): string {
  return (direction === 'in' ? payer : payee).inn
}

type Others = { readonly ids: ReadonlySet<string>; readonly statement: string }

/** Payments that are known by what another file told of them; those by the word of another system stand in no file of a bank. */
async function twinsAmong(
  { money }: Pick<Ports, 'money'>,
  lines: readonly StatementLine[],
  { ids, statement }: Others,
): Promise<{ readonly twins: Twins; readonly seen: Set<string> }> {
  const days = lines.flatMap(({ bookedOn, on }) => [bookedOn, on]).toSorted()
  const [from, last] = [days[0], days.at(-1)]
  if (from === undefined || last === undefined) return { twins: new Map(), seen: new Set() }
  const known = await money.paymentsBetween({ from, to: addDays(last, orderDays) })
  const others = known.filter((one) => one.line > 0 && one.statement !== statement && !ids.has(one.id))
  // What came while this was read is looked for again, line by line.
  return { twins: findTwins(lines, others), seen: new Set(known.map(({ id }) => id)) }
}

/** Invoices that a payment may be for: those of the payer, and those whose number is named. */
async function candidatesFor(
  { money }: Pick<Ports, 'money'>,
  inn: string,
  { purpose }: StatementLine,
): Promise<readonly KeptInvoice[]> {
  const pieces = new Set(
    mentionsIn(purpose)
      .slice(0, mostNumbers)
      .flatMap((one) => one.pieces.at(-1) ?? []),
  )
  const found = await Promise.all([
    inn === '' ? [] : money.issuedTo(inn),
    ...[...pieces].map((piece) => money.issuedUnder(piece)),
  ])
  // Lists may lag behind: what is booked is decided on invoices as they are.
  const ids = new Set(found.flat().map(({ id }) => id))
  return money.findInvoices([...ids])
}

/** Numbers of one purpose that are looked for among the invoices of others. */
const mostNumbers = 20

type Loaded = {
  readonly id: string
  readonly name: string
  readonly became: readonly Became[]
  readonly at: string
  readonly by: string
}

function keptOf(statement: Statement, { id, name, became, at, by }: Loaded): KeptStatement {
  const { encoding, accounts, found, faults } = statement
  // A table of a bank names no days of its own: those of its payments are meant.
  const days = statement.lines.map(({ bookedOn }) => bookedOn).toSorted()
  const { from = days[0], to = days.at(-1) } = statement
  const count = (state: Became): number => became.filter((one) => one === state).length
  return {
    id,
    name,
    at,
    by,
    encoding,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    accounts: [...new Set(accounts.map(({ account }) => account))],
    found,
    known: count('known'),
    booked: count('booked'),
    suggested: count('suggested'),
    unmatched: count('unmatched'),
    ignored: count('ignored'),
    refused: found - became.length,
    left: count('left'),
    faults: faults.slice(0, mostFaults),
    faultsLeftOut: Math.max(0, faults.length - mostFaults),
  }
}
