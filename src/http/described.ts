import type { RefusalCode } from '#domain/kernel/refusal'

/** What the description of the interface says of an operation, and nothing else needs: it is in no function. */
export type Description = {
  /** The heading it stands under. */
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** What it may refuse, beside what every operation of its kind may. */
  readonly refusals?: readonly RefusalCode[]
}

/** What is said of the operations of one door. */
export type Chapter<Id extends string = string> = {
  /** Where it stands among the chapters of the description: low ones first. */
  readonly chapter: number
  readonly operations: Readonly<Record<Id, Description>>
}

/** What has to be said of these operations: of each of them, or it does not compile. */
export type ChapterOf<Operations extends readonly { readonly id: string }[]> = Chapter<IdIn<Operations[number]['id']>>

/** An example of one operation: a request and what is answered to it. */
export type Example = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly answer: unknown
}

/** The examples of these operations: of each of them, or it does not compile. */
export type ExamplesOf<Operations extends readonly { readonly id: string }[]> = Readonly<
  Record<IdIn<Operations[number]['id']>, Example>
>

/** Of a list that has lost the names of its operations nothing could be missing, so nothing may be said either. */
type IdIn<Id extends string> = string extends Id ? 'the operations have lost their names' : Id
