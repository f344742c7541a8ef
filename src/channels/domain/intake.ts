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

/** The channel of the file that a number, an address or a form of ours is; `*` is any other. */
export function channelOf(lines: Readonly<Record<string, string>>, name: string | undefined): string | undefined {
  const own = name !== undefined && Object.hasOwn(lines, name) ? lines[name] : undefined
  return own ?? (Object.hasOwn(lines, '*') ? lines['*'] : undefined)
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
