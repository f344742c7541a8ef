import { expect, test } from 'vitest'

import { missingPart, missingWords } from '#domain/deals/missing-words'

test('what a move lacked is kept by one spelling, and read from it', () => {
  const words = missingWords(
    {
      tasks: [
        { id: 'task_1', template: 'call', do: 'Call', responsible: null, dueAt: null },
        { id: 'task_2', template: null, do: 'Ask', responsible: null, dueAt: null },
      ],
      fields: [{ id: 'need', name: 'Need' }],
      must: [{ field: 'discount', text: 'discount: at most 20%' }],
    },
    ['offer'],
  )

  expect(words).toEqual(['task:call', 'task:task_2', 'field:need', 'must:discount: at most 20%', 'skip:offer'])
  expect(words.map(missingPart)).toEqual([
    { kind: 'task', id: 'call' },
    { kind: 'task', id: 'task_2' },
    { kind: 'field', id: 'need' },
    { kind: 'must', id: 'discount', wish: 'at most 20%' },
    { kind: 'skip', id: 'offer' },
  ])
})

test.each([
  ['tasks:call', { kind: 'task', id: 'call' }],
  ['fields:need', { kind: 'field', id: 'need' }],
  ['must:discount', { kind: 'must', id: 'discount' }],
  ['must:discount at most 20%', { kind: 'must', id: 'discount', wish: 'at most 20%' }],
  ['stage_not_next', { kind: 'skip', id: '' }],
])('what was kept as %s before is still read', (word, part) => {
  expect(missingPart(word)).toEqual(part)
})
