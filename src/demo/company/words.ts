export type Words = readonly [string, ...string[]]

/** What the demo company and its clients are called and say, in one language; the lists are as long in each. */
export type DemoWords = {
  /** Names of invented companies, and what they do. */
  readonly companies: Words
  readonly trades: Words
  readonly companyNeeds: Words
  readonly personNeeds: Words
  readonly wishes: Words
  readonly deciders: Words
  readonly comments: Words
  readonly backReasons: Words
  readonly reopenReasons: Words
  readonly overrideReasons: Words
  readonly handReasons: Words
  /** A task by hand. */
  readonly call: string
  /** What stands in a field of which nothing is known but that it is text. */
  readonly noted: string
  /** The company’s departments, by their ids. */
  readonly departments: Readonly<Record<'sales' | 'b2b' | 'b2c' | 'law' | 'money' | 'delivery', string>>
  readonly quoted: (company: string) => string
  /** What numbers of invoices begin with. */
  readonly invoice: string
}
