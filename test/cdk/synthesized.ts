import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { App } from 'aws-cdk-lib'

import { normaApp } from '#cdk/norma-app'
import { consumers } from '#product/lists/consumers'
import { inZone } from '#events/schedule'
import { schedules as declared } from '#product/lists/schedules'

/** The declared schedules in a zone that is not the machine's. */
export const schedules = inZone(declared, 'Asia/Vladivostok')

/** A resource of a template; what is in its properties is CloudFormation's to say. */
export type Resource = {
  readonly Type: string
  // oxlint-disable-next-line typescript/no-explicit-any -- properties of 30 resource types, looked at by name in assertions
  readonly Properties: any
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly DependsOn?: readonly string[]
}

export type SynthesizedTemplate = {
  readonly text: string
  readonly resources: Readonly<Record<string, Resource>>
  /** The resources of a type, by logical id. */
  readonly ofType: (type: string) => Readonly<Record<string, Resource>>
}

/** The declared app with its code unbundled, synthesized with every check on. `touch` may change it before that. */
export function synthesized({
  rulesText = 'version: 1\n',
  touch = () => undefined,
}: { readonly rulesText?: string; readonly touch?: (app: App) => void } = {}): SynthesizedTemplate {
  const outdir = mkdtempSync(join(tmpdir(), 'norma-cdk-'))
  try {
    const app = normaApp({ consumers, schedules, rulesText, stage: 'test', outdir, bundling: false })
    touch(app)
    const stack = app.synth().getStackByName('norma-test')
    const text = readFileSync(stack.templateFullPath, 'utf8')
    const { Resources: resources } = JSON.parse(text) as { readonly Resources: Record<string, Resource> }
    const ofType = (type: string) =>
      Object.fromEntries(Object.entries(resources).filter(([, resource]) => resource.Type === type))
    return { text, resources, ofType }
  } finally {
    rmSync(outdir, { recursive: true, force: true })
  }
}

/** The only resource of a list that has to have one. */
export function only<T>(found: Readonly<Record<string, T>>): T {
  const [first, ...more] = Object.values(found)
  if (first === undefined || more.length > 0)
    throw new Error(`Expected one resource, found ${Object.keys(found).join(', ')}.`)
  return first
}
