import type { CallBack } from '#channels/domain/call-backs'
import { companyHead } from '#domain/kernel/heads'
import { taskIdOfSubject } from '#domain/kernel/task-id'
import { textHash } from '#domain/kernel/text-hash'
import { withFirstLook } from '#domain/deals/lateness'
import { leastBusy } from '#domain/deals/routing'
import { calendarOf } from '#domain/deals/seating'
import { deputyOf, membersOf } from '#domain/people/responsible'
import { givenDue } from '#domain/time/due'
import { dateIn } from '#domain/time/zone'
import type { People } from '#ports/people'
import type { RulesVersion } from '#ports/rules'
import type { MissedCallRules } from '#schemas/model'
import type { Task } from '#schemas/task'
import type { ChannelNeeds } from './channel-needs'
import { ownerOf } from './whose-client'

type Scene = {
  readonly ports: ChannelNeeds
  readonly rules: RulesVersion
  readonly missed: MissedCallRules
  readonly people: People
  readonly of: { readonly id: string }
}

/** Who calls back: whom the rules name, and whoever stands in for them. */
export type Caller = {
  readonly responsible: string
  readonly role: string
  readonly standsInFor?: string
  readonly deal?: string
}

/** The task that says a call back is owed: the same for whoever computes it, so that there is one. */
export function callBackTaskId(talk: string, because: string): string {
  return taskIdOfSubject(talk, `call_back-${textHash(because)}`)
}

/**
 * Who calls somebody back: the owner of the open deal, else whoever had the client last, else one of the role that is named
 * for it, and last the head of the company, so that no call is nobody’s.
 */
export async function responsibleForCall(scene: Scene, contact: string): Promise<Caller> {
  const { ports, people, rules, missed } = scene
  const on = dateIn(rules.model.calendar.timezone, ports.clock.now())
  const { owner, deal } = await ownerOf(ports, { phone: contact })
  const onDeal = deal === undefined ? {} : { deal }
  const named = missed.by === 'owner' ? owner : await memberOf(missed.by, scene, on)
  const one = named ?? (await memberOf(missed.otherwise ?? '', scene, on)) ?? companyHead(people) ?? owner ?? ''
  const deputy = deputyOf(one, on, people)
  const role = named === undefined ? (missed.otherwise ?? '') : missed.by
  if (deputy === undefined) return { responsible: one, role, ...onDeal }
  return { responsible: deputy, role, standsInFor: one, ...onDeal }
}

/** One of a role; among equals the same for the same client, so that whoever looks twice sees one person. */
async function memberOf(role: string, { ports, missed, people, of }: Scene, on: string): Promise<string | undefined> {
  const members = membersOf(role, on, people)
  if (members.length < 2) return members[0]
  const turn = Number.parseInt(textHash(of.id).slice(0, 6), 36) || 0
  return leastBusy(members, missed.pick === 'least_busy' ? await ports.people.openDeals() : {}, turn)
}

/** What of a call back a task says. */
export function owesOf({ missed, lastMissedAt, attempts }: CallBack) {
  return { kind: 'call_back' as const, times: missed.length, lastAt: lastMissedAt, attempts }
}

/** The task of a call back that is owed. Who is outside stands in the talk, not in its text. */
export function callBackTask(
  { ports, rules, missed, people, of }: Scene,
  { id, open, owner }: { readonly id: string; readonly open: CallBack; readonly owner: Caller },
): Task {
  const now = ports.clock.now()
  const { name, calendar } = calendarOf(rules.model, owner.responsible, people)
  const task: Task = {
    id,
    dealId: owner.deal ?? '',
    subject: { kind: 'talk', id: of.id },
    rev: 1,
    template: null,
    pipeline: '',
    stage: '',
    visit: 1,
    do: missed.do,
    required: false,
    status: 'open',
    responsible: owner.responsible,
    role: owner.role,
    ...(owner.standsInFor === undefined ? {} : { standsInFor: owner.standsInFor }),
    ...givenDue(open.due, now),
    dueWhy: {
      rule: missed.callBack.text,
      anchor: 'start',
      anchorValue: open.since,
      calendar: name,
      configVersion: rules.version,
      skipped: [],
    },
    checklist: [],
    escalate: missed.whenLate,
    onLeave: 'keep',
    owes: { ...owesOf(open), because: open.because },
    createdAt: now,
    createdBy: 'channels',
  }
  return withFirstLook(task, calendar)
}
