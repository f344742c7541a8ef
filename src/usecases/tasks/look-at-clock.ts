import { pagesOf } from '#usecases/every-page'
import { lookAtClock as look, needsHistory, type ClockLook } from '#domain/deals/deal-clock'
import { peopleFor, responsibleFor } from '#domain/people/responsible'
import type { StageRules } from '#domain/rules/stage-rules'
import { dateIn } from '#domain/time/zone'
import type { Ports } from '#ports/ports'
import type { DealCard } from '#schemas/deal'
import type { DealClock } from '#schemas/deal-clock'
import type { Alert, DomainEvent } from '#schemas/event'
import { commit, notBefore } from '#usecases/deals/commit'
import { ownRules } from '#usecases/deals/deal-file'
import type { DueOutcome, DueScene } from './due-scene'
import { noteOf } from '#usecases/deals/note-of'

type News = Extract<ClockLook, { readonly kind: 'news' }>
type Case = { readonly scene: DueScene; readonly deal: DealCard; readonly rules: StageRules; readonly was: DealClock }

/** What time brings about for a deal whose clock has come, by the rules of the visit it is in. */
export async function lookAtClock(scene: DueScene, deal: DealCard, was: DealClock): Promise<DueOutcome> {
  const rules = await ownRules(scene.ports, deal)
  const history = needsHistory(was, scene.at) ? await historyOf(scene.ports, deal.id) : { tasks: [] }
  const found = look(was, deal, { rules, org: scene.people, at: scene.at, ...history })
  switch (found.kind) {
    case 'nothing':
      return found
    case 'next':
      return { kind: 'quiet', thing: { kind: 'clock', clock: found.clock } }
    case 'news':
      if (found.rung?.step.send !== undefined)
        await (
          await import('./order-by-step')
        ).orderByStep(scene, found.rung.step, {
          what: `${deal.id}#${whatOf(found, deal)}`,
          by: deal.owner,
          deal: deal.id,
        })
      return told({ scene, deal, rules, was }, found)
  }
}

/** The tasks of a deal, and when a person last did something to it. */
async function historyOf({ deals }: Pick<Ports, 'deals'>, dealId: string) {
  const tasks = await deals.tasksOf(dealId)
  for await (const events of pagesOf(25, (page) => deals.events(dealId, { order: 'newest', ...page }))) {
    const last = events.find(({ actor }) => actor.kind === 'employee')
    if (last !== undefined) return { tasks, lastHumanAt: last.at }
  }
  return { tasks }
}

function told(one: Case, found: News): DueOutcome {
  const { scene, deal, rules, was } = one
  const clock = { clock: found.clock, wasRev: was.rev }
  const thing = { kind: 'clock', clock: found.clock } as const
  const taker = takerOf(one, found)
  const alert = { ...alertOf(one, found), ...(taker === undefined ? {} : { giveTo: taker }) }
  const eventFor = (card: DealCard): DomainEvent =>
    noteOf(card, scene.command, {
      name: found.news,
      what: whatOf(found, deal),
      at: scene.at,
      configVersion: rules.configVersion,
      detail: { alert },
    })
  if (taker === undefined) {
    return { kind: 'note', thing, note: { event: eventFor(deal), dealVersion: deal.version, clock } }
  }
  return {
    kind: 'give',
    thing,
    give: (whole) => {
      const event = eventFor(whole)
      const { stage, visit, status, pipeline, owner } = whole
      const reason = `Stuck since ${found.since}: step ${found.rung?.no} of “${rules.stage.whenStuck}”.`
      return commit(
        scene.ports,
        { ...scene.command, causationId: event.id },
        {
          was: whole,
          next: { ...whole, owner: taker },
          name: 'deal.owner_changed',
          detail: { from: { stage, visit: visit.no, status, pipeline, owner }, reason },
          at: notBefore(scene.at, whole),
          notes: [event],
          clock,
        },
      )
    },
  }
}

const reasons = { 'deal.stuck': 'stuck_deal', 'deal.idle': 'idle_deal', 'deal.reply_late': 'late_reply' } as const

/**
 * Being stuck is told to whom the ladder names. Nobody touching a deal is told to its owner, and a client who waits for
 * the first answer to the owner and the owner's head: the file has no ladders for them.
 */
function alertOf({ scene, deal, rules }: Case, { news, since, rung }: News): Alert {
  const on = dateIn(rules.model.calendar.timezone, scene.at)
  const byNews = { 'deal.stuck': rung?.step.notify ?? [], 'deal.idle': ['owner'], 'deal.reply_late': waitFor }
  return {
    reason: reasons[news],
    ...(rung === undefined ? {} : { ladder: rules.stage.whenStuck, step: rung.no, line: rung.step.origin.line }),
    since,
    notify: [...peopleFor(byNews[news], { owner: deal.owner, on, org: scene.people })],
  }
}

const waitFor = ['owner', 'owner_manager']

function takerOf({ scene, deal, rules }: Case, { rung }: News): string | undefined {
  if (rung?.step.giveTo === undefined) return undefined
  const on = dateIn(rules.model.calendar.timezone, scene.at)
  const question = { owner: deal.owner, seed: deal.id, on, org: scene.people }
  const { employee } = responsibleFor(rung.step.giveTo, question)
  return employee === deal.owner ? undefined : employee
}

function whatOf({ news, since, rung }: News, deal: DealCard): string {
  if (news === 'deal.stuck') return `stuck~${deal.visit.no}~${rung?.no ?? 0}`
  return news === 'deal.idle' ? `idle~${since}` : `reply_late~${since}`
}
