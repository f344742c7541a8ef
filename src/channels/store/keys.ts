import type { Key, KeyLine } from '#store/key'

/** What is kept of channels: what is connected, what came by it, and the talks that it makes. */
export const keyLines = [
  { item: 'integration', pk: 'IG#', sk: '{integration}', question: 'what is connected' },
  { item: 'integration health', pk: 'IH#', sk: '{integration}', question: 'what came by it, and what did not' },
  { item: 'integration day', pk: 'IY#{integration}', sk: '{day}', question: 'what came by it day by day' },
  { item: 'mailbox place', pk: 'IM#', sk: '{integration}', question: 'how far a mailbox was looked through' },
  { item: 'calls to be made', pk: 'IO#', sk: '{integration}', question: 'which calls an exchange is asked for now' },
  {
    item: 'arrival',
    pk: 'AR#{integration}',
    sk: 'A#{at}_{id}',
    question: 'what came, newest first; told when it comes',
    personal: 'what a provider or a site sent, as bytes, for 30 days',
    told: true,
  },
  {
    item: 'arrival bytes',
    pk: 'AB#{integration}#{arrival}',
    sk: '{no}',
    question: 'the body of one that is large',
    personal: 'what a provider or a site sent, for 30 days',
  },
  {
    item: 'call facts',
    pk: 'CF#{call}',
    sk: '#',
    gsi1: 'not yet judged: CS#, {settlesAt}#{call}',
    question: 'what a provider has told of a call; what is to be judged',
    personal: 'the number outside',
  },
  {
    item: 'recording',
    pk: 'CR#{call}',
    sk: '{recording}',
    gsi1: 'to be fetched: CW#, {nextAt}#{recording}; kept: CK#, {at}#{recording}',
    question: 'whether the recording of a call is here, and until when it waits or stays',
    personal: 'where the recording of a call is',
  },
  {
    item: 'message facts',
    pk: 'MF#{message}',
    sk: '#',
    question: 'what a provider has told of a message; which of ours the provider calls so',
    personal: 'who is outside, and what was written',
  },
  {
    item: 'message to send',
    pk: 'MO#{message}',
    sk: 'E#',
    gsi1: 'waits: MQ#, {nextAt}#{message}',
    question: 'what is to be sent, and when it is tried again; told when it is written',
    personal: 'what was written, and to whom',
    told: true,
  },
  {
    item: 'talk',
    pk: 'TK#{talk}',
    sk: '#',
    question: 'who is outside, and what is owed to them',
    personal: 'the number or address outside',
  },
  {
    item: 'talk line',
    pk: 'TK#{talk}',
    sk: 'L#{at}#{kind}#{id}',
    gsi1: 'in a list: TL#{list}, {at}#{id}',
    question: 'calls and requests of one client; requests that nobody took; spam',
    personal: 'who called when, and what was asked for',
  },
  {
    item: 'talk of nobody known',
    pk: 'TK#{talk}',
    sk: 'U#',
    gsi1: 'TU#, {at}#{talk}',
    question: 'which talks nobody’s card has, the longest first',
  },
  {
    item: 'talk of a client',
    pk: 'TC#{client}',
    sk: '{talk}',
    gsi1: 'TT#{talk}, {client}',
    question: 'which talks are a client’s, and whose a talk is',
  },
  {
    item: 'count of an hour',
    pk: 'HC#{key}',
    sk: '{hour}',
    question: 'how many robots, forms and files there were of late',
  },
  { item: 'done once', pk: 'TO#{key}', sk: '#', question: 'whether a submission was taken before' },
] as const satisfies readonly KeyLine[]

/** The keys of channels. */
export const keys = {
  integration: (id: string): Key => ({ pk: partitions.integrations(), sk: id }),
  health: (id: string): Key => ({ pk: 'IH#', sk: id }),
  day: (integration: string, day: string): Key => ({ pk: partitions.days(integration), sk: day }),
  lookedInto: (integration: string): Key => ({ pk: 'IM#', sk: integration }),
  callOrders: (integration: string): Key => ({ pk: 'IO#', sk: integration }),
  arrival: (integration: string, id: string): Key => ({ pk: partitions.arrivals(integration), sk: `A#${id}` }),
  bytes: (integration: string, arrival: string, no: number): Key => ({
    pk: partitions.bytes(integration, arrival),
    sk: String(no).padStart(3, '0'),
  }),
  call: (id: string): Key => ({ pk: `CF#${id}`, sk: '#' }),
  recording: (call: string, id: string): Key => ({ pk: partitions.recordings(call), sk: id }),
  message: (id: string): Key => ({ pk: `MF#${id}`, sk: '#' }),
  outgoing: (id: string): Key => ({ pk: `MO#${id}`, sk: 'E#' }),
  talk: (id: string): Key => ({ pk: `TK#${id}`, sk: '#' }),
  line: (talk: string, { at, kind, id }: { readonly at: string; readonly kind: string; readonly id: string }): Key => ({
    pk: `TK#${talk}`,
    sk: `L#${at}#${kind}#${id}`,
  }),
  stranger: (talk: string): Key => ({ pk: `TK#${talk}`, sk: 'U#' }),
  ofClient: (client: string, talk: string): Key => ({ pk: partitions.ofClient(client), sk: talk }),
  count: (key: string, hour: string): Key => ({ pk: `HC#${key}`, sk: hour }),
  once: (key: string): Key => ({ pk: `TO#${key}`, sk: '#' }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  integrations: (): string => 'IG#',
  days: (integration: string): string => `IY#${integration}`,
  arrivals: (integration: string): string => `AR#${integration}`,
  bytes: (integration: string, arrival: string): string => `AB#${integration}#${arrival}`,
  recordings: (call: string): string => `CR#${call}`,
  talk: (id: string): string => `TK#${id}`,
  ofClient: (client: string): string => `TC#${client}`,
} as const

/** How the sort keys of one kind begin. */
export const prefixes = { lines: 'L#' } as const

/** Keys of the sparse index. */
export const indexKeys = {
  unsettled: 'CS#',
  toSend: 'MQ#',
  toFetch: 'CW#',
  recorded: 'CK#',
  list: (name: string): string => `TL#${name}`,
  strangers: 'TU#',
  clientsOf: (talk: string): string => `TT#${talk}`,
} as const

/** What a key leads to, out of its sort key. */
export function behind(sk: string): string {
  return sk.slice(sk.indexOf('#') + 1)
}

/** The talk whose partition it is. */
export function talkIn(pk: string): string {
  return pk.slice('TK#'.length)
}
