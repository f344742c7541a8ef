import { noticeDays, noticesOf } from '#notices/domain/notices'
import { addDays } from '#domain/time/days'
import type { Ports } from '#ports/ports'
import type { DomainEvent } from '#schemas/event'
import type { Notice } from '#schemas/notice'
import { tell, type TellPorts } from '#usecases/people/tell'

/**
 * Tells everybody an event concerns, once each: the id of a notice comes from the event, so duplicates, any order, a crash
 * half-way and a replay of the archive tell nobody twice. What is older than an inbox is kept tells nobody any more.
 */
export async function notify(ports: TellPorts & Pick<Ports, 'deals'>, event: DomainEvent): Promise<void> {
  const told = noticesOf(event)
  if (told.length === 0 || event.at < addDays(ports.clock.now().slice(0, 10), -noticeDays)) return
  const [named, climbed] = await Promise.all([naming(ports, event), climbing(ports, event)])
  for (const { employee, notice } of told) {
    // oxlint-disable-next-line no-await-in-loop -- a handful of people; a crash half-way goes on where it was
    await tell(ports, employee, { ...named(notice), ...climbed.says }, { urgent: climbed.urgent })
  }
}

/** Puts the names of things in the place of their ids, as they are now. */
async function naming(
  { deals, people }: Pick<Ports, 'deals' | 'people'>,
  event: DomainEvent,
): Promise<(notice: Notice) => Notice> {
  const [{ employees }, deal] = await Promise.all([people.load(), deals.find(event.detail.dealId)])
  const title = deal?.title ?? event.detail.title ?? event.detail.dealId
  return ({ by, ...notice }) => ({
    ...notice,
    deal: { id: event.detail.dealId, title },
    ...(by === undefined ? {} : { by: (Object.hasOwn(employees, by) ? employees[by]?.name : undefined) ?? by }),
  })
}

type Climbed = { readonly urgent: boolean; readonly says: Pick<Notice, 'next' | 'role'> }

/**
 * By the rules something was late by: whether the step of the ladder reaches people at night too, and who is told next where
 * nothing changes; the name of a role that nobody is in.
 */
async function climbing({ rules }: Pick<Ports, 'rules'>, { configVersion, detail }: DomainEvent): Promise<Climbed> {
  const { ladder, step } = detail.alert ?? {}
  const empty = detail.untaken?.role
  if (empty === undefined && (ladder === undefined || step === undefined)) return { urgent: false, says: {} }
  const { model } = await rules.version(configVersion)
  const nameOf = (role: string) => (Object.hasOwn(model.roles, role) ? model.roles[role]?.name : undefined) ?? role
  const steps = ladder !== undefined && Object.hasOwn(model.escalations, ladder) ? model.escalations[ladder] : undefined
  const next = steps?.[step ?? 0]
  const to = next?.giveTo === undefined ? next?.notify : [next.giveTo]
  return {
    urgent: steps?.[(step ?? 0) - 1]?.urgent === true,
    says: {
      ...(empty === undefined ? {} : { role: nameOf(empty) }),
      ...(to === undefined || to.length === 0
        ? {}
        : { next: { to: to.map(nameOf), gives: next?.giveTo !== undefined } }),
    },
  }
}
