import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { momentIn } from '#cli/words/moment'
import { systemCaller } from '#domain/kernel/access'
import { startNorma, type Norma } from '#local/norma'
import { createDeal } from '#usecases/deals/create-deal'
import { publishRules } from '#release/usecases/publish-rules'
import { runBeside, type Ran } from '#test/support/run-norma'

// Every step is a process of its own.
vi.setConfig({ testTimeout: 120_000 })

const example = (name: string) => `test/fixtures/rules/${name}`
const folder = mkdtempSync(join(tmpdir(), 'norma-release-'))
const command = { caller: systemCaller('system', 'test'), correlationId: 'cor_test' }
let norma: Norma
let token: string
let dealId: string

/** One company for the whole file: each part leaves it with the rules it has found. */
beforeAll(async () => {
  const rulesText = readFileSync(example('complete.yaml'), 'utf8')
  norma = await startNorma({ dataDir: join(folder, 'data'), port: 0, rulesText, log: () => undefined })
  token = await norma.mint('admin')
  const place = { pipeline: 'b2b_new', stage: 'individual_offer', owner: 'admin' }
  dealId = (await createDeal(norma.ports, command, { title: 'Coffee for Aurora', ...place })).id
  await norma.runtime.idle()
}, 60_000)
afterAll(async () => {
  await norma.stop()
  rmSync(folder, { recursive: true, force: true })
})

const written = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const inForce = async () => (await norma.ports.rules.current()).version
const stageOfDeal = async () => (await norma.ports.deals.find(dealId))?.stage

/** Somebody else publishes a small change at this moment. */
async function anotherPublishes(note: string): Promise<number> {
  const { version, text } = await norma.ports.rules.current()
  return (await publishRules(norma.ports, command, { text: `${text}# ${note}\n`, note, expected: version })).version
}

