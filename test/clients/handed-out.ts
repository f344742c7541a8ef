/** Every value that something says, at whatever depth, as it is kept; what is empty says nothing. */
export function leavesOf(of: unknown): readonly string[] {
  if (of === null || of === undefined || of === '') return []
  if (typeof of === 'object') return Object.values(of).flatMap(leavesOf)
  return [String(of as string | number | boolean)]
}

/** Every key that something has, at whatever depth. */
export function keysIn(of: unknown): readonly string[] {
  if (of === null || typeof of !== 'object') return []
  const own = Array.isArray(of) ? [] : Object.keys(of)
  return [...own, ...Object.values(of).flatMap(keysIn)]
}

const marks: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** Whether a page says a value: as text, or beside its words as what is kept. */
export function pageSays(page: string, value: string): boolean {
  return textOf(page).includes(value)
}

const read = new Map<string, string>()

function textOf(page: string): string {
  const known = read.get(page) ?? page.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (mark) => marks[mark] ?? mark)
  read.set(page, known)
  return known
}
