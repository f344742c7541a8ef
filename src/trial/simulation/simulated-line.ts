/** One line of a simulation: when, what, and the line of the rules that says so. `depth` is how far it is put in. */
export type SimulatedLine = {
  readonly at: string
  readonly depth: 0 | 1 | 2
  readonly text: string
  readonly line?: number
}
