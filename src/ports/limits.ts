/** What somebody may still ask in this minute, as far as this process knows. */
export type Allowance = {
  readonly isGranted: boolean
  /** Units of the limit that are left, about: other processes may hold some of them. */
  readonly left: number
  /** Until the next minute begins. */
  readonly resetsInMs: number
}

/** Holds everybody to so many units a minute, however many processes answer them. */
export type Limits = {
  readonly take: (who: string, asked: { readonly cost: number; readonly limit: number }) => Promise<Allowance>
}

/** Where units of a minute are handed out to processes. */
export type Leases = {
  /** How many units of the minute are handed out with these; undefined where so many are not left of `limit`. */
  readonly lease: (
    who: string,
    minute: number,
    asked: { readonly units: number; readonly limit: number },
  ) => Promise<number | undefined>
}
