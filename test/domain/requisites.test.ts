import { describe, expect, test } from 'vitest'

import { isAccount, isBik, isInn, isKpp, isOgrn } from '#domain/kernel/requisites'

/** Published requisites of banks and other public companies; INNs that begin with 00 are nobody's. */
const inns = '7707083893 7736050003 7736207543 7702070139 7710140679 0005616428 500100732259 000692908458'.split(' ')
const ogrns = '1027700132195 1027700070518 1027700229193 1027739609391 304500116000157'.split(' ')
const accounts = [
  ['30101810400000000225', '044525225'],
  ['30101810700000000187', '044525187'],
  ['30101810145250000974', '044525974'],
  ['40702810200000000001', '044525225'],
] as const

/** Every text that differs from this one in one digit. */
function changed(digits: string): readonly string[] {
  return digits.split('').flatMap((digit, at) =>
    '0123456789'
      .split('')
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, at) + other + digits.slice(at + 1)),
  )
}

describe('check digits', () => {
  test('agree for what is right, with spaces too', () => {
    expect(inns.filter((inn) => !isInn(inn))).toEqual([])
    expect(ogrns.filter((ogrn) => !isOgrn(ogrn))).toEqual([])
    expect(accounts.filter(([account, bik]) => !isAccount(account, bik))).toEqual([])
    expect([isInn('7707 083 893'), isAccount('3010 1810 4000 0000 0225', '044 525 225')]).toEqual([true, true])
  })

  test('tell a digit that is wrong: always in an account, else where its rest is not 10, which is written as 0', () => {
    const passing = (all: readonly string[], isRight: (text: string) => boolean) =>
      all.flatMap((one) => changed(one).filter(isRight).length / changed(one).length)

    expect(accounts.flatMap(([account, bik]) => changed(account).filter((one) => isAccount(one, bik)))).toEqual([])
    for (const share of [...passing(inns, isInn), ...passing(ogrns, isOgrn)]) expect(share).toBeLessThan(0.03)
  })

  test('are nobody’s where all is zero, and nothing in other lengths', () => {
    const zeros = [10, 12].map((length) => '0'.repeat(length))
    expect([...zeros, '770708389', '77070838931', '', 'INN 7707083893'].filter(isInn)).toEqual([])
    expect(['0'.repeat(13), '0'.repeat(15), '102770013219'].filter(isOgrn)).toEqual([])
    expect([isAccount('0'.repeat(20), '044525225'), isAccount('30101810400000000225', '000000000')]).toEqual([
      false,
      false,
    ])
  })
})

test('a KPP and a BIK have a form and no check digit', () => {
  expect(['773601001', '7736AB001', '77360100', '7736010011', '000000000', '77360i0b1'].filter(isKpp)).toEqual([
    '773601001',
    '7736AB001',
  ])
  expect(['044525225', '004525988', '044 525 225', '994525225', '04452522', '000000000'].filter(isBik)).toEqual([
    '044525225',
    '004525988',
    '044 525 225',
  ])
})
