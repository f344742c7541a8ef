/** What is no time, in English, by code. */
export const en = {
  period_unknown: ({ id }: { id: string }) =>
    `“${id}” is not a period. Write a month such as 2026-11, a quarter 2026-Q4, a half-year 2026-H2 or a year 2026.`,
} as const
