import { statSync } from 'node:fs'

import { expect, test } from 'vitest'

import { tokenVerifier } from '#http/tokens'
import { audience, openIssuer, type LocalIssuer } from '#local/issuer'
import { useFolder } from '#test/support/temporary-folder'

const folder = useFolder()
const verifierOf = ({ issuer, jwks }: LocalIssuer) => tokenVerifier({ issuer, audience, jwks })

test('a token of the local issuer says who its bearer is', async () => {
  const issuer = await openIssuer(folder.path('data'))

  const subject = await verifierOf(issuer)(await issuer.mint('anna'))

  expect(subject).toBe('anna')
})

test('a token outlives a restart, because the key is kept where only its owner may read it', async () => {
  const before = await openIssuer(folder.path('data'))
  const token = await before.mint('anna')

  const after = await openIssuer(folder.path('data'))

  expect(await verifierOf(after)(token)).toBe('anna')
  expect(statSync(folder.path('data/issuer.json')).mode & 0o777).toBe(0o600)
})

test('two starts at once end up with one key', async () => {
  const [one, two] = await Promise.all([openIssuer(folder.path('data')), openIssuer(folder.path('data'))])

  expect(one.keySet).toEqual(two.keySet)
})

test('a token ends when it was said to, and another folder does not know it', async () => {
  const issuer = await openIssuer(folder.path('data'))
  const other = await openIssuer(folder.path('other'))

  await expect(verifierOf(issuer)(await issuer.mint('anna', -1))).rejects.toThrow('expired')
  await expect(verifierOf(other)(await issuer.mint('anna'))).rejects.toThrow('not one that Norma trusts')
})

test('what is published of a key cannot sign', async () => {
  const { keySet } = await openIssuer(folder.path('data'))

  expect(Object.keys(keySet.keys[0] ?? {})).not.toContain('d')
})
