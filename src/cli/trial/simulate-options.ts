import type { Language } from '#schemas/language-names'

/** What `norma simulate` takes. */
export type SimulateOptions = {
  readonly deal?: string
  readonly set?: string | readonly string[]
  readonly at?: string
  readonly pipeline?: string
  readonly stage?: string
  readonly idle?: boolean
  readonly last?: string
  readonly data: string
  readonly format?: string
  readonly lang?: string
}

/** How a simulation is shown. */
export type SimulateFormat = 'pretty' | 'json' | 'markdown'

/** The options of a simulation, with what was left open filled in. */
export type SimulateChosen = SimulateOptions & { readonly format: SimulateFormat; readonly language: Language }
