import { describe, expect, test } from 'vitest'

import { shareOut, type Shared } from '#workday/domain/share-out'

const deal = (id: string, pipeline = 'sales', client?: string): Shared => ({
  kind: 'deal',
  id,
  pipeline,
  ...(client === undefined ? {} : { client }),
})
const split = (how: 'turns' | 'fewest' | 'by_pipeline', things: readonly Shared[], openDeals = {}) =>
  shareOut(things, { to: ['ann', 'bob'], split: how, openDeals }).map(({ id, to }) => `${id} ${to}`)

describe('what is given over', () => {
  test('goes in turn', () => {
    expect(split('turns', [deal('1'), deal('2'), deal('3')])).toEqual(['1 ann', '2 bob', '3 ann'])
  })

  test('goes to whoever has the fewest deals, by what they have already', () => {
    expect(split('fewest', [deal('1'), deal('2'), deal('3')], { ann: 2 })).toEqual(['1 bob', '2 bob', '3 ann'])
  })

  test('goes by direction, each to one person, tasks with their direction', () => {
    const things = [
      deal('1', 'b2b'),
      deal('2', 'b2c'),
      deal('3', 'b2b'),
      { kind: 'task', id: '4', pipeline: 'b2c' } as const,
    ]

    expect(split('by_pipeline', things)).toEqual(['1 ann', '2 bob', '3 ann', '4 bob'])
  })

  test('does not part a client from their deal', () => {
    const client = (id: string) => ({ kind: 'client', id }) as const
    const things = [deal('1', 'sales', 'x'), deal('2', 'sales', 'y'), client('y'), client('x'), client('z')]

    expect(split('turns', things)).toEqual(['1 ann', '2 bob', 'y bob', 'x ann', 'z ann'])
  })
})