describe.each([
  ['over the data folder of a Norma that runs', () => ['--data', join(folder, 'data')]],
  ['from elsewhere, by address and token', () => ['--url', norma.address, '--token', token]],
])('the rules of a company at work, %s', (_where, where) => {
  const run = (...words: readonly string[]): Promise<Ran> => runBeside([...words, ...where()])

  test('a plan ends with 0, with 2 where changes are asked for, with 1 at faults and with 2 when used wrongly', async () => {
    const [same, plain, asked, faulty, missing, format, key] = await Promise.all([
      run('plan', written('same.yaml', (await norma.ports.rules.current()).text), '--exit-code'),
      run('plan', example('next-version.yaml')),
      run('plan', example('next-version.yaml'), '--exit-code', '--format', 'json'),
      run('plan', example('seventeen-faults.yaml')),
      run('plan', 'nowhere.yaml'),
      run('plan', example('next-version.yaml'), '--format', 'xml'),
      run('plan', example('next-version.yaml'), '--now', 'contract.nothing'),
    ])

    expect([same.code, plain.code, asked.code, faulty.code]).toEqual([0, 0, 2, 1])
    expect(same.out).toContain('This is the text in force: there is nothing to publish.')
    expect(plain.out).toContain('stage individual_offer → tailored_offer')
    expect(JSON.parse(asked.out)).toMatchObject({ publishable: true, changed: true, deals: 1 })
    expect(faulty.err).toContain(`See all of them with: norma check ${example('seventeen-faults.yaml')}`)
    expect([missing.code, format.code, key.code]).toEqual([2, 2, 2])
    expect(missing.err).toBe('norma: There is no file nowhere.yaml.\n')
    expect(format.err).toBe('norma: --format takes pretty, json or markdown, not “xml”.\n')
    expect(key.err).toMatch(
      /^norma: “contract.nothing” is not a key of this plan\. Nothing of this plan can be applied at once\.$/m,
    )
  })

  test('a stage that is gone with deals in it blocks plan and publish with 3 and the lines to paste', async () => {
    const before = await inForce()
    const plan = await run('plan', example('next-version-blocked.yaml'), '--exit-code')
    const publish = await run('publish', example('next-version-blocked.yaml'), '--note', 'One offer')

    expect([plan.code, publish.code]).toEqual([3, 3])
    for (const { out } of [plan, publish]) {
      expect(out).toMatch(/^ +moved:\n +individual_offer: tailored_offer$/m)
      expect(out).toContain(`“Coffee for Aurora” (${dealId})`)
    }
    expect(publish.err).toMatch(
      /^norma: Nothing was published: say under “moved:” what becomes of “individual_offer”\./m,
    )
    expect(await inForce()).toBe(before)
  })

  test('what is published is in force and deals follow; going back takes it back', async () => {
    const before = await inForce()
    const publish = await run('publish', example('next-version.yaml'), '--note', 'One offer stage')
    const followed = await stageOfDeal()
    const status = await run('status')
    const moved = await run('moved', 'individual_offer')
    const wrongly = await run('moved', 'individual_offer', 'contract')
    const again = await run('publish', example('next-version.yaml'), '--note', 'Again')
    const rollback = await run('rollback')

    expect([publish.code, followed]).toEqual([0, 'tailored_offer'])
    expect(publish.out).toContain(`Version ${before + 1} is in force.\n`)
    expect(publish.out).toContain('1 deal has followed.\n')
    expect(status.code).toBe(0)
    expect(status.out).toMatch(new RegExp(`^v${before + 1} is in force since .*: One offer stage\n`))
    expect(status.out).toContain(`1 open deal is judged by v`)
    expect([moved.code, wrongly.code]).toEqual([0, 2])
    expect(moved.out).toMatch(/^v\d+ {2}stage of b2b_new {2}individual_offer → tailored_offer$/m)
    expect(wrongly.err).toContain('“individual_offer” became ')
    expect(again.code).toBe(0)
    expect(again.out).toContain(`This text is in force already, as version ${before + 1}.\n`)
    expect(rollback.code).toBe(0)
    expect(rollback.out).toContain(`Version ${before + 2} is in force. It says what version ${before} said.\n`)
    expect([await inForce(), await stageOfDeal()]).toEqual([before + 2, 'individual_offer'])
  })
})

