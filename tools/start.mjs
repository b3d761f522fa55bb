// npm start: sets up, builds, serves what was built, and prints its address.
import { ensurePackages, root, tool } from './setup.mjs'

ensurePackages()
if (tool('vite', ['build', '--logLevel', 'warn']).status !== 0) process.exit(1)
const { preview } = await import('vite')
const server = await preview({
  root,
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? 'localhost' },
})
console.log(`Doorstep Diary is at ${server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]}`)
