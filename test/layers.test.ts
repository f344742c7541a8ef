import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

/** Imports that no room may have; lint must say so, or the rules of the house have rotted. */
const forbidden = [
  ['src/domain', "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync"],
  ['src/domain', "import { Deal } from '#schemas/deal'\nexport const planted = Deal"],
  ['src/domain', "import { storePorts } from '#product/store-ports'\nexport const planted = storePorts"],
  ['src/usecases', "import { dealStore } from '#store/deals/deal-store'\nexport const planted = dealStore"],
  ['src/usecases', "import { GetCommand } from '@aws-sdk/lib-dynamodb'\nexport const planted = GetCommand"],
  ['src/store', "import { moveDeal } from '#usecases/deals/move-deal'\nexport const planted = moveDeal"],
  ['src/memory', "import { dealStore } from '#store/deals/deal-store'\nexport const planted = dealStore"],
  ['src/usecases', "import { memoryPorts } from '#product/memory-ports'\nexport const planted = memoryPorts"],
  ['src/trial', "import { storePorts } from '#product/store-ports'\nexport const planted = storePorts"],
  ['src/config', "import { join } from 'node:path'\nexport const planted = join"],
  ['src/playbook', "import { check } from '#config/check'\nexport const planted = check"],
  ['src/playbook', "import { join } from 'node:path'\nexport const planted = join"],
  ['src/http', "import { dealStore } from '#store/deals/deal-store'\nexport const planted = dealStore"],
  ['src/events', "import { createApp } from '#http/app'\nexport const planted = createApp"],
  ['src/pages', "import { dealStore } from '#store/deals/deal-store'\nexport const planted = dealStore"],
  ['src/browser', "import { createPages } from '#product/pages-app.tsx'\nexport const planted = createPages"],
  ['src/usecases', "import { createPages } from '#product/pages-app.tsx'\nexport const planted = createPages"],
  ['functions', "import { startNorma } from '#local/norma'\nexport const planted = startNorma"],
  ['schemas', "import { Refusal } from '#domain/kernel/refusal'\nexport const planted = Refusal"],
  ['src/usecases', "import { keys } from '../store/keys'\nexport const planted = keys"],
] as const

const planted = 'planted-import'

afterEach(() => {
  for (const [room] of forbidden) rmSync(join(room, planted), { recursive: true, force: true })
  for (const [room] of forbidden) rmSync(join(room, `${planted}.ts`), { force: true })
})

describe('a forbidden import is refused by lint', () => {
  test.each(forbidden)('in %s: %s', (room, text) => {
    mkdirSync(room, { recursive: true })
    writeFileSync(join(room, `${planted}.ts`), `${text}\n`)
    // An old file, so that nobody who looks for changed sources takes it for one.
    utimesSync(join(room, `${planted}.ts`), 0, 0)

    const said = lint(join(room, `${planted}.ts`))

    expect(said).toContain('no-restricted-imports')
  })
})

test('the house as it stands has no such import', () => {
  expect(lint('src/domain/kernel/refusal.ts')).not.toContain('no-restricted-imports')
})

function lint(file: string): string {
  try {
    return execFileSync('node_modules/.bin/oxlint', ['--format', 'unix', file], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}
