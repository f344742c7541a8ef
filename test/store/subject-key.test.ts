import { describe, expect, test } from 'vitest'

import { dealIdOf, taskIdOfSubject } from '#domain/kernel/task-id'
import { allKeyLines } from '#product/lists/key-lines'
import { subjectKinds } from '#schemas/subject-names'
import { subjectHead, subjectIn, subjectPrefixes } from '#store/subject-key'

const bare = (pk: string): string => pk.slice(0, Math.max(0, pk.indexOf('{')))

describe('the partitions of subjects', () => {
  test('begin each in a way of their own, that none of another thing begins in', () => {
    const prefixes = Object.values(subjectPrefixes)
    const others = Object.values(allKeyLines)
      .flat()
      .map(({ pk }) => bare(pk))
      .filter((prefix) => prefix !== '' && !(prefixes as readonly string[]).includes(prefix))

    expect(new Set(prefixes).size).toBe(prefixes.length)
    for (const one of prefixes) {
      expect(prefixes.filter((other) => other !== one && other.startsWith(one))).toEqual([])
      expect(others.filter((other) => other.startsWith(one) || one.startsWith(other))).toEqual([])
    }
  })

  test.each(subjectKinds)('lead back to the %s they are of', (kind) => {
    expect(subjectIn(subjectHead({ kind, id: 'x_1' }).pk)).toEqual({ kind, id: 'x_1' })
  })

  test('are told from those of no subject', () => {
    expect(subjectIn('PL#2026-12')).toBeUndefined()
  })
})

test('the id of a task of another subject is never taken for one of a deal', () => {
  expect(dealIdOf(taskIdOfSubject('talk_01H', 'call_back-1'))).toBeUndefined()
})
