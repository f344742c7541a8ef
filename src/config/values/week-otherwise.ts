import { dayNames } from '#domain/time/week-text'

/** How people begin the names of the days, in English and in Russian, Monday first. */
const beginnings: readonly RegExp[] = [
  /^(?:mo(?:n(?:days?)?)?|пн|пон|понед|понедельник\p{L}{0,2})$/u,
  /^(?:tu(?:es?(?:days?)?)?|вт|втор|вторник\p{L}{0,2})$/u,
  /^(?:we(?:d(?:nesdays?)?)?|ср|сред(?:а|у|ы|ам|е)?)$/u,
  /^(?:th(?:u(?:r(?:s(?:days?)?)?)?)?|чт|чет|четв|четверг\p{L}{0,2})$/u,
  /^(?:fr(?:i(?:days?)?)?|пт|пят|пятниц\p{L}{1,2})$/u,
  /^(?:sa(?:t(?:urdays?)?)?|сб|суб|суббот\p{L}{1,2})$/u,
  /^(?:su(?:n(?:days?)?)?|вс|вск|воск|воскресень\p{L}{1,2})$/u,
]

/** What people call several days at once. */
const together: readonly (readonly [pattern: RegExp, days: string])[] = [
  [
    /^(?:будни|по будням|будние(?: дни)?|рабочие дни|по рабочим дням|weekdays|work(?:ing)? ?days|business days)$/,
    'mon-fri',
  ],
  [/^5[/х:×x]2$/, 'mon-fri'],
  [/^(?:выходные(?: дни)?|по выходным|weekends?)$/, 'sat-sun'],
  [/^(?:ежедневно|каждый день|все дни|без выходных|daily|every ?day|all days|all week|24\/7|7\/7)$/, 'mon-sun'],
]

/** Days of the week in other words, `с пн по пт` or `Monday to Friday`, as the file writes them; undefined where they are none. */
export function weekOtherwise(text: string): string | undefined {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const parts = plain
    .replace(/[.;]$/, '')
    .split(/\s*[,;+]\s*|\s+(?:и|and|&)\s+/)
    .map((part) => partOtherwise(part))
  const written = parts.flatMap((part) => part ?? [])
  return written.length < parts.length ? undefined : [...new Set(written)].join(', ')
}

function partOtherwise(part: string): string | undefined {
  const found = together.find(([pattern]) => pattern.test(part))
  if (found !== undefined) return found[1]
  const ends = part
    .replace(/^(?:с|со|от|from|between|по|on)\s+(?=\p{L})/u, '')
    .split(/\s*(?:\.{2,3}|…|[-–—])\s*|\s+(?:по|до|to|till|until|through|thru)\s+/)
    .map((word) => dayOf(word))
  if (ends.length > 2 || ends.some((day) => day === undefined)) return undefined
  return ends.join('-')
}

function dayOf(word: string): string | undefined {
  const index = beginnings.findIndex((pattern) => pattern.test(word.replace(/\.$/, '')))
  return dayNames[index]
}
