import { mentionsIn } from '#money/domain/matching/mentions'
import type { Statement, StatementLine } from '#money/domain/statement/statement'
import { moneyRefusal } from '#money/words/money-refusal'
import type { KeptStatement } from '#ports/money'
import type { Ports } from '#ports/ports'
import type { BankStatement, KeptInvoice, LoadStatement, PaymentState } from '#schemas/money/money'
import type { Command } from '#usecases/command'
import { givenBytes, usedUp } from '#usecases/files/uploads'
import { inTurns } from '#usecases/in-groups'
import { openBank } from './money-rights'
import { readStatementFile } from './read-statement-file'
import { shownStatement } from './read-payments'
import { paymentIdOf, takePayment, type Taking } from './take-payment'

type Needs = Pick<Ports, 'clock' | 'deals' | 'files' | 'gateFacts' | 'ids' | 'money' | 'people' | 'rules'>

/** Faults that are kept of one statement; the others are counted. */
const mostFaults = 1000

/** For how long one request takes payments: AWS ends it at 30 seconds. */
const patienceMs = 20_000

/** How many payers are looked at at once: payments of one are booked one after the other. */
const payersAtOnce = 8

/**
 * Loads a statement: payments that are known already add nothing, the others are booked by themselves, suggested or left
 * for somebody to say what they are for. Answers what became of them and every fault with its line. What one request has no
 * time for is counted as left: the same file, loaded again, goes on there.
 */
export async function loadStatement(ports: Needs, command: Command, input: LoadStatement): Promise<BankStatement> {
  const { model, bank, people } = await openBank(ports, command.caller)
  // Money that two are believed about would be booked twice.
  if (model.oneC?.believes === 'one_c') throw moneyRefusal('money_unset.one_c')
  const bytes = await givenBytes(ports, command.caller, input)
  const accounts = Object.values(model.sellers ?? {}).map(({ account }) => account)
  const statement = await readStatementFile(bytes, accounts)
  const id = ports.ids.next('stm')
  const taking: Taking = { statement: id, model, bank, people, at: ports.clock.now(), by: command.caller.actor.id }
  const ours = statement.lines.filter(({ direction }) => direction !== 'none')
  const became = await takeAll(ports, ours, taking)
  const kept = keptOf(statement, { id, name: input.name, became, at: taking.at, by: taking.by })
  await ports.money.keepStatement(kept)
  if (kept.left === 0) await usedUp(ports, command.caller, input)
  return shownStatement(kept, command.language ?? 'en')
}

type Became = PaymentState | 'known' | 'left'

async function takeAll(ports: Needs, lines: readonly StatementLine[], taking: Taking): Promise<readonly Became[]> {
  const until = new Date(Date.parse(taking.at) + patienceMs).toISOString()
  const known = await ports.money.knownPayments(lines.map(paymentIdOf))
  const news = lines.filter((line) => !known.has(paymentIdOf(line)))
  const byPayer = new Map<string, StatementLine[]>()
  for (const line of news) {
    const { inn } = line.direction === 'in' ? line.payer : line.payee
    byPayer.set(inn, [...(byPayer.get(inn) ?? []), line])
  }
  const groups = await inTurns([...byPayer], payersAtOnce, async ([inn, own]) => {
    const became: Became[] = []
    for (const line of own) {
      if (ports.clock.now() > until) {
        became.push('left')
        continue
      }
      // oxlint-disable-next-line no-await-in-loop -- what one pays is left for the next of the same payer
      became.push(await takePayment(ports, line, { ...taking, candidates: () => candidatesFor(ports, inn, line) }))
    }
    return became
  })
  return [...groups.flat(), ...lines.filter((line) => known.has(paymentIdOf(line))).map(() => 'known' as const)]
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
  const { encoding, from, to, accounts, found, faults } = statement
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
