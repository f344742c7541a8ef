import { expect, test } from 'vitest'

import { findersOf, lookedForBy } from '#domain/deals/contacts'

test('the owner of a returning client is looked for by whole numbers, as they are kept and as they were kept before', () => {
  expect(lookedForBy({ phone: '8 (912) 345-67-89', email: ' Boss@Aurora.example ' })).toEqual([
    'phone:+79123456789',
    'email:boss@aurora.example',
    'phone:79123456789',
    'phone:9123456789',
  ])
  expect(lookedForBy({ phone: '+44 20 7946 0958' })).toEqual(['phone:+442079460958', 'phone:442079460958'])
})

test('whoever searches may know the end of a number alone', () => {
  expect(findersOf({ phone: '+7 912 345-67-89' })).toContain('phone-end:3456789')
  expect(lookedForBy({ phone: '+7 912 345-67-89' })).not.toContain('phone-end:3456789')
})
