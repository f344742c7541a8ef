import { readBrought } from '#browser/editor/brought'
import { refreshAfter } from '#browser/live'
import { toast } from '#browser/toast'

const brought = readBrought()

document.addEventListener('click', (event) => {
  const asked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-rollback]') : null
  if (asked !== null) void goBack(Number(asked.dataset['rollback']))
})

/** Shows what going back to a version would do, and goes back where somebody has read that and says so. */
async function goBack(to: number): Promise<void> {
  const { openPlan } = await import('#browser/editor/plan-dialog')
  await openPlan({
    ...brought,
    planned: () => ({ rollbackTo: to }),
    published: (version) => {
      toast(`${brought.words.published} ${version}.`)
      void refreshAfter()
    },
  })
}
