import { openIssuer } from '#local/issuer'
import { UsageError } from '#cli/environment'
import { say } from '#cli/say'
import { withNorma } from '#cli/with-norma'

/** `norma token`: a token for somebody of the company in the data folder, printed alone so that a shell can take it. */
export async function tokenCommand(options: { as?: string; role?: string; data: string }): Promise<void> {
  if ((options.as === undefined) === (options.role === undefined)) {
    throw new UsageError(say('token_whom'))
  }
  const employee = await withNorma(options.data, async ({ ports }) => {
    const { employees } = await ports.people.load()
    const active = Object.values(employees).filter((one) => one.active)
    const found = active.find((one) =>
      options.as === undefined ? one.roles.includes(options.role ?? '') : one.id === options.as,
    )
    if (found !== undefined) return found.id
    const { as: id, role = '' } = options
    throw new UsageError(id === undefined ? say('nobody_in_role', { role, active }) : say('employee', { id, active }))
  })
  const issuer = await openIssuer(options.data)
  process.stdout.write(`${await issuer.mint(employee)}\n`)
}
