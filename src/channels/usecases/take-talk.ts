import { channelsRefusal } from '#channels/words/channels-refusal'
import type { TalkState } from '#schemas/channels/talk'
import type { Task } from '#schemas/task'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'
import { openOwed, openTalk, type TalkAsker } from './open-talk'

/** Makes what is owed in a talk the caller’s; what is theirs already stays as it is. The date does not move. */
export async function takeTalk(ports: ChannelNeeds, asker: TalkAsker, id: string): Promise<TalkState> {
  const me = asker.caller.employee
  if (me === null) throw channelsRefusal('forbidden.talk_program')
  return whileOthersWrite(`What is owed in ${id} was written`, async () => {
    const { talk, tasks } = await openTalk(ports, asker, id)
    for (const task of openOwed(tasks).filter(({ responsible }) => responsible !== me)) {
      const { standsInFor: _standsInFor, ...own } = task
      const mine: Task = { ...own, responsible: me, rev: task.rev + 1 }
      if (!(await ports.deals.adjustTask(mine, task.rev))) return again
    }
    return talkState(talk, tasks)
  })
}

/** A talk as it is shown after something was done about it. */
export function talkState(
  { id, notClient }: { readonly id: string; readonly notClient?: unknown },
  tasks: readonly Task[],
): TalkState {
  return { id, isClient: notClient === undefined, owed: openOwed(tasks).map((task) => task.id) }
}
