import { expect, test } from 'vitest'

import { vatIn } from '#documents/domain/register/register-vat'

const empty = { is: 'empty', text: '' } as const
const text = (said: string) => ({ is: 'text', text: said }) as const
const number = (said: string) => ({ is: 'number', text: said }) as const
const inside = { percent: 22, kopecks: 22_000 }

test.each([
  ['220,00', text('220,00'), empty, inside],
  ['a number', number('220'), empty, inside],
  ['off by what lines were rounded', text('220,03'), empty, { percent: 22, kopecks: 22_003 }],
  ['a rate', text('22%'), empty, inside],
  ['a rate with a blank', text('22 %'), empty, inside],
  ['a rate as it is reckoned', text('22/122'), empty, inside],
  ['a percent of a spreadsheet', number('0.22'), empty, inside],
  ['a bare rate in a column of rates', text('22'), empty, inside],
  ['a rate in a column of its own', empty, number('22'), inside],
  ['both', text('220'), text('22%'), inside],
  ['without VAT', text('Без НДС'), empty, { percent: null, kopecks: 0 }],
  ['a dash', text('–'), empty, { percent: null, kopecks: 0 }],
  ['nought', number('0'), empty, { percent: null, kopecks: 0 }],
  ['the rate of exports', text('0%'), empty, { percent: 0, kopecks: 0 }],
  ['several rates', text('150,00'), empty, { percent: null, kopecks: 15_000 }],
  ['nothing', empty, empty, undefined],
  ['more than there can be', text('400'), empty, 'unfit'],
  ['rate and sum that contradict each other', text('100'), text('22%'), 'unfit'],
  ['a sum where its rate says that there is none', text('220'), text('Без НДС'), 'unfit'],
  ['words', text('как обычно'), empty, 'unfit'],
  ['no rate of ours', text('99%'), empty, 'unfit'],
] as const)('VAT in a register may be written as %s', (_, vat, rate, read) => {
  expect(vatIn(122_000, { vat, rate })).toEqual(read)
})
