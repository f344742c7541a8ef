import type { Answer } from './deals'
import type { Counting, Numbers } from './numbers'
import type { Page } from './page'
import type { BankStatement, KeptInvoice, KeptPayment, PaymentState } from '#schemas/money/money'
import type { Saying } from '#schemas/saying'

/** A statement as it is kept: its faults by the keys of their sentences. */
export type KeptStatement = Omit<BankStatement, 'faults'> & {
  readonly faults: readonly {
    readonly line: number
    readonly cell?: string
    readonly weight: 'fault' | 'warning'
    readonly about: Saying
  }[]
}

/** What one command changes of money, written whole or not at all. Each thing only from the version it was decided on. */
export type MoneyChange = {
  readonly invoices?: readonly { readonly invoice: KeptInvoice; readonly wasVersion?: number }[]
  readonly payments?: readonly { readonly payment: KeptPayment; readonly wasVersion?: number }[]
  /** Where payments stand from that instant on. */
  readonly places?: readonly (Place & { readonly at: string })[]
  readonly counting?: Counting
  /** What was answered, for a request that comes again with its Idempotency-Key. */
  readonly answer?: Answer & { readonly at: string }
}

/**
 * Where payments stand that may be one and the same: of one account, day, way and amount. It is written with each of them, so
 * that two files that are loaded in the same moment see what the other one brings, and forgotten some days behind. `rev` is
 * absent where nothing stands yet.
 */
export type Place = { readonly id: string; readonly ids: readonly string[]; readonly rev?: number }

/**
 * A deal of which something was booked, issued or cancelled and which does not say so yet; or a payment of which the day of
 * whoever looks after it does not.
 */
export type Unsettled = { readonly id: string; readonly mark: string }

/** From one calendar day to another, both included. */
export type Days = { readonly from: string; readonly to: string }

/** Invoices, payments and statements. Single reads and those of a deal are strongly consistent; lists may lag by moments in AWS. */
export type MoneyStore = Numbers & {
  readonly findInvoice: (id: string) => Promise<KeptInvoice | undefined>
  readonly findInvoices: (ids: readonly string[]) => Promise<readonly KeptInvoice[]>
  readonly invoicesOf: (dealId: string) => Promise<readonly KeptInvoice[]>
  /** Invoices issued in a year, cancelled ones too. */
  readonly issuedIn: (year: string) => Promise<readonly KeptInvoice[]>
  /** Those issued from one day to another, both included. */
  readonly issuedBetween: (days: Days) => Promise<readonly KeptInvoice[]>
  /** The same with their versions alone, absent where an invoice was last changed before versions stood there. */
  readonly versionsIn: (
    year: string,
  ) => Promise<readonly { readonly id: string; readonly on: string; readonly version?: number }[]>
  /** Issued invoices of whoever has an INN. */
  readonly issuedTo: (inn: string) => Promise<readonly KeptInvoice[]>
  /** Issued invoices whose number ends with a piece. */
  readonly issuedUnder: (piece: string) => Promise<readonly KeptInvoice[]>
  readonly findPayment: (id: string) => Promise<KeptPayment | undefined>
  /** Payments that the bank booked from one day to another, both included, whatever became of them. */
  readonly paymentsBetween: (days: Days) => Promise<readonly KeptPayment[]>
  /** Payments by their ids, in their order, those that are there. */
  readonly findPayments: (ids: readonly string[]) => Promise<readonly KeptPayment[]>
  /** Those of the ids that payments have, with what has become of each and the statement it came with. */
  readonly knownPayments: (
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, Pick<KeptPayment, 'state' | 'statement'>>>
  /** The places by their ids, strongly read; each is there, without a `rev` where nothing stands. */
  readonly places: (ids: readonly string[]) => Promise<readonly Place[]>
  readonly payments: (ask: {
    readonly state: PaymentState
    readonly limit: number
    readonly cursor?: string
  }) => Promise<Page<KeptPayment>>
  /** False when somebody else was first: read again and decide again. The deals of its invoices are unsettled with it. */
  readonly save: (change: MoneyChange, mark: string) => Promise<boolean>
  readonly unsettled: (limit: number) => Promise<readonly Unsettled[]>
  /** Says that a deal or a day has it now; false where something has changed since, or somebody else has said so. */
  readonly settle: (unsettled: Unsettled) => Promise<boolean>
  readonly keepStatement: (statement: KeptStatement) => Promise<void>
  readonly findStatement: (id: string) => Promise<KeptStatement | undefined>
  readonly statements: (ask: { readonly limit: number; readonly cursor?: string }) => Promise<Page<KeptStatement>>
}

/** A payment that bookkeeping tells of, for an invoice that it names itself. */
export type ToldPayment = {
  /** By which the same payment is known again, however often and in whichever file it is told. */
  readonly key: string
  readonly invoice: string
  readonly direction: 'in' | 'out'
  readonly number: string
  readonly bookedOn: string
  /** What is left of the invoice where it is not said. */
  readonly kopecks?: number
  /** Where it was told. */
  readonly source: string
  /** By whose word: `one_c` where absent. */
  readonly by?: 'one_c' | 'register'
}

/**
 * What became of it: booked; known before; known before with another amount, so that somebody has to look; nothing, because
 * nothing is left of the invoice; or the invoice is none of which something can be paid.
 */
export type ToldBecame = 'booked' | 'known' | 'differs' | 'nothing_left' | 'not_payable'

/** An invoice that another system has issued, and which number of its series that is, where it is one. */
export type TakenInvoice = { readonly invoice: KeptInvoice; readonly counting?: Counting }

/**
 * Payments by the word of bookkeeping. The core owns the question; the room of money answers, and rooms that exchange with
 * bookkeeping ask. A payment is taken once, whatever comes again.
 */
export type ToldPaymentsOn<Ports> = {
  readonly take: (ports: Ports, told: ToldPayment) => Promise<ToldBecame>
  /** Keeps an invoice that another system has issued, under the number it has there; false where it or the number is there. */
  readonly takeInvoice: (ports: Ports, taken: TakenInvoice) => Promise<boolean>
  /** Takes a payment back that is said to be none; false where nothing is booked of it. */
  readonly takeBack: (ports: Ports, key: string) => Promise<boolean>
}
