import { listedName } from '#clients/domain/listed-name'
import { padded, type Key, type KeyLine } from '#store/key'

/** What is kept of clients. */
export const keyLines = [
  {
    item: 'client, core',
    pk: 'C#{client}',
    sk: '#',
    question: 'a client: kind, name, owner, INN',
    personal: 'the name',
  },
  {
    item: 'client, personal',
    pk: 'C#{client}',
    sk: '#P',
    question: 'numbers, addresses, requisites: all that erasing takes away',
    personal: 'all that is known of how to reach them',
  },
  {
    item: 'client, what it was',
    pk: 'C#{client}',
    sk: 'H#{version}',
    question: 'a card before a change, for 30 days',
    personal: 'what a card said before',
  },
  {
    item: 'client’s event',
    pk: 'C#{client}',
    sk: 'E#{version}',
    question: 'what changed, by whom; no values',
    told: true,
  },
  { item: 'client’s deal', pk: 'C#{client}', sk: 'D#{deal}', question: 'deals of a client: role and since when' },
  {
    item: 'link of clients',
    pk: 'C#{client}',
    sk: 'L#{client}',
    question: 'people of a company, companies of a person',
    personal: 'where somebody works',
  },
  {
    item: 'consent',
    pk: 'C#{client}',
    sk: 'N#{consent}#{at}#{id}',
    question: 'what a client agreed to and revoked, when, where, and what they saw',
    personal: 'to what somebody agreed, and on which page',
  },
  {
    item: 'erasure',
    pk: 'C#{client}',
    sk: 'ER',
    question: 'who asked for erasing, who confirmed it, and its act: no values',
  },
  {
    item: 'client to be erased',
    pk: 'CX#',
    sk: '{until}#{client}',
    question: 'who is only kept until a day, and erased after it',
  },
  {
    item: 'request of a client',
    pk: 'C#{client}',
    sk: 'SR#{request}',
    question: 'what a client asked of what is kept of them, until when, and what was answered',
    personal: 'what they asked, in words',
  },
  {
    item: 'open request',
    pk: 'SX#',
    sk: '{dueAt}#{request}',
    question: 'which requests of clients are not answered, those due first in front',
  },
  {
    item: 'round of keeping',
    pk: 'KE#',
    sk: '#',
    question: 'how far the round through all cards is that looks for whom the rules keep no longer',
  },
  {
    item: 'erased by the rules',
    pk: 'KE#{month}',
    sk: '{until}#{client}',
    question: 'whom the rules erase in a month, by which line; shown for two years',
  },
  {
    item: 'number shown',
    pk: 'C#{client}',
    sk: 'V#{at}#{employee}',
    question: 'who was shown which number or address',
  },
  {
    item: 'reading of a day',
    pk: 'RD#{reader}#{day}',
    sk: '#',
    question: 'how many numbers somebody was shown on a day, and who allowed more',
  },
  {
    item: 'look at a client',
    pk: 'RD#{reader}#{day}',
    sk: 'C#{client}',
    question: 'which cards somebody opened on a day',
  },
  { item: 'reader of a client', pk: 'RC#{client}', sk: '{day}#{reader}', question: 'who opened the card of a client' },
  {
    item: 'way to find, head',
    pk: 'CI#{kind}#{hmac}',
    sk: '#',
    question: 'how many clients hold a number, an address or an INN; who adds one has seen them all',
    personal: 'number or address, as a hash that only this company can make',
  },
  {
    item: 'way to find',
    pk: 'CI#{kind}#{hmac}',
    sk: 'H#{client}',
    question: 'who holds a number, an address or an INN',
    personal: 'number or address, as a hash that only this company can make',
  },
  {
    item: 'not one client',
    pk: 'C#{client}',
    sk: 'X#{client}',
    question: 'of which cards it was said that they are another client, by whom and why; for everybody',
  },
  {
    item: 'proposal of a client',
    pk: 'C#{client}',
    sk: 'PD#{client}',
    question: 'which cards may be the same client as this one',
  },
  {
    item: 'proposal',
    pk: 'DU#all',
    sk: '{rank}#{client}#{client}',
    question: 'which cards may be one client, the likeliest first',
  },
  {
    item: 'merge',
    pk: 'MG#{merge}',
    sk: '#',
    question: 'which card became a part of which, by whom, and how far that is',
  },
  {
    item: 'cards before a merge',
    pk: 'MG#{merge}',
    sk: 'P',
    question: 'what both cards said, for 30 days: undoing a merge is made of it',
    personal: 'what both cards said',
  },
  {
    item: 'moved by a merge',
    pk: 'MG#{merge}',
    sk: 'M#{room}#{place}#{id}',
    question: 'what a merge moved from one card to the other, for 30 days',
  },
  {
    item: 'merge of a month',
    pk: 'MS#{month}',
    sk: '{at}#{merge}',
    question: 'merges by when they were made, those that can be undone',
  },
  { item: 'my clients', pk: 'CL#{owner}', sk: '{name}#{client}', question: 'clients by name', personal: 'the name' },
] as const satisfies readonly KeyLine[]

