import { keptUntil, type KeepFacts, type KeptUntil } from '#clients/domain/keeping'
import { standing } from '#domain/rules/consents'
import { personalDataIn } from '#domain/rules/personal-data'
import { erasedName } from '#domain/deals/erased-client'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { Model } from '#schemas/model'
import type { WholeClient } from '#schemas/kept-client'

import { dealsOf, lastPaperOn } from './kept-for-contract'

export type KeepNeeds = Pick<
  Ports,
  'clients' | 'consents' | 'deals' | 'documents' | 'keeping' | 'money' | 'rules' | 'talks' | 'clock'
>

/** Whether the rules in force keep a client no longer than until the day before. */
export async function isDueByRules(ports: KeepNeeds, id: string, at: string): Promise<boolean> {
  const { model } = await ports.rules.current()
  const whole = await ports.clients.find(id)
  const found = whole === undefined ? undefined : await keptByRules(ports, model, whole)
  return found !== undefined && found.until < dateIn(model.calendar.timezone, at)
}

/**
 * Until when the rules keep a client, and by which line; undefined where they do not say so, for whoever is a part of another
 * card, and for whoever is erased. A person is kept for what the companies have under way that they work for.
 */
export async function keptByRules(ports: KeepNeeds, model: Model, whole: WholeClient): Promise<KeptUntil | undefined> {
  const keep = personalDataIn(model)?.keep
  const { client } = whole
  if (keep === undefined || client.into !== undefined || client.name === erasedName(client.id)) return undefined
  return keep.kinds.includes(client.kind)
    ? keptUntil(keep, await factsOf(ports, model, whole), model.calendar)
    : undefined
}

async function factsOf(ports: KeepNeeds, model: Model, { client, personal }: WholeClient): Promise<KeepFacts> {
  const { timezone } = model.calendar
  const today = dateIn(timezone, ports.clock.now())
  const ids = [client.id, ...(client.from ?? [])]
  const [links, requests] = await Promise.all([
    client.kind === 'person' ? ports.clients.linksOf(client.id) : [],
    Promise.all(ids.map((id) => ports.keeping.requestsOf(id))),
  ])
  const companies = links.flatMap(({ id, until }) => (until === undefined || until >= today ? [id] : []))
  const deals = await dealsOf(ports, [client.id, ...companies])
  const isBusy =
    deals.some(({ status }) => status === 'open' || status === 'won') ||
    requests.flat().some(({ state }) => state === 'open')
  const { kind } = client
  const lastOn = dateIn(timezone, latest([client.updatedAt, ...deals.map(({ updatedAt }) => updatedAt)]))
  // Whoever has something under way is kept: the rest need not be read.
  if (isBusy) return { kind, isBusy, lastOn }
  const [paper, talked, since] = await Promise.all([
    lastPaperOn(ports, deals, timezone),
    lastTalkAt(ports, { client, personal }),
    withoutConsentSince(ports, model, client),
  ])
  return {
    kind,
    isBusy,
    lastOn: talked === undefined || dateIn(timezone, talked) < lastOn ? lastOn : dateIn(timezone, talked),
    ...(paper === undefined ? {} : { lastPaperOn: paper }),
    ...(since === undefined ? {} : { withoutConsentSince: dateIn(timezone, since) }),
  }
}

/** When somebody talked with a client last, by a number or an address of theirs. */
async function lastTalkAt({ talks }: KeepNeeds, { client, personal }: WholeClient): Promise<string | undefined> {
  const [linked, own] = await Promise.all([
    talks.talksOf(client.id),
    Promise.all(personal.ways.map(({ text }) => talks.talkIdOf(text))),
  ])
  const ids = [...new Set([...linked, ...own])]
  const lines = await Promise.all(ids.map((id) => talks.lines(id, { limit: 1 })))
  const at = lines.flatMap(({ items }) => items.map((line) => line.at))
  return at.length === 0 ? undefined : latest(at)
}

/** Since when a consent that the rules require is missing: since it was revoked, or since there is a card. */
async function withoutConsentSince(
  { consents }: KeepNeeds,
  { consents: kinds = {}, clients }: Model,
  { id, createdAt }: WholeClient['client'],
): Promise<string | undefined> {
  const required = Object.values(kinds).filter((kind) => kind.required)
  if (required.length === 0 || clients?.personalData?.keep?.noConsent === undefined) return undefined
  const said = await consents.of(id)
  const missing = required.flatMap((kind) => {
    const own = said.filter(({ consent }) => consent === kind.id)
    if (standing(own) === 'agreed') return []
    const revoked = own.filter(({ state }) => state === 'revoked').map(({ at }) => at)
    return revoked.length === 0 ? [createdAt] : [latest(revoked)]
  })
  return missing.toSorted()[0]
}

function latest(instants: readonly string[]): string {
  return instants.toSorted().at(-1) ?? ''
}
