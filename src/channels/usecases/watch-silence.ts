import { isSilent, usualDays } from '#channels/domain/silence'
import { employeeCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { instantOf, msOf } from '#domain/time/zone'
import { tell } from '#usecases/people/tell'
import type { KeptIntegration } from '#ports/integrations'
import type { ChannelNeeds } from './channel-needs'

/** Tells whoever looks after what is connected that something has fallen silent; once for each silence, however often it looks. */
export async function watchSilence(ports: ChannelNeeds, at: string): Promise<{ readonly silent: number }> {
  const [all, { model }] = await Promise.all([ports.integrations.all(), ports.rules.current()])
  const from = instantOf(msOf(at) - usualDays * 86_400_000).slice(0, 10)
  let silent = 0
  for (const { id, name } of all.filter(({ paused }) => !paused)) {
    const [{ lastAt }, days] = await Promise.all([ports.integrations.health(id), ports.integrations.days(id, from)])
    if (lastAt === undefined || !isSilent({ lastAt, days }, at, model.calendar)) continue
    silent += 1
    await tellSilence(ports, { id, name }, { at, since: lastAt })
  }
  return { silent }
}

/** Tells everybody who looks after what is connected that something has fallen silent, once for each silence. */
export async function tellSilence(
  ports: ChannelNeeds,
  { id, name }: Pick<KeptIntegration, 'id' | 'name'>,
  { at, since }: { readonly at: string; readonly since: string },
): Promise<void> {
  const people = await ports.people.load()
  const once = `integration_silent#${id}#${since}`
  const notice = { id: noticeId(at, once), kind: 'integration_silent' as const, at, integration: { id, name }, since }
  const who = Object.values(people.employees).filter(
    (one) => one.active && employeeCaller(one, people.departments).reach.channels_edit === 'all',
  )
  for (const one of who) await tell(ports, one.id, notice, { once })
}
