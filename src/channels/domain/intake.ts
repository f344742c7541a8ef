import { phonesIn } from '#domain/kernel/phone'
import type { Intake, IntakeLine, Model } from '#schemas/model'

/** What is known of somebody who turns to the company. */
export type Coming = {
  readonly channel?: string
  readonly form?: string
  readonly isKnown: boolean
  readonly openDeals: number
  readonly hasContact: boolean
}

/** What becomes of a request, by the line of the file that decides it. */
export type Becomes = Pick<IntakeLine, 'becomes' | 'by' | 'answer'>

/**
 * What becomes of a request: the first line of `intake` that fits. Where there is none: part of the open deal, else a deal.
 * Nobody can be answered who left neither number nor address, so that is always a request, and a deal needs somebody open.
 */
export function becomesOf(intake: Intake | undefined, coming: Coming): Becomes {
  const line = (intake?.lines ?? []).find((one) => fits(one, coming))
  const found: Becomes = line ?? { becomes: coming.openDeals > 0 ? 'part_of_deal' : 'deal' }
  if (found.becomes === 'nothing') return found
  if (!coming.hasContact) return { ...found, becomes: 'request' }
  if (found.becomes === 'part_of_deal' && coming.openDeals === 0) return { ...found, becomes: 'request' }
  // Somebody who asks again while a deal is open waits again: a second deal would go to somebody else.
  return found.becomes === 'deal' && coming.openDeals > 0 ? { ...found, becomes: 'part_of_deal' } : found
}

type Lines = Readonly<Record<string, string>>

/** The channel of the file that a number, an address or a form of ours is; `*` is any other. */
export function channelOf(lines: Lines, name: string | undefined): string | undefined {
  const own = name === undefined ? undefined : lineAs(lines, name)
  const key = own ?? (Object.hasOwn(lines, '*') ? '*' : undefined)
  return key === undefined ? undefined : lines[key]
}

/**
 * How a number, an address or a form of ours was entered: in the very letters, else a telephone number in another of its
 * spellings (`7495…`, `8 (495) …`), or an address in other letters, capital or small.
 */
export function lineAs(lines: Lines, name: string): string | undefined {
  if (Object.hasOwn(lines, name)) return name
  const wanted = oneForm(name)
  return wanted === undefined ? undefined : Object.keys(lines).find((key) => oneForm(key) === wanted)
}

const numberLike = /^\+?[\d\s().-]{7,}$/

function oneForm(name: string): string | undefined {
  if (name.includes('@')) return name.trim().toLowerCase()
  return numberLike.test(name.trim()) ? phonesIn(name)[0]?.number : undefined
}

/** What the file says of a channel; undefined where it does not know it. */
export function channelIn({ channels = {}, moved = {} }: Moving, id: string | undefined) {
  const now = channelNow({ moved }, id)
  return now !== undefined && Object.hasOwn(channels, now) ? channels[now] : undefined
}

type Moving = Pick<Model, 'channels'> & Partial<Pick<Model, 'moved'>>

/** What a channel is called now that a number was told to lead to under an old name. */
export function channelNow({ moved = {} }: Partial<Pick<Model, 'moved'>>, id: string | undefined): string | undefined {
  const key = `channels.${id ?? ''}`
  return id !== undefined && Object.hasOwn(moved, key) ? moved[key] : id
}

function fits({ when }: IntakeLine, { channel, form, isKnown, openDeals }: Coming): boolean {
  if (when === undefined) return true
  const { channels, forms, knownClient, hasOpenDeals } = when
  return (
    (channels === undefined || (channel !== undefined && channels.includes(channel))) &&
    (forms === undefined || (form !== undefined && forms.includes(form))) &&
    (knownClient === undefined || knownClient === isKnown) &&
    (hasOpenDeals === undefined || hasOpenDeals === openDeals > 0)
  )
}
