import { becomesOf, channelIn, channelNow, channelOf, type Becomes } from '#channels/domain/intake'
import type { FormFact, LeadToFetch, Robot } from '#channels/domain/facts'
import { isTooFast, withMapping } from '#channels/domain/form-words'
import type { Request } from '#channels/domain/request'
import { addDuration } from '#domain/time/calendar'
import { systemCaller } from '#domain/kernel/access'
import { mailText } from '#domain/kernel/mail'
import { phonesIn } from '#domain/kernel/phone'
import { Refusal } from '#domain/kernel/refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptArrival, KeptIntegration } from '#ports/integrations'
import type { Deal } from '#schemas/deal'
import type { Model } from '#schemas/model'
import { createDeal } from '#usecases/deals/create-deal'
import { homeOf } from '#usecases/home-of'
import type { ChannelNeeds } from './channel-needs'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import { keepConsent } from './consents/keep-consent'
import { fetchLead } from './forms/fetch-lead'
import { keepFormFiles } from './forms/form-files'
import { lacksProof } from './forms/proof'
import { oweAnswer } from './owe-answer'
import { raiseOnDeal } from '#usecases/attached/raise-on-deal'
import { linkTalk } from './talks-of-client'
import { dealsOf, type Contact } from './whose-client'

type Given = {
  readonly integration: KeptIntegration
  readonly arrival: KeptArrival
  readonly fact: FormFact | LeadToFetch
}

/** Somebody who presses twice, or leaves a second tab open, asks once. */
const sameWithinMs = 10 * 60_000
const monthMs = 30 * 86_400_000

/**
 * Takes what a visitor of a site asked for: a deal, a part of the open one, or a line of the inbox with a clock. It is taken
 * whatever else fails, once however often it is sent, and timed from when it came. What a robot sent lies apart for a month.
 */
export async function takeRequest(ports: ChannelNeeds, { integration, arrival, fact }: Given): Promise<void> {
  const { proof, isByScript, files, ...said } = await saidIn(ports, integration, fact)
  const contact = contactOf(said, await homeOf(ports))
  const key = await keyOf(ports, { integration: integration.id, said, contact, arrival: arrival.id })
  const within = said.once === undefined ? sameWithinMs : monthMs
  const { at, by } = await ports.talks.claim(key, { at: arrival.at, by: arrival.id }, within)
  const id = textHash(`${key}#${at}`)
  const talk = await talkOf(ports, contact, id)
  await keepTalk(ports, talk, { contact, said, at })
  await linkTalk(ports, { id: talk, at }, contact)
  const before = await lineAt(ports, talk, at, id)
  if (before !== undefined && by !== arrival.id) return
  const { model } = await ports.rules.current()
  const channel = channelNow(model, channelOf(integration.lines, said.form))
  const about = named({ channel, form: said.form, from: arrival.from })
  const head = { integration: integration.id, said, contact, times: 1, ...about }
  const sent = { ...said, ...named({ proof, isByScript, files }) }
  const isNew = before === undefined && by === arrival.id
  const robot = await robotIn(ports, { integration, arrival, said: sent, id, at, isNew })
  if (robot !== undefined)
    return keepSpam(ports, talk, { id, at, request: { ...head, said: { ...said, robot }, became: 'spam' } })
  const kept = await keepFormFiles(ports, integration.id, { said: sent, request: id })
  const hangs = kept.length === 0 ? {} : { files: kept }
  await settleRequest(ports, { talk, id, at, request: { ...head, ...hangs, became: 'request' } }, model)
}

export type Taking = { readonly talk: string; readonly id: string; readonly at: string; readonly request: Request }

