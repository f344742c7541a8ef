const thing = { id: 'deal_01KAQ4B6Y2M3T9J8V5C7D1E0FG', fields: { amount: 1, source: 'website' }, happened: {} }
const text = JSON.stringify(Array.from({ length: 100 }, (_, no) => ({ ...thing, no })))
const rounds = 200

/**
 * Processor time, in milliseconds, of one fixed piece of work. On a machine that others use as well a processor does less
 * in the same time: two measurements can be compared as far as their yardsticks are alike.
 */
export function yardstickMs(): number {
  const began = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) JSON.stringify(JSON.parse(text))
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}
