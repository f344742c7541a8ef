import type { Node } from 'yaml'

import { inputBlock, maybeSource, needSource, type InputFile, type InputReader } from './input-reader'
import type { EmployeesInput } from './mapping'
import { say } from './say'
import { blockOf, listOf, textOf } from './yaml-walk'

/** Reads an input of people. */
export function readEmployees(reader: InputReader, file: InputFile): EmployeesInput | undefined {
  const block = inputBlock(reader, { inputOf: 'employees' }, ['id', 'name', 'email', 'roles', 'department'])
  if (block === undefined) return undefined
  const email = maybeSource(reader, block, 'email')
  const roles = block.values.get('roles')
  const department = readDepartment(reader, block.values.get('department'))
  return {
    ...file,
    kind: 'employees',
    id: needSource(reader, block, 'id', say('no_employee_id')),
    name: needSource(reader, block, 'name', say('no_employee_name')),
    ...(email === undefined ? {} : { email }),
    roles: roles === undefined ? [] : listOf(roles).flatMap((one) => textOf(reader.walk, one, 'roles') ?? []),
    ...(department === undefined ? {} : { department }),
  }
}

function readDepartment(reader: InputReader, node: Node | undefined): EmployeesInput['department'] | undefined {
  const block = node === undefined ? undefined : blockOf(reader.walk, node, 'department', ['id', 'name', 'head'])
  if (block === undefined) return undefined
  const headNode = block.values.get('head')
  const head = headNode === undefined ? undefined : blockOf(reader.walk, headNode, 'head', ['id', 'name'])
  return {
    id: needSource(reader, block, 'id', say('no_department_id')),
    name: needSource(reader, block, 'name', say('no_department_name')),
    ...(head === undefined
      ? {}
      : {
          head: {
            id: needSource(reader, head, 'id', say('no_head_id')),
            name: needSource(reader, head, 'name', say('no_head_name')),
          },
        }),
  }
}
