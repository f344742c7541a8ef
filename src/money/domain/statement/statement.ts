import type { Saying } from '#schemas/saying'

/** Which way money went, by whose accounts: into ours, out of ours, or between two of ours; `none` where neither is ours. */
export type Direction = 'in' | 'out' | 'own' | 'none'

/** One side of a payment as the bank wrote it; what it left out is empty. */
export type Party = {
  readonly name: string
  readonly inn: string
  readonly kpp: string
  readonly account: string
  readonly bik: string
}

/** A payment as a statement tells it. Amounts are whole kopecks, above zero; days are `YYYY-MM-DD`. */
export type StatementLine = {
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly kind: string
  readonly number: string
  /** The day of the order, and the day on which the bank booked it. */
  readonly on: string
  readonly bookedOn: string
  readonly kopecks: number
  readonly direction: Direction
  /** Our account; empty where neither is ours. */
  readonly account: string
  readonly payer: Party
  readonly payee: Party
  readonly purpose: string
  /** The bank's account and day, the number, the amount and who is on the other side: the same payment has the same one. */
  readonly identity: string
}

/** What a statement says of one account in one stretch of time. What it does not say is not there. */
export type AccountTotals = {
  readonly line: number
  readonly account: string
  readonly from?: string
  readonly to?: string
  readonly opening?: number
  readonly received?: number
  readonly spent?: number
  readonly closing?: number
}

/** Something wrong in a file: a `fault` has cost a payment, a `warning` has not. */
export type StatementFault = {
  readonly line: number
  /** The cell of a workbook, as `Лист1!D17`. */
  readonly cell?: string
  readonly weight: 'fault' | 'warning'
  readonly about: Saying
}

/** What a file was written in; a workbook says its letters itself. */
export type StatementEncoding = 'utf-8' | 'windows-1251' | 'ibm866' | 'utf-16' | 'xlsx'

/** A statement as it was read: every payment that could be, and every fault with its line. */
export type Statement = {
  readonly format: 'exchange' | 'table'
  readonly encoding: StatementEncoding
  readonly from?: string
  readonly to?: string
  readonly accounts: readonly AccountTotals[]
  readonly lines: readonly StatementLine[]
  readonly faults: readonly StatementFault[]
  /** How many payments the file has, those that could not be read included. */
  readonly found: number
}

/** The most that one file may have. */
export const mostStatementBytes = 20_000_000
export const mostStatementLines = 50_000
