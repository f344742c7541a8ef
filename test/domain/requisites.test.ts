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

/** Digits made up, the check digits reckoned as the rules of the tax service and of the Bank of Russia word them. */
const rest = (digits: string, weights: readonly number[]): number =>
  (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10
const eleven = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
const made = {
  company: (base: string) => base + rest(base, eleven.slice(2)),
  person: (base: string) => {
    const first = base + rest(base, eleven.slice(1))
    return first + rest(first, eleven)
  },
  ogrn: (base: string) => base + ((BigInt(base) % 11n) % 10n),
  ogrnip: (base: string) => base + ((BigInt(base) % 13n) % 10n),
}
const bik = '044525225'
const account = (base: string): string => {
  const sum = (key: string) =>
    (bik.slice(-3) + base.slice(0, 8) + key + base.slice(9))
      .split('')
      .reduce((total, digit, at) => total + ((Number(digit) * ([7, 1, 3][at % 3] ?? 0)) % 10), 0)
  const key = '0123456789'.split('').find((digit) => sum(digit) % 10 === 0) ?? ''
  return base.slice(0, 8) + key + base.slice(9)
}
const eight = Array.from({ length: 8 }, (_, no) => no)
const kinds: readonly (readonly [readonly string[], (text: string) => boolean])[] = [
  [eight.map((no) => made.company(String(770_100_123 + no * 1_000_037))), isInn],
  [eight.map((no) => made.person(String(5_001_001_234 + no * 10_000_019))), isInn],
  [eight.map((no) => made.ogrn(String(102_770_013_219 + no * 1_000_003))), isOgrn],
  [eight.map((no) => made.ogrnip(String(30_450_011_600_015 + no * 100_003))), isOgrn],
  [eight.map((no) => account(`40702810${no}0000001${1000 + no * 37}`)), (text) => isAccount(text, bik)],
]

test('forty requisites are right, and none of them is with another digit in any place that its check digit can tell', () => {
  const all = kinds.flatMap(([texts, isRight]) => texts.map((text) => ({ text, isRight })))
  // The last digit but of accounts is the check digit; in an account every place counts.
  const wrong = all.map(({ text, isRight }, no) => {
    const at = text.length === 20 ? no % 20 : text.length - 1
    return { text: text.slice(0, at) + ((Number(text[at]) + 1 + (no % 9)) % 10) + text.slice(at + 1), isRight }
  })

  expect([all.length, wrong.length]).toEqual([40, 40])
  expect(all.filter(({ text, isRight }) => !isRight(text)).map(({ text }) => text)).toEqual([])
  expect(wrong.filter(({ text, isRight }) => isRight(text)).map(({ text }) => text)).toEqual([])
})
