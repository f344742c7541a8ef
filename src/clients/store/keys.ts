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
    item: 'number shown',
    pk: 'C#{client}',
    sk: 'V#{at}#{employee}',
    question: 'who was shown which number or address',
  },
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
  { item: 'my clients', pk: 'CL#{owner}', sk: '{name}#{client}', question: 'clients by name', personal: 'the name' },
] as const satisfies readonly KeyLine[]

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
  wayHead: (kind: string, hmac: string): Key => ({ pk: partitions.way(kind, hmac), sk: '#' }),
  wayHolder: (kind: string, hmac: string, client: string): Key => ({
    pk: partitions.way(kind, hmac),
    sk: `${prefixes.holders}${client}`,
  }),
  listed: (owner: string | null, name: string, client: string): Key => ({
    pk: partitions.list(owner),
    sk: `${listedName(name)}#${client}`,
  }),
} as const

/** Partitions that are read whole, or all items of one kind in them. */
export const partitions = {
  client: (id: string): string => `C#${id}`,
  way: (kind: string, hmac: string): string => `CI#${kind}#${hmac}`,
  /** No employee is called ~nobody: ids begin with a letter. */
  list: (owner: string | null): string => `CL#${owner ?? '~nobody'}`,
} as const

/** How the sort keys of one kind begin, to read that kind alone out of a partition. */
export const prefixes = {
  events: 'E#',
  before: 'H#',
  deals: 'D#',
  links: 'L#',
  revealings: 'V#',
  holders: 'H#',
} as const
