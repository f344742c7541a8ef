import { findDuplicates } from '#clients/usecases/duplicates/find-duplicates'
import { giveConsent, revokeConsent } from '#clients/usecases/consents'
import { makeClient, updateClient } from '#clients/usecases/change-clients'
import { linkClients } from '#clients/usecases/link-clients'
import { linkDealClient } from '#clients/usecases/link-deal-clients'
import { buyerRole } from '#domain/deals/of-buyer'
import { rulesLanguage } from '#domain/rules/rules-language'
import type { WholeClient } from '#schemas/kept-client'
import type { Deal } from '#schemas/deal'
import type { Command } from '#usecases/command'
import { personOf } from './draw-deals'
import { companyInn, kppOf } from './fill-card'
import { byEmployee, sceneOf, type Company, type Scene } from './demo-scene'
import { randomOf, type Random } from './random'

/** A card of the demo with the deal it came with, in the deal's own time. */
type Carded = { readonly deal: Deal; readonly card: WholeClient; readonly scene: Scene; readonly random: Random }

const most = { contacts: 24, twins: 6, branches: 3, consents: 36 }

/**
 * Makes the base alive: what is known of clients, who works where and decides, cards that somebody typed a second time,
 * branches of one company, consents that were given and revoked; and looks through all cards for duplicates, as every night.
 * Nothing where the rules say nothing of clients.
 */
export async function makeClients(company: Company, lived: readonly Deal[], seed: string): Promise<void> {
  const { ports, model } = company
  if (model.clients === undefined) return
  const cards = await cardsIn(company, lived, seed)
  const companies = cards.filter(({ card }) => card.client.kind === 'company')
  /* oxlint-disable no-await-in-loop -- one after the other, so that the same seed makes the same company */
  for (const one of cards) await describe(one)
  for (const one of companies.filter(isWithOwner).slice(0, most.contacts)) await addContact(one)
  for (const one of spread(companies, most.twins)) await typeAgain(one)
  const known = companies.filter(({ card }) => card.client.inn !== undefined)
  for (const one of spread(known, most.branches)) await openBranch(one)
  for (const [at, one] of spread(cards, most.consents).entries()) await agree(one, at)
  /* oxlint-enable no-await-in-loop */
  await findDuplicates(ports)
}

/** Whoever buys in the deals of the demo, each once, with their first deal. */
async function cardsIn(company: Company, lived: readonly Deal[], seed: string): Promise<readonly Carded[]> {
  const first = new Map<string, Deal>()
  for (const deal of lived.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const buyer = deal.links?.find(({ role }) => role === buyerRole)?.client
    if (buyer !== undefined && !first.has(buyer)) first.set(buyer, deal)
  }
  const found = await company.ports.clients.findMany([...first.keys()])
  const byId = new Map(found.map((card) => [card.client.id, card]))
  return [...first].flatMap(([id, deal], at) => {
    const card = byId.get(id)
    if (card === undefined) return []
    const random = randomOf(`card ${seed} ${at}`)
    return [{ deal, card, random, scene: sceneOf(company, randomOf(`clients ${seed} ${at}`), deal.updatedAt) }]
  })
}

/** Whether a deal is under way and still with whose client it is: they know who works there. */
function isWithOwner({ deal, card }: Carded): boolean {
  return deal.status === 'open' && deal.owner === card.client.owner
}

/** So many of a list, from all over it. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(list.length / count))
  return list.filter((_, at) => at % step === 0).slice(0, count)
}

function byOwner({ scene, card, deal }: Carded): Command {
  return byEmployee(scene, card.client.owner ?? deal.owner)
}

/** Size and web site of a company, the birthday of some people. */
async function describe(one: Carded): Promise<void> {
  const { card, random, scene } = one
  const known = scene.model.clients?.kinds[card.client.kind] ?? {}
  const said = card.client.kind === 'company' ? companySaid(one) : personSaid(random)
  const fields = Object.fromEntries(Object.entries(said).filter(([id]) => Object.hasOwn(known, id)))
  if (Object.keys(fields).length === 0) return
  await updateClient(scene.ports, byOwner(one), scene.people, { id: card.client.id, input: { fields } })
}

