/** Addresses that are not the app's, which note everything that reaches them; and a proxy that notes every request. */
import { createSocket } from 'node:dgram'
import { request as ask, createServer } from 'node:http'
import { type AddressInfo, createServer as createBareServer, type Server } from 'node:net'

export interface Foreign {
  /** HTTP and WebSocket. */
  port: number
  /** TCP that never answers: for connections without a request. */
  bare: number
  /** UDP, where a STUN server would be. */
  stun: number
  /** What arrived: the first part of each path, `preconnect` for a bare connection, `web-rtc` for a packet. */
  reached: Set<string>
  close(): void
}

export async function foreignAddresses(): Promise<Foreign> {
  const reached = new Set<string>()
  const server = createServer((request, response) => {
    reached.add((request.url ?? '').slice(1))
    // As a script: WebKitGTK's page ends in one of six tries where a worker imports what is none.
    const headers = { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' }
    response.writeHead(200, headers).end()
  })
  server.on('upgrade', (request, socket) => {
    reached.add((request.url ?? '').slice(1))
    socket.destroy()
  })
  const bare = createBareServer(socket => {
    reached.add('preconnect')
    socket.on('error', () => socket.destroy())
  })
  const stun = createSocket('udp4')
  stun.on('message', () => reached.add('web-rtc'))
  await new Promise<void>(done => stun.bind(0, '127.0.0.1', () => done()))
  return {
    port: await listening(server),
    bare: await listening(bare),
    stun: stun.address().port,
    reached,
    close() {
      server.closeAllConnections()
      server.close()
      bare.close()
      stun.close()
    },
  }
}

/**
 * A proxy that lets requests to `address` through and refuses all others.
 * @returns its port, and what was asked for elsewhere
 */
export async function loggingProxy(address: string) {
  const elsewhere: string[] = []
  let passed = 0
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(address)) {
      elsewhere.push(`${request.method} ${url}`)
      response.writeHead(502).end()
      return
    }
    passed++
    const { method, headers } = request
    const onward = ask(url, { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connect', (request, socket) => {
    elsewhere.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  return {
    port: await listening(server),
    elsewhere,
    passed: () => passed,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((done, failed) => {
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => done())
  })
  return (server.address() as AddressInfo).port
}
