import { isThere } from '#channels/domain/call-orders'
import type { Call } from '#channels/domain/calls'
import { digitsOf, mostAsked, type Dial, type Dialler } from '#channels/domain/dialling'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { phonesIn } from '#domain/kernel/phone'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { Dialled, DialTalk } from '#schemas/channels/talk'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { diallerOf } from './diallers'
import { orderCall } from './order-call'

/** An exchange that can be asked to call for somebody, and how it knows them: at its own address, or by the program beside it. */
export type Way = {
  readonly integration: KeptIntegration
  readonly extension: string
  readonly dialler: Dialler | undefined
}

/** So long the same call is not asked for again. */
const restMs = 10_000
const bounds = { mostBytes: 4_000_000, timeoutMs: 10_000 }

/** The exchanges that call for an employee: those that can be asked to and know an extension or login of theirs. */
export async function waysToDial(
  ports: Pick<Ports, 'integrations' | 'clock'>,
  employee: string | null,
): Promise<readonly Way[]> {
  if (employee === null) return []
  const found = (await ports.integrations.all()).map(async (integration): Promise<readonly Way[]> => {
    const [extension] = Object.entries(integration.logins).find(([, who]) => who === employee) ?? []
    if (extension === undefined || integration.paused) return []
    const dialler = diallerOf(integration.adapter)
    return (await canDial(ports, integration, dialler)) ? [{ integration, extension, dialler }] : []
  })
  return (await Promise.all(found)).flat()
}

async function canDial(
  { integrations, clock }: Pick<Ports, 'integrations' | 'clock'>,
  integration: KeptIntegration,
  dialler: Dialler | undefined,
): Promise<boolean> {
  if (dialler !== undefined) return dialler.can(accessOf(integration))
  return integration.adapter === 'asterisk' && isThere(await integrations.callOrders(integration.id), clock.now())
}

/**
 * Has an exchange call: it rings the caller’s own extension, and the client when they have picked up. The call itself is told
 * by the exchange like any other, and pays what is owed then. Refuses with `field_value` where no number is known, no exchange
 * knows the caller, the same person has asked for the same call within ten seconds, so that a second click or a repeated
 * request rings nobody twice, or the exchange does not call, in its own words.
 */
export async function dialTalk(
  ports: ChannelNeeds,
  asker: TalkAsker & { readonly command: Pick<Command, 'correlationId'> },
  id: string,
  { integration: wanted }: DialTalk,
): Promise<Dialled> {
  const { talk } = await openTalk(ports, asker, id)
  const to = talk.phone ?? talk.contact
  if (to === undefined || !to.startsWith('+')) throw channelsRefusal('field_value.no_number')
  const ways = await waysToDial(ports, asker.caller.employee)
  const way = wanted === undefined ? ways[0] : ways.find(({ integration }) => integration.id === wanted)
  if (way === undefined) throw channelsRefusal('field_value.no_dialler')
  const { integration, extension, dialler } = way
  const { name } = integration
  const mine = { at: ports.clock.now(), by: ports.ids.next('ref') }
  const claimed = await ports.talks.claim(`dial#${id}#${asker.caller.employee}`, mine, restMs)
  if (claimed.by !== mine.by) throw channelsRefusal('field_value.dialled_just_now', { name })
  const command = textHash(`${id} ${asker.command.correlationId}`).slice(0, 32)
  const why =
    dialler === undefined
      ? await orderCall(ports, integration, { command, extension, talk: id })
      : await asked(ports, dialler, {
          ...accessOf(integration, await lineRungLast(ports, id)),
          extension,
          to,
          command,
        })
  if (why !== undefined) throw channelsRefusal('field_value.not_dialled', { name, why })
  return { integration: integration.id, name, extension }
}

/** So many of the last lines of a talk are looked through. */
const mostLines = 50

/** The number of ours that the client has rung last: it is the one they know. */
async function lineRungLast({ talks }: Pick<Ports, 'talks'>, talk: string): Promise<string | undefined> {
  const { items } = await talks.lines(talk, { limit: mostLines })
  const rung = items.flatMap(({ kind, says }) => (kind === 'call' ? [says as Call] : []))
  return rung.find(({ direction, line }) => direction === 'in' && line !== undefined)?.line
}

function accessOf({ settings, secrets, lines }: KeptIntegration, rung = '') {
  // A number that anybody may call for nothing is no number that calls.
  const own = Object.keys(lines)
    .flatMap((one) => phonesIn(one)[0]?.number ?? [])
    .filter((one) => !one.startsWith('+7800'))
  const line = own.find((one) => digitsOf(one) === digitsOf(rung)) ?? own[0]
  return { settings, secrets: secrets[0]?.values ?? {}, ...(line === undefined ? {} : { line }) }
}

/** Why the exchange does not call; undefined where it does. */
async function asked({ outlet }: Pick<Ports, 'outlet'>, dialler: Dialler, dial: Dial): Promise<string | undefined> {
  try {
    let request = dialler.ask(dial)
    for (let no = 1; no <= mostAsked; no += 1) {
      // oxlint-disable-next-line no-await-in-loop -- what is asked next stands in the answer
      const { status, bytes } = await outlet.ask(request, bounds)
      const told = dialler.told({ status, text: new TextDecoder().decode(bytes) }, dial, request)
      if (told.kind === 'calls') return undefined
      if (told.kind === 'refused') return told.why
      request = told.request
    }
    return `${mostAsked} answers`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