describe('over the data folder of a Norma that runs', () => {
  const run = (...words: readonly string[]): Promise<Ran> => runBeside([...words, '--data', join(folder, 'data')])

  test('a plan that somebody has published over, or of another text, is stale: 4, and who it was', async () => {
    const plan = written('plan.json', (await run('plan', example('next-version.yaml'), '--format', 'json')).out)
    const edited = written('edited.yaml', `${readFileSync(example('next-version.yaml'), 'utf8')}# edited\n`)
    const published = await anotherPublishes('a small thing')
    const stale = await run('publish', example('next-version.yaml'), '--note', 'One', '--plan', plan)
    const other = await run('publish', edited, '--note', 'One', '--plan', plan)
    const expected = await run('publish', example('next-version.yaml'), '--note', 'One', '--expected', '1')

    expect([stale.code, other.code, expected.code]).toEqual([4, 4, 4])
    expect(stale.err).toMatch(
      new RegExp(
        `^norma: Nothing was published. Version ${published - 1} is not .* v${published} by test at .* \\(a small thing\\)`,
      ),
    )
    expect(other.err).toBe('norma: Nothing was published. The file is not the one that was planned any more.\n')
    expect(await inForce()).toBe(published)
  })

  test('what is put down for later is told by status and can be called off', async () => {
    const later = await run(
      'publish',
      example('next-version.yaml'),
      '--note',
      'Later',
      '--at',
      '2099-01-01T06:00:00+03:00',
    )
    const id = /norma unschedule (\S+)/.exec(later.out)?.[1] ?? ''
    const status = await run('status')
    const off = await run('unschedule', id)
    const twice = await run('unschedule', id)
    const past = await run('publish', example('next-version.yaml'), '--note', 'x', '--at', '2020-01-01T06:00:00Z')

    expect([later.code, status.code, off.code, twice.code, past.code]).toEqual([0, 0, 0, 2, 2])
    expect(later.out).toContain(`It will be published on ${momentIn('en-GB', '2099-01-01T03:00:00.000Z')}`)
    const lines = status.out.split('\n').filter((line) => line.startsWith('scheduled for '))
    expect(lines).toEqual([expect.stringMatching(/ by .*: Later \(/)])
    expect(lines[0]).toContain(`scheduled for ${momentIn('en-GB', '2099-01-01T03:00:00.000Z')} by `)
    expect(lines[0]).toContain(`(${id})`)
    expect(twice.err).toContain(`Nothing “${id}” is scheduled.`)
    expect(past.err).toBe(
      'norma: --at 2020-01-01T06:00:00Z is past already. Write an instant to come, or leave --at out to publish at once.\n',
    )
    // Nothing is read, and no plan is shown, before the instant is looked at.
    expect(past.out).toBe('')
    expect((await run('status')).out).not.toContain('scheduled for')
  })

  test('publish and rollback say what they need when they are used wrongly: 2', async () => {
    const [note, instant, number, plan, version, unknown, id] = await Promise.all([
      run('publish', example('next-version.yaml')),
      run('publish', example('next-version.yaml'), '--note', 'x', '--at', 'tomorrow'),
      run('publish', example('next-version.yaml'), '--note', 'x', '--expected', 'newest'),
      run('publish', example('next-version.yaml'), '--note', 'x', '--plan', example('complete.yaml')),
      run('rollback', 'first'),
      run('rollback', '99'),
      run('moved', 'nothing_of_that_name'),
    ])

    expect([note, instant, number, plan, version, unknown, id].map(({ code }) => code)).toEqual(Array(7).fill(2))
    expect(note.err).toBe('norma: Say what changes and why: --note "…".\n')
    expect(instant.out).toBe('')
    expect(instant.err).toContain('such as 2026-12-01T06:00:00+03:00, not “tomorrow”')
    expect(unknown.err).toMatch(
      /^norma: Version 99 is not before the one in force \(\d+\): there is nothing to go back to\.\n$/,
    )
  })
})

describe('a Norma that runs elsewhere', () => {
  const sentence = /^norma: [^\n]+\n( {2}because: [^\n]+\n)?$/

  test('an address where none answers, a token it does not know and one without the right give one sentence each', async () => {
    await norma.ports.people.saveEmployee({ id: 'anna', name: 'Anna', department: null, roles: [], active: true })
    const anna = await norma.mint('anna')
    const plan = (...words: readonly string[]) => runBeside(['plan', example('next-version.yaml'), ...words])
    const [nobody, stranger, forbidden, silent] = await Promise.all([
      plan('--url', 'http://127.0.0.1:9', '--token', token),
      plan('--url', norma.address, '--token', 'nonsense'),
      plan('--url', norma.address, '--token', anna),
      plan('--url', norma.address),
    ])

    expect([nobody, stranger, forbidden, silent].map(({ code }) => code)).toEqual([3, 3, 3, 2])
    for (const { err } of [nobody, stranger, forbidden, silent]) expect(err).toMatch(sentence)
    expect(nobody.err).toContain('No Norma answers at http://127.0.0.1:9.')
    expect(stranger.err).toContain('does not know this token')
    expect(forbidden.err).toContain('the right “Publishes rules”')
    expect(silent.err).toContain(`Say who asks ${norma.address}: --token TOKEN, or NORMA_TOKEN.`)
  })

  test('address and token may stand in the environment', async () => {
    const { code, out } = await runBeside(['status'], { NORMA_URL: norma.address, NORMA_TOKEN: token })

    expect([code, out.slice(0, 1)]).toEqual([0, 'v'])
  })
})
