import { describe, expect, test } from 'vitest'

import { eventId, eventIdParts, noteId, versionOf } from '#domain/kernel/event-id'

describe('the id of an event', () => {
  test('names its subject and the version it made', () => {
    expect(eventId('deal_1', 5)).toBe('deal_1:5')
    expect(eventIdParts('deal_1:5')).toEqual({ subject: 'deal_1', version: 5 })
  })

  test('of a note names what it is about, instants and their colons included', () => {
    const id = noteId(eventId('deal_1', 5), 'late~0~2026-12-01T06:00:00.000Z~1')

    expect(eventIdParts(id)).toEqual({ subject: 'deal_1', version: 5, what: 'late~0~2026-12-01T06:00:00.000Z~1' })
    expect(versionOf({ id })).toBe(5)
  })

  test('of a note about a note has the version of the first', () => {
    expect(versionOf({ id: noteId('deal_1:12~auto~first', 'auto~second') })).toBe(12)
  })

  test.each(['', 'deal_1', ':5', 'deal_1:', 'deal_1:five', 'deal_1:5~', '~late', 'deal_1:-1', 'deal_1:1.5'])(
    'is not “%s”',
    (id) => {
      expect(eventIdParts(id)).toBeUndefined()
      expect(() => versionOf({ id })).toThrow('is not the id of an event')
    },
  )
})