function companySaid({ random, card }: Carded): Readonly<Record<string, string>> {
  const segment = random.weighted({ small: 55, medium: 33, large: 12 })
  return random.chance(0.4)
    ? { segment, site: `client-${card.client.id.slice(-6).toLowerCase()}.example` }
    : { segment }
}

function personSaid(random: Random): Readonly<Record<string, string>> {
  const two = (from: number, to: number): string => String(random.whole(from, to)).padStart(2, '0')
  const birthday = `${random.whole(1962, 2003)}-${two(1, 12)}-${two(1, 28)}`
  return random.chance(0.35) ? { birthday } : {}
}

const titles = { en: ['Director', 'Buyer', 'Manager'], ru: ['Директор', 'Закупщик', 'Управляющий'] } as const

/** Somebody who works at a company, and what they are in its deal. */
async function addContact(one: Carded): Promise<void> {
  const { card, deal, random, scene } = one
  const { ports, people, model } = scene
  const command = byOwner(one)
  const person = await makeClient(ports, command, people, { kind: 'person', ...personOf(random, rulesLanguage(model)) })
  const title = titles[rulesLanguage(model)][random.whole(0, 2)] ?? ''
  await linkClients(ports, command, { people, id: card.client.id }, { client: person.id, title })
  const role = random.chance(0.4) ? 'decides' : 'contact'
  if (model.clients?.roles[role] === undefined) return
  await scene.act(() =>
    linkDealClient(ports, byEmployee(scene, deal.owner), people, { deal: deal.id, client: person.id, role }),
  )
}

/** A colleague has met the same company, and has typed it once more. */
async function typeAgain(one: Carded): Promise<void> {
  const { card, random, scene } = one
  const { people, ports } = scene
  const owner = colleagueOf(one)
  const phone = card.personal.ways.find(({ kind }) => kind === 'phone')?.text
  const name = card.client.name.replace(/,.*$/, '').replaceAll(/[«»“”]/g, '')
  const whole = rulesLanguage(scene.model) === 'ru' ? `ООО «${name}»` : `${name} LLC`
  const input = { kind: 'company' as const, name: random.chance(0.5) ? whole : name, ...(phone && { phone }) }
  await makeClient(ports, byEmployee(scene, owner), people, input)
}

function colleagueOf({ card, deal, scene: { people } }: Carded): string {
  const owner = card.client.owner ?? deal.owner
  const roles = people.employees[owner]?.roles ?? []
  const others = Object.values(people.employees).filter(
    (one) => one.active && one.id !== owner && one.roles.some((role) => roles.includes(role)),
  )
  return others[0]?.id ?? owner
}

const cities = { en: ['Kazan', 'Tver', 'Perm'], ru: ['Казань', 'Тверь', 'Пермь'] } as const

/** The same INN with another KPP: a part of the company in another town. */
async function openBranch(one: Carded): Promise<void> {
  const { card, random, scene } = one
  const inn = card.client.inn ?? companyInn(card.client.name)
  const city = cities[rulesLanguage(scene.model)][random.whole(0, 2)] ?? ''
  const input = { kind: 'company' as const, name: `${card.client.name} (${city})`, inn, kpp: kppOf(inn, '43') }
  await makeClient(scene.ports, byEmployee(scene, colleagueOf(one)), scene.people, input)
}

/** What a client has agreed to, and every sixth has revoked since. */
async function agree(one: Carded, at: number): Promise<void> {
  const { card, deal, scene } = one
  const { ports, people, model, clock } = scene
  const ids = Object.keys(model.consents ?? {})
  const asker = { caller: byOwner(one).caller, people }
  const { id } = card.client
  for (const consent of at % 2 === 0 ? ids : ids.slice(0, 1)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the same ids
    await giveConsent(ports, asker, { id, consent, at: deal.createdAt, page: 'https://samovar.example/order' })
  }
  const last = ids.at(-1)
  if (at % 6 !== 0 || last === undefined) return
  clock.at = scene.now
  await revokeConsent(ports, asker, { id, consent: last, reason: revoked[rulesLanguage(model)] })
}

const revoked = { en: 'Said so by telephone', ru: 'Сказал по телефону' } as const
