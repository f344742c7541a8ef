import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'

import { startNorma } from '#local/norma'
import { useFolder } from '#test/support/temporary-folder'

import { settingsWith } from './scene'

const folder = useFolder()

test('a deal given over HTTP is in the inbox by way of the bus, and in the mail by way of the clock, once', async () => {
  const dataDir = folder.path('data')
  const norma = await startNorma({
    dataDir,
    port: 0,
    rulesText: readFileSync('pipelines.yaml', 'utf8'),
    log: () => undefined,
  })
  try {
    const anna = { id: 'anna', name: 'Anna', email: 'anna@example.com', department: 'company', roles: [], active: true }
    await norma.ports.people.saveEmployee(anna)
    await norma.ports.notices.saveSettings('anna', settingsWith({ email: true, digest: false, quiet: false }))
    const ask = async (as: string, path: string, body?: object) => {
      const response = await fetch(`${norma.address}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${await norma.mint(as)}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return response.json()
    }

    await ask('admin', '/deals', { title: 'Coffee for Aurora', pipeline: 'b2b_new', owner: 'anna' })
    await norma.runtime.idle()
    const inbox = await ask('anna', '/inbox')
    await norma.runtime.runSchedule('send-email')
    await norma.runtime.runSchedule('send-email')

    expect(inbox).toMatchObject({ unread: 1, items: [{ title: 'A deal for you: Coffee for Aurora' }] })
    const files = readdirSync(join(dataDir, 'mail'))
    expect(files).toHaveLength(1)
    const mail = await simpleParser(readFileSync(join(dataDir, 'mail', files[0] ?? '')))
    expect(mail.subject).toBe('A deal for you: Coffee for Aurora')
    expect(mail.text).toContain('From: Administrator.')
  } finally {
    await norma.stop()
  }
}, 60_000)
