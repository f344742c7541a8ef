/** A number of a series as its pattern has it: `С-{year}-{n:3}` makes `С-2026-007`. */
export function numberText(like: string, { n, year }: { readonly n: number; readonly year: string }): string {
  return like
    .replaceAll('{year}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_, width?: string) => String(n).padStart(Number(width ?? 1), '0'))
}