/** Makes of a request what the file says; what cannot be made is a line of the inbox that says why. */
export async function settleRequest(ports: ChannelNeeds, taking: Taking, model: Model): Promise<Request> {
  const { talk, id, at, request } = taking
  const all = Object.keys(request.contact).length === 0 ? [] : await dealsOf(ports, request.contact)
  const within = model.intake?.sameClientWithin
  const isRecent = ({ createdAt }: Deal) => within === undefined || addDuration(model.calendar, createdAt, within) >= at
  const deals = all.filter(isRecent)
  // Where somebody was cut off after its deal was made, that deal is no other one which it would be a part of.
  const isMade = all.length > 0 && (await ports.deals.answerOf(dealKey(id))) !== undefined
  const becomes: Becomes = isMade
    ? { becomes: 'deal' }
    : becomesOf(model.intake, {
        ...named({ channel: request.channel, form: request.form }),
        isKnown: all.length > 0,
        openDeals: deals.length,
        hasContact: Object.keys(request.contact).length > 0,
      })
  const made = becomes.becomes === 'deal' ? await makeDeal(ports, taking, model) : await joinDeal(becomes, deals)
  const done: Request = { ...request, became: becomes.becomes, ...made }
  // Who was not known before has a card now.
  if (done.became === 'deal') await linkTalk(ports, { id: talk, at }, request.contact)
  const line = { kind: 'request' as const, id, at, says: done }
  await ports.talks.saveLine(talk, line, done.became === 'request' ? { name: 'request' } : undefined)
  await keepConsent(ports, { id, at, request: done })
  if (done.dealId !== undefined)
    await raiseOnDeal(ports, { deal: done.dealId, event: 'form_received', by: id, at, integration: done.integration })
  if (done.became === 'request' || done.became === 'part_of_deal')
    await oweAnswer(ports, {
      talk,
      at,
      id,
      becomes: { ...becomes, becomes: done.became },
      ...named({ deal: deals[0] }),
    })
  return done
}

/** Who is outside is noted with the talk: whoever answers them has to reach them. */
async function keepTalk(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  id: string,
  { contact: { phone, email }, said: { name }, at }: { contact: Contact; said: FormFact; at: string },
): Promise<void> {
  const contact = phone ?? email
  await whileOthersWrite(`The talk ${id} was written`, async () => {
    const was = await talks.findTalk(id)
    if (was !== undefined && (was.contact ?? contact) === was.contact && (was.name !== undefined || name === undefined))
      return undefined
    const next = { id, rev: (was?.rev ?? 0) + 1, lastAt: at, ...named({ contact, name }), ...was }
    return (await talks.saveTalk({ ...next, rev: (was?.rev ?? 0) + 1 })) ? undefined : again
  })
}

async function makeDeal(ports: ChannelNeeds, { id, at, request }: Taking, model: Model): Promise<Partial<Request>> {
  const { said, contact, integration } = request
  const channel = channelIn(model, request.channel)
  const title = (said.form === undefined || /^\d+$/.test(said.form) ? channel?.name : said.form) ?? integration
  const client = named({ name: said.name?.slice(0, 200), phone: contact.phone, email: contact.email })
  const source = channel?.source
  const options = model.fields['source']?.options
  const fields = source !== undefined && options !== undefined && Object.hasOwn(options, source) ? { source } : {}
  const command = {
    caller: systemCaller('system', 'channels'),
    correlationId: id,
    once: { key: dealKey(id), requestHash: 'request', status: 201 },
  }
  const place = channel?.pipeline === undefined ? {} : { pipeline: channel.pipeline }
  try {
    const deal = await createDeal(
      ports,
      command,
      { title: title.slice(0, 200), client, fields, ...place },
      named({ askedAt: at, channel: channel?.id }),
    )
    return { became: 'deal', dealId: deal.id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, told } = error
    return { became: 'request', why: message, ...(told === undefined ? {} : { because: told.sayings }) }
  }
}

/** Under which a request makes its deal once. */
function dealKey(request: string): string {
  return `request#${request}`
}

async function joinDeal({ becomes }: Becomes, [deal]: readonly Deal[]): Promise<Partial<Request>> {
  return becomes === 'part_of_deal' && deal !== undefined ? { dealId: deal.id } : {}
}

