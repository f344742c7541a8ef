import { rulesRefusal } from '#domain/rules/words/rules-refusal'
import { peopleRefusal } from '#domain/people/words/people-refusal'
import { webhookRefusal, webhookRefusalOf } from '#webhooks/words/webhook-refusal'
import type { Refusal } from '#domain/kernel/refusal'
import { secretOverlapMs } from '#webhooks/domain/webhooks'
import { instantOf, msOf } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { SaveWebhook, Webhook, WebhookWithSecret } from '#schemas/webhook'
import type { KeptWebhook, SigningSecret } from '#ports/webhooks'
import type { Command } from '#usecases/command'
import { ownWebhook, refuseWebhooks, shownWebhook } from './read-webhooks'
import { webhookSecret } from './sign-webhook'

type Needs = Pick<Ports, 'clock' | 'ids' | 'webhooks' | 'outlet' | 'rules' | 'people'>

/** Every event is compared with every webhook, so there is an end to their number. */
const mostWebhooks = 50

/** Secrets that sign at the same time; whoever rotates more often ends the oldest earlier. */
const mostSecrets = 4

/** Makes a webhook for what happens from now on. Its secret is told this once. */
export async function createWebhook(ports: Needs, { caller }: Command, input: SaveWebhook): Promise<WebhookWithSecret> {
  refuseWebhooks(caller)
  await refuseInput(ports, input)
  if ((await ports.webhooks.all()).length >= mostWebhooks) {
    throw webhookRefusal('too_many_webhooks', { most: mostWebhooks })
  }
  const now = ports.clock.now()
  const secret = webhookSecret(ports.outlet.randomBytes(32))
  const webhook: KeptWebhook = {
    id: ports.ids.next('hook'),
    ...wantedIn(input),
    createdAt: now,
    createdBy: caller.actor.id,
    secrets: [{ secret }],
    rev: 1,
  }
  await save(ports, webhook)
  return { webhook: shownWebhook(webhook, now), secret }
}

/**
 * Changes where events go and which. A webhook that was disabled is on again, and what waited for it goes out. With
 * `over`, only where events go as it was seen there.
 */
export async function changeWebhook(
  ports: Needs,
  { caller }: Command,
  id: string,
  { input, over }: { readonly input: SaveWebhook; readonly over?: Webhook | undefined },
): Promise<Webhook> {
  const { disabled: _disabled, failingSince: _since, slowUntil: _slow, ...kept } = await ownWebhook(ports, caller, id)
  if (over !== undefined && JSON.stringify(wantedIn(kept)) !== JSON.stringify(wantedIn(over))) throw changed(id)
  await refuseInput(ports, input)
  const webhook: KeptWebhook = { ...kept, ...wantedIn(input), rev: kept.rev + 1 }
  if (!(await ports.webhooks.save(webhook))) throw over === undefined ? conflict(id) : changed(id)
  return shownWebhook(webhook, ports.clock.now())
}

/** Gives a webhook a new secret, told this once; for a day the old one signs beside it, so that receivers can change over. */
export async function rotateWebhookSecret(
  ports: Pick<Needs, 'clock' | 'webhooks' | 'outlet'>,
  { caller }: Command,
  id: string,
): Promise<WebhookWithSecret> {
  const kept = await ownWebhook(ports, caller, id)
  const now = ports.clock.now()
  const secret = webhookSecret(ports.outlet.randomBytes(32))
  const until = instantOf(msOf(now) + secretOverlapMs)
  const old = kept.secrets
    .filter((one) => one.until === undefined || one.until > now)
    .map((one): SigningSecret => ({ ...one, until: one.until ?? until }))
  const webhook = { ...kept, secrets: [{ secret }, ...old].slice(0, mostSecrets), rev: kept.rev + 1 }
  await save(ports, webhook)
  return { webhook: shownWebhook(webhook, now), secret }
}

/** Takes a webhook away: nothing is sent from now on, neither what waits. */
export async function removeWebhook(
  { webhooks }: Pick<Needs, 'webhooks'>,
  { caller }: Command,
  id: string,
): Promise<{ removed: string }> {
  await ownWebhook({ webhooks }, caller, id)
  await webhooks.remove(id)
  return { removed: id }
}

function wantedIn({ url, events = [], filter = {}, active = true }: SaveWebhook) {
  return { url, events, filter, active }
}

async function save({ webhooks }: Pick<Needs, 'webhooks'>, webhook: KeptWebhook): Promise<void> {
  if (!(await webhooks.save(webhook))) throw conflict(webhook.id)
}

function conflict(id: string): Refusal {
  return webhookRefusal('version_conflict.webhook', { id })
}

function changed(id: string): Refusal {
  return webhookRefusal('precondition_failed.webhook', { id })
}

async function refuseInput({ outlet, rules, people }: Needs, { url, filter = {} }: SaveWebhook): Promise<void> {
  const [fault, { model }, { employees }] = await Promise.all([outlet.faultOf(url), rules.current(), people.load()])
  if (fault !== undefined) throw webhookRefusalOf([fault])
  const { pipelines = [], stages = [], owners = [] } = filter
  const pipeline = pipelines.find((id) => !Object.hasOwn(model.pipelines, id))
  if (pipeline !== undefined) {
    throw rulesRefusal('pipeline_unknown', { id: pipeline, known: Object.keys(model.pipelines) })
  }
  const known = new Set(Object.values(model.pipelines).flatMap((one) => one.stages.map(({ id }) => id)))
  const stage = stages.find((id) => !known.has(id))
  if (stage !== undefined) {
    throw rulesRefusal('stage_unknown.any_direction', { stage, known: [...known] })
  }
  const owner = owners.find((id) => !Object.hasOwn(employees, id))
  if (owner !== undefined) throw peopleRefusal('employee_unknown', { id: owner })
}
