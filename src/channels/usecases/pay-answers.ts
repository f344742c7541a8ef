import { withoutLook } from '#domain/deals/lateness'
import type { Task } from '#schemas/task'
import { again, whileOthersWrite } from '#usecases/while-others-write'
import type { ChannelNeeds } from './channel-needs'

/** Who answered, when and how. */
export type Answered = {
  readonly at: string
  readonly by?: string
  readonly how: 'answered' | 'called_back' | 'got_through'
}

/**
 * Closes what was owed as an answer in a talk: whoever answers later than the client’s last word has paid it, whenever that
 * is learned. What the client has said since is still owed.
 */
export async function payAnswers(
  { deals }: Pick<ChannelNeeds, 'deals'>,
  talk: string,
  { at, by, how }: Answered,
): Promise<void> {
  await whileOthersWrite(`What is owed in ${talk} was written`, async () => {
    const tasks = await deals.tasksOfSubject({ kind: 'talk', id: talk })
    for (const task of tasks.filter((one) => isPaid(one, at))) {
      const owes = { ...task.owes, how } as NonNullable<Task['owes']>
      const done = { ...task, status: 'done' as const, doneAt: at, doneBy: by ?? 'channels', owes, rev: task.rev + 1 }
      if (!(await deals.adjustTask(withoutLook(done), task.rev))) return again
    }
    return undefined
  })
}

function isPaid({ owes, status }: Task, at: string): boolean {
  return owes?.kind === 'answer' && status === 'open' && owes.lastAt <= at
}
