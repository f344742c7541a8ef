/**
 * A field as a sentence names it: those that every deal or client has are called by their id in each language. `of` is set
 * where it is a client’s: what people call their role, empty for who buys.
 */
export type FieldLabel = { id: string; name: string; builtIn: boolean; of?: string }

/** A task that is somebody else's: who may do it, as people call them. */
export type OthersTask = { task: string; responsible: string; roles: readonly string[]; people: readonly string[] }

/** Whom the rules name as those who write a field: a role by what people call it, `owner` and `owner_manager` by their id. */
export type Writer = { id: string; name: string }

/** Fields that somebody else writes, with whoever does. */
export type OthersFields = { fields: readonly { field: FieldLabel; writers: readonly Writer[] }[] }

/** What a move lacks: tasks by what is to be done, fields, and what fields should hold as the file words it. */
export type StoppedWords = {
  stage: string
  /** The gate's own message, empty where it has none. */
  own: string
  tasks: readonly string[]
  fields: readonly (FieldLabel & { writers?: readonly Writer[]; zero?: ZeroWords })[]
  must: readonly {
    field: FieldLabel
    wish: string
    writers?: readonly Writer[]
    zero?: ZeroWords
    money?: MoneyWords
  }[]
}

/** What is asked of documents, invoices and payments; `now` is null where nothing is invoiced yet. */
export type MoneyWords =
  | { is: 'paid'; atLeast: number; now: number | null }
  | { is: 'invoiced'; invoice: string }
  | { is: 'signed'; document: string; now: SignedNow }

/** How far a document is that should be signed: there is none, it is a draft, it waits for somebody, or was refused. */
export type SignedNow = 'none' | 'draft' | 'client' | 'us' | 'refused'

/** A formula that has no value, and what it divides by that is 0. */
export type ZeroWords = { formula: string; by: readonly FieldLabel[] }