/** No pair has a higher score, in tenths: the likeliest come first. */
const mostScore = 10_000

/** The keys of clients. */
export const keys = {
  client: (id: string): Key => ({ pk: partitions.client(id), sk: '#' }),
  personal: (id: string): Key => ({ pk: partitions.client(id), sk: '#P' }),
  before: (id: string, version: number): Key => ({
    pk: partitions.client(id),
    sk: `${prefixes.before}${padded(version)}`,
  }),
  event: (id: string, version: number): Key => ({ pk: partitions.client(id), sk: `E#${padded(version)}` }),
  deal: (id: string, deal: string): Key => ({ pk: partitions.client(id), sk: `${prefixes.deals}${deal}` }),
  link: (id: string, other: string): Key => ({ pk: partitions.client(id), sk: `${prefixes.links}${other}` }),
  revealing: (id: string, at: string, employee: string): Key => ({
    pk: partitions.client(id),
    sk: `${prefixes.revealings}${at}#${employee}`,
  }),
  consent: (client: string, { consent, at, id }: { consent: string; at: string; id: string }): Key => ({
    pk: partitions.client(client),
    sk: `${prefixes.consents}${consent}#${at}#${id}`,
  }),
  erasure: (id: string): Key => ({ pk: partitions.client(id), sk: 'ER' }),
  request: (client: string, id: string): Key => ({
    pk: partitions.client(client),
    sk: `${prefixes.requests}${id}`,
  }),
  openRequest: (dueAt: string, id: string): Key => ({ pk: partitions.openRequests, sk: `${dueAt}#${id}` }),
  keepProgress: (): Key => ({ pk: 'KE#', sk: '#' }),
  erasedByRule: (until: string, client: string): Key => ({
    pk: partitions.erasedByRule(until.slice(0, 7)),
    sk: `${until}#${client}`,
  }),
  restricted: (until: string, client: string): Key => ({ pk: partitions.restricted, sk: `${until}#${client}` }),
  wayHead: (kind: string, hmac: string): Key => ({ pk: partitions.way(kind, hmac), sk: '#' }),
  wayHolder: (kind: string, hmac: string, client: string): Key => ({
    pk: partitions.way(kind, hmac),
    sk: `${prefixes.holders}${client}`,
  }),
  apart: (id: string, other: string): Key => ({ pk: partitions.client(id), sk: `${prefixes.apart}${other}` }),
  proposalOf: (id: string, other: string): Key => ({ pk: partitions.client(id), sk: `${prefixes.proposals}${other}` }),
  proposal: (score: number, one: string, other: string): Key => ({
    pk: partitions.proposals,
    sk: `${padded(mostScore - Math.round(score * 10))}#${one}#${other}`,
  }),
  merge: (id: string): Key => ({ pk: partitions.merge(id), sk: '#' }),
  mergeBefore: (id: string): Key => ({ pk: partitions.merge(id), sk: 'P' }),
  moved: (id: string, room: string, place: string, thing: string): Key => ({
    pk: partitions.merge(id),
    sk: `${prefixes.moved}${room}#${place}#${thing}`,
  }),
  mergeOfMonth: (at: string, id: string): Key => ({ pk: partitions.mergesOf(at.slice(0, 7)), sk: `${at}#${id}` }),
  listed: (owner: string | null, name: string, client: string): Key => ({
    pk: partitions.list(owner),
    sk: `${listedName(name)}#${client}`,
  }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  client: (id: string): string => `C#${id}`,
  way: (kind: string, hmac: string): string => `CI#${kind}#${hmac}`,
  proposals: 'DU#all',
  restricted: 'CX#',
  openRequests: 'SX#',
  erasedByRule: (month: string): string => `KE#${month}`,
  merge: (id: string): string => `MG#${id}`,
  mergesOf: (month: string): string => `MS#${month}`,
  /** No employee is called ~nobody: ids begin with a letter. */
  list: (owner: string | null): string => `CL#${owner ?? '~nobody'}`,
} as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = {
  events: 'E#',
  before: 'H#',
  consents: 'N#',
  deals: 'D#',
  links: 'L#',
  revealings: 'V#',
  apart: 'X#',
  proposals: 'PD#',
  moved: 'M#',
  holders: 'H#',
  requests: 'SR#',
} as const
