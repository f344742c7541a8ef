import type { HandoverRow } from '#schemas/workday/handover'

/** Whether a handover, or giving it back, is not at its end yet. */
export function isUnderWay({ state }: Pick<HandoverRow, 'state'>): boolean {
  return state === 'running' || state === 'returning'
}

/** Whether the clock has to look at a handover: it is under way, or comes back on a day that is still to come. */
export function isAwaited(handover: Pick<HandoverRow, 'state' | 'until'>): boolean {
  return isUnderWay(handover) || (handover.state === 'done' && handover.until !== undefined)
}
