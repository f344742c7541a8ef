type Amount = { readonly value: number; readonly to?: string }

/** Whether a target that is set is what somebody has seen there; whoever says nothing of it (absent) writes over anything. */
export function isAsSeen(now: Amount | undefined, was: Amount | null | undefined): boolean {
  return was === undefined || (now?.value === was?.value && now?.to === was?.to)
}
