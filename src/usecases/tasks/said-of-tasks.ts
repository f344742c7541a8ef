import type { KeptOfClient } from '#ports/personal'
import type { Ports } from '#ports/ports'
import type { Subject } from '#schemas/subject'

/** What people have said of the tasks of subjects, for whoever is told all that is kept of them: it may say anything. */
export async function saidOfTasks(
  { deals }: Pick<Ports, 'deals'>,
  subjects: readonly Subject[],
): Promise<readonly KeptOfClient[]> {
  const tasks = (await Promise.all(subjects.map((subject) => deals.tasksOfSubject(subject)))).flat()
  return tasks.flatMap(({ id, reasons }) => (reasons === undefined ? [] : [{ place: 'task', id, says: { reasons } }]))
}
