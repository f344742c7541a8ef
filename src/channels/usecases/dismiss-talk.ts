import { calendarOf } from '#domain/deals/seating'
import { withFirstLook, withoutLook } from '#domain/deals/lateness'
import type { KeptTalk } from '#ports/talks'
import type { DismissTalk, TalkState } from '#schemas/channels/talk'
import type { Task } from '#schemas/task'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { openOwed, openTalk, type TalkAsker } from './open-talk'
import { talkState } from './take-talk'

/** Says that whoever is outside is no client: what is owed to them is owed no more, nor what they try later. */
export async function dismissTalk(
  ports: ChannelNeeds,
  asker: TalkAsker,
  id: string,
  { reason }: DismissTalk,
): Promise<TalkState> {
  const at = ports.clock.now()
  const { id: by } = asker.caller.actor
  return whileOthersWrite(`The talk ${id} was written`, async () => {
    const { talk, tasks } = await openTalk(ports, asker, id)
    const notClient = talk.notClient ?? { at, by, ...(reason === undefined ? {} : { reason }) }
    const next: KeptTalk = { ...talk, notClient, rev: talk.rev + 1 }
    // The mark first: what comes in between then owes nothing either.
    if (talk.notClient === undefined && !(await ports.talks.saveTalk(next))) return again
    for (const task of openOwed(tasks)) {
      const cancelled = { ...task, status: 'cancelled' as const, cancelledAt: notClient.at, rev: task.rev + 1 }
      if (!(await ports.deals.adjustTask(withoutLook({ ...cancelled, cancelReason: 'by_person' }), task.rev)))
        return again
    }
    return talkState(next, [])
  })
}

/** Takes back that somebody is no client: what was owed to them when it was said is owed again, with the date it had. */
export async function returnTalk(ports: ChannelNeeds, asker: TalkAsker, id: string): Promise<TalkState> {
  const [{ model }, people] = await Promise.all([ports.rules.current(), ports.people.load()])
  return whileOthersWrite(`The talk ${id} was written`, async () => {
    const { talk, tasks } = await openTalk(ports, asker, id)
    const { notClient, ...rest } = talk
    if (notClient === undefined) return talkState(talk, tasks)
    const gone = tasks.filter((task) => task.cancelledAt === notClient.at && task.cancelReason === 'by_person')
    // The mark last: whoever dies half-way leaves it to be taken back again.
    for (const task of gone) {
      const { cancelledAt: _at, cancelReason: _why, ...owed } = task
      const open: Task = { ...owed, status: 'open', rev: task.rev + 1 }
      const { calendar } = calendarOf(model, task.responsible, people)
      if (!(await ports.deals.adjustTask(withFirstLook(open, calendar), task.rev))) return again
    }
    const next: KeptTalk = { ...rest, rev: talk.rev + 1 }
    if (!(await ports.talks.saveTalk(next))) return again
    return talkState(next, await ports.deals.tasksOfSubject({ kind: 'talk', id }))
  })
}
