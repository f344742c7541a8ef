import type { Caller } from '#domain/kernel/access'
import { viewRefusal } from '#domain/views/words/view-refusal'
import type { Ports } from '#ports/ports'
import type { SavedView, SavedViews, SaveView } from '#schemas/lists/deal-table'

type Needs = Pick<Ports, 'views' | 'ids'>

/** So many views of their own somebody keeps at most. */
const mostViews = 100

/** One’s own views and the shared ones, by name. */
export async function listViews({ views }: Pick<Ports, 'views'>, caller: Caller): Promise<SavedViews> {
  const all = await views.all(meOf(caller))
  return { items: all.toSorted((one, other) => one.name.localeCompare(other.name)) }
}

/** One of one’s own views, or a shared one. */
export async function readView({ views }: Pick<Ports, 'views'>, caller: Caller, id: string): Promise<SavedView> {
  const found = await views.find(meOf(caller), id)
  if (found === undefined) throw viewRefusal('view_unknown', { id })
  return found
}

/** Keeps how somebody sees a list; whoever leads others may offer it to everybody. */
export async function createView({ views, ids }: Needs, caller: Caller, input: SaveView): Promise<SavedView> {
  refuseSharing(caller, input)
  const own = (await views.all(meOf(caller))).filter(({ owner }) => owner === meOf(caller))
  if (own.length >= mostViews) throw viewRefusal('too_many_views', { most: mostViews })
  const view = { isShared: false, ...input, id: ids.next('view'), owner: meOf(caller) }
  if (!(await views.save(view, null))) throw viewRefusal('precondition_failed.view', { name: view.name })
  return view
}

/** Says what a view is now. It stays its maker’s, whoever changes it. */
export async function saveView(
  { views }: Pick<Ports, 'views'>,
  caller: Caller,
  { id, input }: { readonly id: string; readonly input: SaveView },
  seen?: SavedView,
): Promise<SavedView> {
  const was = seen ?? (await readView({ views }, caller, id))
  refuseOthers(caller, was)
  if (input.isShared === true && !was.isShared) refuseSharing(caller, input)
  const view = { isShared: false, ...input, id: was.id, owner: was.owner }
  if (!(await views.save(view, was))) throw viewRefusal('precondition_failed.view', { name: was.name })
  return view
}

/** Takes a view away and answers what it was. */
export async function removeView({ views }: Pick<Ports, 'views'>, caller: Caller, id: string): Promise<SavedView> {
  const was = await readView({ views }, caller, id)
  refuseOthers(caller, was)
  if (!(await views.remove(was))) throw viewRefusal('precondition_failed.view', { name: was.name })
  return was
}

/** Whether somebody may offer a view to everybody. */
export function mayShareViews({ reach }: Caller): boolean {
  return reach.deals_read !== 'own' && reach.deals_read !== 'none'
}

/** Whether somebody may change a view. */
export function mayChangeView(caller: Caller, { owner }: SavedView): boolean {
  return caller.employee === owner || caller.reach.people_edit === 'all'
}

function refuseSharing(caller: Caller, { isShared }: SaveView): void {
  if (isShared === true && !mayShareViews(caller)) throw viewRefusal('forbidden.share_view')
}

function refuseOthers(caller: Caller, view: SavedView): void {
  if (!mayChangeView(caller, view)) throw viewRefusal('forbidden.view', view)
}

function meOf({ employee, actor }: Caller): string {
  return employee ?? actor.id
}
