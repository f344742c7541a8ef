import { padded, type Key, type KeyLine } from '#store/key'

/** What is kept of numbers that are given without gaps. */
export const keyLines = [
  {
    item: 'last number',
    pk: 'NS#{seller}#{series}#{year}',
    sk: '#',
    question: 'which number is the next',
  },
  {
    item: 'number given',
    pk: 'NG#{seller}#{series}#{year}',
    sk: '{n}',
    question: 'whose a number is: nobody else gets it',
  },
] as const satisfies readonly KeyLine[]

type Counted = { readonly seller: string; readonly series: string; readonly year: string }

/** The keys of numbers. */
export const keys = {
  last: ({ seller, series, year }: Counted): Key => ({ pk: `NS#${seller}#${series}#${year}`, sk: '#' }),
  given: ({ seller, series, year }: Counted, n: number): Key => ({
    pk: `NG#${seller}#${series}#${year}`,
    sk: padded(n),
  }),
} as const
