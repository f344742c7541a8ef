import type { Subject } from '#schemas/subject'
import type { Ports } from '#ports/ports'
import { again, whileOthersWrite } from '#usecases/while-others-write'

/** Forgets what people have said of the tasks of a subject that is erased: it may say anything of the client. */
export async function forgetReasons({ deals }: Pick<Ports, 'deals'>, subject: Subject): Promise<void> {
  await whileOthersWrite(`A task of ${subject.id} was written`, async () => {
    const said = (await deals.tasksOfSubject(subject)).filter(({ reasons }) => reasons !== undefined)
    const written = said.map(({ reasons: _reasons, ...task }) =>
      deals.adjustTask({ ...task, rev: task.rev + 1 }, task.rev),
    )
    return (await Promise.all(written)).every(Boolean) ? undefined : again
  })
}
