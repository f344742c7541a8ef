import { isSilent, usualDays } from '#channels/domain/silence'
import { employeeCaller } from '#domain/kernel/access'
import { noticeId } from '#domain/people/notice-id'
import { instantOf, msOf } from '#domain/time/zone'
import { tell } from '#usecases/people/tell'
import type { ChannelNeeds } from './channel-needs'

/** Tells whoever looks after what is connected that something has fallen silent; once for each silence, however often it looks. */
export async function watchSilence(ports: ChannelNeeds, at: string): Promise<{ readonly silent: number }> {
  const [all, { model }, people] = await Promise.all([
    ports.integrations.all(),
    ports.rules.current(),
    ports.people.load(),
  ])
  const from = instantOf(msOf(at) - usualDays * 86_400_000).slice(0, 10)
  let silent = 0
  for (const { id, name } of all.filter(({ paused }) => !paused)) {
    const [{ lastAt }, days] = await Promise.all([ports.integrations.health(id), ports.integrations.days(id, from)])
    if (lastAt === undefined || !isSilent({ lastAt, days }, at, model.calendar)) continue
    silent += 1
    const once = `integration_silent#${id}#${lastAt}`
    const notice = {
      id: noticeId(at, once),
      kind: 'integration_silent' as const,
      at,
      integration: { id, name },
      since: lastAt,
    }
    const who = Object.values(people.employees).filter(
      (one) => one.active && employeeCaller(one, people.departments).reach.channels_edit === 'all',
    )
    for (const one of who) await tell(ports, one.id, notice, { once })
  }
  return { silent }
}
