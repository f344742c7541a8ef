import type { PageAsk } from '#pages/page.tsx'
import type { TaskReason } from '#schemas/task'

/** What was said when a task was given away or dated anew, with who said it when. */
export function TaskReasons({
  ask,
  reasons = [],
}: {
  readonly ask: PageAsk
  readonly reasons: readonly TaskReason[] | undefined
}) {
  return (
    <>
      {reasons.map(({ at, by, text }) => (
        <p class="more row" data-reason>
          <span class="lines">{text}</span>
          <span>{`${ask.people.employees[by]?.name ?? by}, ${ask.format.moment(at)}`}</span>
        </p>
      ))}
    </>
  )
}
