import { describe, expect, test } from 'vitest'

import { bundleFunction, startSize } from '#cdk/bundling'
import { functionRoles, type FunctionRole } from '#cdk/function-roles'

const roles: [string, FunctionRole][] = Object.entries(functionRoles)

describe.each(roles)('the bundle of %s', (_, { entry, budgetKb }) => {
  const bundle = bundleFunction(entry)

  test('loads no more to start than it may', () => {
    expect(startSize(bundle) / 1000).toBeLessThanOrEqual(budgetKb)
  })

  test('holds neither TypeBox nor a compiling validator: at run time shapes are types', () => {
    const heavy = bundle.inputs.filter((path) => /node_modules\/(typebox|ajv(?!\/dist\/runtime|-formats))\b/.test(path))

    expect(heavy).toEqual([])
  })
})

test('the stated budgets are those of the design', () => {
  const budgets = Object.fromEntries(roles.map(([name, { budgetKb }]) => [name, budgetKb]))

  expect(budgets).toEqual({
    api: 385,
    pages: 600,
    rawDoor: 340,
    relay: 200,
    consumer: 340,
    schedules: 400,
    pollMail: 1400,
    takeMail: 340,
    publishRules: 400,
  })
})

test('the same entry gives the same bundle, so that nothing is deployed without a change', () => {
  const names = () => bundleFunction('functions/relay.ts').files.map(({ name, code }) => [name, code.length])

  expect(names()).toEqual(names())
})
