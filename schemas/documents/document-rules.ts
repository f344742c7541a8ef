import type { Condition } from '#schemas/rules/condition'
import type { Origin } from '#schemas/rules/length'

/** Whose signatures a document needs. */
export type SignedBy = 'us' | 'client' | 'both'

/** A kind of document: what it is printed into, when it is offered, and what becomes of it. */
export type DocumentKind = {
  readonly id: string
  readonly name: string
  /** Path of the Word file beside the rules. */
  readonly template: string
  readonly templateAt: Origin
  readonly when?: Condition
  /** The series of its number; none is given where it is absent. */
  readonly number?: string
  /** The kind of invoice that it prints: it has its number, day and lines. */
  readonly invoice?: string
  /** What must be filled before it can be made. */
  readonly needs: readonly string[]
  readonly signedBy?: SignedBy
  readonly by: string
  /** The field of the deal in which its address is kept once it is issued. */
  readonly keepIn?: string
  /** The event of the deal that is posted when it is signed by all. */
  readonly tells?: string
  readonly language: 'en' | 'ru'
  readonly origin: Origin
}

/** A document that a stage makes: on entry, or after something has happened. */
export type MadeHere = { readonly document: string; readonly after?: string }

/** The section of the file that is about documents. */
export type DocumentRules = { readonly documents?: Readonly<Record<string, DocumentKind>> }
