import { isNamed, type Caller } from '#domain/kernel/access'
import { headsOf } from '#domain/kernel/heads'
import { deputyOf, type Org } from '#domain/people/responsible'
import type { Task } from '#schemas/task'

/** Where a task hangs: whose deal, in which company, and on which day, as far as that matters. */
export type TaskScene = { readonly owner: string; readonly org: Org; readonly on?: string }

/** What of a task says who may do it. */
export type TaskHands = Pick<Task, 'responsible' | 'role' | 'by' | 'standsInFor' | 'mayAlso'>

/**
 * Whether somebody may do a task: its responsible and whoever stands in for them, a head above them, whoever holds the role
 * the rules ask it of or one that `may_also` names. The owner of the deal only where the rules say so. A rule of the file, an
 * import and the system may: the file or the record names what they do; any other program only by a role of its own.
 */
export function mayDo(caller: Caller, task: TaskHands, scene: TaskScene): boolean {
  if (isTrusted(caller)) return true
  const isRole = namesOf(task).some((name) => isNamed(caller, name, scene.owner, scene.org))
  return isRole || isOwnOrBelow(caller, task, scene)
}

/** Whether somebody may give a task to another person: its responsible, a head above them, and whoever may change people. */
export function mayGive(caller: Caller, task: TaskHands, scene: TaskScene): boolean {
  if (isTrusted(caller) || caller.reach.people_edit === 'all') return true
  return isOwnOrBelow(caller, task, scene)
}

/** Programs that do what the file or the record names, and whoever tries rules. */
export function isTrusted({ actor, asAnybody }: Caller): boolean {
  return asAnybody === true || actor.kind === 'automation' || actor.kind === 'import' || actor.kind === 'system'
}

function isOwnOrBelow({ actor, employee }: Caller, task: TaskHands, { org, on }: TaskScene): boolean {
  if (employee === null) return false
  const own = takersOf(task)
  // A program does what is its person’s own, and leads nobody.
  if (actor.kind === 'integration') return own.includes(employee)
  if (own.includes(employee) || own.some((one) => headsOf(one, org).includes(employee))) return true
  return on !== undefined && own.some((one) => deputyOf(one, on, org) === employee)
}

/** Whose task it is: the responsible, and whoever they stand in for. */
export function takersOf({ responsible, standsInFor }: TaskHands): readonly string[] {
  return standsInFor === undefined ? [responsible] : [responsible, standsInFor]
}

/** Whom the rules name for it, whoever has been given it since. */
export function namesOf({ by, role, mayAlso = [] }: TaskHands): readonly string[] {
  return [...new Set([by ?? role, ...mayAlso])].filter((name) => name !== '')
}
