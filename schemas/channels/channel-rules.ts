import type { Duration, Origin } from '#schemas/rules/length'

/** Something the file gives a name that people read. */
type Named = { readonly name: string; readonly origin: Origin }

/** A line, address or form of ours; deals that come by it have its `source` and go to its `pipeline`. */
export type Channel = Named & {
  readonly id: string
  readonly kind: 'phone' | 'mail' | 'messenger' | 'form'
  readonly source?: string
  readonly pipeline?: string
}

/** What is owed to whoever could not get through: by `owner` or a role, `otherwise` where nobody had the client; after `tries` the ladder is climbed. */
export type MissedCallRules = {
  readonly do: string
  readonly callBack: Duration
  readonly by: string
  readonly otherwise?: string
  readonly pick: 'in_turn' | 'least_busy'
  readonly tries?: { readonly count: number; readonly within: Duration }
  readonly whenLate: string
  readonly origin: Origin
}

/** Who is told, at a time of day of the company, of calls of the day whose number was hidden. */
export type HiddenNumberRules = { readonly notify: readonly string[]; readonly at: string; readonly origin: Origin }

/** A call back shorter than `talkSeconds` is none; `notClients` are numbers that are nobody’s. */
export type CallRules = {
  readonly missed?: MissedCallRules
  readonly talkSeconds?: number
  readonly notClients: readonly string[]
  readonly hiddenNumber?: HiddenNumberRules
  readonly recordings?: RecordingRules
}

/** How long recordings are kept, who alone may hear them (`owner` is whoever spoke), and what callers are told of being recorded. */
export type RecordingRules = {
  readonly keep?: Duration
  readonly mayHear?: readonly string[]
  readonly notice?: string
}

type IntakeTest = Readonly<
  Partial<{ channels: readonly string[]; forms: readonly string[]; knownClient: boolean; hasOpenDeals: boolean }>
>

/** A text that is written to clients, with `{fields}`; `channel` alone may carry it, `consent` must have been given. */
export type MessageTemplate = Named & {
  readonly id: string
  readonly text: string
  readonly channel?: string
  readonly consent?: string
}

/** How soon whoever writes is answered, what is climbed when it is late, and what is written to clients. */
export type MessageRules = {
  readonly do: string
  readonly answer?: Duration
  readonly whenLate?: string
  readonly templates?: Readonly<Record<string, MessageTemplate>>
  readonly origin: Origin
}

/** What becomes of somebody who turns to us; the first line that fits decides. */
export type IntakeLine = {
  readonly when?: IntakeTest
  readonly becomes: 'nothing' | 'deal' | 'part_of_deal' | 'request'
  readonly by?: string
  readonly answer?: Duration
  readonly origin: Origin
}

/** Whoever comes again within `sameClientWithin` joins the deal that is open; `do` is the text of the task to answer. */
export type Intake = {
  readonly sameClientWithin?: Duration
  readonly do?: string
  readonly lines: readonly IntakeLine[]
}
