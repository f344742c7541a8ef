import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { parsePhoneNumberFromString, getCountries, type CountryCode } from 'libphonenumber-js/max'
import metadata from 'libphonenumber-js/metadata.max.json'
import { describe, expect, test } from 'vitest'

import { homeCountries, phonesIn, phoneText } from '#domain/kernel/phone'
import { runs } from '#test/support/runs'

const textsOf = (written: string, home?: string): readonly string[] => phonesIn(written, home).map(phoneText)

const neighbour = (digits: string) => (/^7\d{10}$/.test(digits) ? parsePhoneNumberFromString(`+${digits}`) : undefined)

const isMadeLonger = (country: CountryCode) => Boolean((metadata.countries[country] as readonly unknown[])[8])

function fixture(path: string): unknown {
  return JSON.parse(readFileSync(`test/fixtures/${path}`, 'utf8'))
}

describe('the spellings of clients', () => {
  const { spellings } = fixture('clients/phones.json') as {
    spellings: readonly (readonly [string, readonly string[]])[]
  }
  const sayOnlyInWords = '8 029 123-45-67'

  test.each(spellings.filter(([written]) => written !== sayOnlyInWords))('%s', (written, keys) => {
    expect(textsOf(written)).toEqual(keys)
  })

  test('a number dialled within Belarus is one there and none in Russia', () => {
    expect(spellings.map(([written]) => written)).toContain(sayOnlyInWords)
    expect([textsOf(sayOnlyInWords, 'BY'), textsOf(sayOnlyInWords)]).toEqual([['+375291234567'], []])
  })
})

describe('the spellings of channels', () => {
  type Spelling = { written: string; country: string; is: { number: string; ext?: string } | null }
  test.each(fixture('channels/phones.json') as readonly Spelling[])('$written', ({ written, country, is }) => {
    const [phone, ...others] = phonesIn(written, country)

    expect(others).toEqual([])
    expect(phone ?? null).toEqual(is === null ? null : { number: is.number, ...(is.ext ? { extension: is.ext } : {}) })
  })
})

test.each([
  ['+8 (926) 012-34-56', ['+79260123456']],
  ['+89260123456', ['+79260123456']],
  ['+84912345678', ['+84912345678']],
  ['+44 (0)20 7946 0123', ['+442079460123']],
  ['+7 (8495) 012-34-56', ['+74950123456']],
  ['+7 495 012-34-56 (12)', ['+74950123456;ext=12']],
  ['8 495 012-34-56 вн. 12, 8 926 012-34-56', ['+74950123456;ext=12', '+79260123456']],
  ['8 926 012-34-56 Анна; 8 926 012-34-57 Иван', ['+79260123456', '+79260123457']],
  ['8 495 012-34-56 8 926 012-34-56', ['+74950123456', '+79260123456']],
  ['+7 926 012-34-56 +7 926 012-34-57', ['+79260123456', '+79260123457']],
  ['8 926 012-34-56 / 8 (926) 012-34-56', ['+79260123456']],
  ['+7 926 012-34-56/57', ['+79260123456']],
  ['8~10~49 30 123456', ['+4930123456']],
  ['8-10-49-30-123456', ['+4930123456']],
  ['8 ~ 10 375 29 123-45-67', ['+375291234567']],
  ['+7 926\u200b 012-34\u00ad-56', ['+79260123456']],
  ['\u202a+7 926 012\u201134\u201156\u202c', ['+79260123456']],
  ['\u200e8 926 012\u2060-34-56', ['+79260123456']],
  ['+٧ ٩٢٦ ٠١٢ ٣٤ ٥٦', ['+79260123456']],
  ['8-10 123-45-67', []],
  ['8 910 123-45-67', ['+79101234567']],
  ['8-912-10-12-345', ['+79121012345']],
  ['84912345678@c.us', ['+84912345678']],
  ['sip:84912345678@pbx', ['+74912345678']],
  ['+999 123 456 789', []],
  ['00 000 000 000', []],
  ['(495) 012-34-56 ext 5', ['+74950123456;ext=5']],
  ['(495) 012-34-56 доп. 5', ['+74950123456;ext=5']],
  ['8 495 012-34-56, дополнительный 12', ['+74950123456;ext=12']],
  ['8 495 012-34-56 добавочный 12', ['+74950123456;ext=12']],
  ['+7 495 012-34-56, доп. 89161234567', ['+74950123456', '+79161234567']],
  ['8 495 012-34-56 доп. 8 916 123-45-67', ['+74950123456', '+79161234567']],
  ['8 495 012-34-56 доб. +7 916 123-45-67', ['+74950123456', '+79161234567']],
  ['8 495 012-34-56 вн. (916) 123-45-67', ['+74950123456', '+79161234567']],
  ['8 495 012-34-56 доб. 12 8 916 123-45-67', ['+74950123456;ext=12', '+79161234567']],
  ['8 495 012-34-56 (доб. 12) 8 916 123-45-67', ['+74950123456;ext=12', '+79161234567']],
  ['8 495 012-34-56 доб. 8 916 123-45-67 8 903 123-45-67', ['+74950123456', '+79161234567', '+79031234567']],
  ['8 495 012-34-56 доб. 12345678', ['+74950123456;ext=12345678']],
  ['8 495 012-34-56 доб. 123456789', ['+74950123456']],
  ['8 495 012-34-56 доб. 12, доп. 8 916 123-45-67', ['+74950123456;ext=12', '+79161234567']],
  ['', []],
])('%s is %j', (written, keys) => {
  expect(textsOf(written)).toEqual(keys)
})

test('a number with a plus is what the library of all plans makes of it, for every country', () => {
  // Of some islands and Madagascar a shorter number is made longer, as people there dial it among themselves.
  const countries = getCountries().filter((country) => !isMadeLonger(country))
  const digit = fc.stringMatching(/^\d{2,15}$/)
  fc.assert(
    fc.property(digit, fc.constantFrom(...countries), (digits, country) => {
      const code = parsePhoneNumberFromString('5555555', country)?.countryCallingCode ?? '7'
      const written = `+${code}${digits}`
      const known = parsePhoneNumberFromString(written)
      // Lengths are those of the leading country of a code: which of several it is in makes a number no longer.
      if (known !== undefined) delete known.country
      const isOne = known?.isPossible() === true && !/^0*$/.test(known.nationalNumber)

      // A prefix that some plans keep and some leave out is settled by length here, by pattern there.
      fc.pre(!/^[08]/.test(digits) && !digits.startsWith('1'))
      expect([written, textsOf(written, 'AM')]).toEqual([written, isOne ? [known.number] : []])
    }),
    { numRuns: runs(3000) },
  )
})

test.each(homeCountries)('a number dialled in %s without its code is what the library makes of it', (home) => {
  const written = fc.oneof(fc.stringMatching(/^[1-9]\d{6,10}$/), fc.stringMatching(/^[08]\d{8,10}$/))
  fc.assert(
    fc.property(written, (digits) => {
      fc.pre(!digits.startsWith('00') && !digits.startsWith('810') && !digits.startsWith('011'))
      // In Kazakhstan and Russia one dials the neighbour as at home, which the library does in Russia alone.
      const ways = [
        parsePhoneNumberFromString(digits, home as CountryCode),
        ...(home === 'KZ' ? [neighbour(digits)] : []),
      ]
      const known = ways.find((one) => one?.isValid() === true)
      const isOfHome = known !== undefined && (known.country === undefined || homeCountries.includes(known.country))

      expect([digits, textsOf(digits, home)]).toEqual([digits, isOfHome ? [known.number] : []])
    }),
    { numRuns: runs(1500) },
  )
})
