import { afterEach, expect, test, vi } from 'vitest'

import { fewLines } from '#cli/norma/few-lines'

afterEach(() => vi.useRealTimers())

test('a few lines of a burst are shown and the rest is counted; the next stretch begins anew', () => {
  vi.useFakeTimers()
  const shown: string[] = []
  const tell = fewLines(
    (line) => shown.push(line),
    (count) => `${count} more`,
  )

  for (let no = 1; no <= 30; no += 1) tell(`line ${no}`)
  expect(shown).toHaveLength(12)
  vi.advanceTimersByTime(10_000)
  expect(shown.at(-1)).toBe('18 more')

  tell('later')
  vi.advanceTimersByTime(10_000)
  expect(shown.slice(12)).toEqual(['18 more', 'later'])
})
