import { expect, test } from 'vitest'

import { schedulesIn } from '#product/schedules'

test('what is due is looked for every five minutes in AWS, and every minute on one machine', () => {
  const sweep = schedulesIn('Europe/Moscow').find(({ name }) => name === 'sweep-due')

  expect(sweep).toMatchObject({ when: { everyMinutes: 5 }, locally: { everyMinutes: 1 } })
})
