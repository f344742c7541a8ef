/** A number of a series as its pattern has it: `С-{year}-{n:3}` makes `С-2026-007`. */
export function numberText(like: string, { n, year }: { readonly n: number; readonly year: string }): string {
  return like
    .replaceAll('{year}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_, width?: string) => String(n).padStart(Number(width ?? 1), '0'))
}

/** Which number of a series a text is, in a year; undefined where the pattern makes no such text. */
export function numberIn(like: string, text: string, year: string): number | undefined {
  const parts = like.replaceAll('{year}', year).split(/\{n(?::\d)?\}/)
  const pattern = parts
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`(\d{1,12})`)
  const n = Number(new RegExp(`^${pattern}$`, 'u').exec(text)?.[1])
  return Number.isSafeInteger(n) && n > 0 && numberText(like, { n, year }) === text ? n : undefined
}
