import { isNamed, managerOf, type Caller } from '#domain/kernel/access'
import { companyHead } from '#domain/kernel/heads'
import { deputyOf, type Org } from '#domain/people/responsible'
import type { Field, Model, Stage } from '#schemas/model'
import { isTrusted } from './task-rights'

/** Where a field is written: whose deal, in which company, and on which day, as far as that matters. */
export type FieldScene = { readonly owner: string; readonly org: Org; readonly on?: string }

/**
 * Whether somebody is among those who alone write a field: whoever `written_by` names, and the deputy of one of them who is
 * away. Where nobody works in any of the roles it is the head of the deal's owner, as with tasks. Nobody is among them where
 * the field names none.
 */
export function isWriter(caller: Caller, { writtenBy }: Pick<Field, 'writtenBy'>, scene: FieldScene): boolean {
  if (writtenBy === undefined) return false
  if (isTrusted(caller)) return true
  const { owner, org, on } = scene
  if (writtenBy.some((name) => isNamed(caller, name, owner, org))) return true
  const { employee } = caller
  if (employee === null) return false
  const writers = writersOf(writtenBy, scene)
  if (writers.length === 0) return employee === (managerOf(owner, org) ?? companyHead(org))
  return on !== undefined && writers.some((one) => deputyOf(one, on, org) === employee)
}

/** What somebody may write of a deal, beside who they are: everything nobody is named for, or some of it. */
export type Reaches = { readonly mayEdit: boolean; readonly also?: ReadonlySet<string> }

/** Whether somebody may write a field of a deal. */
export function mayWrite(caller: Caller, field: Field, scene: FieldScene, { mayEdit, also }: Reaches): boolean {
  if (field.writtenBy !== undefined) return isWriter(caller, field, scene)
  return mayEdit || also?.has(field.id) === true
}

/** The fields that the gate of a stage looks at, those that people write: of a computed one what it reads. */
export function fieldsOfGate({ gate }: Pick<Stage, 'gate'>, { fields }: Pick<Model, 'fields'>): ReadonlySet<string> {
  if (gate === undefined) return new Set()
  const conditions = gate.must === undefined ? [] : [gate.must, ...(gate.must.any ?? [])]
  const named = [...gate.filled, ...conditions.flatMap(({ all }) => all.map(({ field }) => field))]
  return new Set(named.flatMap((id) => fields[id]?.reads ?? [id]))
}

/** Who alone writes a field, or what a computed one reads; empty where anybody may who may change the deal. */
export function writersNamed(id: string, { fields }: Pick<Model, 'fields'>): readonly string[] {
  const own = fields[id]?.reads ?? [id]
  return [...new Set(own.flatMap((one) => fields[one]?.writtenBy ?? []))]
}

/** Everybody who works here and is named. */
function writersOf(names: readonly string[], { owner, org }: FieldScene): readonly string[] {
  const manager = managerOf(owner, org)
  return Object.values(org.employees)
    .filter(({ id, active, roles }) => {
      const isOwner = names.includes('owner') && id === owner
      const isManager = names.includes('owner_manager') && id === manager
      return active && (isOwner || isManager || roles.some((role) => names.includes(role)))
    })
    .map(({ id }) => id)
}
