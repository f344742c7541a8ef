import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet: private, loopback, link-local (where clouds keep their metadata), special. */
const closed = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  // Protocol assignments with Teredo, documentation, and 6to4, which carries an IPv4 address inside.
  ipv6: ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
} as const

const closedNetworks = blockList(closed)
const loopbackNetworks = blockList({ ipv4: ['127.0.0.0/8'], ipv6: ['::1/128'] })
// Everything else in IPv6 is not given out to anybody: mapped and translated IPv4, unique local, link-local, multicast.
const globalUnicast = blockList({ ipv4: [], ipv6: ['2000::/3'] })

/** Whether an address is one of the public internet; what is no address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closedNetworks.check(address, 'ipv4')
  return family === 6 && globalUnicast.check(address, 'ipv6') && !closedNetworks.check(address, 'ipv6')
}

/** Whether an address is this very machine. */
export function isLoopbackAddress(address: string): boolean {
  const family = isIP(address)
  // A mapped address is checked as the IPv4 address it stands for, which is only right for saying yes to this machine.
  return family !== 0 && loopbackNetworks.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

function blockList(networks: Readonly<Record<'ipv4' | 'ipv6', readonly string[]>>): BlockList {
  const list = new BlockList()
  for (const family of ['ipv4', 'ipv6'] as const) {
    for (const network of networks[family]) {
      const [address = '', bits] = network.split('/')
      list.addSubnet(address, Number(bits), family)
    }
  }
  return list
}