async function keepSpam(ports: ChannelNeeds, talk: string, { id, at, request }: Omit<Taking, 'talk'>): Promise<void> {
  const until = new Date(Date.parse(at) + monthMs).toISOString()
  await ports.talks.saveLine(talk, { kind: 'request', id, at, says: request }, { name: 'spam', until })
}

/** What was said, its fields fetched where the provider has told of a lead by number alone, its labels as the company has them. */
async function saidIn(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  fact: FormFact | LeadToFetch,
): Promise<FormFact> {
  if (fact.kind === 'form') return withMapping(fact, integration.settings.fields)
  const fetched = await fetchLead(ports, integration, fact)
  return fetched ?? { kind: 'form', once: fact.once, also: [], source: {}, ...formOf(fact) }
}

/** So many forms from one address within two hours are sent by a machine. */
const mostFromOne = 30

type ToJudge = Pick<Given, 'integration' | 'arrival'> & {
  readonly said: FormFact
  readonly id: string
  readonly at: string
  readonly isNew: boolean
}

/** What speaks for a robot. Robots are counted once each: many of them are an attack. */
async function robotIn(ports: ChannelNeeds, { integration, ...judging }: ToJudge): Promise<Robot | undefined> {
  const { said, at, isNew } = judging
  const found = said.robot ?? (isTooFast(said.opened, at) ? 'too_fast' : await judged(ports, integration, judging))
  if (found !== undefined && isNew) await ports.talks.countUp(`robots#${integration.id}`, at)
  return found
}

/** What comes from pages of the company itself is looked at more closely: whoever sees them may send. */
async function judged(
  ports: ChannelNeeds,
  integration: KeptIntegration,
  { arrival, said, id, at, isNew }: Omit<ToJudge, 'integration'>,
): Promise<Robot | undefined> {
  if (integration.adapter !== 'site') return undefined
  // The last is whom the nearest server saw; what stands before it anybody may write.
  const from = arrival.headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? ''
  const key = `forms#${textHash(from)}`
  if (from !== '' && isNew && (await ports.talks.countUp(key, at)) > mostFromOne) return 'too_many'
  return (await lacksProof(ports, { integration, fact: said, at, request: id })) ? 'no_proof' : undefined
}

function contactOf({ phone, email }: FormFact, home: string | undefined): Contact {
  const number = phone === undefined ? undefined : phonesIn(phone, home)[0]?.number
  const address = email === undefined ? undefined : mailText(email)
  return named({ phone: number, email: address })
}

/** What makes two submissions one: the id the site gives, else the same form and the same person within ten minutes. */
type Asked = {
  readonly integration: string
  readonly said: FormFact
  readonly contact: Contact
  readonly arrival: string
}

async function keyOf(
  { talks }: Pick<ChannelNeeds, 'talks'>,
  { integration, said: { once, form }, contact, arrival }: Asked,
): Promise<string> {
  if (once !== undefined) return `${integration}#once#${textHash(once)}`
  const who = contact.phone ?? contact.email
  return who === undefined
    ? `${integration}#arrival#${arrival}`
    : `${integration}#form#${textHash(form ?? '')}#${await talks.talkIdOf(who)}`
}

async function talkOf({ talks }: Pick<ChannelNeeds, 'talks'>, { phone, email }: Contact, id: string): Promise<string> {
  const who = phone ?? email
  return who === undefined ? `talk_request_${id}` : talks.talkIdOf(who)
}

async function lineAt({ talks }: Pick<ChannelNeeds, 'talks'>, talk: string, at: string, id: string) {
  const { items } = await talks.lines(talk, { from: at, limit: 100 })
  return items.find((line) => line.id === id && line.at === at)
}

function formOf({ form }: LeadToFetch): Pick<FormFact, 'form'> {
  return form === undefined ? {} : { form }
}

function named<T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}
