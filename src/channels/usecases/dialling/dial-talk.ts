import type { Dial, Dialler } from '#channels/domain/dialling'
import { openTalk, type TalkAsker } from '#channels/usecases/open-talk'
import { channelsRefusal } from '#channels/words/channels-refusal'
import { textHash } from '#domain/kernel/text-hash'
import type { KeptIntegration } from '#ports/integrations'
import type { Ports } from '#ports/ports'
import type { Dialled, DialTalk } from '#schemas/channels/talk'
import type { Command } from '#usecases/command'
import type { ChannelNeeds } from '#channels/usecases/channel-needs'
import { diallerOf } from './diallers'

/** An exchange that can be asked to call for somebody, and how it knows them. */
export type Way = { readonly integration: KeptIntegration; readonly extension: string; readonly dialler: Dialler }

/** So long the same call is not asked for again. */
const restMs = 10_000
const bounds = { mostBytes: 10_000, timeoutMs: 10_000 }

/** The exchanges that call for an employee: those that can be asked to and know an extension or login of theirs. */
export async function waysToDial(
  { integrations }: Pick<Ports, 'integrations'>,
  employee: string | null,
): Promise<readonly Way[]> {
  if (employee === null) return []
  return (await integrations.all()).flatMap((integration) => {
    const [extension] = Object.entries(integration.logins).find(([, who]) => who === employee) ?? []
    const dialler = diallerOf(integration.adapter)
    if (extension === undefined || integration.paused || dialler?.can(accessOf(integration)) !== true) return []
    return [{ integration, extension, dialler }]
  })
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
  const { integration, extension } = way
  const { name } = integration
  const now = ports.clock.now()
  if ((await ports.talks.claim(`dial#${id}#${asker.caller.employee}`, now, restMs)) !== now)
    throw channelsRefusal('field_value.dialled_just_now', { name })
  const why = await asked(ports, way, { to, command: textHash(`${id} ${asker.command.correlationId}`).slice(0, 32) })
  if (why !== undefined) throw channelsRefusal('field_value.not_dialled', { name, why })
  return { integration: integration.id, name, extension }
}

function accessOf({ settings, secrets }: KeptIntegration) {
  return { settings, secrets: secrets[0]?.values ?? {} }
}

/** Why the exchange does not call; undefined where it does. */
async function asked(
  { outlet }: Pick<Ports, 'outlet'>,
  { integration, extension, dialler }: Way,
  call: Pick<Dial, 'to' | 'command'>,
): Promise<string | undefined> {
  try {
    const { status, bytes } = await outlet.ask(dialler.ask({ ...accessOf(integration), extension, ...call }), bounds)
    return dialler.refusal({ status, text: new TextDecoder().decode(bytes) })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
