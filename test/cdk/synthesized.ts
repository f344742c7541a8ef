import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { inZone } from '#events/schedule'
import { schedules as declared } from '#product/lists/schedules'
import { onceInFolder, runFolder } from '#test/support/once-a-run'

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

/**
 * The template of the declared app with its code unbundled. It is synthesized once a run, with every check on: only
 * whoever comes first loads what that takes.
 */
export function synthesized(): Promise<SynthesizedTemplate> {
  return madeOnce('template')
}

/** The same once more, for whoever compares. */
export function synthesizedAgain(): Promise<SynthesizedTemplate> {
  return madeOnce('template-again')
}

async function madeOnce(name: string): Promise<SynthesizedTemplate> {
  const folder = await onceInFolder(runFolder(name), async (made) => {
    const { synthesize } = await import('./synthesize')
    writeFileSync(join(made, 'template.json'), synthesize())
  })
  return templateOf(readFileSync(join(folder, 'template.json'), 'utf8'))
}

/** A template as it is looked at. */
export function templateOf(text: string): SynthesizedTemplate {
  const { Resources: resources } = JSON.parse(text) as { readonly Resources: Record<string, Resource> }
  const ofType = (type: string) =>
    Object.fromEntries(Object.entries(resources).filter(([, resource]) => resource.Type === type))
  return { text, resources, ofType }
}

/** The only resource of a list that has to have one. */
export function only<T>(found: Readonly<Record<string, T>>): T {
  const [first, ...more] = Object.values(found)
  if (first === undefined || more.length > 0)
    throw new Error(`Expected one resource, found ${Object.keys(found).join(', ')}.`)
  return first
}
