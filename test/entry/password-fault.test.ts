import { describe, expect, test } from 'vitest'

import { countAttempts } from '#entry/domain/attempts'
import { deviceOf } from '#entry/domain/device-of'
import { passwordFault } from '#entry/domain/password-fault'

const own = ['anna.petrova', 'Анна Петрова', 'anna@aurora.example', 'Аврора']
const common = new Set(['password', 'iloveyou', 'dragon', 'sunshine', 'football', 'gfhjkm', 'parol', 'moskva'])
const faultOf = (password: string) => passwordFault(password, { own, isCommon: (text) => common.has(text) })

describe('a password', () => {
  test.each([
    ['короче', 'short'],
    ['123456789', 'short'],
    ['😀😀😀😀😀😀😀😀😀', 'short'],
    ['x'.repeat(201), 'long'],
    ['Password2024', 'common'],
    ['sunshine!!!!', 'common'],
    ['1234567890', 'simple'],
    ['0987654321', 'simple'],
    ['qwertyuiop', 'simple'],
    ['QwErTyUiOp[', 'simple'],
    ['йцукенгшщз', 'simple'],
    ['1q2w3e4r5t6y', 'simple'],
    ['aaaaaaaaaaaa', 'simple'],
    ['abcabcabcabc', 'simple'],
    ['12345qwerty', 'simple'],
    ['Пароль123456', 'common'],
    ['Gfhjkm12345', 'common'],
    ['москва 2026!', 'common'],
    ['Январь2026!', 'common'],
    ['пароль пароль', 'common'],
    ['зонтик зонтик', 'simple'],
    ['89161234567', 'digits'],
    ['11.11.2011 11', 'digits'],
    ['annapetrova1988', 'own'],
    ['Fyyf Gtnhjdf', 'own'],
    ['петрова2026!', 'own'],
    ['Аврора-2026', 'own'],
    ['norma20261129', 'own'],
  ])('“%s” is refused as %s', (password, fault) => {
    expect(faultOf(password)).toBe(fault)
  })

  test.each(['correct horse battery staple', 'кофейник едет в Тверь', 'annas three old kettles', '7gT!kx0-pQ2z'])(
    '“%s” is taken',
    (password) => {
      expect(faultOf(password)).toBeUndefined()
    },
  )
})

describe('whoever tries passwords', () => {
  const tried = (times: number, attempts = countAttempts()) => {
    for (let no = 0; no < times; no += 1) attempts.failed('anna', 0)
    return attempts
  }

  test('waits twice as long after each failure, a quarter of an hour at most, and nobody else does', () => {
    expect([3, 5, 6, 7, 8, 30].map((times) => tried(times).waitSec('anna', 0))).toEqual([0, 1, 2, 4, 8, 900])
    expect(tried(8).waitSec('boris', 0)).toBe(0)
    expect(tried(8).waitSec('anna', 8000)).toBe(0)
  })

  test('begins anew after a success', () => {
    const attempts = tried(8)

    attempts.passed('anna')

    expect(attempts.waitSec('anna', 0)).toBe(0)
  })

  test('is slowed down in all, under however many names', () => {
    const attempts = countAttempts()

    for (let no = 0; no < 60; no += 1) attempts.failed(`name ${no}`, no * 100)

    expect(attempts.waitSec('boris', 6000)).toBe(54)
    expect(attempts.waitSec('boris', 60_001)).toBe(0)
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36',
    'Chrome, Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 YaBrowser/24.12 Safari/537.36',
    'Yandex Browser, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8.5', ''],
])('a browser that says %s is %s', (said, device) => {
  expect(deviceOf(said)).toBe(device)
})
