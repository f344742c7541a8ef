import type { HandoverRow } from '#schemas/workday/handover'

/** Whether a handover, or giving it back, is not at its end yet. */
export function isUnderWay({ state }: Pick<HandoverRow, 'state'>): boolean {
  return state === 'running' || state === 'returning'
}
