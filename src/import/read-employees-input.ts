import type { Node } from 'yaml'

import { inputBlock, maybeSource, needSource, type InputFile, type InputReader } from './input-reader'
import type { EmployeesInput } from './mapping'
import { blockOf, listOf, textOf } from './yaml-walk'

/** Reads an input of people. */
export function readEmployees(reader: InputReader, file: InputFile): EmployeesInput | undefined {
  const block = inputBlock(reader, 'an input of employees', ['id', 'name', 'email', 'roles', 'department'])
  if (block === undefined) return undefined
  const email = maybeSource(reader, block, 'email')
  const roles = block.values.get('roles')
  const department = readDepartment(reader, block.values.get('department'))
  return {
    ...file,
    kind: 'employees',
    id: needSource(reader, block, 'id', 'the employee’s id. A name becomes one by { column: Name, as: id }.'),
    name: needSource(reader, block, 'name', 'what the employee is called. Name a column.'),
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
    id: needSource(reader, block, 'id', 'the department’s id. Name a column, or write { value: an id }.'),
    name: needSource(
      reader,
      block,
      'name',
      'what the department is called. Name a column, or write { value: a name }.',
    ),
    ...(head === undefined
      ? {}
      : {
          head: {
            id: needSource(reader, head, 'id', 'the id of who leads the department.'),
            name: needSource(reader, head, 'name', 'what the one who leads the department is called.'),
          },
        }),
  }
}
