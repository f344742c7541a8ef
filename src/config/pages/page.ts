/** What is told about a code, in one language. */
export type PageText = {
  readonly title: string
  readonly means: string
  readonly why: string
  readonly mend: string
}

/** A piece of a file with the fault and without it. */
export type PageExample = { readonly before: string; readonly after: string }
