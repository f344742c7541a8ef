import type { Subject } from '#schemas/subject'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** Forgets what people have said of the tasks of a subject that is erased: it may say anything of the client. */
export async function forgetReasons({ deals }: Pick<Ports, 'deals'>, subject: Subject): Promise<void> {
  for (const { id } of await deals.tasksOfSubject(subject))
    await whileOthersWrite(`The task ${id} was written`, async () => {
      const now = (await deals.tasksOfSubject(subject)).find((one) => one.id === id)
      if (now?.reasons === undefined) return
      const { reasons: _reasons, ...task } = now
      return (await deals.adjustTask({ ...task, rev: now.rev + 1 }, now.rev)) ? undefined : again
    })
}
