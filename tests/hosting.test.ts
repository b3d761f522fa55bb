/** What docs/hosting gives and what the build brings along say the same as the app itself. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))?.[1] ?? ''
const files = { 'public/_headers': 3, 'docs/hosting/Caddyfile': 1, 'docs/hosting/nginx.conf': 1 }

describe.each(Object.entries(files))('%s', (path, times) => {
  const text = read(path)
  it('has the policy of index.html, which no other site may frame', () => {
    expect(policy).toContain("connect-src 'none'")
    expect(text.split(`${policy}; frame-ancestors 'none'`)).toHaveLength(times + 1)
  })
  it('lets the service worker alone fetch, and only from its own place', () => {
    expect(text.match(/connect-src [^;]+/g)?.filter(one => one !== "connect-src 'none'")).toEqual([
      "connect-src 'self'",
    ])
  })
  it('forbids the same of the phone as the others', () => {
    const forbidden = (of: string) => /Permissions-Policy:? "?([^"\n]+)/.exec(of)?.[1]
    expect(forbidden(text)).toBe(forbidden(read('public/_headers')))
    expect(forbidden(text)).toContain('camera=(), ')
  })
})
