import type { Requisites } from '#schemas/client'
import type { FieldValue } from '#schemas/deal'
import type { WholeClient } from '#schemas/kept-client'

/** One thing that a card says: two cards keep one of their values when they are merged. */
export type Slot = {
  readonly field: string
  /** As text, empty where the card does not say it. */
  readonly text: (card: WholeClient) => string
  /** The first card, saying what the second says. */
  readonly from: (card: WholeClient, other: WholeClient) => WholeClient
}

/** Details of a bank belong together, and so does who signs: halves of two make neither. */
const requisiteGroups: Readonly<Record<string, readonly (keyof Requisites)[]>> = {
  legalName: ['legalName'],
  ogrn: ['ogrn'],
  address: ['address'],
  bank: ['bank', 'bik', 'account', 'correspondentAccount'],
  signer: ['signer', 'signerGenitive', 'signerTitle', 'signsBy'],
}

/** Everything that these cards say, by what it is. Numbers and addresses are not among it: all of them stay. */
export function slotsOf(cards: readonly WholeClient[]): readonly Slot[] {
  const own = namesIn(cards, ({ client }) => client.fields)
  const personal = namesIn(cards, (card) => card.personal.fields ?? {})
  return [
    coreSlot('name'),
    coreSlot('owner'),
    coreSlot('inn'),
    coreSlot('kpp'),
    ...Object.entries(requisiteGroups).map(([name, group]) => requisiteSlot(`requisites-${name}`, group)),
    ...own.map((name) => ownSlot(name)),
    ...personal.map((name) => personalSlot(name)),
  ]
}

function namesIn(
  cards: readonly WholeClient[],
  fields: (card: WholeClient) => Readonly<Record<string, FieldValue>>,
): readonly string[] {
  return [...new Set(cards.flatMap((card) => Object.keys(fields(card))))].toSorted()
}

function coreSlot(field: 'name' | 'owner' | 'inn' | 'kpp'): Slot {
  return {
    field,
    text: ({ client }) => client[field] ?? '',
    from: (card, other) => {
      const { [field]: _, ...rest } = card.client
      const value = other.client[field]
      return {
        ...card,
        client: { ...rest, ...(value === undefined ? {} : { [field]: value }) } as WholeClient['client'],
      }
    },
  }
}

function requisiteSlot(field: string, group: readonly (keyof Requisites)[]): Slot {
  const said = ({ personal }: WholeClient) => group.flatMap((name) => personal.requisites?.[name] ?? [])
  return {
    field,
    text: (card) => said(card).join(', '),
    from: ({ client, personal }, other) => {
      const all: Requisites = { ...personal.requisites }
      for (const name of group) {
        const value = other.personal.requisites?.[name]
        if (value === undefined) delete all[name]
        else all[name] = value
      }
      const { requisites: _, ...rest } = personal
      const isKept = Object.keys(all).length > 0 || other.personal.requisites !== undefined
      return { client, personal: { ...rest, ...(isKept ? { requisites: all } : {}) } }
    },
  }
}

function ownSlot(name: string): Slot {
  return {
    field: `field-${name}`,
    text: ({ client }) => textOf(client.fields[name]),
    from: (card, other) => ({
      ...card,
      client: { ...card.client, fields: withField(card.client.fields, name, other.client.fields[name]) },
    }),
  }
}

function personalSlot(name: string): Slot {
  return {
    field: `field-${name}`,
    text: ({ personal }) => textOf(personal.fields?.[name]),
    from: (card, other) => {
      const { fields: was = {}, ...rest } = card.personal
      const fields = withField(was, name, other.personal.fields?.[name])
      const isKept = Object.keys(fields).length > 0 || other.personal.fields !== undefined
      return { ...card, personal: { ...rest, ...(isKept ? { fields } : {}) } }
    },
  }
}

function withField(fields: Readonly<Record<string, FieldValue>>, name: string, value: FieldValue | undefined) {
  const { [name]: _, ...rest } = fields
  return value === undefined ? rest : { ...rest, [name]: value }
}

function textOf(value: FieldValue | undefined): string {
  return value === undefined || value === null ? '' : String(value)
}
